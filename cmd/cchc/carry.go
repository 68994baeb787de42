package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/carried"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/compare"
	"cchc/scoring/handover"
	"cchc/templates"
	"cchc/templates/reader"
)

// carryOptions are what carry was asked for.
type carryOptions struct {
	paths       []string
	to, from    string
	out, units  string
	keepOptions bool
	fill        bool
	force       bool
}

func newCarry(a *app) *cobra.Command {
	var o carryOptions
	cmd := &cobra.Command{
		Use:   "carry PHIẾU-CŨ|THƯ-MỤC... --to BỘ-CHỈ-SỐ -o PHIẾU-MỚI|THƯ-MỤC",
		Short: "Chuyển phiếu đã điền sang bản khác, hoặc năm khác, của bộ chỉ số",
		Long: `Chuyển phiếu đã điền sang phiếu của bản đã sửa, hoặc của năm khác của bộ chỉ số. Nêu một phiếu và tệp .xlsx ở -o, hoặc
nhiều phiếu, thư mục và một thư mục ở -o: mỗi đơn vị một phiếu mang mã đơn vị, cuối cùng là một bảng tổng hợp.

Sang bản khác của cùng năm: số liệu, tài liệu kiểm chứng, giải trình được chuyển khi phiếu mới hỏi cùng một việc: cùng
tiêu chí (kể cả đã đổi số thứ tự), cùng cách kê khai, đơn vị tính và các mức.

Sang năm khác: số liệu cũ không phải số liệu năm nay, nên chỉ nêu ở cột “` + templates.LastYearTitle + `” cạnh các ô trống; tài liệu kiểm
chứng, giải trình, liên hệ không chuyển; khối, xếp hạng, mục không đánh giá lấy theo danh sách năm nay (--units). Với
--fill, số liệu cũ được điền sẵn, nền xanh ngọc cho đến khi sửa; khi chấm, chương trình nêu còn bao nhiêu số y nguyên.

Điều không còn chỗ được liệt kê ở đây và, đủ từng mục, ở trang “` + templates.CarrySheet + `” (không in) của phiếu mới. Phiếu cũ
không bị thay đổi.

Không cần có bộ chỉ số cũ: phiếu tự mô tả các mục kê khai của nó. Riêng phiếu đã mất trang ẩn (trang phiếu bị chép sang
tệp khác) thì nêu bộ chỉ số của nó ở --from, kèm --units để lấy lại những gì đã ấn định cho đơn vị.`,
		Example: `  cchc carry phieu.xlsx --to 2023 -o phieu-moi.xlsx
  cchc carry phieu-2023 --to bo-chi-so-2024.yaml --units don-vi-2024.csv -o phieu-2024
  cchc carry mat-trang-an.xlsx --from 2023 --to 2023 --units don-vi.csv -o phieu.xlsx`,
		Args: speech.ArgCount(1, -1, "ít nhất một phiếu đã điền hoặc thư mục"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.paths = args
			return a.carry(o)
		},
	}
	cmd.Flags().StringVar(&o.to, "to", "", "bộ chỉ số của phiếu mới: `NĂM|MÃ|TỆP`")
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "tệp phiếu mới, hoặc thư mục của các phiếu mới (`TỆP|THƯ-MỤC`)")
	cmd.Flags().StringVar(&o.from, "from", "", "chỉ rõ bộ chỉ số mà phiếu cũ được lập theo: `NĂM|MÃ|TỆP`")
	cmd.Flags().StringVar(&o.units, "units", "", "lấy tên, khối, xếp hạng và mục không đánh giá từ danh sách đơn vị (`TỆP` .xlsx, .csv)")
	cmd.Flags().BoolVar(&o.keepOptions, "keep-options", false, "giữ mức đã chọn còn nguyên văn dù các mức khác đã đổi")
	cmd.Flags().BoolVar(&o.fill, "fill", false, "sang năm khác: điền sẵn số liệu năm trước, nền xanh ngọc cho đến khi sửa")
	cmd.Flags().BoolVar(&o.force, "force", false, "lập lại tệp đã có, nếu không mất gì người điền đã ghi")
	return cmd
}

