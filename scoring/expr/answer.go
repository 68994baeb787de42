package expr

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/problem"
)

// Key names one answer of a form: the leaf's number and the input's name, written "1.1:a".
type Key struct{ Leaf, Input string }

// String writes the key as forms and scripts carry it.
func (k Key) String() string { return k.Leaf + ":" + k.Input }

// ParseKey reads "1.1:a"; ok is false where a half is missing.
func ParseKey(text string) (key Key, ok bool) {
	leaf, input, found := strings.Cut(text, ":")
	return Key{leaf, input}, found && leaf != "" && input != "" && !strings.Contains(input, ":")
}

// Answer is what stands in one answer cell: nothing (the zero value), a number, an option, or something unreadable,
// which then carries the problem that its reader found. Make one by [NumberAnswer], [OptionAnswer] or [BadAnswer].
type Answer struct {
	form   answerForm
	number decimal.Decimal
	option int
	bad    problem.Problem
}

type answerForm int

const (
	blankForm answerForm = iota
	numberForm
	optionForm
	badForm
)

// NumberAnswer is a number as declared; bounds are the input's business.
func NumberAnswer(d decimal.Decimal) Answer { return Answer{form: numberForm, number: d} }

// OptionAnswer is the nth option of a choice, counted from 1 (for Có/Không: 1 is Có, 2 is Không).
func OptionAnswer(n int) Answer { return Answer{form: optionForm, option: n} }

// BadAnswer is an answer that could not be read. Where the rule needs it, its problem makes the leaf invalid;
// where it does not, the problem is a warning.
func BadAnswer(p problem.Problem) Answer { return Answer{form: badForm, bad: p} }

// IsBlank says that nothing was declared.
func (a Answer) IsBlank() bool { return a.form == blankForm }

// Number gives the declared number; ok is false for anything else.
func (a Answer) Number() (d decimal.Decimal, ok bool) { return a.number, a.form == numberForm }

// Option gives the chosen option, counted from 1; ok is false for anything else.
func (a Answer) Option() (n int, ok bool) { return a.option, a.form == optionForm }

// Bad gives the problem of an unreadable answer; ok is false for anything else.
func (a Answer) Bad() (p problem.Problem, ok bool) { return a.bad, a.form == badForm }

// standing says of an answer that cannot be used what is the matter with it.
func (a Answer) standing() string {
	if a.IsBlank() {
		return "chưa điền"
	}
	return "chưa đúng"
}

// Equal says that two answers declare the same; two unreadable ones never do.
func (a Answer) Equal(b Answer) bool {
	return a.form == b.form && a.form != badForm && a.option == b.option && a.number.Equal(b.number)
}

// Answers holds a form's answers by key; an absent key is a blank.
type Answers map[Key]Answer

// Put has an answer stand there; a blank one is absent.
func (all Answers) Put(key Key, a Answer) {
	if a.IsBlank() {
		delete(all, key)
		return
	}
	all[key] = a
}
