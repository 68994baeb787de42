package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/tables"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/report"
)

// takeTables puts what the tables say into the results, and tells what does not go in.
func (a *app) takeTables(ctx context.Context, d *desk.Desk, r *tables.Results, o appraiseOptions) error {
	all, lines, err := tables.Read(d, distinct(o.from))
	if err != nil {
		return err
	}
	fit, misfits := tables.OfRules(all, r.Edition.Rules)
	lines = append(lines, misfits...)
	out, err := tables.Take(ctx, d, r, fit, o.workers)
	lines = inOrderOfFiles(append(lines, out.Lines...), distinct(o.from))
	for _, line := range lines {
		fmt.Fprintln(a.err, tableLine(line))
	}
	if err := writeAll(a.out, takenText(out.Taken)); err != nil {
		return err
	}
	a.sayTaken(out.Taken, len(fit), len(lines) > 0, o)
	if err != nil {
		return err
	}
	if len(lines) == 0 {
		return nil
	}
	if err := a.sendBack(ofTables(lines), o); err != nil {
		return err
	}
	if slices.ContainsFunc(lines, func(l tables.Line) bool { return l.Severity == problem.Error }) {
		return errFindings
	}
	return nil
}

// distinct drops files that are named again.
func distinct(files []string) []string {
	var once []string
	for _, file := range files {
		if clean := filepath.Clean(file); !slices.Contains(once, clean) {
			once = append(once, clean)
		}
	}
	return once
}

// inOrderOfFiles puts what is said of one table together.
func inOrderOfFiles(lines []tables.Line, files []string) []tables.Line {
	slices.SortStableFunc(lines, func(a, b tables.Line) int { return slices.Index(files, a.File) - slices.Index(files, b.File) })
	return lines
}

// takenText is a line for each unit of which something was said.
func takenText(all []tables.Taken) string {
	t := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 40}, {Width: 9, Right: true}, {Width: 9, Right: true}, {Width: 12}, {Width: 30}}}
	t.Add(nil, "ĐƠN VỊ", "SỐ MỤC", "ĐÃ NHẬN", "THẨM ĐỊNH", "GHI CHÚ")
	t.Rule()
	told := false
	for i := range all {
		u := &all[i]
		if u.Said == 0 {
			continue
		}
		told = true
		t.Add(nil, terminal.PlainLine(unitWords(u.Unit)), fmt.Sprint(u.Said), fmt.Sprint(u.Entries), stateOf(u), remarkOf(u))
	}
	if !told {
		return ""
	}
	return t.String()
}

// stateOf says whether the appraisal of a unit counts; "" where its result was not written.
func stateOf(u *tables.Taken) string {
	if u.Scored.Result == nil {
		return ""
	}
	if u.Scored.Result.Done {
		return templates.AppraisalStates()[1]
	}
	return templates.AppraisalStates()[0]
}

func remarkOf(u *tables.Taken) string {
	switch {
	case u.Scored.Failure != nil:
		return "không ghi được"
	case u.Refused:
		return "chưa nhận"
	case u.Entries == 0:
		return "đã có trong kết quả"
	case u.Account != nil && u.Account.Appraised != nil:
		return "điểm thẩm định " + expr.FormatPoints(u.Account.Appraised.Points, int32(u.Account.Rules.Rounding.Places))
	}
	return ""
}

// sayTaken is the sum: how much went in where, and what is left to do.
func (a *app) sayTaken(all []tables.Taken, from int, found bool, o appraiseOptions) {
	entries, results, said, refused, open := 0, 0, 0, 0, 0
	for i := range all {
		u := &all[i]
		said += u.Said
		refused += count(u.Refused)
		if u.Entries > 0 && u.Scored.Failure == nil {
			entries, results = entries+u.Entries, results+1
			open += count(stateOf(u) == templates.AppraisalStates()[0])
		}
	}
	switch {
	case results > 0:
		fmt.Fprintf(a.err, "Đã nhận %d mục từ %d bảng vào %d kết quả", entries, from, results)
	case said > 0 && refused == 0:
		fmt.Fprint(a.err, "Không có gì mới: mọi mục trong bảng đã có trong kết quả")
	case said == 0 && !found:
		fmt.Fprint(a.err, "Không nhận mục nào: chưa có gì được ghi trong bảng")
	default:
		fmt.Fprint(a.err, "Không nhận mục nào")
	}
	if refused > 0 {
		fmt.Fprintf(a.err, "; %d đơn vị chưa nhận được", refused)
	}
	fmt.Fprintln(a.err, ".")
	if open > 0 {
		fmt.Fprintf(a.err, "%d kết quả vẫn ở “Thẩm định: Chưa”: khi các lĩnh vực đã đủ, chọn Đã trong phiếu kết quả rồi chạy cchc score %s\n",
			open, terminal.PlainLine(strings.Join(o.paths, " ")))
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// returnedFile is what the workbook of what was not taken is called, unless told otherwise.
const returnedFile = "tra-lai"

// ofTables leaves out what is said of files that are no tables: they are no agency's, and may lie among the units' forms.
func ofTables(lines []tables.Line) []tables.Line {
	return slices.DeleteFunc(slices.Clone(lines), func(l tables.Line) bool { return l.Code == problem.AppraiseNoTable })
}

// sendBack writes the workbook of what has to be mended, if anything has.
func (a *app) sendBack(lines []tables.Line, o appraiseOptions) error {
	if len(lines) == 0 {
		return nil
	}
	var returned []report.Returned
	for _, l := range lines {
		returned = append(returned, report.Returned{Agency: l.Agency, File: filepath.Base(l.File), Where: l.Where(), Criterion: l.Criterion,
			Unit: l.Unit, Severity: l.Severity, Text: l.Text(), Remedy: l.Remedy()})
	}
	var book bytes.Buffer
	table := report.ReturnedWorkbook(returned)
	table.Seal()
	if err := table.Write(&book); err != nil {
		return err
	}
	path, same := o.out, false
	if path == "" {
		path, same = freeName(filepath.Join(filepath.Dir(o.from[0]), returnedFile), book.Bytes())
	} else if standing, err := disk.ReadBounded(path); err == nil {
		same = bytes.Equal(standing, book.Bytes())
	}
	if !same {
		if err := putTable(path, book.Bytes(), o.force); err != nil {
			return err
		}
	}
	fmt.Fprintf(a.err, "%s: %d chỗ để gửi lại các cơ quan.\n", madeWords(same, path, "Đã ghi"), len(lines))
	return nil
}

// freeName is the first numbered name where nothing stands, or where just that stands already.
func freeName(base string, book []byte) (path string, same bool) {
	for n := 1; ; n++ {
		path = base + ".xlsx"
		if n > 1 {
			path = fmt.Sprintf("%s-%d.xlsx", base, n)
		}
		standing, err := disk.ReadBounded(path)
		if err == nil && bytes.Equal(standing, book) {
			return path, true
		}
		if isAbsent(path) {
			return path, false
		}
	}
}
