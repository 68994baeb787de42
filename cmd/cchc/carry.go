package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// carryOptions are what carry was asked for.
type carryOptions struct {
	old, to, from string
	out, units    string
	keepOptions   bool
	force         bool
}

func newCarry(a *app) *cobra.Command {
	var o carryOptions
	cmd := &cobra.Command{
		Use:   "carry PHIẾU-CŨ --to BỘ-CHỈ-SỐ -o PHIẾU-MỚI",
		Short: "Chuyển số liệu của phiếu đã điền sang bản khác của bộ chỉ số",
		Long: `Chuyển số liệu, tài liệu kiểm chứng, giải trình của một phiếu đã điền sang phiếu của bản đã sửa, hoặc của năm khác của
bộ chỉ số. Một số liệu được chuyển khi phiếu mới hỏi cùng một việc: cùng tiêu chí (kể cả đã đổi số thứ tự), cùng cách kê
khai, đơn vị tính và các mức. Điều không còn chỗ được liệt kê đủ ở đây và ở trang “` + templates.CarrySheet + `” của phiếu mới.
Phiếu cũ không bị thay đổi.

Không cần có bộ chỉ số cũ: phiếu tự mô tả các mục kê khai của nó. Riêng phiếu đã mất trang ẩn (trang phiếu bị chép sang
tệp khác) thì nêu bộ chỉ số của nó ở --from, kèm --units để lấy lại những gì đã ấn định cho đơn vị.`,
		Example: `  cchc carry phieu.xlsx --to 2023 -o phieu-moi.xlsx
  cchc carry phieu-2023.xlsx --to bo-chi-so-2024.yaml -o phieu-2024.xlsx
  cchc carry mat-trang-an.xlsx --from 2023 --to 2023 --units don-vi.csv -o phieu.xlsx`,
		Args: speech.ArgCount(1, 1, "một phiếu đã điền"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.old = args[0]
			return a.carry(o)
		},
	}
	cmd.Flags().StringVar(&o.to, "to", "", "bộ chỉ số của phiếu mới: `NĂM|MÃ|TỆP`")
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` phiếu mới")
	cmd.Flags().StringVar(&o.from, "from", "", "chỉ rõ bộ chỉ số mà phiếu cũ được lập theo: `NĂM|MÃ|TỆP`")
	cmd.Flags().StringVar(&o.units, "units", "", "lấy tên, khối, xếp hạng và mục không đánh giá từ danh sách đơn vị (`TỆP.csv`)")
	cmd.Flags().BoolVar(&o.keepOptions, "keep-options", false, "giữ mức đã chọn còn nguyên văn dù các mức khác đã đổi")
	cmd.Flags().BoolVar(&o.force, "force", false, "lập lại tệp đã có, nếu không mất gì người điền đã ghi")
	return cmd
}

func (a *app) carry(o carryOptions) error {
	switch {
	case o.to == "":
		return terminal.Misuse("Chưa nêu bộ chỉ số của phiếu mới. Thêm --to, ví dụ --to 2023.")
	case o.out == "":
		return terminal.Misuse("Chưa nêu tệp kết quả. Thêm -o, ví dụ -o phieu-moi.xlsx.")
	}
	if err := disk.PrepareFile(o.out, append(slices.Clone(a.rulePaths), o.old, o.to, o.from, o.units)...); err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	now, err := d.Edition(o.to)
	if err != nil {
		return err
	}
	data, err := disk.ReadBounded(o.old)
	if err != nil {
		return err
	}
	old, err := readOld(d, data, o.from)
	var refusal *reader.Refused
	if errors.As(err, &refusal) {
		return a.refuseCarry(o.old, refusal.Problem)
	}
	if err != nil {
		return err
	}
	readable := old.reading.Readable()
	hand := readable.Hand(filepath.Base(o.old))
	carried, refused := handover.Carry(old.rules, now.Rules, soundSets(d.Catalog), hand, handover.CarryOptions{KeepOptions: o.keepOptions})
	if refused != nil {
		return a.refuseCarry(o.old, *refused)
	}
	return a.writeCarried(d, o, now, old.reading, hand, carried)
}

func (a *app) refuseCarry(path string, p problem.Problem) error {
	fmt.Fprintln(a.err, terminal.PlainLine(fmt.Sprintf("Không chuyển %s: %s %s [%s]", path, p.Text(), p.Remedy(), p.Code)))
	return errFindings
}

// oldForm is a form of whatever edition, read by the rule set that was named, by one at hand that it was made from, or by what it
// tells itself. The rule set is for comparing only.
type oldForm struct {
	book    *reader.Book
	rules   *scoring.RuleSet
	reading *reader.Reading
}

// readOld reads the bytes of one. Whatever is in them, even a panic is only its refusal.
func readOld(d *desk.Desk, data []byte, from string) (f oldForm, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &reader.Refused{Problem: problem.New(problem.FileCrash, "", fault)}
		}
	}()
	if f.book, err = reader.Open(data); err != nil {
		return readByKeys(d, data, from, err)
	}
	layout, err := oldLayout(d, f.book, from)
	if err != nil {
		return f, err
	}
	f.rules = layout.Rules
	if f.reading, err = reader.ReadPart(layout, f.book); err != nil {
		return readByKeys(d, data, from, err)
	}
	return f, nil
}

// readByKeys reads a form whose hidden sheet is lost or spoilt, by the rule set that was named: nothing in it says which one it
// was made from. Where none was named, or something else is wrong, the refusal stands.
func readByKeys(d *desk.Desk, data []byte, from string, refused error) (f oldForm, err error) {
	var refusal *reader.Refused
	if from == "" || !errors.As(refused, &refusal) || !reader.Mendable(refusal) {
		return f, refused
	}
	e, err := d.Edition(from)
	if err != nil {
		return f, err
	}
	f.rules = e.Rules
	if f.book, err = reader.OpenByKeys(data, e.Layout); err == nil {
		f.reading, err = reader.Read(e.Layout, f.book)
	}
	return f, err
}

func oldLayout(d *desk.Desk, book *reader.Book, from string) (*templates.Layout, error) {
	name := book.Stamp.RuleSet
	switch {
	case from != "":
		name = from
	case !d.Knows(name):
		return book.Told()
	}
	set, err := d.Catalog.Load(name)
	switch {
	case err == nil && set.Rules != nil && set.Rules.ID == book.Stamp.RuleSet && set.Rules.FormHash() == book.Stamp.Form:
		return templates.NewLayout(set.Rules), nil
	case from == "" && err == nil:
		return book.Told()
	case err != nil:
		return nil, err
	case set.Rules == nil:
		return nil, &desk.FaultySet{Findings: set.Findings}
	}
	return nil, &reader.Refused{Problem: problem.New(problem.CarryFrom, "", set.ID, book.Stamp.RuleSet, fmt.Sprintf("%.8s", book.Stamp.Form))}
}

// writeCarried writes the new form: a part of the form becomes the same department's part of the new one.
func (a *app) writeCarried(d *desk.Desk, o carryOptions, now *desk.Edition, reading *reader.Reading, hand handover.Hand, c handover.Carryover) error {
	layout := now.Layout
	if reading.Part != nil {
		part := templates.Part{Department: reading.Part.Department, Assigned: c.Assigned(reading.Part.Assigned)}
		if len(part.Assigned.Leaves(now.Rules, part.Department)) == 0 {
			a.tellCarried(layout, reading, c)
			fmt.Fprintf(a.err, "Chưa ghi gì: bộ chỉ số %s không còn tiêu chí nào của %s.\n", now.Rules.ID, terminal.PlainLine(part.Department))
			return errFindings
		}
		layout = templates.NewPartLayout(now.Rules, part)
	}
	filling, err := a.asListed(templates.Carried(c, hand), o.units, now.Rules)
	if err != nil {
		return err
	}
	filling.Version = toolVersion()
	var out bytes.Buffer
	if err := report.CarriedForm(layout, filling, c, filepath.Base(o.old)).Write(&out); err != nil {
		return err
	}
	same, err := putForm(d, o.out, out.Bytes(), o.force)
	if err != nil {
		return err
	}
	a.tellCarried(layout, reading, c)
	unplaced, held := len(c.Unplaced()), len(c.Held())
	fmt.Fprintf(a.err, "%s: chuyển %d mục", madeWords(same, o.out, "Đã lập"), len(c.Items)-unplaced-held)
	if held > 0 {
		fmt.Fprintf(a.err, ", giữ lại %d mục chưa rõ", held)
	}
	fmt.Fprintf(a.err, ", %d mục không còn chỗ, %d số liệu mới để trống.\n", unplaced, len(report.FreshRows(layout, c)))
	isError := func(p reader.Problem) bool { return p.Severity == problem.Error }
	if unplaced+held > 0 || slices.ContainsFunc(reading.Said(), isError) {
		return errFindings
	}
	return nil
}

// asListed is a filling with what the list of units says of its unit, where a list is given.
func (a *app) asListed(f templates.Filling, list string, rs *scoring.RuleSet) (templates.Filling, error) {
	if list == "" {
		return f, nil
	}
	units, err := a.listedUnits(list, rs)
	if err != nil {
		return f, err
	}
	unit := f.Submission.Unit
	at := slices.IndexFunc(units, func(u lists.Unit) bool {
		return strings.EqualFold(u.Code, unit.Code) || unit.Code == "" && compare.SameWords(u.Name, unit.Name)
	})
	if at < 0 {
		return f, terminal.Misuse("Danh sách %s không có đơn vị của phiếu (mã %s, tên %s). Sửa danh sách, hoặc sửa mã, tên ở đầu phiếu.",
			terminal.Quoted(list), terminal.Quoted(unit.Code), terminal.Quoted(unit.Name))
	}
	return fillUnit(units[at], f), nil
}

// tellCarried lists what is odd about the old form, what is held back, what has no place, what is to be looked at, and what is new.
func (a *app) tellCarried(layout *templates.Layout, old *reader.Reading, c handover.Carryover) {
	for _, p := range old.Said() {
		fmt.Fprintln(a.out, "Phiếu cũ: "+batch.ProblemLine(p))
	}
	if held := c.Held(); len(held) > 0 {
		a.carryLines("Giữ lại, chưa chuyển, vì chưa rõ thành tiêu chí nào:", held)
		fmt.Fprintln(a.out, "Chạy cchc rules check với bộ chỉ số mới, thêm các dòng was như gợi ý ở đó, rồi chuyển lại.")
	}
	a.carryLines("Không còn chỗ trong phiếu mới:", c.Unplaced())
	if slices.ContainsFunc(c.Items, func(i handover.Item) bool { return i.Offered }) {
		fmt.Fprintln(a.out, "Có mức đã chọn vẫn còn nguyên văn trong danh sách mới: muốn chuyển cả, thêm --keep-options.")
	}
	toCheck := slices.DeleteFunc(slices.Clone(c.Items), func(i handover.Item) bool { return !i.Carried() || i.Why == "" })
	a.carryLines("Đã chuyển, cần kiểm tra lại:", toCheck)
	if rows := report.FreshRows(layout, c); len(rows) > 0 {
		fmt.Fprintln(a.out, "Mới, còn để trống:")
		for _, row := range rows {
			fmt.Fprintf(a.out, "  %s %s\n", row.Key, terminal.PlainLine(row.Input.Label))
		}
	}
}

func (a *app) carryLines(title string, items []handover.Item) {
	if len(items) > 0 {
		fmt.Fprintln(a.out, title)
	}
	for _, item := range items {
		to := ""
		if item.Carried() && item.To != item.From {
			to = " → " + item.To
		}
		fmt.Fprintf(a.out, "  %s%s %s — %s: %s\n", terminal.PlainLine(item.From), to, terminal.PlainLine(item.Kind.Words(item.Label)), terminal.Plain(item.Text), terminal.PlainLine(item.Why))
	}
}
