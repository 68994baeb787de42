package appraisal

import (
	"maps"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
)

// Hand is a table as it came back from an agency. Everything in it goes by the table's own numbers.
type Hand struct {
	Name   string // what reports call the file
	Agency string
	By, At string // who goes into the journal, and when
	Table  *Table
	Base   handover.Marks // what stood appraised in the table when it was made
	Says   Standing
	Stale  map[string]bool // leaves whose unit declares other answers now than when the table was made
	Edited map[string]bool // leaves in which somebody typed over what the unit declared
	Barred map[int]bool    // places of units in whose rows something is that nobody can be sure of; it is named elsewhere
}

// Finding is a problem with what a hand says. Its path is one of the hand's table.
type Finding struct {
	Hand int // which of the hands
	problem.Problem
}

// Step is what a unit's appraisal comes to by one more hand.
type Step struct {
	By, At    string
	Appraisal *scoring.Appraisal
	Unread    map[string]string
	Entries   int // things that the hand says
}

// Settled is what becomes of all that the hands say of one unit: all of it goes in, or nothing.
type Settled struct {
	Steps    []Step
	Findings []Finding // why nothing goes in, where there are errors
	Said     int       // things that the hands say of the unit, those too that stand in its result already
}

// Refused says that something was said which does not go in.
func (s *Settled) Refused() bool {
	return slices.ContainsFunc(s.Findings, func(f Finding) bool { return f.Severity == problem.Error })
}

// Settle holds what the hands say of the unit with that code against its result. An empty cell says nothing, and neither does one in
// which stands what stood there when the table was made. What stands in the result already is neither taken nor refused.
func Settle(scorer *scoring.Scorer, rs *scoring.RuleSet, hands []Hand, code string, now Standing) Settled {
	s := settling{scorer: scorer, rs: rs, hands: hands, now: now, marks: handover.MarksOf(rs, now.Submission.Appraisal, now.Unread)}
	for i := range hands {
		s.hear(i, hands[i].Table.UnitOf(code))
	}
	s.agree()
	var open []claim
	for _, c := range s.claims {
		if s.stands(c) {
			continue
		}
		if !s.faulty(c) {
			s.admit(c)
		}
		open = append(open, c)
	}
	out := Settled{Said: s.said}
	if len(open) > 0 {
		out.Steps = s.steps(open)
		s.check(open, out.Steps[len(out.Steps)-1].Appraisal)
	}
	if out.Findings = s.found; out.Refused() {
		s.hold(open)
		out.Steps, out.Findings = nil, s.found
	}
	return out
}

type settling struct {
	scorer *scoring.Scorer
	rs     *scoring.RuleSet
	hands  []Hand
	now    Standing
	marks  handover.Marks // of the result
	claims []claim
	found  []Finding
	said   int
	exempt map[string]bool
}

// agree finds leaves of which two hands say different things.
func (s *settling) agree() {
	for i, c := range s.claims {
		for _, other := range s.claims[:i] {
			if other.leaf == c.leaf && other.hand != c.hand && !maps.Equal(other.words, c.words) {
				for _, pair := range [][2]claim{{other, c}, {c, other}} {
					mine, theirs := pair[0], pair[1]
					s.find(mine.hand, problem.AppraiseDiffers, mine.place(), s.unit(mine), mine.leaf.Number, s.who(mine.hand), mine.say(),
						s.who(theirs.hand), theirs.say())
				}
			}
		}
	}
}

func (s *settling) who(hand int) string {
	return s.hands[hand].Agency + " (" + s.hands[hand].Name + ")"
}

func (s *settling) unit(c claim) string {
	t := s.hands[c.hand].Table
	_, unit, _ := t.Split(c.number)
	return t.Units[unit].Code
}

// stands says that the result holds all of it already.
func (s *settling) stands(c claim) bool {
	return !slices.ContainsFunc(c.paths, func(path string) bool { return s.marks[path] != c.words[path] })
}

// admit finds why a claim can't go in: something else was appraised in the leaf since the table was made, or the leaf is not what
// was appraised.
func (s *settling) admit(c claim) {
	h, unit := &s.hands[c.hand], s.unit(c)
	_, place, _ := h.Table.Split(c.number)
	own, other := handover.LeafPaths(c.leaf), handover.LeafPaths(renamed(c.leaf, c.number))
	var since []string
	for i, path := range own {
		if s.marks[path] != h.Base[other[i]] {
			since = append(since, handover.MarkName(c.leaf, i)+" “"+wordsOr(s.marks[path])+"”")
		}
	}
	if s.exempt == nil {
		s.exempt = exemptLeaves(s.rs, s.now.Submission.Exempt)
	}
	switch {
	case len(since) > 0:
		s.find(c.hand, problem.AppraiseOver, c.place(), unit, c.leaf.Number, strings.Join(since, ", "), c.say())
	case s.exempt[c.leaf.Number]:
		s.find(c.hand, problem.AppraiseExempt, c.place(), unit, c.leaf.Number)
	case h.Barred[place]:
		s.find(c.hand, problem.AppraiseBarred, c.place(), unit, c.leaf.Number)
	case h.Stale[c.number]:
		s.find(c.hand, problem.AppraiseStale, c.place(), unit, c.leaf.Number)
	case h.Edited[c.number]:
		s.find(c.hand, problem.AppraiseEdited, c.place(), unit, c.leaf.Number)
	}
}

