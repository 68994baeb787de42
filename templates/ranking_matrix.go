package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/templates/draft"
)

// worstLeaves is how many criteria the list below the matrix names.
const worstLeaves = 10

// leavesOnPage is how many leaves stand beside each other on paper so that one can still read them.
const leavesOnPage = 20

// narrowestArea is the room that an area's name needs, in characters.
const narrowestArea = 24

// leavesOf counts the leaves of an area.
func leavesOf(rs *scoring.RuleSet, area int) int {
	return len((&scoring.RuleSet{Criteria: rs.Criteria[area : area+1]}).Leaves())
}

// matrixSheet is units by leaves, in points. Above the units stands how they did in each leaf, all blocks together: what is
// read first stays in sight.
func matrixSheet(r *scoring.Ranking) *draft.Sheet {
	p := newPen(MatrixSheet, 6, 10, 34)
	for i := range r.Rules.Criteria {
		leaves := leavesOf(r.Rules, i)
		for range leaves {
			p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: max(6, narrowestArea/float64(leaves))})
		}
	}
	last := figureColumn + len(r.Leaves) - 1
	p.matrixTitle(r)
	head := p.row
	p.matrixAreas(r)
	p.matrixHeads(r)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: figureColumn}
	p.sheet.Page = landscape(head, p.row-1)
	p.sheet.Page.Wide, p.sheet.Page.TitleColumns = (len(r.Leaves)+leavesOnPage-1)/leavesOnPage, nameColumn
	for i := range r.Blocks {
		b := &r.Blocks[i]
		p.matrixBlock(b, last)
		for j := range b.Places {
			p.matrixRow(&b.Places[j])
		}
	}
	p.worst(r)
	return p.sheet
}

// matrixWidth is how many columns the texts above and below the matrix take: not more than a screen shows.
const matrixWidth = figureColumn + 15

func (p *pen) matrixTitle(r *scoring.Ranking) {
	width := min(matrixWidth, len(p.sheet.Columns))
	s := titleStyle()
	s.Align = draft.Left
	p.wide("ĐIỂM CỦA TỪNG ĐƠN VỊ THEO TIÊU CHÍ", width, s, 22)
	text := "Điểm dùng để xếp hạng (điểm thẩm định; đơn vị chưa có thì điểm tự chấm). "
	if r.Options.BySelf {
		text = "Điểm tự chấm. "
	}
	s = subtitleStyle()
	s.Align = draft.Left
	p.wide(text+"KĐG: không đánh giá; Chờ: chờ người thẩm định; Thiếu: thiếu số liệu; Lỗi: số liệu không dùng được.", width, s, 17)
}

// matrixAreas heads the leaves of each area with its name, which runs on over the empty cells beside it: merged cells would
// be cut where a page ends.
func (p *pen) matrixAreas(r *scoring.Ranking) {
	style := smallHead()
	for i, title := range []string{"Hạng", "Mã", "Đơn vị"} {
		p.put(i+1, draft.Text(title), style)
		p.sheet.Merges = append(p.sheet.Merges, draft.Range{
			From: draft.Place{Row: p.row, Col: i + 1}, To: draft.Place{Row: p.row + 1, Col: i + 1}})
	}
	style.Align, style.Wrap, style.Border = draft.Left, false, draft.NoBorder
	at := figureColumn
	for i := range r.Rules.Criteria {
		area, to, room := &r.Rules.Criteria[i], at+leavesOf(r.Rules, i), 0.0
		for _, c := range p.sheet.Columns[at-1 : to-1] {
			room += c.Width
		}
		p.put(at, draft.Text(shortened(passage{area.Number + ". " + area.Name, room, style.Font})), style)
		for at++; at < to; at++ {
			p.put(at, draft.Value{}, style)
		}
	}
	p.next(19)
}

// shortened is as much of a passage as stands on one line; the whole name stands on the other sheets.
func shortened(p passage) string {
	words, all := strings.Fields(p.text), p.text
	for p.lines() > 1 && len(words) > 1 {
		words = words[:len(words)-1]
		p.text = strings.Join(words, " ") + "…"
	}
	if p.lines() > 1 {
		return all
	}
	return p.text
}

func smallHead() draft.Style {
	style := headerStyle(headerFill)
	style.Font.Size = 9
	return style
}

