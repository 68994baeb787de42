package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/ranking"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// latest is a unit against the latest of the earlier years.
func latest(p *ranking.Place) ranking.Change { return p.Changes[0] }

// yearColumns hold the ranking against the latest of the earlier years.
func yearColumns(past *ranking.Past) []rankColumn {
	return []rankColumn{
		{title: fmt.Sprintf("Năm %d (%%)", past.Year), width: 10, cell: figureCell(func(p *ranking.Place) decimal.NullDecimal { return wasIndex(latest(p)) })},
		{title: "Tăng/giảm", width: 10, format: signedFormat, cell: func(p *ranking.Place) (draft.Value, draft.Style) {
			s := look.Points(placeStyle(p))
			s.Format = signedFormat
			return orDash(latest(p).Points), openStyle(s, p.Counting.Provisional() || latest(p).Was != nil && latest(p).Was.Open)
		}},
		{title: fmt.Sprintf("Hạng năm %d", past.Year), width: 8, cell: func(p *ranking.Place) (draft.Value, draft.Style) {
			if was := latest(p).Was; was != nil && was.Rank > 0 {
				return draft.Count(int64(was.Rank)), look.Centered(placeStyle(p))
			}
			return draft.Text("–"), look.Centered(placeStyle(p))
		}},
	}
}

func wasIndex(c ranking.Change) decimal.NullDecimal {
	if c.Was == nil {
		return decimal.NullDecimal{}
	}
	return c.Was.Index
}

// yearLines say how the years are compared, and which units are no longer there.
func yearLines(r *ranking.Ranking) []string {
	var lines []string
	for i := range r.Pasts {
		past := &r.Pasts[i]
		if i == 0 {
			lines = append(lines, "Tăng/giảm là tỷ lệ (%) năm nay trừ năm trước, theo số đã làm tròn như in trong bảng; so tỷ lệ, không so điểm"+otherMaximum(r, past)+".")
		}
		if gone := r.Gone(i); len(gone) > 0 {
			var names []string
			for _, u := range gone {
				names = append(names, strings.TrimSpace(u.Unit.Code+" "+u.Unit.Name))
			}
			lines = append(lines, fmt.Sprintf("Có trong kết quả năm %d, không có trong bảng này: %s.", past.Year, strings.Join(names, "; ")))
		}
	}
	return lines
}

// otherMaximum says that two years have not the same maximum.
func otherMaximum(r *ranking.Ranking, past *ranking.Past) string {
	full := r.Rules.Total
	if r.Options.Survey != nil {
		full = full.Add(r.Options.Survey.Max)
	}
	if !past.Full.Valid || past.Full.Decimal.Equal(full) {
		return ""
	}
	return fmt.Sprintf(" (tối đa năm %d là %s điểm, năm nay %s điểm)", past.Year, expr.FormatNumber(past.Full.Decimal), expr.FormatNumber(full))
}

// yearsSheet is the units over the years: percentages, ranks and what became of them, charts of rises and falls, and areas against the
// latest of the earlier years.
func yearsSheet(r *ranking.Ranking) *draft.Sheet {
	years := len(r.Pasts) + 1
	p := newPen(templates.YearsSheet, 8, 11, 40)
	for range years {
		p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: 11})
	}
	p.sheet.Columns = append(p.sheet.Columns, draft.Column{Width: 12}, draft.Column{Width: 14}, draft.Column{Width: 14}, draft.Column{Width: 40})
	change := figureColumn + years + 1
	last := change + 2
	p.titles(r, fmt.Sprintf("Kết quả năm %d so với các năm trước", r.Rules.Year), last)
	p.yearHeads(r)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: figureColumn}
	p.sheet.Page = landscape(p.row-1, p.row-1)
	first := make([]int, len(r.Blocks))
	for i := range r.Blocks {
		b := &r.Blocks[i]
		p.blockHead(b, last)
		first[i] = p.row
		for j := range b.Places {
			p.yearRow(r, &b.Places[j])
		}
	}
	p.next(8)
	for _, line := range yearLines(r) {
		p.wide(line, last, draft.Style{Font: draft.Font{Size: 10, Italic: true}, Wrap: true}, 15)
	}
	p.areaYears(r, last)
	p.yearCharts(r, first, change)
	return p.sheet
}

