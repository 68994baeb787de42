package report

import (
	"fmt"
	"io"
	"strings"

	"cchc/scoring/compare"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// The sheets of a comparison by itself. In a scored workbook all three stand on one sheet, DiffSheet.
const (
	identitySheet  = "Theo nội dung"
	reconciliation = "Đối chiếu"
)

// diffColumns is how many columns every table of a comparison has, as the letter's.
const diffColumns = 7

// WriteDiff writes a comparison of two rule sets as a workbook to be printed: as the letter prints it, by identity, and
// the reconciliation. Equal comparisons give equal bytes.
func WriteDiff(out io.Writer, d compare.Changes) error {
	w := draft.Workbook{Title: diffTitle(d), Sheets: diffSheets(d)}
	w.Seal()
	return w.Write(out)
}

func diffTitle(d compare.Changes) string {
	before, after := d.Sides()
	return fmt.Sprintf("So sánh bộ chỉ số cải cách hành chính %s với %s", after, before)
}

// diffSheets gives each view a sheet of its own, with a grid that suits it.
func diffSheets(d compare.Changes) []*draft.Sheet {
	letter := newDiff(d, templates.DiffSheet, 8, 54, 8, 12, 12, 40, 13)
	letter.title("1. Theo số thứ tự, như phụ lục của văn bản")
	letter.letter()
	identity := newDiff(d, identitySheet, 8, 42, 8, 9, 24, 36, 36)
	identity.title("2. Theo nội dung: tiêu chí chuyển số, mới, không còn và các thay đổi khác")
	identity.identity()
	sums := newDiff(d, reconciliation, 8, 62, 11, 11, 11, 11, 44)
	sums.title("3. Đối chiếu số liệu")
	sums.reconcile()
	sums.sheet.Freeze, sums.sheet.Page.TitleRows = draft.Place{}, draft.Range{} // several tables
	return []*draft.Sheet{letter.sheet, identity.sheet, sums.sheet}
}

// diffSheet is the comparison on one sheet, for a scored workbook.
func diffSheet(d compare.Changes) *draft.Sheet {
	s := newDiff(d, templates.DiffSheet, 8, 44, 9, 12, 22, 34, 34)
	s.title("Bộ chỉ số dùng để chấm đã thay đổi như sau")
	s.part("1. Theo số thứ tự, như phụ lục của văn bản")
	s.letter()
	s.part("2. Theo nội dung: tiêu chí chuyển số, mới, không còn và các thay đổi khác")
	s.identity()
	s.part("3. Đối chiếu số liệu")
	s.reconcile()
	s.sheet.Freeze, s.sheet.Page.TitleRows = draft.Place{}, draft.Range{} // each part has its own head
	return s.sheet
}

// diffPen writes a comparison.
type diffPen struct {
	*pen
	d compare.Changes
}

func newDiff(d compare.Changes, name string, widths ...float64) diffPen {
	p := diffPen{newPen(name, widths...), d}
	p.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter}
	return p
}

func (p diffPen) wide(text string, style draft.Style, height float64) {
	p.put(1, draft.Text(text), style)
	p.merge(1, diffColumns)
	p.next(height)
}

// title says what is compared, and what has to be known of it.
func (p diffPen) title(part string) {
	p.wide(strings.ToUpper(diffTitle(p.d)), look.Title(), 24)
	p.wide(part, draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center, Wrap: true}, 18)
	p.wide(p.d.After.Basis+"; trước đó: "+p.d.Before.Basis, look.Subtitle(), 18)
	for _, remark := range p.d.Remarks {
		p.wide("Lưu ý: "+remark.Text(), look.Subtitle(), 18)
	}
	p.next(8)
}

// part begins a view on a page of its own.
func (p diffPen) part(text string) {
	if p.sheet.Freeze != (draft.Place{}) { // there is a table above
		p.sheet.Page.Breaks = append(p.sheet.Page.Breaks, p.row-1)
	}
	p.heading(text)
}

// head writes a table's head and lets it repeat on every page.
func (p diffPen) head(titles ...string) {
	p.sheet.Page.TitleRows = draft.Range{From: draft.Place{Row: p.row, Col: 1}, To: draft.Place{Row: p.row, Col: diffColumns}}
	p.headings(titles...)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
}
