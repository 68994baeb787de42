package rules

import (
	"slices"

	"cchc/scoring"
	"cchc/scoring/problem"
)

// wholeLeaves lists the leaves of a faulty set that can be looked at all the same, so that an author sees everything at once:
// those in whose lines there is no error. There are none where the rounding could not be read, since all points depend on it.
func (d *document) wholeLeaves(rs *scoring.RuleSet) []*scoring.Criterion {
	faulty := map[int]bool{}
	for _, f := range d.found {
		if f.Severity == problem.Error {
			faulty[f.Line] = true
		}
	}
	rounding, read := d.places["rounding.places"]
	if !read || faulty[rounding.line] {
		return nil
	}
	starts, twice := d.starts(rs)
	var whole []*scoring.Criterion
	for _, leaf := range rs.Leaves() {
		if !twice[leaf.Number] && !anyIn(faulty, d.places[leaf.Number].line, starts) {
			whole = append(whole, leaf)
		}
	}
	return whole
}

// starts lists the lines at which criteria begin, in ascending order, and the numbers that stand for more than one.
func (d *document) starts(rs *scoring.RuleSet) (lines []int, twice map[string]bool) {
	seen, twice := map[string]bool{}, map[string]bool{}
	for c := range rs.All() {
		twice[c.Number] = seen[c.Number] || c.Number == ""
		seen[c.Number] = true
		lines = append(lines, d.places[c.Number].line)
	}
	slices.Sort(lines)
	return slices.Compact(lines), twice
}

// anyIn says whether one of the lines of a criterion is among those given: from its own to the one before the next begins.
func anyIn(lines map[int]bool, start int, starts []int) bool {
	next, _ := slices.BinarySearch(starts, start+1)
	for line := range lines {
		if line >= start && (next == len(starts) || line < starts[next]) {
			return true
		}
	}
	return false
}