// matrixHeads writes the leaves' numbers, and below them what they are worth and what became of it.
func (p *pen) matrixHeads(r *scoring.Ranking) {
	for col := 1; col < figureColumn; col++ {
		p.put(col, draft.Value{}, smallHead())
	}
	for i, l := range r.Leaves {
		p.put(figureColumn+i, draft.Text(l.Leaf.Number), smallHead())
	}
	p.next(17)
	p.leafRow(r, "Điểm tối đa", pointsFormat, func(l *scoring.LeafMean) draft.Value { return draft.Number(l.Leaf.Max) })
	p.leafRow(r, "Điểm trung bình", pointsFormat, func(l *scoring.LeafMean) draft.Value { return orDash(l.Mean) })
	share := p.row
	p.leafRow(r, "Tỷ lệ so với tối đa (%)", "0", func(l *scoring.LeafMean) draft.Value { return orDash(l.Share) })
	p.leafRow(r, "Số đơn vị có điểm", "0", func(l *scoring.LeafMean) draft.Value { return number(int64(l.Scored)) })
	p.sheet.Marks = append(p.sheet.Marks, draft.Mark{Scale: heat(), Cells: draft.Range{
		From: draft.Place{Row: share, Col: figureColumn}, To: draft.Place{Row: share, Col: figureColumn + len(r.Leaves) - 1}}})
}

func (p *pen) leafRow(r *scoring.Ranking, name, format string, value func(*scoring.LeafMean) draft.Value) {
	style := levelStyle(2)
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

// matrixBlock is a block's row. Its text is not merged over the frozen columns, which would hide it.
func (p *pen) matrixBlock(b *scoring.Block, last int) {
	style := levelStyle(1)
	style.Wrap = false
	p.put(1, draft.Text("KHỐI: "+blockName(b.Name)), style)
	p.merge(1, nameColumn)
	for col := 2; col <= last; col++ {
		p.put(col, draft.Value{}, style)
	}
	p.next(18)
}

func (p *pen) matrixRow(place *scoring.Place) {
	p.unitCells(place)
	s := pointsStyle(placeStyle(place))
	s.Wrap, s.Font.Size = false, 9
	for i, mark := range place.Marks {
		p.put(figureColumn+i, markCell(mark), s)
	}
	p.next(17)
}

// markCell is a leaf's points, or its state in a word.
func markCell(m scoring.Mark) draft.Value {
	switch m.State {
	case scoring.Scored:
		return draft.Number(m.Points)
	case scoring.Missing:
		return draft.Text("Thiếu")
	case scoring.Invalid:
		return draft.Text("Lỗi")
	}
	return draft.Text(m.State.Label())
}

// worst lists the leaves in which the units, all blocks together, are furthest from the maximum.
func (p *pen) worst(r *scoring.Ranking) {
	list := worstOf(r.Leaves)
	if len(list) == 0 {
		return
	}
	width := min(matrixWidth, len(p.sheet.Columns))
	s := titleStyle()
	s.Align, s.Font.Size = draft.Left, 12
	p.next(10)
	p.wide(fmt.Sprintf("%d tiêu chí có tỷ lệ thấp nhất", len(list)), width, s, 20)
	for _, l := range list {
		text := fmt.Sprintf("%s. %s: trung bình %s trên %s điểm (%s%%), %d đơn vị có điểm", l.Leaf.Number, l.Leaf.Name,
			scoring.FormatPoints(l.Mean.Decimal, 2), scoring.FormatNumber(l.Leaf.Max), scoring.FormatPoints(l.Share.Decimal, 2), l.Scored)
		p.wide(text, width, draft.Style{Wrap: true}, 16)
	}
}

// worstOf gives the leaves with the lowest share of their maximum, the lowest first.
func worstOf(all []scoring.LeafMean) []scoring.LeafMean {
	var list []scoring.LeafMean
	for _, l := range all {
		if l.Share.Valid && l.Share.Decimal.LessThan(decimal.NewFromInt(100)) {
			list = append(list, l)
		}
	}
	slices.SortStableFunc(list, func(a, b scoring.LeafMean) int { return a.Share.Decimal.Cmp(b.Share.Decimal) })
	return list[:min(len(list), worstLeaves)]
}
