package report

import (
	"cmp"
	"fmt"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/ranking"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// heat colours from the lowest to the highest: from dark to light, so that paper without colour shows the same order.
func heat() []string { return []string{"F0906F", "FCE8C3", "F4FAEF"} }

// figureColumn is the first column of figures where areas or leaves stand side by side.
const figureColumn = nameColumn + 1

// areaSheet is units by areas in per cent.
func areaSheet(r *ranking.Ranking) *draft.Sheet {
	areas := r.Rules.Criteria
	p := newPen(templates.AreaSheet, 7, 11, 40)
	for range areas {
		p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: 13.5})
	}
	last := figureColumn + len(areas) - 1
	p.titles(r, fmt.Sprintf("Tỷ lệ điểm theo lĩnh vực năm %d (%%)", r.Rules.Year), last)
	p.areaHeads(areas)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: figureColumn}
	p.sheet.Page = landscape(p.row-1, p.row-1)
	from := p.row
	for i := range r.Blocks {
		b := &r.Blocks[i]
		p.blockHead(b, last)
		for j := range b.Places {
			p.areaRow(&b.Places[j])
		}
		p.areaMeans(b)
	}
	if p.row > from {
		p.sheet.Marks = append(p.sheet.Marks, draft.Mark{Scale: heat(), Cells: draft.Range{
			From: draft.Place{Row: from, Col: figureColumn}, To: draft.Place{Row: p.row - 1, Col: last}}})
	}
	p.next(8)
	p.wide("Điểm chia cho điểm tối đa được đánh giá của lĩnh vực, tính bằng %; màu càng đậm thì tỷ lệ càng thấp. KĐG: không đánh giá. "+
		"* Tạm tính: còn tiêu chí chưa có điểm. Trung bình, cao nhất và thấp nhất chỉ tính các đơn vị được xếp hạng.",
		last, draft.Style{Font: draft.Font{Size: 10, Italic: true}, Wrap: true}, 15)
	return p.sheet
}

func (p *pen) areaHeads(areas []scoring.Criterion) {
	style := look.Header(look.HeaderFill)
	style.Font.Size = 9.5
	for i, title := range []string{"Hạng", "Mã", "Đơn vị"} {
		p.put(i+1, draft.Text(title), style)
	}
	for i, area := range areas {
		p.put(figureColumn+i, draft.Text(fmt.Sprintf("%s. %s\n(%s điểm)", area.Number, area.Title(), expr.FormatNumber(area.Max))), style)
	}
	p.next(40)
}

func (p *pen) areaRow(place *ranking.Place) {
	p.unitCells(place)
	for i, t := range place.Areas {
		s := look.Points(placeStyle(place))
		if t.Assessed().IsPositive() {
			p.put(figureColumn+i, draft.Number(t.Percent(2)), marked(s, t))
			continue
		}
		p.put(figureColumn+i, draft.Text(expr.NotAssessed.Label()), s)
	}
	p.next(17)
}

// unitCells writes rank, code and name.
func (p *pen) unitCells(place *ranking.Place) {
	v, s := rankCell(place)
	p.put(1, v, s)
	p.put(2, draft.Text(place.Unit.Code), placeStyle(place))
	p.put(3, draft.Text(place.Unit.Name), placeStyle(place))
}

// areaMeans writes how a block did as a whole: mean, best and worst, with the units that were it.
func (p *pen) areaMeans(b *ranking.Block) {
	style := look.Level(2)
	small := style
	small.Font.Size, small.Font.Bold = 9, false
	rows := []struct {
		name  string
		style draft.Style
		cell  func(*ranking.AreaMean) draft.Value
	}{
		{"Trung bình khối", style, func(a *ranking.AreaMean) draft.Value { return orDash(a.Mean) }},
		{"Cao nhất", style, func(a *ranking.AreaMean) draft.Value { return orDash(a.Best) }},
		{"Đơn vị cao nhất", small, func(a *ranking.AreaMean) draft.Value { return draft.Text(unitCodes(a.BestUnits)) }},
		{"Thấp nhất", style, func(a *ranking.AreaMean) draft.Value { return orDash(a.Worst) }},
		{"Đơn vị thấp nhất", small, func(a *ranking.AreaMean) draft.Value { return draft.Text(unitCodes(a.WorstUnits)) }},
	}
	for _, row := range rows {
		for col := 1; col < nameColumn; col++ {
			p.put(col, draft.Value{}, style)
		}
		p.put(nameColumn, draft.Text(row.name), style)
		for i := range b.Areas {
			p.put(figureColumn+i, row.cell(&b.Areas[i]), openStyle(look.Points(row.style), b.Areas[i].Open))
		}
		p.next(17)
	}
}

// unitCodes names a few units; of many it says how many more there are.
func unitCodes(units []scoring.Unit) string {
	const most = 3
	var codes []string
	for _, u := range units[:min(len(units), most)] {
		codes = append(codes, cmp.Or(u.Code, u.Name))
	}
	text := strings.Join(codes, ", ")
	if more := len(units) - most; more > 0 {
		text += fmt.Sprintf(" và %d đơn vị khác", more)
	}
	return text
}