func wordsOr(text string) string {
	if text == "" {
		return "trống"
	}
	return text
}

// steps put the claims into the appraisal, hand by hand.
func (s *settling) steps(claims []claim) []Step {
	var steps []Step
	appraisal, unread := s.now.Submission.Appraisal, s.now.Unread
	for hand := range s.hands {
		step := Step{By: s.hands[hand].By, At: s.hands[hand].At, Appraisal: cloned(appraisal), Unread: maps.Clone(unread)}
		for i, c := range claims {
			saidBefore := func(other claim) bool { return other.leaf == c.leaf } // the same, or they would not agree
			if c.hand == hand && !slices.ContainsFunc(claims[:i], saidBefore) {
				s.put(c, &step)
				step.Entries += len(c.paths)
			}
		}
		if step.Entries > 0 {
			steps = append(steps, step)
			appraisal, unread = step.Appraisal, step.Unread
		}
	}
	return steps
}

func cloned(a *scoring.Appraisal) *scoring.Appraisal {
	if a == nil {
		return emptyAppraisal()
	}
	return &scoring.Appraisal{Done: a.Done, Answers: maps.Clone(a.Answers), Set: maps.Clone(a.Set), Reasons: maps.Clone(a.Reasons)}
}

func (s *settling) put(c claim, step *Step) {
	says := s.hands[c.hand].Says.Submission.Appraisal
	for i, path := range handover.LeafPaths(c.leaf) {
		if !slices.Contains(c.paths, path) {
			continue
		}
		delete(step.Unread, path)
		switch i - len(c.leaf.Inputs) {
		case 0:
			step.Appraisal.Set[c.leaf.Number] = says.Set[c.number]
		case 1:
			step.Appraisal.Reasons[c.leaf.Number] = says.Reasons[c.number]
		default:
			name := c.leaf.Inputs[i].Name
			step.Appraisal.Answers[c.leaf.Key(name)] = says.Answers[expr.Key{Leaf: c.number, Input: name}]
		}
	}
}

// check finds what the result would have as an error: an answer that can't be read or lies out of its bounds, points beyond the
// maximum, answers that do not go together.
func (s *settling) check(claims []claim, a *scoring.Appraisal) {
	in := s.now.Submission
	in.Appraisal = a
	scored := s.scorer.Score(in)
	for _, c := range claims {
		said := map[string]bool{}
		tell := func(p problem.Problem, path string) {
			p.Path, p.Severity = c.number+strings.TrimPrefix(path, c.leaf.Number), problem.Error
			if line := p.Path + p.Text(); !said[line] {
				said[line] = true
				s.found = append(s.found, Finding{c.hand, p})
			}
		}
		for _, input := range c.leaf.Inputs {
			path := scoring.AppraisedPath(c.leaf.Key(input.Name))
			if !slices.Contains(c.paths, path) {
				continue
			}
			_, problems := input.Guard(a.Answers[c.leaf.Key(input.Name)])
			for _, p := range problems {
				tell(p, path)
			}
		}
		paths := handover.LeafPaths(c.leaf)
		for _, p := range scored.Problems {
			if p.Severity == problem.Error && slices.Contains(paths, p.Path) {
				tell(p, p.Path)
			}
		}
	}
}

// faulty says that something was found which keeps a claim out.
func (s *settling) faulty(c claim) bool {
	return slices.ContainsFunc(s.found, func(f Finding) bool {
		rest, own := strings.CutPrefix(f.Path, c.number)
		return f.Hand == c.hand && f.Severity == problem.Error && own && (rest == "" || strings.ContainsRune("@:", rune(rest[0])))
	})
}

// hold says of each hand how much more of the unit was said that does not go in either.
func (s *settling) hold(claims []claim) {
	for hand := range s.hands {
		var held []claim
		entries := 0
		for _, c := range claims {
			if c.hand == hand && !s.faulty(c) {
				held, entries = append(held, c), entries+len(c.paths)
			}
		}
		if len(held) > 0 {
			s.find(hand, problem.AppraiseHeld, held[0].place(), s.unit(held[0]), entries)
		}
	}
}

func (s *settling) find(hand int, code problem.Code, path string, args ...any) {
	s.found = append(s.found, Finding{hand, problem.New(code, path, args...)})
}
