package lists

import (
	"iter"
	"maps"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"

	"github.com/shopspring/decimal"
)

// Given is a number that the list gives a unit of its own, such as a target. Its answer is blank where the list has a column for it
// and nothing in the unit's line.
type Given struct {
	Key    expr.Key
	Label  string
	Answer expr.Answer
}

// mostGiven is how many characters a cell of such a column may have.
const mostGiven = 40

// GivenInputs are the answers that the list of units gives each unit.
func GivenInputs(rs *scoring.RuleSet) iter.Seq2[expr.Key, expr.Input] {
	return func(yield func(expr.Key, expr.Input) bool) {
		for _, leaf := range rs.Leaves() {
			for _, in := range leaf.Inputs {
				if in.Given == expr.GivenUnit && !yield(leaf.Key(in.Name), in) {
					return
				}
			}
		}
	}
}

// givenColumns are named by the answers' keys: 3.1:muc.
func givenColumns(rs *scoring.RuleSet) []column {
	var all []column
	for key := range GivenInputs(rs) {
		all = append(all, column{key.String(), false, mostGiven, figures})
	}
	return all
}

// keyIn is the key in the head of such a column, which may have words before it: "Số liệu 3.1:muc".
func keyIn(head string) string {
	words := strings.Fields(head)
	if len(words) == 0 || !strings.Contains(words[len(words)-1], ":") {
		return ""
	}
	return words[len(words)-1]
}

// given reads what a line gives its unit, of all columns that the list has for such numbers.
func (t *table) given(row tableRow, rs *scoring.RuleSet) []Given {
	var all []Given
	for key, in := range GivenInputs(rs) {
		if t.at(key.String()) == 0 {
			continue
		}
		all = append(all, Given{key, in.Label, t.givenNumber(row, key.String(), in)})
	}
	return all
}

func (t *table) givenNumber(row tableRow, name string, in expr.Input) expr.Answer {
	cell := row.cells[name]
	if cell.text == "" {
		return expr.Answer{}
	}
	d, ok := signedNumber(cell.text)
	fault := "không phải là số"
	if ok {
		_, problems := in.Guard(expr.NumberAnswer(d))
		if len(problems) == 0 {
			return expr.NumberAnswer(d)
		}
		fault = strings.TrimSuffix(problems[0].Text(), ".")
	}
	t.report(row.line, cell.column, problem.TableGiven, name, row.cells[codeColumn].text, cell.text, fault)
	return expr.Answer{}
}

// signedNumber reads a number that may be below 0.
func signedNumber(text string) (d decimal.Decimal, ok bool) {
	digits, negative := strings.CutPrefix(text, "-")
	if d, ok = PlainNumber(digits, ",."); negative {
		d = d.Neg()
	}
	return d, ok
}

// Carrying are answers with what was given the unit among them.
func (u Unit) Carrying(answers expr.Answers) expr.Answers {
	if len(u.Given) == 0 {
		return answers
	}
	all := expr.Answers{}
	maps.Copy(all, answers)
	for _, given := range u.Given {
		if delete(all, given.Key); !given.Answer.IsBlank() {
			all[given.Key] = given.Answer
		}
	}
	return all
}
