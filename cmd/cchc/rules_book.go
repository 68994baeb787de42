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
	"cchc/templates/rulebook"
)

func newRulesBook(a *app) *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:   "book BỘ-CHỈ-SỐ [-o TỆP]",
		Short: "Lập sổ bộ chỉ số (Excel) để đọc, sửa, in và ký",
		Long: `Lập sổ bộ chỉ số: mỗi tiêu chí một dòng, gồm điểm tối đa, lời văn bản, số liệu kê khai và cách tính viết bằng câu
tiếng Việt. Sửa sổ bằng Excel hoặc LibreOffice rồi đọc lại bằng "cchc rules read"; không cần biết YAML.
Bộ chỉ số còn lỗi vẫn lập được sổ, để sửa ngay trong sổ.`,
		Example: "  cchc rules book 2023 -o so-2023.xlsx\n  cchc rules book 2024.yaml",
		Args:    speech.ArgCount(1, 1, "tên hoặc năm của một bộ chỉ số"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.ruleBook(args[0], out, force) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "`TỆP` kết quả (mặc định: so-NĂM.xlsx)")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) ruleBook(name, out string, force bool) error {
	if ext := strings.ToLower(filepath.Ext(out)); out != "" && ext != ".xlsx" {
		return terminal.Misuse("Tệp kết quả %s phải có đuôi .xlsx.", terminal.Quoted(out))
	}
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	set, err := catalog.Load(name)
	if err != nil {
		return err
	}
	rs := set.Draft()
	if rs == nil {
		return &desk.FaultySet{Findings: set.Findings}
	}
	if out == "" {
		out = fmt.Sprintf("so-%d.xlsx", rs.Year)
	}
	if err := disk.PrepareFile(out, append(slices.Clone(a.rulePaths), name)...); err != nil {
		return err
	}
	var book bytes.Buffer
	if err := rulebook.Write(&book, rs); err != nil {
		return err
	}
	if err := putTable(out, book.Bytes(), force); err != nil {
		return err
	}
	fmt.Fprintf(a.err, "Đã lập %s: %d tiêu chí chấm điểm. Sửa xong thì chạy: cchc rules read %s -o TỆP.yaml\n",
		terminal.PlainLine(out), len(rs.Leaves()), terminal.PlainLine(out))
	if !set.OK() {
		return &desk.FaultySet{Findings: set.Findings}
	}
	return nil
}
