package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// carryOptions are what carry was asked for.
type carryOptions struct {
	old, to, from string
	out           string
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

Không cần có bộ chỉ số cũ: phiếu tự mô tả các mục kê khai của nó.`,
		Example: `  cchc carry phieu.xlsx --to 2023 -o phieu-moi.xlsx
  cchc carry phieu-2023.xlsx --to bo-chi-so-2024.yaml -o phieu-2024.xlsx`,
		Args: argCount(1, 1, "một phiếu đã điền"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.old = args[0]
			return a.carry(o)
		},
	}
	cmd.Flags().StringVar(&o.to, "to", "", "bộ chỉ số của phiếu mới: `NĂM|MÃ|TỆP`")
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` phiếu mới")
	cmd.Flags().StringVar(&o.from, "from", "", "chỉ rõ bộ chỉ số mà phiếu cũ được lập theo: `NĂM|MÃ|TỆP`")
	cmd.Flags().BoolVar(&o.keepOptions, "keep-options", false, "giữ mức đã chọn còn nguyên văn dù các mức khác đã đổi")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) carry(o carryOptions) error {
	switch {
	case o.to == "":
		return terminal.Misuse("Chưa nêu bộ chỉ số của phiếu mới. Thêm --to, ví dụ --to 2023.")
	case o.out == "":
		return terminal.Misuse("Chưa nêu tệp kết quả. Thêm -o, ví dụ -o phieu-moi.xlsx.")
	}
	if err := disk.PrepareFile(o.out, append(slices.Clone(a.rulePaths), o.old, o.to, o.from)...); err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	now, err := d.edition(o.to)
	if err != nil {
		return err
	}
	rs, reading, err := d.oldForm(o.old, o.from)
	var refusal *reader.Refused
	if errors.As(err, &refusal) {
		return a.refuseCarry(o.old, refusal.Problem)
	}
	if err != nil {
		return err
	}
	faulty := a.sayRead(reading)
	reading = reading.Readable()
	hand := reading.Hand(filepath.Base(o.old))
	carried, refused := handover.Carry(rs, now.rules, soundSets(d.catalog), hand, handover.CarryOptions{KeepOptions: o.keepOptions})
	if refused != nil {
		return a.refuseCarry(o.old, *refused)
	}
	if err := a.writeCarried(o, now, reading, hand, carried); err != nil || !faulty {
		return err
	}
	return errFindings
}

// sayRead says what scoring the old form would say of its cells, and whether any of it is an error.
func (a *app) sayRead(reading *reader.Reading) (faulty bool) {
	for _, p := range reading.Said() {
		faulty = faulty || p.Severity == problem.Error
		fmt.Fprintln(a.out, problemLine(p))
	}
	return faulty
}

func (a *app) refuseCarry(path string, p problem.Problem) error {
	fmt.Fprintln(a.err, terminal.PlainLine(fmt.Sprintf("Không chuyển %s: %s %s [%s]", path, p.Text(), p.Remedy(), p.Code)))
	return errFindings
}

// oldForm reads a form of whatever edition: by the rule set that was named, by one at hand that it was made from, or by what it
// tells itself. The rule set is for comparing only.
func (d *desk) oldForm(path, from string) (rs *scoring.RuleSet, reading *reader.Reading, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &reader.Refused{Problem: problem.New(problem.FileCrash, "", fault)}
		}
	}()
	book, err := openBook(path)
	if err != nil {
		return nil, nil, err
	}
	layout, err := d.oldLayout(book, from)
	if err != nil {
		return nil, nil, err
	}
	reading, err = reader.ReadPart(layout, book)
	return layout.Rules, reading, err
}

func (d *desk) oldLayout(book *reader.Book, from string) (*templates.Layout, error) {
	name := book.Stamp.RuleSet
	switch {
	case from != "":
		name = from
	case !d.knows(name):
		return book.Told()
	}
	set, err := d.catalog.Load(name)
	switch {
	case err == nil && set.Rules != nil && set.Rules.ID == book.Stamp.RuleSet && set.Rules.FormHash() == book.Stamp.Form:
		return templates.NewLayout(set.Rules), nil
	case from == "" && err == nil:
		return book.Told()
	case err != nil:
		return nil, err
	case set.Rules == nil:
		return nil, &faultySet{set.Findings}
	}
	return nil, &reader.Refused{Problem: problem.New(problem.CarryFrom, "", set.ID, book.Stamp.RuleSet, fmt.Sprintf("%.8s", book.Stamp.Form))}
}

// writeCarried writes the new form: a part of the form becomes the same department's part of the new one.
func (a *app) writeCarried(o carryOptions, now *edition, reading *reader.Reading, hand handover.Hand, c handover.Carryover) error {
	layout := now.layout
	if reading.Part != nil {
		part := templates.Part{Department: reading.Part.Department, Assigned: c.Assigned(reading.Part.Assigned)}
		if len(part.Assigned.Leaves(now.rules, part.Department)) == 0 {
			a.tellCarried(layout, c)
			fmt.Fprintf(a.err, "Chưa ghi gì: bộ chỉ số %s không còn tiêu chí nào của %s.\n", now.rules.ID, terminal.PlainLine(part.Department))
			return errFindings
		}
		layout = templates.NewPartLayout(now.rules, part)
	}
	filling := templates.Carried(c, hand)
	filling.Version = toolVersion()
	var out bytes.Buffer
	if err := report.CarriedForm(layout, filling, c, filepath.Base(o.old)).Write(&out); err != nil {
		return err
	}
	if err := disk.WriteWhole(o.out, out.Bytes(), o.force); err != nil {
		return err
	}
	unplaced := a.tellCarried(layout, c)
	fmt.Fprintf(a.err, "Đã lập %s: chuyển %d mục, %d mục không còn chỗ, %d số liệu mới để trống.\n", terminal.PlainLine(o.out),
		len(c.Items)-unplaced, unplaced, len(report.FreshRows(layout, c)))
	if unplaced > 0 {
		return errFindings
	}
	return nil
}

// tellCarried lists what has no place, what is to be looked at, and what is new. It gives the number of items without a place.
func (a *app) tellCarried(layout *templates.Layout, c handover.Carryover) (unplaced int) {
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
	return len(c.Unplaced())
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
