package rules

import (
	"regexp"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/problem"
	"cchc/scoring/proof"
)

// Set is a rule set as it was found in a file.
type Set struct {
	ID   string // as far as it could be read, as Year
	Year int
	File string // where it was read, as the caller named it
	// Rules is the sound rule set. It is nil where a finding is an error: nothing half read is ever scored.
	Rules *scoring.RuleSet
	// Previous is the set that Rules replaces, nil where it names none or that one is not at hand.
	Previous *scoring.RuleSet
	Findings []Finding // sorted by place

	data   []byte
	draft  *scoring.RuleSet     // what was decoded without an error, not yet checked
	partly *scoring.RuleSet     // or else what was decoded with errors,
	whole  []*scoring.Criterion // and those of its leaves that have none
	source *document
}

// OK says that no finding is an error.
func (s *Set) OK() bool { return !Faulty(s.Findings) }

// Draft is the set as far as it was decoded without an error, sound or not: what an author may look at and correct, and nothing
// may be scored by. It is nil where something could not be read.
func (s *Set) Draft() *scoring.RuleSet { return s.draft }

// Proved is the set with what [proof.Prove] finds about every rule, for all answers: more than loading asks for, and what
// is asked before a set is published. Where the set is faulty, the rules that are sound are looked at all the same.
func (s *Set) Proved() *Set {
	switch {
	case s.draft != nil:
		return s.With(proof.Prove(s.draft))
	case s.partly != nil:
		return s.With(proof.ProveLeaves(s.partly, s.whole))
	}
	return s
}

// With is the set with what somebody else found about it, located in the file by the problems' paths. Where an error is
// among it, the set is faulty and has no rules.
func (s *Set) With(problems []problem.Problem) *Set {
	c, d := *s, *s.source
	d.found = append([]Finding(nil), s.Findings...)
	for _, p := range problems {
		d.report(d.locate(p.Path), p)
	}
	c.Findings = ordered(d.found)
	if !c.OK() {
		c.Rules = nil
	}
	return &c
}

// Decode reads one rule set by itself, whatever else there is; file is only what findings call it. The numbers that
// criteria bore before are not resolved: [Catalog.Load] does that.
func Decode(file string, data []byte) *Set { return decoded(file, data).checked(nil) }

var idShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// decoded reads a file up to its meaning, which checked looks at.
func decoded(file string, data []byte) *Set {
	d := newDocument(file, data)
	s := &Set{File: file, data: data, source: d}
	if !d.lint(data) {
		return s
	}
	root := d.parse()
	if root == nil {
		return s
	}
	d.unreviewed(root)
	rs := d.decode(root)
	s.ID, s.Year = rs.ID, rs.Year
	if rs.ID != "" && !idShape.MatchString(rs.ID) {
		d.add(d.locate("id"), problem.SetID, "id", quotable(rs.ID))
	}
	if Faulty(d.found) {
		s.partly, s.whole = rs, d.wholeLeaves(rs)
	} else {
		s.draft = rs
	}
	return s
}

// checked is the set with all its findings, given the one that it replaces (nil where that is not at hand) and whatever
// else was found about it. It leaves s as it is, so that a set can be checked against one previous set and then another.
func (s *Set) checked(previous *scoring.RuleSet, more ...problem.Problem) *Set {
	c, d := *s, *s.source
	d.found = append([]Finding(nil), d.found...)
	switch {
	case s.draft != nil:
		more = append(more, scoring.Check(s.draft)...)
		if previous != nil {
			more = append(more, compare.CheckOrigins(s.draft, previous)...)
		}
	case s.partly != nil:
		more = append(more, scoring.CheckLeaves(s.partly, s.whole)...)
	}
	for _, p := range more {
		d.report(d.locate(p.Path), p)
	}
	c.Findings = ordered(d.found)
	if c.OK() {
		c.Rules, c.Previous = s.draft, previous
	}
	return &c
}
