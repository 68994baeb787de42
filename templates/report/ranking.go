package report

import (
	"cmp"
	"fmt"
	"strings"

	"cchc/scoring/expr"
	"cchc/scoring/ranking"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// provisional follows a number format where the points are not final: a mark that paper without colour shows, and that
// leaves the cell a number.
const provisional = `"*"`

// nameColumn is where the units' names stand, after rank and code, on all sheets but the problems'.
const nameColumn = 3

// RankingWorkbook lays out a ranking with the problems of all its units. The notes stand in its head: what whoever uses the ranking
// must know.
func RankingWorkbook(r *ranking.Ranking, problems []RankingProblem, notes ...string) *draft.Workbook {
	return &draft.Workbook{
		Title:  rankingTitle(r),
		Sheets: []*draft.Sheet{rankSheet(r, notes), areaSheet(r), matrixSheet(r), rankingProblemSheet(r, problems)},
	}
}

func rankingTitle(r *ranking.Ranking) string {
	what := "kết quả chấm điểm cải cách hành chính"
	if r.Options.Survey != nil {
		what = "chỉ số cải cách hành chính"
	}
	return fmt.Sprintf("Xếp hạng %s năm %d", what, r.Rules.Year)
}

// rankSheet is the ranking itself: a table, block by block, and below it a chart for each.
func rankSheet(r *ranking.Ranking, notes []string) *draft.Sheet {
	columns := rankColumns(r)
	p := newPen(templates.RankSheet)
	for _, c := range columns {
		p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: c.width})
	}
	p.titles(r, rankingTitle(r), len(columns))
	for _, note := range notes {
		p.wide(note, len(columns), draft.Style{Font: draft.Font{Size: 11, Bold: true}, Wrap: true}, 17)
	}
	head := p.row
	p.rankHeads(r, columns)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: nameColumn + 1}
	p.sheet.Page = landscape(head, p.row-1)
	var first []int // row of each block
	for i := range r.Blocks {
		b := &r.Blocks[i]
		p.blockHead(b, len(columns))
		first = append(first, p.row)
		for j := range b.Places {
			p.rankRow(&b.Places[j], columns)
		}
		p.meanRow(b, columns)
	}
	p.legend(r, len(columns))
	p.rankCharts(r, columns, first)
	return p.sheet
}

func landscape(firstHead, lastHead int) draft.Page {
	return draft.Page{Landscape: true, Footer: look.PageFooter,
		TitleRows: draft.Range{From: draft.Place{Row: firstHead, Col: 1}, To: draft.Place{Row: lastHead, Col: 1}}}
}

// titles writes what the table is, of what and by what.
func (p *pen) titles(r *ranking.Ranking, title string, width int) {
	p.wide(strings.ToUpper(title), width, look.Title(), 24)
	p.wide("Bộ chỉ số: "+r.Rules.Kind+" ("+r.Rules.Basis+")", width, look.Subtitle(), 17)
	p.wide(rankingSummary(r), width, look.Subtitle(), 17)
	p.next(6)
}

// wide writes a row of one text across the table.
func (p *pen) wide(text string, width int, s draft.Style, least float64) {
	p.put(1, draft.Text(text), s)
	p.merge(1, width)
	p.next(least)
}

