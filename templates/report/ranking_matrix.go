package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/ranking"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// worstLeaves is how many criteria the list below the matrix names.
const worstLeaves = 10

// The room that a leaf's points and an area's name need at least, in characters.
const (
	narrowestLeaf = 5.5
	narrowestArea = 24
)

// leavesOf counts the leaves of an area.
func leavesOf(rs *scoring.RuleSet, area int) int {
	return len((&scoring.RuleSet{Criteria: rs.Criteria[area : area+1]}).Leaves())
}

// matrixSheet is units by leaves, in points. Above the units stands how they did in each leaf, all blocks together: what is
// read first stays in sight.
func matrixSheet(r *ranking.Ranking) *draft.Sheet {
	p := newPen(templates.MatrixSheet, 5, 11.5, 33.5) // a code of nine letters stays on one line
	for i := range r.Rules.Criteria {
		leaves := leavesOf(r.Rules, i)
		for range leaves {
			p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: max(narrowestLeaf, narrowestArea/float64(leaves))})
		}
	}
	areas := p.stretches(r.Rules)
	p.matrixTitle(r)
	head := p.row
	p.matrixAreas(areas)
	p.matrixHeads(r)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: figureColumn}
	page := landscape(head, p.row-1)
	page.Scale, page.TitleColumns, page.ColumnBreaks = matrixScale, nameColumn, p.columnBreaks(areas)
	may := p.matrixRows(r)
	if len(areas) > 0 {
		p.worst(r, append(page.ColumnBreaks, len(p.sheet.Columns))[0])
	}
	page.Breaks = look.RowBreaks(p.sheet, page.TitleRows, append(may, p.row), matrixScale)
	p.sheet.Page = page
	return p.sheet
}

// matrixRows writes the units, and gives the rows at which a page may begin: a block's head stays with the first unit, and
// what follows the units begins at the last.
func (p *pen) matrixRows(r *ranking.Ranking) []int {
	var may []int
	last := figureColumn + len(r.Leaves) - 1
	for i := range r.Blocks {
		b := &r.Blocks[i]
		may = append(may, p.row)
		p.matrixBlock(b, last)
		for j := range b.Places {
			if j > 0 {
				may = append(may, p.row)
			}
			p.matrixRow(&b.Places[j])
		}
	}
	return append(may, p.row)
}

// matrixTitle says what the sheet is, within the columns that repeat: what runs past them would be cut on every page but the
// first.
func (p *pen) matrixTitle(r *ranking.Ranking) {
	s := look.Title()
	s.Align, s.Font.Size = draft.Left, 12
	p.wide("ĐIỂM CỦA TỪNG ĐƠN VỊ THEO TIÊU CHÍ", nameColumn, s, 20)
	text := "Điểm dùng để xếp hạng (điểm thẩm định; đơn vị chưa có thì điểm tự chấm). "
	if r.Options.BySelf {
		text = "Điểm tự chấm. "
	}
	s = look.Subtitle()
	s.Align, s.Font.Size = draft.Left, 9.5
	p.wide(text+"KĐG: không đánh giá; Chờ: chờ người thẩm định; Thiếu: thiếu số liệu; Lỗi: số liệu không dùng được.", nameColumn, s, 17)
}

// matrixAreas heads the leaves of each area with its name, once on each page that it stands on.
func (p *pen) matrixAreas(areas []stretch) {
	style := smallHead()
	for i, title := range []string{"Hạng", "Mã", "Đơn vị"} {
		p.put(i+1, draft.Text(title), style)
		p.sheet.Merges = append(p.sheet.Merges, draft.Range{
			From: draft.Place{Row: p.row, Col: i + 1}, To: draft.Place{Row: p.row + 1, Col: i + 1}})
	}
	style.Align = draft.Left
	for _, s := range areas {
		text := s.area.Number + ". " + s.area.Title()
		if s.goesOn {
			text = s.area.Number + " (tiếp). " + s.area.Title()
		}
		p.across(s.from, s.to, draft.Text(shortened(look.Passage{Text: text, Width: p.span(s.from, s.to), Font: style.Font}, areaLines)), style)
	}
	p.next(19)
}

// areaLines is how many lines an area's name may take; the whole name stands on the other sheets.
const areaLines = 3

// shortened is as much of a passage as stands on so many lines.
func shortened(p look.Passage, most int) string {
	words, all := strings.Fields(p.Text), p.Text
	for p.Lines() > most && len(words) > 1 {
		words = words[:len(words)-1]
		p.Text = strings.Join(words, " ") + "…"
	}
	if p.Lines() > most {
		return all
	}
	return p.Text
}

func smallHead() draft.Style {
	style := look.Header(look.HeaderFill)
	style.Font.Size = 9
	return style
}

