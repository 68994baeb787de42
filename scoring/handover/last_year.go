package handover

import (
	"maps"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// LastYear is what a unit declared in the year before, put beside the cells of this year's form. It is no answer of this year's.
type LastYear struct {
	Answers expr.Answers // by the keys of this year's set; empty where the form was not made from one of another year
	Typed   bool         // they were typed into the form when it was made, as somebody asked for
}

// Figures that equal last year's are nothing odd by themselves: they are told where at least so many do, and such a share of
// those that can be compared.
const (
	fewestCopied = 10
	shareCopied  = 80 // per cent
)

// Kept lists the answers that equal last year's, in the order of the form.
func (l LastYear) Kept(rs *scoring.RuleSet, now expr.Answers) []expr.Key {
	same, _ := l.compare(rs, func(_ expr.Input, key expr.Key) (isSame, counts bool) {
		was := l.Answers[key]
		return !was.IsBlank() && was.Equal(now[key]), true
	})
	return same
}

// Copied lists the figures that equal last year's, where there are so many of them that nobody seems to have counted anew, and how
// many could be compared; it lists none otherwise. Choices say nothing, nor does what was 0 and is 0.
func (l LastYear) Copied(rs *scoring.RuleSet, now expr.Answers) (same []expr.Key, of int) {
	same, of = l.compare(rs, func(in expr.Input, key expr.Key) (isSame, counts bool) {
		was, had := l.Answers[key].Number()
		is, has := now[key].Number()
		return was.Equal(is), in.IsNumber() && had && has && !(was.IsZero() && is.IsZero())
	})
	if len(same) < fewestCopied || 100*len(same) < shareCopied*of {
		return nil, of
	}
	return same, of
}

// compare lists what counts and is the same, and counts what counts.
func (l LastYear) compare(rs *scoring.RuleSet, with func(expr.Input, expr.Key) (isSame, counts bool)) (same []expr.Key, of int) {
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			isSame, counts := with(in, leaf.Key(in.Name))
			if !counts {
				continue
			}
			of++
			if isSame {
				same = append(same, leaf.Key(in.Name))
			}
		}
	}
	return same, of
}

// Equal says that two hold the same.
func (l LastYear) Equal(other LastYear) bool {
	return l.Typed == other.Typed && maps.EqualFunc(l.Answers, other.Answers, expr.Answer.Equal)
}

// mergeLastYear puts together what the hands' forms hold of the year before. Where two hold different things of one answer, it is
// left out: nobody typed it, and nobody knows which is meant.
func (m *Merged) mergeLastYear(hands []Hand) {
	m.LastYear.Answers = expr.Answers{}
	differs := map[expr.Key]bool{}
	for _, hand := range hands {
		m.LastYear.Typed = m.LastYear.Typed || hand.LastYear.Typed
		for key, answer := range hand.LastYear.Answers {
			if other, twice := m.LastYear.Answers[key]; twice && !other.Equal(answer) {
				differs[key] = true
			}
			m.LastYear.Answers[key] = answer
		}
	}
	for key := range differs {
		delete(m.LastYear.Answers, key)
	}
}
