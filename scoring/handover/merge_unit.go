package handover

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/problem"
)

// mergeUnit takes who the unit is: what the secretariat fixed beats what was typed. What two files fix or type differently is
// a problem, since they may be of two units.
func (m *Merged) mergeUnit(hands []Hand) []problem.Problem {
	fixed := slices.DeleteFunc(slices.Clone(hands), func(h Hand) bool { return !h.UnitFixed })
	m.UnitFixed, m.Submission.Unit.Ranked = len(fixed) > 0, true
	if m.UnitFixed {
		m.Submission.Unit, m.Submission.Exempt = fixed[0].Submission.Unit, fixed[0].Submission.Exempt
	}
	var problems []problem.Problem
	for _, part := range []struct {
		words string
		of    func(*scoring.Unit) *string
	}{
		{"mã đơn vị", func(u *scoring.Unit) *string { return &u.Code }},
		{"tên đơn vị", func(u *scoring.Unit) *string { return &u.Name }},
		{"khối", func(u *scoring.Unit) *string { return &u.Block }},
	} {
		said := sayings(slices.Concat(fixed, hands), func(h Hand) string { return *part.of(&h.Submission.Unit) })
		said = slices.DeleteFunc(said, func(s saying) bool { return s.text == "" })
		if len(said) > 0 {
			*part.of(&m.Submission.Unit) = said[0].text
		}
		problems = append(problems, differing(part.words, said)...)
	}
	problems = append(problems, differing("danh sách tiêu chí không đánh giá", sayings(fixed, exemptWords))...)
	return append(problems, differing("có xếp hạng hay không", sayings(fixed, rankedWords))...)
}

func exemptWords(h Hand) string {
	return strings.Join(slices.Sorted(slices.Values(h.Submission.Exempt)), ", ")
}

func rankedWords(h Hand) string {
	if h.Submission.Unit.Ranked {
		return "có"
	}
	return "không"
}

// saying is a text with the first hand that says it.
type saying struct{ text, hand string }

// sayings lists the different texts that hands give, without regard to case and spaces.
func sayings(hands []Hand, of func(Hand) string) []saying {
	var all []saying
	for _, hand := range hands {
		text := of(hand)
		if !slices.ContainsFunc(all, func(s saying) bool { return compare.SameWords(s.text, text) }) {
			all = append(all, saying{text, hand.Name})
		}
	}
	return all
}

// differing is the problem of more than one saying.
func differing(what string, all []saying) []problem.Problem {
	if len(all) < 2 {
		return nil
	}
	var words []string
	for _, s := range all {
		words = append(words, "“"+s.text+"” ("+s.hand+")")
	}
	return []problem.Problem{problem.New(problem.MergeUnits, "", what, strings.Join(words, ", "))}
}
