package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"cchc/cmd/cchc/internal/disk"
)

// scoreOptions are what score was asked for.
type scoreOptions struct {
	paths   []string
	out     string // folder
	json    bool
	force   bool
	workers int
}

func newScore(a *app) *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score PHIẾU|THƯ-MỤC... [-o THƯ-MỤC]",
		Short: "Chấm điểm các phiếu đã điền",
		Long: `Đọc các phiếu đã điền, chấm từng tiêu chí kèm diễn giải và ghi phiếu kết quả vào thư mục ` + disk.ResultFolder + `
(hoặc thư mục nêu ở -o). Phiếu đã nộp không bị thay đổi. Phiếu kết quả mà người thẩm định đã sửa thì chấm lại được.`,
		Example: `  cchc score phieu.xlsx
  cchc score nop -o ket-qua-2023 --json > diem.jsonl`,
		Args: argCount(1, -1, "ít nhất một phiếu hoặc thư mục"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return a.score(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`THƯ-MỤC` ghi kết quả (mặc định: "+disk.ResultFolder+" cạnh phiếu hoặc thư mục đầu tiên)")
	cmd.Flags().BoolVar(&o.json, "json", false, "in mỗi phiếu một dòng JSON")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghi đè kết quả đã có")
	cmd.Flags().IntVar(&o.workers, "workers", 0, "`SỐ` phiếu chấm cùng lúc (mặc định: theo số nhân máy)")
	return cmd
}

func (a *app) score(ctx context.Context, o scoreOptions) error {
	in, err := disk.Gather(o.paths, disk.IsSpreadsheet)
	if err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	if o.out == "" && len(in.Files) > 0 {
		o.out = resultsBeside(o.paths[0])
	}
	jobs := scoreJobs(in.Files, o)
	_, missing := os.Stat(o.out)
	if len(jobs) > 0 {
		if err := disk.PrepareFolder(o.out, outsOf(jobs), in.Files); err != nil {
			return err
		}
	}
	r := newSummary(a, o, len(jobs))
	done, err := inOrder(ctx, jobs, o.workers, d.score, r.take)
	if err != nil {
		return err
	}
	if missing != nil && r.scored() == 0 {
		os.Remove(o.out) // made for nothing; it goes only while it is empty
	}
	return doubting(&in, r.close(in.Skipped, len(jobs)-done))
}

// scoreJobs names the results after their forms; two of the same name are told apart by a number, in the order of their paths,
// whatever the order in which they were given. Names are the same that are on some system, whatever their capitals and however
// their letters are composed.
func scoreJobs(files []string, o scoreOptions) []scoreJob {
	names, taken := map[string]string{}, map[string]bool{}
	key := func(name string) string { return strings.ToLower(norm.NFC.String(name)) }
	for _, path := range slices.Sorted(slices.Values(files)) {
		base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		name := base + ".xlsx"
		for n := 2; taken[key(name)]; n++ {
			name = fmt.Sprintf("%s (%d).xlsx", base, n)
		}
		names[path], taken[key(name)] = name, true
	}
	var jobs []scoreJob
	for _, path := range files {
		jobs = append(jobs, scoreJob{path, filepath.Join(o.out, names[path]), o.force})
	}
	return jobs
}

func outsOf(jobs []scoreJob) []string {
	var outs []string
	for _, job := range jobs {
		outs = append(outs, job.out)
	}
	return outs
}
