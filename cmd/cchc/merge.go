package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/parts"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// mergeOptions are what merge was asked for.
type mergeOptions struct {
	paths  []string
	out    string
	prefer string // parts.Newest, a file, or ""
	force  bool
}

func newMerge(a *app) *cobra.Command {
	var o mergeOptions
	cmd := &cobra.Command{
		Use:   "merge TỆP|THƯ-MỤC... -o TỆP|THƯ-MỤC",
		Short: "Ghép phần của các phòng thành phiếu của đơn vị",
		Long: `Ghép các phiếu của một đơn vị (phần của từng phòng, hoặc cả phiếu) thành một phiếu. Số liệu giống nhau ở nhiều tệp được
lấy một lần; khác nhau thì nêu cả hai kèm tệp và ô, và để trống trong phiếu ghép: ô ấy có nền tím cho đến khi được điền,
trang “Chỗ khác nhau” ghi phòng nào trả lời gì. Tài liệu kiểm chứng, giải trình của nhiều phòng được nối lại, ghi rõ của
phòng nào. Ghép theo thứ tự nào, ghép thêm vào phiếu đã ghép cũng cho cùng kết quả.

Với -o là một thư mục, ghép cho nhiều đơn vị một lần: mỗi thư mục con (như cchc template --units --assign lập ra) là các
phần của một đơn vị, thành một phiếu. Phiếu ghép đã có người điền thêm thì để nguyên, kể cả với --force.`,
		Example: `  cchc merge cac-phong -o don-vi.xlsx
  cchc merge cac-don-vi -o phieu
  cchc merge phong-a.xlsx phong-b.xlsx --prefer newest -o don-vi.xlsx`,
		Args: speech.ArgCount(1, -1, "ít nhất một phiếu hoặc thư mục"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.paths = args
			return a.merge(o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` .xlsx phiếu ghép; hoặc thư mục, mỗi đơn vị một phiếu")
	cmd.Flags().StringVar(&o.prefer, "prefer", "", "số liệu khác nhau thì lấy theo `TỆP` này, hoặc newest: tệp lưu sau cùng")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghép lại vào tệp đã có, nếu không mất gì người điền đã ghi")
	return cmd
}

func (a *app) merge(o mergeOptions) error {
	if o.out == "" {
		return terminal.Misuse("Chưa nêu tệp kết quả. Thêm -o, ví dụ -o don-vi.xlsx; nhiều đơn vị thì nêu thư mục, ví dụ -o phieu.")
	}
	in, err := disk.Gather(o.paths, disk.IsWorkbook)
	if err := cmp.Or(err, in.Absent); err != nil {
		return err
	}
	if isFolder(o.out) {
		return a.mergeUnits(o, in)
	}
	// An earlier result in the folder is passed over; one that is named stays, and will not be written onto.
	in.Files = slices.DeleteFunc(in.Files, func(path string) bool { return parts.Same(path, o.out) && !slices.Contains(o.paths, path) })
	if err := disk.PrepareFile(o.out, in.Files...); err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	t := a.newMerging(d, o)
	t.skipped = in.Skipped
	if err := t.read(in.Files); err != nil {
		return err
	}
	return doubting(&in, t.merge())
}

// merging is a unit's files while they are put together.
type merging struct {
	*app
	parts.Table
	desk    *desk.Desk
	o       mergeOptions
	skipped []disk.Skipped
	same    bool  // the merged form stood there already
	fault   error // the first reason why nothing is written
}

func (a *app) newMerging(d *desk.Desk, o mergeOptions) *merging {
	return &merging{app: a, desk: d, o: o, Table: parts.Table{Out: a.out, Err: a.err, Line: batch.ProblemLine, Prefer: o.prefer}}
}

// read reads all files, and says of every one that cannot be used why. The error is one already said.
func (t *merging) read(files []string) error {
	names := parts.Names(files)
	for _, path := range files {
		e, reading, err := parts.Read(t.desk, path)
		if err != nil {
			t.refuse(path, err)
			continue
		}
		t.Files = append(t.Files, parts.File{Hand: reading.Hand(names[path]), Path: path, Reading: reading})
		if t.Edition == nil {
			t.Edition = e
		}
		if e.Rules.ID != t.Edition.Rules.ID {
			t.refuse(path, &reader.Refused{Problem: problem.New(problem.MergeRules, "", e.Rules.ID, t.Edition.Rules.ID, t.Files[0].Name)})
		}
	}
	if len(files) == 0 {
		return terminal.Misuse("Không có phiếu nào để ghép. Nêu các phiếu .xlsx, hoặc thư mục có phiếu.")
	}
	if t.fault != nil {
		return t.fault
	}
	return t.Weigh()
}

// refuse says why a file cannot be used. A file that cannot be read at all is the graver fault.
func (t *merging) refuse(path string, err error) {
	var refusal *reader.Refused
	var faulty *desk.FaultySet
	switch {
	case errors.As(err, &faulty):
		refusal = &reader.Refused{Problem: faulty.OfForm()}
	case !errors.As(err, &refusal):
		fmt.Fprintf(t.err, "Không ghép được %s: %s\n", terminal.PlainLine(path), terminal.PlainLine(disk.Sentence(err)))
		t.fault = reported{err}
		return
	}
	p := refusal.Problem
	if passed := desk.NoForm(path, p.Code); passed != nil {
		t.skipped = append(t.skipped, *passed)
		return
	}
	fmt.Fprintf(t.err, "Không ghép %s: %s %s [%s]\n", terminal.PlainLine(path), terminal.PlainLine(p.Text()), terminal.PlainLine(p.Remedy()), p.Code)
	if t.fault == nil {
		t.fault = errFindings
	}
}

// merge puts the files together, writes the form, and tells what differs and what is still to come.
func (t *merging) merge() error {
	hands, merged, err := t.together()
	if err != nil {
		return err
	}
	form, err := t.form(merged)
	if err != nil {
		return err
	}
	if t.same, err = putForm(t.desk, t.o.out, form, t.o.force); err != nil {
		return err
	}
	open := t.TellFiles()
	open = t.TellConflicts(merged.Conflicts) || open
	t.TellDepartments(merged, hands)
	open = t.TellGaps(merged) || open
	t.sum(merged)
	if open {
		return errFindings
	}
	return nil
}

// together is what the files say as one, or the error of files that do not belong together, already said.
func (t *merging) together() ([]handover.Hand, *handover.Merged, error) {
	var hands []handover.Hand
	for _, hand := range t.Files {
		hands = append(hands, hand.Hand)
	}
	merged, problems := handover.Merge(t.Edition.Rules, hands)
	for _, p := range problems {
		fmt.Fprintln(t.err, terminal.PlainLine(fmt.Sprintf("Không ghép%s: %s %s [%s]", inUnit(t.Unit), p.Text(), p.Remedy(), p.Code)))
	}
	if len(problems) > 0 {
		return nil, nil, errFindings
	}
	t.Place(merged.Conflicts)
	return hands, &merged, nil
}

func inUnit(unit string) string {
	if unit == "" {
		return ""
	}
	return " " + unit
}

// form is the workbook of what was put together.
func (t *merging) form(m *handover.Merged) ([]byte, error) {
	filling := templates.Merged(*m)
	filling.Notice = t.Notice()
	return formBytes(t.Edition.Printer, filling)
}

// sum says what was done.
func (t *merging) sum(m *handover.Merged) {
	t.saySkipped(t.skipped)
	made := fmt.Sprintf("Đã ghép %d tệp vào", len(t.Files))
	fmt.Fprintf(t.err, "%s: %d số liệu", madeWords(t.same, t.o.out, made), len(m.Submission.Answers))
	if open := parts.Open(m.Conflicts); open > 0 {
		fmt.Fprintf(t.err, ", %d chỗ khác nhau để trống", open)
	}
	if missing := parts.Missing(m.Gaps); missing > 0 {
		fmt.Fprintf(t.err, ", %d số liệu chưa có", missing)
	}
	fmt.Fprintln(t.err, ".")
}

func (a *app) saySkipped(skipped []disk.Skipped) {
	for _, s := range skipped {
		fmt.Fprintf(a.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
}
