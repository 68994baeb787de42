package rulebook

import (
	"strings"

	"cchc/scoring/pattern"
	"cchc/scoring/problem"
)

var anyNumber = pattern.Of(`^(?:[IVX]{1,7}|[A-Z]|\d{1,3}(?:\.\d{1,3})*)\.?$`)

// align puts right the rows of a page that was read with a column too many: the points' column is blank in all of them, each criterion
// has points in the next one, and rows above, which were read with fewer columns, have theirs in place. It says so.
func (d *decision) align(lines []line) {
	regular := 0 // how many cells rows have whose points are in place
	for from := 0; from < len(lines); {
		if _, ok := headsOf(lines[from].cells); ok {
			return
		}
		to := from + 1
		for to < len(lines) && !lines[to].page && len(lines[to].cells) == len(lines[from].cells) {
			to++
		}
		switch inPlace, shifted := d.pointsOf(lines[from:to]); {
		case inPlace > 0 && shifted == 0:
			regular = len(lines[from].cells)
		case shifted > 0 && inPlace == 0 && regular > 0 && len(lines[from].cells) > regular:
			d.fault(lines[from].place, problem.BookShifted)
			for i := from; i < to; i++ {
				cells := lines[i].cells
				lines[i].cells = append(append([]string(nil), cells[:d.heads.max]...), cells[d.heads.max+1:]...)
			}
		}
		from = to
	}
}

// pointsOf counts the rows of a page whose points stand in their column, and the criteria that have them in the next one. The latter
// is 0 where one criterion has none there either.
func (d *decision) pointsOf(page []line) (inPlace, shifted int) {
	for _, l := range page {
		_, here := pointsText(l.at(d.heads.max))
		_, next := pointsText(l.at(d.heads.max + 1))
		criterion := anyNumber.MatchString(strings.TrimSpace(l.at(d.heads.number)))
		switch {
		case here:
			inPlace++
		case strings.TrimSpace(l.at(d.heads.max)) != "", criterion && !next:
			return inPlace, 0
		case criterion:
			shifted++
		}
	}
	return inPlace, shifted
}