func (p *pen) yearHeads(r *ranking.Ranking) {
	titles := []string{"Hạng", "Mã", "Đơn vị"}
	for i := len(r.Pasts) - 1; i >= 0; i-- {
		titles = append(titles, fmt.Sprintf("Năm %d (%%)", r.Pasts[i].Year))
	}
	titles = append(titles, fmt.Sprintf("Năm %d (%%)", r.Rules.Year), "Các năm", "Tăng/giảm", fmt.Sprintf("Hạng %d → %d", r.Pasts[0].Year, r.Rules.Year), "Ghi chú")
	for i, title := range titles {
		p.put(i+1, draft.Text(title), look.Header(look.HeaderFill))
	}
	p.next(34)
}

// yearRow is a unit over the years, the earliest first.
func (p *pen) yearRow(r *ranking.Ranking, place *ranking.Place) {
	p.unitCells(place)
	col := figureColumn
	style := look.Points(placeStyle(place))
	for i := len(r.Pasts) - 1; i >= 0; i-- {
		was := place.Changes[i].Was
		p.put(col, orDash(wasIndex(place.Changes[i])), openStyle(style, was != nil && was.Open))
		col++
	}
	p.put(col, orDash(place.Index(2)), marked(style, place.Counting))
	col++
	p.put(col, draft.Text(steps(r, place)), look.Centered(placeStyle(place)))
	signed := style
	signed.Format = signedFormat
	p.put(col+1, orDash(latest(place).Points), signed)
	p.put(col+2, draft.Text(ranksWords(place)), look.Centered(placeStyle(place)))
	v, s := notesCell(place)
	p.put(col+3, v, s)
	p.next(look.Fit(17, look.Passage{Text: v.Text, Width: 40, Font: s.Font}))
}

// steps draws the years of a unit as bars of letters, the earliest first, between the lowest and the highest percentage of all units in
// all of these years; a dot where a year has none. Letters are seen in every program and on paper.
func steps(r *ranking.Ranking, place *ranking.Place) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	least, most := indexSpan(r)
	var text []rune
	for _, d := range indexes(place) {
		switch {
		case !d.Valid:
			text = append(text, '·')
		case !most.GreaterThan(least):
			text = append(text, bars[len(bars)-1])
		default:
			share := d.Decimal.Sub(least).Mul(decimal.NewFromInt(int64(len(bars)-1))).DivRound(most.Sub(least), 0)
			text = append(text, bars[share.IntPart()])
		}
	}
	return string(text)
}

// indexes are the percentages of a unit over the years, the earliest first.
func indexes(place *ranking.Place) []decimal.NullDecimal {
	all := []decimal.NullDecimal{place.Index(2)}
	for _, change := range place.Changes {
		all = append([]decimal.NullDecimal{wasIndex(change)}, all...)
	}
	return all
}

// indexSpan is between what all units' percentages lie.
func indexSpan(r *ranking.Ranking) (least, most decimal.Decimal) {
	first := true
	for i := range r.Blocks {
		for j := range r.Blocks[i].Places {
			for _, d := range indexes(&r.Blocks[i].Places[j]) {
				switch {
				case !d.Valid:
				case first:
					least, most, first = d.Decimal, d.Decimal, false
				default:
					least, most = decimal.Min(least, d.Decimal), decimal.Max(most, d.Decimal)
				}
			}
		}
	}
	return least, most
}

// ranksWords say where a unit stood, and stands: "4 → 2".
func ranksWords(place *ranking.Place) string {
	rank := func(n int) string {
		if n == 0 {
			return "–"
		}
		return fmt.Sprint(n)
	}
	was := 0
	if latest(place).Was != nil {
		was = latest(place).Was.Rank
	}
	return rank(was) + " → " + rank(place.Rank)
}

