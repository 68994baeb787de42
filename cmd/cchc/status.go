package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/scoring/progress"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// statusOptions are what status was asked for.
type statusOptions struct {
	paths   []string
	units   string
	out     string
	json    bool
	force   bool
	workers int
}

func newStatus(a *app) *cobra.Command {
	var o statusOptions
	cmd := &cobra.Command{
		Use:   "status [--units don-vi.csv] THƯ-MỤC...",
		Short: "Cho biết công việc của năm đang đến đâu",
		Long: `Xem các phiếu đã nộp và các phiếu kết quả, cho biết từng đơn vị: đã nộp chưa, đã chấm chưa, còn lỗi hay tạm tính,
thẩm định đến đâu, phiếu có sửa sau khi chấm không. Cuối cùng là việc cần làm tiếp, kèm lệnh để gõ. Lệnh này không
sửa tệp nào.`,
		Example: `  cchc status --units don-vi.csv nop ket-qua
  cchc status --units don-vi.csv nop ket-qua -o tinh-hinh.xlsx`,
		Args: speech.ArgCount(1, -1, "ít nhất một thư mục"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return a.status(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP` .xlsx, .csv)")
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "ghi bảng tình hình vào `TỆP.xlsx`")
	cmd.Flags().BoolVar(&o.json, "json", false, "in mỗi đơn vị một dòng JSON")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghi đè nếu tệp đã có")
	cmd.Flags().IntVar(&o.workers, "workers", 0, "`SỐ` tệp đọc cùng lúc (mặc định: theo số nhân máy)")
	return cmd
}

// sighted is what one file is.
type sighted struct {
	form   *progress.Form
	result *progress.Result
	other  string // why it is neither; "" for what is passed over by itself
}

func (a *app) status(ctx context.Context, o statusOptions) error {
	in, err := disk.Gather(o.paths, disk.IsSpreadsheet)
	if err != nil {
		return err
	}
	if err := disk.PrepareFile(o.out, append(in.Files, o.units)...); err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	if d.List, err = a.readList(d, o.units, in.Files); err != nil {
		return err
	}
	var forms []progress.Form
	var results []progress.Result
	_, err = desk.InOrder(ctx, in.Files, o.workers, func(path string) sighted { return sightOf(d, path) }, func(s sighted) error {
		switch {
		case s.form != nil:
			forms = append(forms, *s.form)
		case s.result != nil:
			results = append(results, *s.result)
		case s.other != "":
			fmt.Fprintln(a.err, terminal.PlainLine(s.other))
		}
		return nil
	})
	if err != nil {
		return err
	}
	units := progress.Of(d.List.All(), forms, results)
	if d.List != nil {
		batch.SayUnlisted(a.err, d.List, d.List.Unlisted(unitsOf(units)))
	}
	return a.tellStatus(units, o)
}

func unitsOf(all []progress.Unit) []scoring.Unit {
	var units []scoring.Unit
	for i := range all {
		units = append(units, all[i].Unit)
	}
	return units
}

// sightOf looks at one file. Whatever is in it, even a panic is only its refusal.
func sightOf(d *desk.Desk, path string) (s sighted) {
	defer func() {
		if fault := recover(); fault != nil {
			s = sighted{other: fmt.Sprintf("Không đọc được %s: %v", path, fault)}
		}
	}()
	e, reading, err := d.Open(path)
	if err != nil {
		return sightOther(d, path, err)
	}
	printed := printOf(reading.Filling()) // of what the form says, and not the list
	d.List.Apply(reading)
	unit := reading.Submission.Unit
	if reading.Stamp.Stage == templates.SubmittedStage {
		return sighted{form: &progress.Form{Unit: unit, File: path, SavedAt: whenSaved(path, reading.Saved), Print: printed}}
	}
	result := e.Layout.Scorer.Score(reading.Submission)
	counting, _ := result.Counting()
	return sighted{result: &progress.Result{Unit: unit, File: path, Print: madeOf(reading), Provisional: counting.Provisional(),
		Errors: countErrors(reading.Findings(&result)), Appraisal: appraisalOf(e.Rules, reading)}}
}

// sightOther says why a file is neither form nor result.
func sightOther(d *desk.Desk, path string, err error) sighted {
	var refusal *reader.Refused
	var faulty *desk.FaultySet
	switch {
	case errors.As(err, &refusal) && refusal.Problem.Code == problem.FormSummary:
		return sighted{} // ours, beside the results
	case errors.As(err, &refusal):
		return sighted{other: fmt.Sprintf("Không tính %s: %s", path, refusal.Problem.Text())}
	case errors.As(err, &faulty):
		return sighted{other: fmt.Sprintf("Không tính %s: %s", path, faulty.OfForm().Text())}
	}
	return sighted{other: "Không đọc được " + path + ": " + disk.Sentence(err)}
}

// printOf is the same for the same answers and texts of a form.
func printOf(f templates.Filling) string {
	return templates.Fingerprint(f.Submission.Answers) + " " + templates.TextsFingerprint(f)
}

// madeOf is the print of the form that a result was made of; "" where it doesn't tell.
func madeOf(reading *reader.Reading) string {
	if reading.Memory.Texts == "" {
		return ""
	}
	for _, line := range reading.Declared {
		if line.Name == templates.FixedFingerprint {
			return line.Value + " " + reading.Memory.Texts
		}
	}
	return ""
}

func appraisalOf(rs *scoring.RuleSet, reading *reader.Reading) progress.Appraisal {
	switch a := reading.Submission.Appraisal; {
	case a == nil:
		return progress.None
	case a.Done:
		return progress.Done
	case len(handover.MarksOf(rs, a, reading.Unread)) > 0:
		return progress.Begun
	}
	return progress.None
}

func countErrors(problems []reader.Problem) int {
	n := 0
	for _, p := range problems {
		if p.Severity == problem.Error {
			n++
		}
	}
	return n
}

// whenSaved is when a form was saved, as it says itself or, where it doesn't, as the disk does.
func whenSaved(path string, says time.Time) string {
	if !says.IsZero() {
		return desk.Moment(says)
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return desk.Moment(info.ModTime())
}

// writeReport puts a workbook into a file of its own.
func writeReport(path string, force bool, book *draft.Workbook) error {
	var out bytes.Buffer
	book.Seal()
	if err := book.Write(&out); err != nil {
		return err
	}
	return putTable(path, out.Bytes(), force)
}

// statusRecord is a unit's line of JSON.
type statusRecord struct {
	Code         string   `json:"code"`
	Name         string   `json:"name"`
	Block        string   `json:"block"`
	Files        []string `json:"files"`
	Submitted    bool     `json:"submitted"`
	Scored       bool     `json:"scored"`
	Provisional  bool     `json:"provisional"`
	Errors       int      `json:"errors"`
	Appraisal    string   `json:"appraisal"`
	ChangedSince bool     `json:"changedSince"`
}

// tellStatus prints where the year stands; it is a finding where anything is left to do.
func (a *app) tellStatus(units []progress.Unit, o statusOptions) error {
	counts := progress.Count(units)
	if o.out != "" {
		if err := writeReport(o.out, o.force, report.StatusWorkbook(units)); err != nil {
			return err
		}
	}
	var err error
	if o.json {
		err = writeStatusRecords(record.Lines{Out: a.out}, units)
	} else {
		err = writeAll(a.out, statusText(units))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(a.err, "%s\n%s\n", countWords(counts), nextWords(counts, o))
	if counts.Finished < counts.Units || counts.Units == 0 {
		return errFindings
	}
	return nil
}

func writeStatusRecords(out record.Lines, units []progress.Unit) error {
	for i := range units {
		u := &units[i]
		files := []string{}
		for _, form := range u.Forms {
			files = append(files, form.File)
		}
		rec := statusRecord{u.Code, u.Name, u.Block, files, u.Submitted(), u.Scored(), u.Provisional(), u.Errors(), string(u.Appraisal()), u.ChangedSince}
		if err := out.Write(rec); err != nil {
			return err
		}
	}
	return nil
}
