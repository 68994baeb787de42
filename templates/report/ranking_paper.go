package report

import (
	"cchc/scoring"
	"cchc/templates/look"
)

// matrixScale is how small the matrix prints, in per cent: one can still read it, and two areas mostly share a page.
const matrixScale = 73

// stretch is what stands on one page of an area: the whole of it, unless the area alone is too wide for a page.
type stretch struct {
	area     *scoring.Criterion
	from, to int  // columns
	goesOn   bool // the area begins on a page before
}

// stretches parts the areas that are too wide for a page into stretches of about the same width.
func (p *pen) stretches(rs *scoring.RuleSet) []stretch {
	var all []stretch
	first := figureColumn
	for i := range rs.Criteria {
		leaves := leavesOf(rs, i)
		fit := max(1, int(p.room()/p.sheet.Columns[first-1].Width))
		parts := (leaves + fit - 1) / fit
		for n := range parts {
			all = append(all, stretch{&rs.Criteria[i], first + leaves*n/parts, first + leaves*(n+1)/parts - 1, n > 0})
		}
		first += leaves
	}
	return all
}

// room is how wide a page is beside the columns that repeat.
func (p *pen) room() float64 {
	return look.PaperWidth*100.0/matrixScale - p.span(1, nameColumn)
}

// span is how wide columns are together.
func (p *pen) span(from, to int) float64 {
	width := 0.0
	for _, c := range p.sheet.Columns[from-1 : to] {
		width += c.Width
	}
	return width
}

// columnBreaks puts as many stretches on a page as fit; two of one area never do.
func (p *pen) columnBreaks(all []stretch) []int {
	var breaks []int
	used := 0.0
	for _, s := range all {
		width := p.span(s.from, s.to)
		if used+width > p.room() {
			breaks, used = append(breaks, s.from-1), 0
		}
		used += width
	}
	return breaks
}