// areaYears holds the means of each block in each area against those of the latest earlier year, as far as its results are known: an
// area is the same subject by what the rules say, not by its number.
func (p *pen) areaYears(r *ranking.Ranking, last int) {
	past := &r.Pasts[0]
	p.next(8)
	if past.Rules == nil {
		p.wide(fmt.Sprintf("Chưa so được từng lĩnh vực: bảng xếp hạng năm %d không nêu lĩnh vực theo bộ chỉ số. Dùng kết quả chấm của năm đó để so.", past.Year), last,
			draft.Style{Font: draft.Font{Size: 10, Italic: true}, Wrap: true}, 15)
		return
	}
	kin, _ := compare.Relate(past.Rules, r.Rules, nil)
	p.wide(fmt.Sprintf("Trung bình khối theo lĩnh vực, năm %d và năm %d (%%)", past.Year, r.Rules.Year), last, look.Level(1), 19)
	for i, title := range []string{"STT", "Khối", "Lĩnh vực", fmt.Sprint(past.Year), fmt.Sprint(r.Rules.Year), "Tăng/giảm"} {
		p.put(i+1, draft.Text(title), look.Header(look.HeaderFill))
	}
	p.next(18)
	for i := range r.Blocks {
		b := &r.Blocks[i]
		for j := range r.Rules.Criteria {
			p.areaYear(b, &r.Rules.Criteria[j], b.Areas[j], areaBefore(past, kin, b.Name, &r.Rules.Criteria[j]))
		}
	}
}

// areaBefore is the mean of a block in the area that this one was; not valid where there was none.
func areaBefore(past *ranking.Past, kin compare.Kinship, block string, area *scoring.Criterion) decimal.NullDecimal {
	for i := range past.Rules.Criteria {
		if kin.After[&past.Rules.Criteria[i]] != area {
			continue
		}
		if means := past.Areas[strings.ToLower(block)]; i < len(means) {
			return means[i].Mean
		}
	}
	return decimal.NullDecimal{}
}

func (p *pen) areaYear(b *ranking.Block, area *scoring.Criterion, now ranking.AreaMean, before decimal.NullDecimal) {
	style := look.Body()
	p.put(1, draft.Text(area.Number), look.Centered(style))
	p.put(2, draft.Text(blockName(b.Name)), style)
	p.put(3, draft.Text(area.Title()), style)
	points := look.Points(style)
	p.put(4, orDash(before), points)
	p.put(5, orDash(now.Mean), openStyle(points, now.Open))
	var change decimal.NullDecimal
	if before.Valid && now.Mean.Valid {
		change = decimal.NewNullDecimal(now.Mean.Decimal.Sub(before.Decimal))
	}
	points.Format = signedFormat
	p.put(6, orDash(change), points)
	p.next(look.Fit(17, look.Passage{Text: area.Title(), Width: 40, Font: style.Font}))
}

// yearCharts draws the rises and falls of each block as bars, below the tables.
func (p *pen) yearCharts(r *ranking.Ranking, first []int, change int) {
	width := 0
	for _, c := range p.sheet.Columns {
		width += int(c.Width)*columnPixels + 5
	}
	p.sheet.Page.Breaks = append(p.sheet.Page.Breaks, p.row)
	p.row++
	used := 0
	for i := range r.Blocks {
		b := &r.Blocks[i]
		for from := 0; from < len(b.Places); from += barsOnChart {
			to := min(from+barsOnChart, len(b.Places))
			used = p.chart(draft.Chart{
				Title: fmt.Sprintf("Khối %s: tăng, giảm so với năm %d (%%)", cmp.Or(b.Name, "(chưa ghi khối)"), r.Pasts[0].Year),
				Width: width, Height: chartPixels + (to-from)*barPixels, Horizontal: true, Signed: true,
				Categories: p.columnRange(nameColumn, first[i]+from, first[i]+to-1),
				Series:     []draft.Series{{Name: "Tăng/giảm", Values: p.columnRange(change, first[i]+from, first[i]+to-1), Color: look.Ink}},
			}, used)
		}
	}
}
