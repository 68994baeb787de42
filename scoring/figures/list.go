package figures

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// List is what was announced for a rule set. A nil list knows nothing and changes nothing.
type List struct {
	values map[place]decimal.Decimal
}

// place is whose a value is: a figure's, of a block by its folded name.
type place struct{ figure, block string }

// NewList is the list of some rows.
func NewList(rows []Row) *List {
	l := &List{map[place]decimal.Decimal{}}
	for _, row := range rows {
		if row.Value.Valid {
			l.values[place{row.Figure.Name, foldBlock(row.Block)}] = row.Value.Decimal
		}
	}
	return l
}

// Of is a figure's value for a unit, as far as it is announced.
func (l *List) Of(f *scoring.Figure, unit scoring.Unit) (value decimal.Decimal, ok bool) {
	at := place{figure: f.Name}
	if f.By == scoring.ByBlock {
		at.block = foldBlock(unit.Block)
	}
	value, ok = l.values[at]
	return value, ok
}

// Fingerprint is the same for lists that say the same.
func (l *List) Fingerprint() string {
	if l == nil {
		return ""
	}
	var lines []string
	for at, value := range l.values {
		lines = append(lines, fmt.Sprintf("%q %q %s", at.figure, at.block, value))
	}
	slices.Sort(lines)
	return strings.Join(lines, "; ")
}

// Supply puts what is announced in the place of what a submission carries, and names each value that was another one.
func (l *List) Supply(rs *scoring.RuleSet, in *scoring.Submission) []Change {
	if l == nil {
		return nil
	}
	var changes []Change
	for _, leaf := range rs.Leaves() {
		for _, input := range leaf.Inputs {
			f := rs.Figure(input.Figure)
			if f == nil {
				continue
			}
			key, now := leaf.Key(input.Name), expr.Answer{}
			if value, announced := l.Of(f, in.Unit); announced {
				now = expr.NumberAnswer(value)
			}
			if was := in.Answers[key]; !was.Equal(now) {
				changes = append(changes, Change{key, input.Label, was, now})
			}
			put(in, key, now)
		}
	}
	return changes
}

// Absent are the figures of a block's own that the list does not have for a unit's block.
func (l *List) Absent(rs *scoring.RuleSet, in *scoring.Submission) []problem.Problem {
	if l == nil {
		return nil
	}
	var all []problem.Problem
	for _, leaf := range rs.Leaves() {
		for _, input := range leaf.Inputs {
			f := rs.Figure(input.Figure)
			if f == nil || f.By != scoring.ByBlock {
				continue
			}
			if _, announced := l.Of(f, in.Unit); !announced {
				all = append(all, problem.New(problem.FigureAbsent, leaf.Key(input.Name).String(), input.Label, in.Unit.Block))
			}
		}
	}
	return all
}

func put(in *scoring.Submission, key expr.Key, answer expr.Answer) {
	if answer.IsBlank() {
		delete(in.Answers, key)
		return
	}
	if in.Answers == nil {
		in.Answers = expr.Answers{}
	}
	in.Answers[key] = answer
}

// Change is an answer that another value was supplied for.
type Change struct {
	Key     expr.Key
	Label   string
	Was, Is expr.Answer
}

// Differs is the problem of a form that carried another value; ok is false where it only waited for one.
func (c Change) Differs() (p problem.Problem, ok bool) {
	return problem.New(problem.FigureDiffers, c.Key.String(), c.Label, words(c.Was), words(c.Is)), !c.Was.IsBlank()
}

// Changed is the problem of a result that was scored by another value before; ok is false where there was none.
func (c Change) Changed() (p problem.Problem, ok bool) {
	return problem.New(problem.FigureChanged, c.Key.String(), c.Label, words(c.Was), words(c.Is)), !c.Was.IsBlank()
}

// Words are the two values, for a journal.
func (c Change) Words() (was, is string) { return words(c.Was), words(c.Is) }

func words(a expr.Answer) string {
	if d, ok := a.Number(); ok {
		return expr.FormatNumber(d)
	}
	if a.IsBlank() {
		return "chưa công bố"
	}
	return "không đọc được"
}

// Keep puts the figures that an earlier result was scored by into a submission that carries none: they were announced, and stay so
// until a list says otherwise.
func Keep(rs *scoring.RuleSet, in, earlier *scoring.Submission) {
	for _, leaf := range rs.Leaves() {
		for _, input := range leaf.Inputs {
			if key := leaf.Key(input.Name); input.Figure != "" && in.Answers[key].IsBlank() {
				put(in, key, earlier.Answers[key])
			}
		}
	}
}

// Between are the figures by which two scorings of a unit differ.
func Between(rs *scoring.RuleSet, earlier, now *scoring.Submission) []Change {
	var changes []Change
	for _, leaf := range rs.Leaves() {
		for _, input := range leaf.Inputs {
			key := leaf.Key(input.Name)
			if was, is := earlier.Answers[key], now.Answers[key]; input.Figure != "" && !was.Equal(is) {
				changes = append(changes, Change{key, input.Label, was, is})
			}
		}
	}
	return changes
}
