package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/rulebook"
)

// readOptions are what read is told besides its file.
type readOptions struct {
	out, from, into string
	year            int
	force           bool
}

func newRulesRead(a *app) *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read TỆP -o TỆP.yaml",
		Short: "Đọc sổ bộ chỉ số, hoặc bảng của quyết định, thành tệp bộ chỉ số",
		Long: `Đọc thành tệp bộ chỉ số YAML một trong hai thứ:

Sổ bộ chỉ số (do "cchc rules book" lập, đã sửa bằng Excel hoặc LibreOffice). Chỗ nào chưa hiểu thì nêu tên ô,
câu gần nhất mà chương trình hiểu, và không ghi gì. Với --year, sổ của năm trước đã sửa trở thành bộ của năm mới.

Bảng của quyết định (.docx, .xlsx, .csv), với --year và nên có --from: tiêu chí không đổi lời thì lấy nguyên cách
tính của năm trước, đổi lời thì đọc lại. Lời văn chỉ thành cách tính khi hiểu được từng dòng, từng con số; còn lại
để người chấm, nêu lý do, và được đếm. Sau đó lập sổ bằng "cchc rules book" để sửa nốt.

Với --into, những gì đã ghi tay trong tệp đó (ví dụ, phát hiện đã xem xét, chú thích #, cách tính của tiêu chí mà lời
văn chưa hiểu được) được giữ lại; chú thích không còn chỗ thì được nêu ra, và tệp cũ để lại bên cạnh với đuôi .cu.

Mã kết thúc: 0 đã ghi, 1 có chỗ phải sửa hoặc còn tiêu chí chưa hiểu, 2 dùng sai lệnh, 3 lỗi đọc ghi.`,
		Example: `  cchc rules read so-2023.xlsx -o 2023.yaml
  cchc rules read so-2023.xlsx --year 2024 -o 2024.yaml
  cchc rules read quyet-dinh.docx --year 2024 --from 2023 -o 2024.yaml`,
		Args: speech.ArgCount(1, 1, "một tệp để đọc"),
		RunE: func(_ *cobra.Command, args []string) error { return a.readRules(args[0], o) },
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` kết quả, đuôi .yaml")
	cmd.Flags().IntVar(&o.year, "year", 0, "`NĂM` của bộ chỉ số mới")
	cmd.Flags().StringVar(&o.from, "from", "", "`BỘ-CHỈ-SỐ` năm trước, để so với quyết định")
	cmd.Flags().StringVar(&o.into, "into", "", "`TỆP` đã có, giữ lại những gì đã ghi tay trong đó; ghi vào chính tệp đó nếu không có -o")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) readRules(path string, o readOptions) error {
	if o.out == "" {
		o.out = o.into
	}
	if err := o.check(); err != nil {
		return err
	}
	if err := disk.PrepareFile(o.out, append(slices.Clone(a.rulePaths), path, o.from)...); err != nil {
		return err
	}
	data, err := disk.ReadBounded(path)
	if err != nil {
		return err
	}
	kept, err := a.handwork(o.into)
	if err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(path), ".xlsx") && rulebook.IsBook(data) {
		return a.readBook(path, data, kept, o)
	}
	return a.readDecision(path, data, kept, o)
}

// handwork is a file of rules of which what people wrote by hand is to be kept.
type handwork struct {
	rules *scoring.RuleSet // as far as it can be read; nil where no file is named
	data  []byte
}

func (a *app) handwork(path string) (handwork, error) {
	if path == "" {
		return handwork{}, nil
	}
	catalog, err := a.catalog()
	if err != nil {
		return handwork{}, err
	}
	set, err := catalog.Load(path)
	if err != nil {
		return handwork{}, err
	}
	if set.Draft() == nil {
		return handwork{}, &desk.FaultySet{Findings: set.Findings}
	}
	data, err := disk.ReadBounded(path)
	return handwork{set.Draft(), data}, err
}

// ownComment is what the comments look like that reading writes by itself.
var ownComment = regexp.MustCompile(`^Đọc từ sổ bộ chỉ số .+\.xlsx\.$|^Đọc từ .+ chạy: cchc rules check TỆP-NÀY$|^Theo .+\.(?i:docx|xlsx|csv|txt|tsv), ('.+'!\d+|bảng \d+, hàng \d+|dòng \d+)\.$`)

// writeRead writes what was read, with the comments of the file whose handwork is kept. Comments that have no place any more are named,
// and where that file is written onto, it stays beside.
func (a *app) writeRead(written []byte, kept handwork, o readOptions) error {
	if kept.rules == nil {
		return disk.WriteWhole(o.out, written, o.force)
	}
	written, lost, err := rules.KeepComments(written, kept.data, ownComment.MatchString)
	if err != nil {
		return err
	}
	for _, comment := range lost {
		fmt.Fprintf(a.out, "%s: chú thích không còn chỗ: %s\n", terminal.PlainLine(filepath.Base(o.into)), terminal.PlainLine(comment))
	}
	if len(lost) > 0 && o.force {
		beside := o.into + ".cu"
		if err := disk.WriteWhole(beside, kept.data, true); err != nil {
			return err
		}
		fmt.Fprintf(a.err, "Tệp cũ được để lại ở %s.\n", terminal.PlainLine(beside))
	}
	return disk.WriteWhole(o.out, written, o.force)
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
func (a *app) readBook(path string, data []byte, kept handwork, o readOptions) error {
	if o.from != "" {
		return terminal.Misuse("--from chỉ dùng khi đọc bảng của quyết định; sổ bộ chỉ số đã ghi nó được in từ bộ nào.")
	}
	read, err := rulebook.Read(data)
	if err != nil {
		return err
	}
	if o.year != 0 && o.year != read.Rules.Year {
		if read.Printed == "" && read.Rules.ID == "" {
			return terminal.Misuse("Sổ này không ghi đã in từ bộ chỉ số nào, nên không lập được bộ chỉ số năm %d. Bỏ --year, và ghi năm ở trang Thông tin.", o.year)
		}
		if read.Printed == "" { // some programs drop what the book says of itself beside its cells
			read.Printed = read.Rules.ID
			fmt.Fprintf(a.err, "Sổ mất dấu của lần in; lấy %s (trang Thông tin) làm bộ chỉ số năm trước.\n", terminal.PlainLine(read.Printed))
		}
		read.Replace(o.year, rules.NextID(read.Rules.ID, read.Rules.Year, o.year))
	}
	if kept.rules != nil {
		rulebook.Keep(read.Rules, kept.rules)
	}
	head := "Đọc từ sổ bộ chỉ số " + filepath.Base(path) + "."
	written, err := rules.Write(read.Rules, head, nil)
	if err != nil {
		return err
	}
	faults := append(slices.Clone(read.Faults), a.placed(read, rules.Decode(o.out, written))...)
	a.printFaults(path, faults)
	if rulebook.Faulty(faults) {
		fmt.Fprintf(a.err, "Chưa ghi %s: sửa các chỗ trên trong %s, lưu lại, rồi chạy lại lệnh.\n", terminal.PlainLine(o.out), terminal.PlainLine(path))
		return errFindings
	}
	if err := a.writeRead(written, kept, o); err != nil {
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

func (a *app) printFaults(path string, faults []rulebook.Fault) {
	for _, fault := range faults {
		fmt.Fprintln(a.out, terminal.PlainLine(filepath.Base(path)+": "+fault.String()))
	}
}
