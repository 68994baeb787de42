package draft

import "strings"

// complain takes what is wrong with a sheet, worded as for fmt.Errorf.
type complain func(what string, args ...any)

func (s *Sheet) checkSizes(found complain) {
	if strings.Contains(s.Name, "'") {
		found("a name with ' breaks the references to it, leave it out") // excelize checks the rest of a name
	}
	for i, c := range s.Columns {
		if c.Width < 0 || c.Width > maxWidth {
			found("column %d: width %v, 0 to %d is allowed", i+1, c.Width, maxWidth)
		}
	}
	s.Page.check(found)
	for _, c := range s.Charts {
		if c.Highest < 0 {
			found("chart at %v: its axis ends at %v, below where it begins", c.At, c.Highest)
		}
	}
}

func (p *Page) check(found complain) {
	if t := p.TitleRows; t.From.Row < 0 || t.To.Row < t.From.Row {
		found("rows %d to %d can't repeat on every page", t.From.Row, t.To.Row)
	}
	if p.Wide < 0 || p.TitleColumns < 0 || p.TitleColumns > lastCol {
		found("%d pages across, or %d columns that repeat on every page", p.Wide, p.TitleColumns)
	}
	if p.Scale != 0 && (p.Scale < minScale || p.Scale > maxScale || p.Wide > 0) {
		found("a scale of %d%% (%d to %d), with %d pages across: give one of them", p.Scale, minScale, maxScale, p.Wide)
	}
	if f := p.Footer; units(f) > maxHint-len(footerLook) {
		found("a footer of %d characters, %d are allowed", units(f), maxHint-len(footerLook))
	}
	p.checkBreaks(found)
}

func (p *Page) checkBreaks(found complain) {
	for _, row := range p.Breaks {
		if row < 1 || row >= lastRow {
			found("page break after row %d, which is no row", row)
		}
	}
	for _, col := range p.ColumnBreaks {
		if col < 1 || col >= lastCol {
			found("page break after column %d, which is no column", col)
		}
	}
	if p.Scale == 0 && len(p.ColumnBreaks) > 0 {
		found("page breaks between columns have no effect without a scale")
	}
	if n := max(len(p.Breaks), len(p.ColumnBreaks)); n > maxBreaks {
		found("%d page breaks, %d are allowed", n, maxBreaks)
	}
}

func (s *Sheet) checkMerges(found complain) {
	for i, m := range s.Merges {
		if !m.valid() || m.From == m.To {
			found("merge %v: not two cells or more", m)
		}
		for _, o := range s.Merges[:i] {
			if m.overlaps(o) {
				found("merges %v and %v overlap", o, m)
			}
		}
	}
}

func (s *Sheet) checkRules(found complain) {
	for _, v := range s.Validations {
		if len(v.Cells) == 0 || (v.List == "") == (v.Formula == "") {
			found("a validation needs cells, and either a list or a formula: %q", v.List+v.Formula)
			continue
		}
		at := v.Cells[0]
		for _, r := range v.Cells {
			if !r.valid() {
				found("validation at %v: no range", r)
			}
		}
		if max(units(v.HintTitle), units(v.ErrorTitle)) > maxTitle {
			found("validation at %v: a title over %d characters", at, maxTitle)
		}
		if max(units(v.Hint), units(v.Error)) > maxHint {
			found("validation at %v: a text over %d characters", at, maxHint)
		}
	}
	for _, m := range s.Marks {
		if n := len(m.Scale); !m.Cells.valid() || n == 1 || n > 3 || (n == 0) == (m.Formula == "") {
			found("conditional format at %v: needs a range, and either a formula or two or three colours", m.Cells)
		}
	}
	if s.Filter != nil && !s.Filter.valid() {
		found("filter %v: no range", *s.Filter)
	}
}