func (a *app) carry(o carryOptions) error {
	switch {
	case o.to == "":
		return terminal.Misuse("Chưa nêu bộ chỉ số của phiếu mới. Thêm --to, ví dụ --to 2023.")
	case o.out == "":
		return terminal.Misuse("Chưa nêu tệp kết quả. Thêm -o, ví dụ -o phieu-moi.xlsx; với thư mục thì -o phieu-moi.")
	}
	info, err := os.Stat(o.paths[0])
	isFolder := len(o.paths) > 1 || err == nil && info.IsDir()
	if isFolder && disk.IsWorkbook(o.out) {
		return terminal.Misuse("Chuyển nhiều phiếu thì -o là một thư mục, không phải tệp %s.", terminal.Quoted(o.out))
	}
	isFolder = isFolder || !disk.IsWorkbook(o.out)
	inputs := append(slices.Clone(a.rulePaths), o.to, o.from, o.units)
	if !isFolder {
		if err := disk.PrepareFile(o.out, append(inputs, o.paths...)...); err != nil {
			return err
		}
	}
	m, err := a.carryMaker(o)
	switch {
	case err != nil:
		return err
	case isFolder:
		return a.carryAll(m, o, inputs)
	}
	return a.carryOne(m, o)
}

// carryMaker makes ready what new forms are made with.
func (a *app) carryMaker(o carryOptions) (*carried.Maker, error) {
	d, err := a.newDesk()
	if err != nil {
		return nil, err
	}
	m := &carried.Maker{Desk: d, Sets: soundSets(d.Catalog), From: o.from, Version: toolVersion(), Line: batch.ProblemLine,
		Options: handover.CarryOptions{KeepOptions: o.keepOptions, Fill: o.fill}}
	if m.Edition, err = d.Edition(o.to); err != nil {
		return nil, err
	}
	var units []lists.Unit
	if o.units != "" {
		if units, err = a.listedUnits(o.units, m.Edition.Rules); err != nil {
			return nil, err
		}
	}
	m.Listed = func(f templates.Filling) (templates.Filling, error) { return asListed(f, o.units, units) }
	return m, nil
}

// asListed is a filling with what the list of units says of its unit, where a list is given.
func asListed(f templates.Filling, list string, units []lists.Unit) (templates.Filling, error) {
	if list == "" {
		return f, nil
	}
	unit := f.Submission.Unit
	at := slices.IndexFunc(units, func(u lists.Unit) bool {
		return strings.EqualFold(u.Code, unit.Code) || unit.Code == "" && compare.SameWords(u.Name, unit.Name)
	})
	if at < 0 {
		return f, terminal.Misuse("Danh sách %s không có đơn vị của phiếu (mã %s, tên %s). Sửa danh sách, hoặc sửa mã, tên ở đầu phiếu.",
			terminal.Quoted(list), terminal.Quoted(unit.Code), terminal.Quoted(unit.Name))
	}
	return prefill{whole: f}.of(units[at]), nil
}

// carryOne carries one form into the file that was named.
func (a *app) carryOne(m *carried.Maker, o carryOptions) error {
	f, err := m.Form(o.paths[0])
	switch {
	case err != nil:
		return err
	case f.Refused != "":
		a.tellRefused(f)
		return errFindings
	}
	same := false
	if f.Data != nil {
		if same, err = putForm(m.Desk, o.out, f.Data, o.force); err != nil {
			return err
		}
	}
	fmt.Fprint(a.out, carried.Lists([]*carried.Form{f}))
	if f.Data == nil {
		fmt.Fprintf(a.err, "Chưa ghi gì: bộ chỉ số %s không còn tiêu chí nào của %s.\n", m.Edition.Rules.ID, terminal.PlainLine(f.Department))
		return errFindings
	}
	fmt.Fprintf(a.err, "%s: %s\n", madeWords(same, o.out, "Đã lập"), f.Sum())
	a.tellUnlisted(o, []*carried.Form{f})
	if f.Open() {
		return errFindings
	}
	return nil
}

func (a *app) tellRefused(f *carried.Form) {
	fmt.Fprintln(a.err, terminal.PlainLine(fmt.Sprintf("Không chuyển %s: %s", f.Path, f.Refused)))
}

