package expr

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/problem"
)

// InputKind says what may stand in an answer.
type InputKind string

// The input kinds, in the words of the YAML.
const (
	NumberInput InputKind = "number" // a number within bounds, whole unless said otherwise
	ChoiceInput InputKind = "choice" // one of the options
	YesNoInput  InputKind = "yesNo"  // Có or Không; in data 1 or 0
	PointsInput InputKind = "points" // points by hand: the unit proposes, the appraiser decides
	// PercentInput is a number of per cent: 90 wherever it is reckoned with, 0.9 in a cell, which shows 90%.
	PercentInput InputKind = "percent"
	DateInput    InputKind = "date" // a day, by its number; see [FormatDay]
)

// InputKinds lists them all, for decoding and for messages.
func InputKinds() []string {
	return []string{string(NumberInput), string(PercentInput), string(DateInput), string(ChoiceInput), string(YesNoInput), string(PointsInput)}
}

// Input is one answer that a leaf asks for. Rules name it by its Name.
type Input struct {
	Name    string // "a", "b", "muc", "1", "diem": the second half of the answer's key
	Label   string // as the source words it
	Kind    InputKind
	Unit    string // the noun counted, for sentences ("nhiệm vụ")
	Whole   bool   // whole numbers only
	Min     decimal.Decimal
	Max     decimal.NullDecimal // no upper bound where not valid
	Options []string            // of a choice, in the source's order
	Better  Better              // which way of a number is the better one
	Figure  string              // the announced figure that it is, by name; "" of what is none
	Given   Given               // by whom it is given; "" of what the unit declares
	Use     string              // the key of the answer that it is, asked for by another leaf: "8.1:a"; "" of one of its own
	From    []Term              // what it is reckoned from, answers of the same leaf; none of what is not reckoned
}

// Term is what an answer counts in another one that is reckoned from it.
type Term struct {
	Answer string // its name
	Times  decimal.Decimal
}

// Given says who gives a unit a number of its own, such as a target.
type Given string

// GivenUnit is of what the list of units says of each.
const GivenUnit Given = "unit"

// IsTyped says that the unit types the answer into its form.
func (in Input) IsTyped() bool { return !in.IsSupplied() && !in.IsReckoned() }

// IsReckoned says that the answer follows from others, and nobody types it.
func (in Input) IsReckoned() bool { return in.Use != "" || in.IsDerived() }

// IsDerived says that it is reckoned from other answers of its leaf.
func (in Input) IsDerived() bool { return len(in.From) > 0 }

// UsedFrom is the key of the answer of another leaf that it is; ok is false where it is one of its own.
func (in Input) UsedFrom() (key Key, ok bool) {
	if in.Use == "" {
		return Key{}, false
	}
	return ParseKey(in.Use)
}

// IsSupplied says that the secretariat supplies the answer, and no unit types it.
func (in Input) IsSupplied() bool { return in.Figure != "" || in.Given != "" }

// Better says which way of a number is the better one: more, unless said otherwise.
type Better string

// BetterLess is of what should be few: complaints, late files, errors.
const BetterLess Better = "less"

// IsNumber says that the answer is a number that rules reckon with.
func (in Input) IsNumber() bool { return in.Kind == NumberInput || in.Kind == PercentInput }

// IsOrdered says that answers are more or less than one another: numbers and days.
func (in Input) IsOrdered() bool { return in.IsNumber() || in.Kind == DateInput }

// SetDate gives a day its bounds, as far as it has none.
func (in *Input) SetDate() {
	in.Whole = true
	if in.Min.IsZero() {
		in.Min = decimal.NewFromInt(FirstDay)
	}
	if !in.Max.Valid {
		in.Max = decimal.NewNullDecimal(decimal.NewFromInt(LastDay))
	}
}

// HasUsualMin says that the lower bound is the one that the kind brings along.
func (in Input) HasUsualMin() bool {
	return in.Min.IsZero() || in.Kind == DateInput && in.Min.Equal(decimal.NewFromInt(FirstDay))
}

// Words writes one of its numbers for people.
func (in Input) Words(d decimal.Decimal) string {
	if in.Kind == DateInput {
		return FormatDay(d)
	}
	return FormatNumber(d)
}

// Data writes one of its numbers for data files.
func (in Input) Data(d decimal.Decimal) string {
	if in.Kind == DateInput && IsDay(d) {
		return DataDay(d)
	}
	return d.String()
}

// PercentUnit is the unit of what is a percentage, and PercentMost its bound unless the rule set says another.
const (
	PercentUnit = "%"
	PercentMost = 100
)

// SetPercent gives a percentage its unit, and its bound where it has none.
func (in *Input) SetPercent() {
	in.Unit = PercentUnit
	if !in.Max.Valid {
		in.Max = decimal.NewNullDecimal(decimal.NewFromInt(PercentMost))
	}
}

