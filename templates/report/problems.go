package report

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
	"cchc/templates/reader"
)

// lastProblemRow is as far as the filter of the problems reaches; a sheet's settings are the same for all units.
const lastProblemRow = 2000

// problemSheet lists every problem with a link to its cell and the remedy, errors first, in the order of the form. The cells are those
// of the file that was read; where rows stood elsewhere in it than here, that is said.
func problemSheet(l *templates.Layout, file string, problems []reader.Problem) *draft.Sheet {
	p := newPen(templates.ProblemSheet, 6, 11, 12, 14, 62, 52)
	p.put(1, draft.Text("CÁC VẤN ĐỀ CẦN XEM"), look.Title())
	p.merge(1, 6)
	p.next(24)
	p.put(1, draft.Text("Lỗi làm cho tiêu chí không có điểm; cảnh báo là chỗ cần kiểm tra lại. "+clickWords(l, file, problems)), look.Subtitle())
	p.merge(1, 6)
	p.next(18)
	head := p.row
	p.headings("STT", "Mức độ", "Tiêu chí", "Ô", "Nội dung", "Cách xử lý")
	p.sheet.Filter = &draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: lastProblemRow, Col: 6}}
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = landscape(head, head)
	p.sheet.Page.Scale = problemScale
	may := []int{p.row}
	ordered := slices.Clone(problems)
	slices.SortStableFunc(ordered, func(a, b reader.Problem) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(rowOf(l, a), rowOf(l, b)))
	})
	for i, found := range ordered {
		if i > 1 && i < len(ordered)-1 { // no row stands on a page alone
			may = append(may, p.row)
		}
		p.problem(l, i+1, found)
	}
	if len(problems) == 0 {
		p.put(5, draft.Text("Không có vấn đề nào, cảm ơn đơn vị đã kê khai đầy đủ."), draft.Style{Font: draft.Font{Italic: true}})
		p.next(20)
	}
	p.sheet.Page.Breaks = look.RowBreaks(p.sheet, p.sheet.Page.TitleRows, append(may, p.row), problemScale)
	return p.sheet
}

// problemScale is how small the problems print, in per cent: as wide as a page.
const problemScale = 85

// clickWords say what a click on a cell does, and whose cell it is.
func clickWords(l *templates.Layout, file string, problems []reader.Problem) string {
	moved := func(p reader.Problem) bool {
		key, col := p.Place()
		row, known := l.Row(key)
		return known && col > 0 && cellOr(p.Cell, row.At(col)) != row.At(col).String()
	}
	if !slices.ContainsFunc(problems, moved) {
		return "Bấm vào ô để đến chỗ cần sửa."
	}
	if file != "" {
		file = " " + file
	}
	return "Ô nêu theo phiếu đã nộp" + file + ", có dòng, cột khác chỗ so với ở đây; bấm vào ô để đến chỗ tương ứng trong tệp này."
}

// aCell is how a cell is named. What a workbook tells of earlier findings may be anything.
var aCell = regexp.MustCompile(`^[A-Z]{1,3}[1-9][0-9]{0,6}$`)

// cellOr is the cell of that name, or the other one.
func cellOr(name string, other draft.Place) string {
	if aCell.MatchString(name) {
		return name
	}
	return other.String()
}

// rowOf is the row of the form that a problem is about, 0 where it is about none.
func rowOf(l *templates.Layout, p reader.Problem) int {
	key, _ := templates.PlaceOf(p.Problem)
	row, _ := l.Row(key)
	return row.Number
}

// problem writes a problem's row: its cell is that of the file that was read. The link leads into this workbook, whose rows stand as laid
// out.
func (p *pen) problem(l *templates.Layout, n int, found reader.Problem) {
	style := look.Body()
	severity, level := "Cảnh báo", style
	if found.Severity == problem.Error {
		severity, level.Font.Bold, level.Font.Color = "Lỗi", true, look.RedInk
	}
	key, col := found.Place()
	row, known := l.Row(key)
	criterion := ""
	if known && row.Node != nil {
		criterion = row.Node.Number
	}
	p.put(1, draft.Text(strconv.Itoa(n)), look.Centered(style))
	p.put(2, draft.Text(severity), look.Centered(level))
	p.put(3, draft.Text(criterion), look.Centered(style))
	if known && col > 0 {
		p.link(4, cellOr(found.Cell, row.At(col)), l.Ref(key, col), look.Centered(style))
	} else {
		p.put(4, draft.Text(found.Where()), look.Centered(style))
	}
	p.put(5, draft.Text(found.Text()), style)
	p.put(6, draft.Text(found.Remedy()), style)
	p.next(18)
}