// tellUnlisted says what is not taken over from another year where nobody gave this year's list.
func (a *app) tellUnlisted(o carryOptions, forms []*carried.Form) {
	if o.units == "" && slices.ContainsFunc(forms, func(f *carried.Form) bool { return f.Carried.AnotherYear }) {
		fmt.Fprintln(a.err, "Không nêu --units: khối, xếp hạng và mục không đánh giá của năm trước không được lấy theo. Thêm --units với danh sách đơn vị năm nay để ấn định.")
	}
}

// carryAll carries every form into a folder, and tells of them together.
func (a *app) carryAll(m *carried.Maker, o carryOptions, inputs []string) error {
	in, err := disk.Gather(o.paths, disk.IsWorkbook)
	if err := cmp.Or(err, in.Absent); err != nil {
		return err
	}
	// New forms of an earlier run may stand in a folder of the old ones.
	in.Files = slices.DeleteFunc(in.Files, func(path string) bool { return isBelow(path, o.out) && !slices.Contains(o.paths, path) })
	if len(in.Files) == 0 {
		return terminal.Misuse("Không có phiếu nào để chuyển. Nêu các phiếu .xlsx, hoặc thư mục có phiếu.")
	}
	var forms []*carried.Form
	for _, path := range in.Files {
		f, err := m.Form(path)
		var misuse terminal.UsageError
		var fault *fs.PathError
		switch {
		case errors.As(err, &misuse):
			f.Refused = misuse.Error()
		case errors.As(err, &fault):
			f.Refused = disk.Sentence(err)
		case err != nil:
			return err
		}
		if passed := desk.NoForm(path, f.Code); passed != nil {
			in.Skipped = append(in.Skipped, *passed)
			continue
		}
		forms = append(forms, f)
	}
	carried.Name(o.out, forms)
	if err := a.putCarried(m.Desk, o, forms, append(inputs, in.Files...)); err != nil {
		return err
	}
	for _, s := range in.Skipped {
		fmt.Fprintf(a.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	return doubting(&in, a.tellCarried(o, forms))
}

// isBelow says that a file stands in a folder or below it.
func isBelow(path, folder string) bool {
	way, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(way)
}

// putCarried writes the new forms. One that nobody has typed into is made anew; one that somebody has stays.
func (a *app) putCarried(d *desk.Desk, o carryOptions, forms []*carried.Form, inputs []string) error {
	var outs []string
	for _, f := range forms {
		if f.Out != "" {
			outs = append(outs, f.Out)
		}
	}
	if err := disk.PrepareFolder(o.out, outs, inputs); err != nil {
		return err
	}
	for _, f := range forms {
		if f.Refused != "" || f.Data == nil {
			continue
		}
		if err := disk.PrepareFolder(filepath.Dir(f.Out), nil, nil); err != nil {
			return err
		}
		if err := a.putOne(d, o, f); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) putOne(d *desk.Desk, o carryOptions, f *carried.Form) error {
	t, err := standingAt(d, f.Out, f.Data)
	if err != nil {
		return err
	}
	switch {
	case t.fate == fateNew:
		f.Fate = "lập mới"
	case t.fate == fateKept:
		f.Fate, f.Kept = "giữ nguyên tệp đã có", true
		fmt.Fprintln(a.err, batch.ProblemLine(reader.Problem{Problem: t.problem}))
		return nil
	case t.fate == fateSame && !o.force:
		f.Fate = "như trước"
		return nil
	default:
		f.Fate = "lập lại"
	}
	return disk.WriteWhole(f.Out, f.Data, t.fate != fateNew)
}

// tellCarried tells of all forms: what concerns criteria once, then a line for each form, then how many there are.
func (a *app) tellCarried(o carryOptions, forms []*carried.Form) error {
	fmt.Fprint(a.out, carried.Lists(forms)+carried.Table(forms))
	open, made := false, 0
	for _, f := range forms {
		open = open || f.Open()
		switch {
		case f.Refused != "":
			a.tellRefused(f)
		case f.Data != nil:
			made++
		}
	}
	fmt.Fprintf(a.err, "Đã chuyển %d trong %d phiếu vào thư mục %s.\n", made, len(forms), terminal.PlainLine(o.out))
	a.tellUnlisted(o, forms)
	if open {
		return errFindings
	}
	return nil
}
