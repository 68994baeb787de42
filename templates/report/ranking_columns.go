package report

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/ranking"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// rankColumn is a column of the ranking.
type rankColumn struct {
	title  string
	group  string // the head above, "" for none
	width  float64
	cell   func(*ranking.Place) (draft.Value, draft.Style)
	mean   func(*ranking.Means) decimal.NullDecimal // nil: the column has none
	open   func(*ranking.Means) bool                // whether the mean may still change; nil: never
	format string                                   // of the mean, where it is not that of points
	index  bool                                     // what ranks: the charts show it
}

// rankColumns are the columns that the ranking has: always the points, where asked for the survey and the grades.
func rankColumns(r *ranking.Ranking) []rankColumn {
	columns := []rankColumn{
		{title: "Hạng", width: 7, cell: rankCell},
		{title: "Mã", width: 11, cell: textCell(func(p *ranking.Place) string { return p.Unit.Code })},
		{title: "Đơn vị", width: 38, cell: textCell(func(p *ranking.Place) string { return p.Unit.Name })},
	}
	columns = append(columns, pointColumns(r)...)
	if r.Options.Survey != nil {
		columns = append(columns, surveyColumns(r)...)
	}
	if r.HasGrades() {
		columns = append(columns, rankColumn{title: "Xếp loại", width: 12,
			cell: textCell(func(p *ranking.Place) string { return p.Grade })})
	}
	return append(columns, rankColumn{title: "Ghi chú", width: 38, cell: notesCell})
}

func pointColumns(r *ranking.Ranking) []rankColumn {
	group := fmt.Sprintf("Chấm theo bộ chỉ số (tối đa %s điểm)", expr.FormatNumber(r.Rules.Total))
	return []rankColumn{
		{title: "Điểm tự chấm", group: group, width: 10,
			cell: tallyCell(func(p *ranking.Place) *scoring.Tally { return &p.Self }),
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Self },
			open: func(m *ranking.Means) bool { return m.SelfOpen }},
		{title: "Điểm thẩm định", group: group, width: 10,
			cell: tallyCell(func(p *ranking.Place) *scoring.Tally { return p.Appraised }),
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Appraised },
			open: func(m *ranking.Means) bool { return m.AppraisedOpen }},
		{title: "Chênh lệch", group: group, width: 10, cell: differenceCell, format: signedFormat,
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Difference },
			open: func(m *ranking.Means) bool { return m.SelfOpen || m.AppraisedOpen }},
		{title: "Điểm tối đa được đánh giá", group: group, width: 12,
			cell: figureCell(func(p *ranking.Place) decimal.NullDecimal { return decimal.NewNullDecimal(p.Counting.Assessed()) }),
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Assessed }},
		{title: "Tỷ lệ (%)", group: group, width: 10, cell: countingCell(percentOf), index: r.Options.Survey == nil,
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Percent },
			open: func(m *ranking.Means) bool { return m.CountingOpen }},
	}
}

func surveyColumns(r *ranking.Ranking) []rankColumn {
	full := r.Rules.Total.Add(r.Options.Survey.Max)
	group := fmt.Sprintf("Cùng điều tra xã hội học (tối đa %s điểm)", expr.FormatNumber(full))
	side := "Điểm thẩm định"
	if r.Options.BySelf {
		side = "Điểm tự chấm"
	}
	side += fmt.Sprintf(" (thang %s)", expr.FormatNumber(r.Rules.Total))
	return []rankColumn{
		{title: side, group: group, width: 12, cell: countingCell(rescaledOf),
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Rescaled },
			open: func(m *ranking.Means) bool { return m.CountingOpen }},
		{title: "Điểm ĐTXHH", group: group, width: 10,
			cell: figureCell(func(p *ranking.Place) decimal.NullDecimal { return p.Survey }),
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Survey }},
		{title: "Tổng điểm", group: group, width: 10,
			cell: countingCell(func(p *ranking.Place) decimal.NullDecimal { return p.Total(2) }),
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Total },
			open: func(m *ranking.Means) bool { return m.CountingOpen }},
		{title: "Chỉ số CCHC (%)", group: group, width: 11, index: true,
			cell: countingCell(func(p *ranking.Place) decimal.NullDecimal { return p.Index(2) }),
			mean: func(m *ranking.Means) decimal.NullDecimal { return m.Index },
			open: func(m *ranking.Means) bool { return m.CountingOpen }},
	}
}

func percentOf(p *ranking.Place) decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: p.Counting.Percent(2), Valid: p.Counting.Assessed().IsPositive()}
}

func rescaledOf(p *ranking.Place) decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: p.Counting.Rescaled(2), Valid: p.Counting.Assessed().IsPositive()}
}

// placeStyle is a unit's row; the first three are bold.
func placeStyle(p *ranking.Place) draft.Style {
	s := look.Body()
	s.Top = false
	s.Font.Bold = 1 <= p.Rank && p.Rank <= 3
	return s
}

func rankCell(p *ranking.Place) (draft.Value, draft.Style) {
	if p.Rank == 0 {
		return draft.Text("–"), look.Centered(placeStyle(p))
	}
	return draft.Count(int64(p.Rank)), look.Centered(placeStyle(p))
}

func textCell(text func(*ranking.Place) string) func(*ranking.Place) (draft.Value, draft.Style) {
	return func(p *ranking.Place) (draft.Value, draft.Style) { return draft.Text(text(p)), placeStyle(p) }
}

func figureCell(figure func(*ranking.Place) decimal.NullDecimal) func(*ranking.Place) (draft.Value, draft.Style) {
	return func(p *ranking.Place) (draft.Value, draft.Style) {
		return orDash(figure(p)), look.Points(placeStyle(p))
	}
}

// countingCell is a figure that follows from the points that rank: marked while they are provisional, and in italics where
// self points stand in for appraised ones.
func countingCell(figure func(*ranking.Place) decimal.NullDecimal) func(*ranking.Place) (draft.Value, draft.Style) {
	return func(p *ranking.Place) (draft.Value, draft.Style) {
		s := look.Points(placeStyle(p))
		s.Font.Italic = p.StandIn
		return orDash(figure(p)), marked(s, p.Counting)
	}
}

func tallyCell(tally func(*ranking.Place) *scoring.Tally) func(*ranking.Place) (draft.Value, draft.Style) {
	return func(p *ranking.Place) (draft.Value, draft.Style) {
		t := tally(p)
		if t == nil {
			return draft.Text("–"), look.Points(placeStyle(p))
		}
		return draft.Number(t.Points), marked(look.Points(placeStyle(p)), *t)
	}
}

// signedFormat shows a difference.
const signedFormat = "+0.00;-0.00;0.00"

func differenceCell(p *ranking.Place) (draft.Value, draft.Style) {
	s := look.Points(placeStyle(p))
	s.Format = signedFormat
	return orDash(p.Difference()), s
}

func notesCell(p *ranking.Place) (draft.Value, draft.Style) {
	s := placeStyle(p)
	s.Font.Bold = false
	return draft.Text(strings.Join(p.Notes(), ". ")), s
}

// marked shows the mark of provisional points behind a number.
func marked(s draft.Style, t scoring.Tally) draft.Style { return openStyle(s, t.Provisional()) }

// openStyle shows the mark where a number may still change.
func openStyle(s draft.Style, open bool) draft.Style {
	if open {
		s.Format += provisional
	}
	return s
}

// orDash is a number, or a dash where there is none.
func orDash(d decimal.NullDecimal) draft.Value {
	if !d.Valid {
		return draft.Text("–")
	}
	return draft.Number(d.Decimal)
}
