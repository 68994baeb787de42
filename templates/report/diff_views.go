package report

import (
	"strconv"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// letter is the first view: the seven columns of the issuing letter, row for row.
func (p diffPen) letter() {
	p.head(p.d.Headings()...)
	for _, row := range p.d.Rows {
		if row.InLetter() {
			p.letterRow(row)
		}
	}
	total := look.Level(1)
	p.put(1, draft.Value{}, total)
	p.put(2, draft.Text("TỔNG CỘNG"), total)
	p.put(3, draft.Number(p.d.After.Total), diffPoints(total))
	change := p.d.After.Total.Sub(p.d.Before.Total)
	p.put(4, changeValue(decimal.NewNullDecimal(change), !change.IsZero()), diffPoints(total))
	for col := 5; col <= diffColumns; col++ {
		p.put(col, draft.Value{}, total)
	}
	p.next(18)
}

func (p diffPen) letterRow(row compare.Row) {
	style := look.Level(row.Level)
	if row.Level == 2 {
		style.Font.Bold, style.Fill = false, ""
	}
	l := row.Letter
	status := look.Centered(style)
	status.Font.Color = changeInk(l.Change)
	most := row.LetterMax()
	p.put(1, draft.Text(row.LetterNumber()), look.Centered(style))
	p.put(2, draft.Text(row.Criterion().Name), style)
	p.put(3, changeValue(most, most.Valid), diffPoints(style))
	p.put(4, changeValue(l.Change, l.Change.Valid), diffPoints(style))
	p.put(5, draft.Text(l.Status()), status)
	p.put(6, draft.Text(l.OldName), style)
	p.put(7, draft.Text(l.Content()), look.Centered(style))
	p.next(18)
}

// diffPoints prints points as the letter does, without zeros at the end and without a sign on what rose.
func diffPoints(s draft.Style) draft.Style {
	s.Align, s.Format = draft.Center, ""
	return s
}

// diffChange prints them with both signs.
func diffChange(s draft.Style) draft.Style {
	s.Align, s.Format = draft.Center, "+General;-General;0"
	return s
}

func changeValue(d decimal.NullDecimal, shown bool) draft.Value {
	if !shown {
		return draft.Value{}
	}
	return draft.Number(d.Decimal)
}

// changeInk backs up the words: what fell is red, what rose is blue.
func changeInk(d decimal.NullDecimal) string {
	switch {
	case !d.Valid:
		return ""
	case d.Decimal.IsNegative():
		return look.RedInk
	}
	return look.Ink
}

// identity is the second view: under each area what changed in it, with the points that add up to its change.
func (p diffPen) identity() {
	before, after := p.d.Sides()
	p.head("STT nay", "Lĩnh vực/Tiêu chí", "STT trước", "Điểm (+/-)", "Thay đổi", "Trước ("+before+")", "Nay ("+after+")")
	for i, detail := range p.d.Set {
		p.change(compare.Line{Name: "Toàn bộ bộ chỉ số", What: detail.Label, Old: detail.Old, New: detail.New}, i == 0)
	}
	for _, area := range p.d.Summary.Areas {
		p.areaChanges(area)
	}
	for _, proposal := range p.d.Proposals {
		p.proposal(proposal)
	}
	if p.d.Empty() {
		p.wide("Không có thay đổi nào.", look.Body(), 18)
	}
}

func (p diffPen) areaChanges(area compare.AreaSum) {
	lines := area.Lines()
	if len(lines) == 0 && area.Change().IsZero() {
		return
	}
	style := look.Level(1)
	before, after := area.Maxima()
	p.put(1, draft.Text(nodeNumber(area.After)), look.Centered(style))
	p.put(2, draft.Text(area.Area().Name), style)
	p.put(3, draft.Text(nodeNumber(area.Before)), look.Centered(style))
	p.put(4, draft.Number(area.Change()), diffChange(style))
	p.put(5, draft.Text("Điểm tối đa"), style)
	p.put(6, draft.Text(expr.FormatNumber(before)), style)
	p.put(7, draft.Text(expr.FormatNumber(after)), style)
	p.next(18)
	last := ""
	for _, line := range lines {
		who := line.Number + "/" + line.Was
		p.change(line, who != last)
		last = who
	}
}

func nodeNumber(c *scoring.Criterion) string {
	if c == nil {
		return ""
	}
	return c.Number
}

// change writes one line; the criterion is named on its first line only.
func (p diffPen) change(line compare.Line, first bool) {
	style := look.Body()
	points := diffChange(style)
	points.Top = true
	if !first {
		line.Number, line.Was, line.Name = "", "", ""
	}
	old, now := markedTexts(line.Old, line.New)
	p.put(1, draft.Text(line.Number), look.Centered(style))
	p.put(2, draft.Text(line.Name), style)
	p.put(3, draft.Text(line.Was), look.Centered(style))
	p.put(4, changeValue(line.Points, line.Points.Valid), points)
	p.put(5, draft.Text(line.What), style)
	p.put(6, old, style)
	p.put(7, now, style)
	p.next(18)
}

// proposal lists two names that are alike, for a person to decide.
func (p diffPen) proposal(proposal compare.Proposal) {
	style := look.Body()
	style.Font.Italic = true
	old, now := markedTexts(proposal.Before.Name, proposal.After.Name)
	p.put(1, draft.Text(proposal.After.Number), look.Centered(style))
	p.put(2, draft.Text("Có phải cùng một tiêu chí? Nếu phải, ghi was trong bộ chỉ số."), style)
	p.put(3, draft.Text(proposal.Before.Number), look.Centered(style))
	p.put(4, draft.Value{}, style)
	p.put(5, draft.Text("Tên giống nhau "+strconv.Itoa(proposal.Likeness)+"%"), style)
	p.put(6, old, style)
	p.put(7, now, style)
	p.next(18)
}