// rankingSummary says how many units there are, and how far the ranking is from final.
func rankingSummary(r *ranking.Ranking) string {
	n := r.Count()
	text := fmt.Sprintf("%d đơn vị, %d được xếp hạng; xếp hạng theo điểm thẩm định.", n.Units, n.Ranked)
	if r.Options.BySelf {
		text = fmt.Sprintf("%d đơn vị, %d được xếp hạng; xếp hạng theo điểm tự chấm.", n.Units, n.Ranked)
	}
	if n.StandIns > 0 {
		text += fmt.Sprintf(" %d đơn vị chưa có điểm thẩm định, tạm dùng điểm tự chấm.", n.StandIns)
	}
	if n.Provisional > 0 {
		text += fmt.Sprintf(" %d đơn vị có kết quả tạm tính (*).", n.Provisional)
	}
	return text
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// rankHeads writes the columns' names; with a survey, a row above says which of them belong together.
func (p *pen) rankHeads(r *ranking.Ranking, columns []rankColumn) {
	style := look.Header(look.HeaderFill)
	if r.Options.Survey == nil {
		for i, c := range columns {
			p.put(i+1, draft.Text(c.title), style)
		}
		p.next(34)
		return
	}
	above, group := p.row, ""
	for i, c := range columns {
		switch at := (draft.Place{Row: above, Col: i + 1}); {
		case c.group == "":
			p.put(i+1, draft.Text(c.title), style)
			p.sheet.Merges = append(p.sheet.Merges, draft.Range{From: at, To: draft.Place{Row: above + 1, Col: i + 1}})
		case c.group != group:
			p.put(i+1, draft.Text(c.group), style)
			p.merge(i+1, i+count(columns, c.group))
		default:
			p.put(i+1, draft.Value{}, style)
		}
		group = c.group
	}
	p.next(20)
	for i, c := range columns {
		v := draft.Value{}
		if c.group != "" {
			v = draft.Text(c.title)
		}
		p.put(i+1, v, style)
	}
	p.next(34)
}

// count is how many columns a group has.
func count(columns []rankColumn, group string) int {
	n := 0
	for _, c := range columns {
		n += one(c.group == group)
	}
	return n
}

func (p *pen) blockHead(b *ranking.Block, width int) {
	text := fmt.Sprintf("KHỐI: %s — %d đơn vị, %d được xếp hạng", blockName(b.Name), b.Units, b.Ranked)
	for col := 2; col <= width; col++ {
		p.put(col, draft.Value{}, look.Level(1))
	}
	p.wide(text, width, look.Level(1), 19)
}

func blockName(name string) string { return cmp.Or(name, "(chưa ghi khối)") }

func (p *pen) rankRow(place *ranking.Place, columns []rankColumn) {
	for i, c := range columns {
		v, s := c.cell(place)
		p.put(i+1, v, s)
	}
	p.next(17)
}

// meanRow is the mean of the units that have a rank.
func (p *pen) meanRow(b *ranking.Block, columns []rankColumn) {
	style := look.Level(2)
	for i, c := range columns {
		switch {
		case c.mean != nil:
			s := look.Points(style)
			s.Format = cmp.Or(c.format, s.Format)
			p.put(i+1, orDash(c.mean(&b.Means)), openStyle(s, c.open != nil && c.open(&b.Means)))
		case i == nameColumn-1:
			p.put(i+1, draft.Text("Trung bình khối"), style)
		default:
			p.put(i+1, draft.Value{}, style)
		}
	}
	p.next(18)
}

// legend says how to read the table.
func (p *pen) legend(r *ranking.Ranking, width int) {
	lines := []string{
		"Tỷ lệ (%) là điểm chia cho điểm tối đa được đánh giá (điểm tối đa trừ điểm của các tiêu chí không đánh giá). " +
			"Xếp hạng theo giá trị chính xác, không theo số đã làm tròn; bằng nhau thì đồng hạng.",
		"* Tạm tính: còn tiêu chí chưa có điểm; các tiêu chí đó chưa được cộng điểm nhưng vẫn tính trong điểm tối đa. Trung bình khối " +
			"chỉ tính các đơn vị được xếp hạng, và chỉ khi tất cả đều có số liệu (– : chưa đủ).",
	}
	if r.Options.Survey != nil {
		lines = append(lines, fmt.Sprintf("Tổng điểm là điểm quy về thang %s cộng điểm điều tra xã hội học (ĐTXHH, tối đa %s). Chỉ số CCHC là tổng điểm chia cho %s.",
			expr.FormatNumber(r.Rules.Total), expr.FormatNumber(r.Options.Survey.Max), expr.FormatNumber(r.Rules.Total.Add(r.Options.Survey.Max))))
	}
	lines = append(lines, gradeLines(r)...)
	p.next(8)
	for _, line := range lines {
		p.wide(line, width, draft.Style{Font: draft.Font{Size: 10, Italic: true}, Wrap: true}, 15)
	}
}

// gradeLines say when each grade is given.
func gradeLines(r *ranking.Ranking) []string {
	switch {
	case len(r.Options.Grades) > 0 && len(r.Rules.Classes) > 0:
		return []string{"Xếp loại theo yêu cầu khi xếp hạng, không theo bộ chỉ số: " + gradeWords(r.Options.Grades) + "."}
	case len(r.Options.Grades) > 0:
		return []string{"Xếp loại: " + gradeWords(r.Options.Grades) + "."}
	case len(r.Rules.Classes) == 0:
		return nil
	}
	lines := []string{"Xếp loại theo bộ chỉ số:"}
	for i := range r.Rules.Classes {
		lines = append(lines, "– "+r.Rules.DescribeClass(&r.Rules.Classes[i])+".")
	}
	return lines
}

func gradeWords(grades []ranking.Grade) string {
	var words []string
	for _, g := range grades {
		words = append(words, g.Name+" từ "+expr.FormatNumber(g.From)+"%")
	}
	return strings.Join(words, ", ")
}