// HasUsualMost says that the upper bound is the one that the kind brings along.
func (in Input) HasUsualMost() bool {
	if in.Kind == DateInput {
		return in.Max.Valid && in.Max.Decimal.Equal(decimal.NewFromInt(LastDay))
	}
	return in.Kind == PercentInput && in.Max.Valid && in.Max.Decimal.Equal(decimal.NewFromInt(PercentMost))
}

// IsChoice says that the answer is picked from a list.
func (in Input) IsChoice() bool { return in.Kind == ChoiceInput || in.Kind == YesNoInput }

// OptionOf turns the number that data files use for an option (Có 1, Không 0, levels from 1) into its place from 1.
func (in Input) OptionOf(number int) (option int, ok bool) {
	if in.Kind == YesNoInput {
		return 2 - number, number == 0 || number == 1
	}
	return number, number >= 1 && number <= len(in.Options)
}

// NumberOf is the reverse of OptionOf.
func (in Input) NumberOf(option int) int {
	if in.Kind == YesNoInput {
		return 2 - option
	}
	return option
}

// Guard says whether an answer can be used: its state, and the problem where there is one. The problem's path is the
// input's name. A form's hidden helper cells compute the same state.
func (in Input) Guard(a Answer) (State, []problem.Problem) {
	state, problems := in.guard(a)
	if from, used := in.UsedFrom(); used && state != Scored {
		return state, []problem.Problem{problem.New(problem.AnswerUsed, in.Name, in.Label, from.Leaf, a.standing())}
	}
	if in.IsDerived() && state == Invalid && a.form == numberForm {
		return state, []problem.Problem{in.outside(a.number)}
	}
	return state, problems
}

// outside says which bound a number that was reckoned is beyond.
func (in Input) outside(d decimal.Decimal) problem.Problem {
	than, bound := "nhỏ hơn mức thấp nhất cho phép là", in.Min
	if in.Max.Valid && d.GreaterThan(in.Max.Decimal) {
		than, bound = "lớn hơn mức cao nhất cho phép là", in.Max.Decimal
	}
	return problem.New(problem.AnswerReckoned, in.Name, in.Label, FormatNumber(d), than, FormatNumber(bound), in.FromWords())
}

// FromWords say what an answer is reckoned from, by names: "so − 0,5 × tru".
func (in Input) FromWords() string {
	var b strings.Builder
	for i, t := range in.From {
		switch {
		case t.Times.IsNegative() && i == 0:
			b.WriteString("−")
		case t.Times.IsNegative():
			b.WriteString(" − ")
		case i > 0:
			b.WriteString(" + ")
		}
		if times := t.Times.Abs(); !times.Equal(one) {
			b.WriteString(FormatNumber(times) + " × ")
		}
		b.WriteString(t.Answer)
	}
	return b.String()
}

func (in Input) guard(a Answer) (State, []problem.Problem) {
	switch a.form {
	case badForm:
		p := a.bad
		p.Path, p.Severity = in.Name, problem.Error
		return Invalid, []problem.Problem{p}
	case blankForm:
		switch {
		case in.Kind == PointsInput:
			return Awaiting, nil
		case in.Figure != "":
			return Awaiting, []problem.Problem{problem.New(problem.FigureAwaited, in.Name, in.Label)}
		case in.Given != "":
			return Missing, []problem.Problem{problem.New(problem.GivenMissing, in.Name, in.Label)}
		case in.IsChoice():
			return Missing, []problem.Problem{problem.New(problem.AnswerUnchosen, in.Name, in.Label)}
		}
		return Missing, []problem.Problem{problem.New(problem.AnswerMissing, in.Name, in.Label)}
	case optionForm:
		if !in.IsChoice() || a.option < 1 || a.option > len(in.Options) {
			return Invalid, []problem.Problem{problem.New(problem.AnswerNoOption, in.Name, in.Label)}
		}
		return Scored, nil
	}
	return in.guardNumber(a.number)
}

func (in Input) guardNumber(d decimal.Decimal) (State, []problem.Problem) {
	switch {
	case in.IsChoice():
		return Invalid, []problem.Problem{problem.New(problem.AnswerNoOption, in.Name, in.Label)}
	case d.LessThan(in.Min):
		return Invalid, []problem.Problem{problem.New(problem.AnswerTooSmall, in.Name, in.Label, in.Words(d), in.Words(in.Min))}
	case in.Max.Valid && d.GreaterThan(in.Max.Decimal):
		return Invalid, []problem.Problem{problem.New(problem.AnswerTooLarge, in.Name, in.Label, in.Words(d), in.Words(in.Max.Decimal))}
	case in.Whole && !d.IsInteger():
		return Invalid, []problem.Problem{problem.New(problem.AnswerNotWhole, in.Name, in.Label, FormatNumber(d))}
	}
	return Scored, nil
}
