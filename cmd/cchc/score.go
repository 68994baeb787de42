package main

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/templates"
)

// scoreOptions are what score was asked for.
type scoreOptions struct {
	paths   []string
	out     string // folder
	units   string
	json    bool
	force   bool
	workers int
	dropped bool // out was chosen by us, and is for forms only
}

func newScore(a *app) *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score PHIẾU|THƯ-MỤC... [-o THƯ-MỤC]",
		Short: "Chấm điểm các phiếu đã điền",
		Long: `Đọc các phiếu đã điền, chấm từng tiêu chí kèm diễn giải và ghi phiếu kết quả vào thư mục ` + disk.ResultFolder + `
(hoặc thư mục nêu ở -o). Phiếu đã nộp không bị thay đổi.

Chạy lại lúc nào cũng được. Phiếu không đổi thì kết quả để nguyên; phiếu đơn vị sửa thì chấm lại, thẩm định của
các tiêu chí không đổi được giữ, bản kết quả cũ nằm trong thư mục con ` + disk.EarlierFolder + `. Nêu chính thư mục kết quả thì
chấm lại tại chỗ theo những gì người thẩm định đã ghi; các thay đổi được ghi vào trang “` + templates.JournalSheet + `”.

Với --units, tên, khối, xếp hạng và các tiêu chí không đánh giá lấy theo danh sách đơn vị (như của cchc template).`,
		Example: `  cchc score phieu.xlsx
  cchc score nop -o ket-qua --units don-vi.csv
  cchc score ket-qua
  cchc score nop -o ket-qua --json > diem.jsonl`,
		Args: argCount(1, -1, "ít nhất một phiếu hoặc thư mục"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return a.score(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`THƯ-MỤC` ghi kết quả (mặc định: "+disk.ResultFolder+" cạnh phiếu hoặc thư mục đầu tiên)")
	cmd.Flags().StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP.csv`)")
	cmd.Flags().BoolVar(&o.json, "json", false, "in mỗi phiếu một dòng JSON")
	cmd.Flags().BoolVar(&o.force, "force", false, "chấm lại cả phiếu không đổi; thẩm định vẫn được giữ")
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
	if d.list, err = a.readList(d, o.units, in.Files); err != nil {
		return err
	}
	elsewhere := o.out != "" && !o.dropped
	if o.out == "" {
		o.out = besideFirst(o.paths[0])
	}
	if err := d.prepareResults(o.out, in.Files); err != nil {
		return err
	}
	var jobs []scoreJob
	for _, path := range in.Files {
		jobs = append(jobs, scoreJob{path: path, write: true, out: o.out, elsewhere: elsewhere, force: o.force})
	}
	r := newSummary(a, d, o, len(jobs))
	done, err := inOrder(ctx, jobs, o.workers, d.score, r.take)
	if err != nil {
		return err
	}
	if err := d.writeNotes(); err != nil {
		return err
	}
	return doubting(&in, r.close(in.Skipped, len(jobs)-done))
}

// besideFirst is the folder of results beside what was named first: beside a folder, never in it, since a unit's own may be meant.
func besideFirst(path string) string {
	clean := filepath.Clean(path)
	if info, err := os.Stat(clean); err == nil && info.IsDir() && (clean == "." || clean == "..") {
		return filepath.Join(clean, disk.ResultFolder)
	}
	return filepath.Join(filepath.Dir(clean), disk.ResultFolder)
}

// prepareResults makes ready for writing into a folder of results. A form that lies in it itself would be taken for a result, or one
// day be replaced by one: it has to be moved first.
func (d *desk) prepareResults(out string, files []string) error {
	folder, err := os.Stat(out)
	if err != nil {
		return nil // made when it is needed
	}
	if !folder.IsDir() {
		return os.MkdirAll(out, 0o755) // says what stands in the way
	}
	disk.RemoveLeftovers(out)
	for _, path := range files {
		info, err := os.Stat(filepath.Dir(path))
		if err != nil || !os.SameFile(info, folder) || d.shelf(out).isNoted(filepath.Base(path)) {
			continue
		}
		if book, err := openBook(path); err == nil && book.Stamp.Stage == templates.SubmittedStage {
			return terminal.Misuse("%s là tệp đầu vào nên không ghi lên thư mục chứa nó (%s). Nêu thư mục khác ở -o, hoặc chuyển phiếu ra chỗ khác.",
				terminal.Quoted(path), terminal.Quoted(out))
		}
	}
	return nil
}

// isNoted says that the last run wrote a result of that name.
func (s *shelf) isNoted(name string) bool {
	_, noted := s.notes[name]
	return noted
}

// writeNotes keeps what this run knows of all results that it dealt with.
func (d *desk) writeNotes() error {
	for _, folder := range slices.Sorted(maps.Keys(d.shelves)) {
		if err := d.shelves[folder].writeNotes(); err != nil {
			return err
		}
	}
	return nil
}
