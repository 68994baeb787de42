package report

import (
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// areas is the table of the areas with its chart, which stands beside it from the row top on.
func (s *results) areas(top int) {
	s.heading("I. Kết quả theo lĩnh vực")
	s.headings("STT", "Lĩnh vực", "Điểm tối đa", "Được đánh giá", "Tự chấm", "Thẩm định", "Chênh lệch", "Điểm đạt", "Tỷ lệ (%)")
	first := s.row
	for i := range s.result.Nodes {
		if n := &s.result.Nodes[i]; n.Level == 1 {
			s.node(n, draft.Number(s.counting(n).Assessed()), nil)
		}
	}
	last := s.row - 1
	r := s.result
	counting, _ := r.Counting()
	whole := scoring.Node{Self: r.Self, Appraised: r.Appraised}
	style := look.Level(1)
	s.put(resultNumber, draft.Value{}, style)
	s.put(resultName, draft.Text("Tổng cộng"), style)
	s.put(resultMax, draft.Number(counting.Max), look.Points(style))
	s.put(resultSpecial, draft.Number(counting.Assessed()), look.Points(style))
	s.figures(&whole, style)
	s.next(20)
	s.sheet.Charts = append(s.sheet.Charts, s.chart(top, first, last))
}

// chart holds what was got against what could be got; dark on light, so that it reads in grey.
func (s *results) chart(top, first, last int) draft.Chart {
	height := 0.0
	for row := top; row <= last+1; row++ {
		height += s.sheet.Rows[row].Height
	}
	column := func(col int) string {
		return "'" + templates.ResultSheet + "'!" + draft.Place{Row: first, Col: col}.Absolute() + ":" + draft.Place{Row: last, Col: col}.Absolute()
	}
	return draft.Chart{
		At: draft.Place{Row: top, Col: resultWords}, Title: "Điểm đạt so với điểm tối đa, theo lĩnh vực", Horizontal: true,
		Width: int(s.sheet.Columns[resultWords-1].Width * 7), Height: int(height * 96 / 72),
		Categories: column(resultNumber),
		Series: []draft.Series{
			{Name: "Điểm đạt", Values: column(resultGot), Color: look.Ink},
			{Name: "Điểm tối đa được đánh giá", Values: column(resultSpecial), Color: "BFBFBF"},
		},
	}
}

// node writes the row of a criterion. Words nil leaves the last column out, where the chart stands.
func (s *results) node(n *scoring.Node, special draft.Value, words *string) {
	style := look.Body()
	style.Font.Size = 10.5
	c := n.Criterion
	s.link(resultNumber, c.Number, s.layout.Ref(c.Number, templates.NumberColumn), look.Centered(style))
	s.put(resultName, draft.Text(c.Title()), style)
	s.put(resultMax, draft.Number(c.Max), look.Points(style))
	s.put(resultSpecial, special, look.Points(style))
	s.figures(n, style)
	if words != nil {
		s.put(resultWords, draft.Text(*words), style)
	}
	s.next(18)
}

// figures writes what a node got, by whom.
func (s *results) figures(n *scoring.Node, style draft.Style) {
	points := look.Points(style)
	gap := points
	gap.Format = gapFormat
	leaf := n.Criterion != nil && n.Criterion.IsLeaf()
	counting := s.counting(n)
	s.put(resultSelf, got(n.Self, leaf), points)
	s.put(resultAppraised, draft.Value{}, points)
	s.put(resultGap, draft.Value{}, gap)
	if n.Appraised != nil {
		cells := s.sheet.Cells[len(s.sheet.Cells)-2:]
		cells[0].Value = got(*n.Appraised, leaf)
		if hasPoints(n.Self, leaf) && hasPoints(*n.Appraised, leaf) {
			cells[1].Value = draft.Number(n.Appraised.Points.Sub(n.Self.Points))
		}
	}
	s.put(resultGot, got(counting, leaf), points)
	percent := draft.Value{}
	if hasPoints(counting, leaf) {
		percent = draft.Number(counting.Percent(2))
	}
	s.put(resultPercent, percent, points)
}

// hasPoints says that there is a number to show: a leaf's points, or a group's sum of those that there are so far.
func hasPoints(t scoring.Tally, leaf bool) bool {
	return t.State == expr.Scored || !leaf && t.State != expr.NotAssessed
}

// got is what a cell of points shows.
func got(t scoring.Tally, leaf bool) draft.Value {
	if !hasPoints(t, leaf) {
		return draft.Text(t.State.Label())
	}
	return draft.Number(t.Points)
}
