package appraisal

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
)

// claim is what one hand says of one leaf of the unit.
type claim struct {
	hand   int
	leaf   *scoring.Criterion
	number string            // of the leaf in the hand's table
	paths  []string          // the paths of the leaf's own marks of which something is said, in the order of the form
	words  map[string]string // by those
}

// Says is how many things a hand says of the unit with that code, and the first of the paths; none of a unit that is not in its table.
func Says(rs *scoring.RuleSet, hand Hand, code string) (entries int, path string) {
	s := settling{rs: rs, hands: []Hand{hand}}
	s.hear(0, hand.Table.UnitOf(code))
	if s.said > 0 {
		path = s.claims[0].place()
	}
	return s.said, path
}

// hear takes what a hand says of the unit at that place of its table.
func (s *settling) hear(hand, unit int) {
	if unit < 0 {
		return
	}
	h := &s.hands[hand]
	for _, number := range h.Table.Leaves {
		leaf, there := s.rs.Find(number), h.Table.Number(number, unit)
		says := leafMarks(leaf, there, h.Says)
		c := claim{hand: hand, leaf: leaf, number: there, words: map[string]string{}}
		own, other := handover.LeafPaths(leaf), handover.LeafPaths(renamed(leaf, there))
		for i, path := range own {
			was, is := h.Base[other[i]], says[other[i]]
			switch {
			case is == "" && was != "":
				s.find(hand, problem.AppraiseErased, other[i], h.Table.Units[unit].Code, number, was)
			case is != was:
				c.paths, c.words[path] = append(c.paths, path), is
			}
		}
		if len(c.paths) > 0 {
			s.claims, s.said = append(s.claims, c), s.said+len(c.paths)
		}
	}
}

// renamed is a leaf by its number in a table.
func renamed(leaf *scoring.Criterion, number string) *scoring.Criterion {
	other := *leaf
	other.Number = number
	return &other
}

// leafMarks are the marks of one leaf of a table.
func leafMarks(leaf *scoring.Criterion, number string, says Standing) handover.Marks {
	one := &scoring.RuleSet{Criteria: []scoring.Criterion{*renamed(leaf, number)}}
	return handover.MarksOf(one, says.Submission.Appraisal, says.Unread)
}

// place is where a claim stands in its table: its first mark.
func (c claim) place() string { return c.number + strings.TrimPrefix(c.paths[0], c.leaf.Number) }

// say words a claim.
func (c claim) say() string {
	var parts []string
	for i, path := range handover.LeafPaths(c.leaf) {
		if slices.Contains(c.paths, path) {
			parts = append(parts, handover.MarkName(c.leaf, i)+" “"+c.words[path]+"”")
		}
	}
	return strings.Join(parts, ", ")
}
