package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/rulebook"
)

// readOptions are what read is told besides its file.
type readOptions struct {
	out   string
	year  int
	force bool
}

func newRulesRead(a *app) *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read TỆP -o TỆP.yaml",
		Short: "Đọc sổ bộ chỉ số đã sửa thành tệp bộ chỉ số",
		Long: `Đọc sổ bộ chỉ số (do "cchc rules book" lập, đã sửa bằng Excel hoặc LibreOffice) thành tệp bộ chỉ số YAML.
Chỗ nào chưa hiểu thì nêu tên ô, câu gần nhất mà chương trình hiểu, và không ghi gì.
Với --year, sổ của năm trước đã sửa trở thành bộ chỉ số của năm mới, thay cho bộ đã in ra sổ.

Mã kết thúc: 0 đã ghi, 1 có chỗ phải sửa, 2 dùng sai lệnh, 3 lỗi đọc ghi.`,
		Example: "  cchc rules read so-2023.xlsx -o 2023.yaml\n  cchc rules read so-2023.xlsx --year 2024 -o 2024.yaml",
		Args:    argCount(1, 1, "một tệp để đọc"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.readRules(args[0], o) },
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` kết quả, đuôi .yaml")
	cmd.Flags().IntVar(&o.year, "year", 0, "`NĂM` của bộ chỉ số mới")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) readRules(path string, o readOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	if err := disk.PrepareFile(o.out, append(slices.Clone(a.rulePaths), path)...); err != nil {
		return err
	}
	data, err := disk.ReadBounded(path)
	if err != nil {
		return err
	}
	return a.readBook(path, data, o)
}

func (o readOptions) check() error {
	switch ext := strings.ToLower(filepath.Ext(o.out)); {
	case o.out == "":
		return terminal.Misuse("Chưa nêu tệp kết quả. Thêm -o, ví dụ -o 2024.yaml.")
	case ext != ".yaml" && ext != ".yml":
		return terminal.Misuse("Tệp kết quả %s phải có đuôi .yaml.", terminal.Quoted(o.out))
	case o.year != 0 && (o.year < 2000 || o.year > 2999):
		return terminal.Misuse("Năm %d không hợp lệ. Ghi năm bốn chữ số, ví dụ 2024.", o.year)
	}
	return nil
}

// readBook reads a rule book; nothing is written while something in it is not understood.
func (a *app) readBook(path string, data []byte, o readOptions) error {
	read, err := rulebook.Read(data)
	if err != nil {
		return err
	}
	if o.year != 0 && o.year != read.Rules.Year {
		if read.Printed == "" {
			return terminal.Misuse("Sổ này không ghi đã in từ bộ chỉ số nào, nên không lập được bộ chỉ số năm %d. Bỏ --year, và ghi năm ở trang Thông tin.", o.year)
		}
		read.Replace(o.year, rules.NextID(read.Rules.ID, read.Rules.Year, o.year))
	}
	head := "Đọc từ sổ bộ chỉ số " + filepath.Base(path) + "."
	written, err := rules.Write(read.Rules, head, nil)
	if err != nil {
		return err
	}
	faults := append(slices.Clone(read.Faults), a.placed(read, rules.Decode(o.out, written))...)
	for _, fault := range faults {
		fmt.Fprintln(a.out, terminal.PlainLine(filepath.Base(path)+": "+fault.String()))
	}
	if rulebook.Faulty(faults) {
		fmt.Fprintf(a.err, "Chưa ghi %s: sửa các chỗ trên trong %s, lưu lại, rồi chạy lại lệnh.\n", terminal.PlainLine(o.out), terminal.PlainLine(path))
		return errFindings
	}
	if err := disk.WriteWhole(o.out, written, o.force); err != nil {
		return err
	}
	a.tellRead(read.Rules, o.out)
	return nil
}

// placed are the findings about the rules as they would be written, at the cells that they came from. Where a cell was not understood,
// what follows from it is not said again.
func (a *app) placed(read *rulebook.Reading, set *rules.Set) []rulebook.Fault {
	var faults []rulebook.Fault
	broken := rulebook.Faulty(read.Faults)
	for _, f := range set.Findings {
		if f.Accepted != "" || f.Code == problem.SourceMissing {
			continue
		}
		place := read.Locate(f.Path)
		if broken && (place == "" || f.Code != problem.SetSum && f.Code != problem.SetTotal) {
			continue
		}
		faults = append(faults, rulebook.Fault{Problem: f.Problem, Place: place})
	}
	return faults
}

func (a *app) tellRead(rs *scoring.RuleSet, out string) {
	fmt.Fprintf(a.err, "Đã ghi %s: %d tiêu chí chấm điểm, tổng %s điểm. Kiểm tra tiếp: cchc rules check %s\n",
		terminal.PlainLine(out), len(rs.Leaves()), expr.FormatNumber(rs.Total), terminal.PlainLine(out))
}