// matrixHeads writes the leaves' numbers, and below them what they are worth and what became of it.
func (p *pen) matrixHeads(r *ranking.Ranking) {
	for col := 1; col < figureColumn; col++ {
		p.put(col, draft.Value{}, smallHead())
	}
	for i, l := range r.Leaves {
		p.put(figureColumn+i, draft.Text(l.Leaf.Number), smallHead())
	}
	p.next(17)
	p.leafRow(r, "Điểm tối đa", look.PointsFormat, func(l *ranking.LeafMean) draft.Value { return draft.Number(l.Leaf.Max) })
	p.leafRow(r, "Điểm trung bình", look.PointsFormat, func(l *ranking.LeafMean) draft.Value { return orDash(l.Mean) })
	share := p.row
	p.leafRow(r, "Tỷ lệ so với tối đa (%)", "0", func(l *ranking.LeafMean) draft.Value { return orDash(l.Share) })
	p.leafRow(r, "Số đơn vị có điểm", "0", func(l *ranking.LeafMean) draft.Value { return draft.Count(int64(l.Scored)) })
	p.sheet.Marks = append(p.sheet.Marks, draft.Mark{Scale: heat(), Cells: draft.Range{
		From: draft.Place{Row: share, Col: figureColumn}, To: draft.Place{Row: share, Col: figureColumn + len(r.Leaves) - 1}}})
}

func (p *pen) leafRow(r *ranking.Ranking, name, format string, value func(*ranking.LeafMean) draft.Value) {
	style := look.Level(2)
	style.Wrap = false
	p.put(1, draft.Value{}, style)
	p.put(2, draft.Value{}, style)
	p.put(3, draft.Text(name), style)
	style.Align, style.Format, style.Font.Size = draft.Center, format, 9
	for i := range r.Leaves {
		p.put(figureColumn+i, value(&r.Leaves[i]), style)
	}
	p.next(17)
}

// matrixBlock is a block's row, with its text within the columns that repeat.
func (p *pen) matrixBlock(b *ranking.Block, last int) {
	style := look.Level(1)
	p.put(1, draft.Text("KHỐI: "+blockName(b.Name)), style)
	p.merge(1, nameColumn)
	for col := 2; col <= last; col++ {
		p.put(col, draft.Value{}, style)
	}
	p.next(18)
}

func (p *pen) matrixRow(place *ranking.Place) {
	p.unitCells(place)
	s := look.Points(placeStyle(place))
	s.Wrap, s.Font.Size = false, 9
	for i, mark := range place.Marks {
		p.put(figureColumn+i, markCell(mark), s)
	}
	p.next(17)
}

// markCell is a leaf's points, or its state in a word.
func markCell(m scoring.Mark) draft.Value {
	switch m.State {
	case expr.Scored:
		return draft.Number(m.Points)
	case expr.Missing:
		return draft.Text("Thiếu")
	case expr.Invalid:
		return draft.Text("Lỗi")
	}
	return draft.Text(m.State.Label())
}

// worst lists the leaves in which the units, all blocks together, are furthest from the maximum. It stands beside the
// columns that repeat, up to where the first page ends: so it is printed once, and whole.
func (p *pen) worst(r *ranking.Ranking, last int) {
	list := worstOf(r.Rules, r.Leaves)
	if len(list) == 0 {
		return
	}
	s := look.Title()
	s.Align, s.Font.Size = draft.Left, 12
	p.next(10)
	p.across(figureColumn, last, draft.Text(fmt.Sprintf("%d tiêu chí có tỷ lệ thấp nhất", len(list))), s)
	p.next(20)
	for _, l := range list {
		text := fmt.Sprintf("%s. %s: trung bình %s trên %s điểm (%s%%), %d đơn vị có điểm", l.Leaf.Number, l.Leaf.Name,
			expr.FormatPoints(l.Mean.Decimal, 2), expr.FormatNumber(l.Leaf.Max), expr.FormatPoints(l.Share.Decimal, 2), l.Scored)
		p.across(figureColumn, last, draft.Text(text), draft.Style{Wrap: true})
		p.next(16)
	}
}

// worstOf gives the leaves with the lowest share of their maximum, the lowest first. A bonus not won, or no penalty, is no loss.
func worstOf(rs *scoring.RuleSet, all []ranking.LeafMean) []ranking.LeafMean {
	var list []ranking.LeafMean
	for _, l := range all {
		if l.Share.Valid && l.Share.Decimal.LessThan(decimal.NewFromInt(100)) && rs.BeyondOf(l.Leaf) == "" {
			list = append(list, l)
		}
	}
	slices.SortStableFunc(list, func(a, b ranking.LeafMean) int { return a.Share.Decimal.Cmp(b.Share.Decimal) })
	return list[:min(len(list), worstLeaves)]
}
