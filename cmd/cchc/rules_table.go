package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring/problem"
	"cchc/templates/report"
)

func newRulesTable(a *app) *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:   "table BỘ-CHỈ-SỐ [-o TỆP]",
		Short: "Lập bảng kiểm thử cách tính điểm để rà soát và ký",
		Long: `Lập bảng kiểm thử (Excel): với mỗi tiêu chí, lời văn bản đặt cạnh cách tính của chương trình, bên dưới là các bộ số liệu
ở cận, ngay dưới và ngay trên cận, bằng 0 và đạt tối đa, kèm điểm và diễn giải. Cơ quan thường trực rà soát từng dòng,
đánh dấu đúng hoặc sai rồi ký.`,
		Example: "  cchc rules table 2023\n  cchc rules table 2024 -o bang-kiem-thu.xlsx",
		Args:    speech.ArgCount(1, 1, "tên hoặc năm của một bộ chỉ số"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.testTable(args[0], out, force) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "`TỆP` kết quả (mặc định: bang-kiem-thu-NĂM.xlsx)")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) testTable(name, out string, force bool) error {
	if ext := strings.ToLower(filepath.Ext(out)); out != "" && ext != ".xlsx" {
		return terminal.Misuse("Tệp kết quả %s phải có đuôi .xlsx.", terminal.Quoted(out))
	}
	set, err := a.set(name)
	if err != nil {
		return err
	}
	if !set.Rules.Detailed() {
		p := problem.New(problem.SetNotDetailed, "", set.ID)
		return &desk.FaultySet{Findings: []rules.Finding{{Problem: p, File: set.File}}}
	}
	if out == "" {
		out = fmt.Sprintf("bang-kiem-thu-%d.xlsx", set.Year)
	}
	if err := disk.PrepareFile(out, append(slices.Clone(a.rulePaths), name)...); err != nil {
		return err
	}
	var book bytes.Buffer
	if err := report.WriteTestTable(&book, set.Rules); err != nil {
		return err
	}
	if err := putTable(out, book.Bytes(), force); err != nil {
		return err
	}
	fmt.Fprintf(a.err, "Đã lập %s.\n", terminal.PlainLine(out))
	return nil
}
