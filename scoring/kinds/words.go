package kinds

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
)

// How the sentences of all kinds call answers and write edges. They are made to be read back (package reading): nothing that
// matters is cut, and no two answers are called the same.

// exactPercent is an edge as a percentage, whole: what is described can be read back.
func exactPercent(d decimal.Decimal) string {
	return expr.FormatNumber(d.Mul(decimal.NewFromInt(100))) + "%"
}

// oneLine is a text without line ends, as a sentence repeats it.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// called is how sentences call an answer: by its label, and where another answer of the leaf is called alike by its name too.
func (s Scope) called(name InputName) string { return oneLine(s.Label(name)) + s.told(name) }

// quoted is the same with the label in quotation marks.
func (s Scope) quoted(name InputName) string {
	return "“" + oneLine(s.Label(name)) + "”" + s.told(name)
}

// told tells an answer from others with its label: " [b]", or "".
func (s Scope) told(name InputName) string {
	label := strings.ToLower(oneLine(s.Label(name)))
	for _, in := range s.Inputs {
		if in.Name != string(name) && strings.ToLower(oneLine(in.Label)) == label {
			return " [" + string(name) + "]"
		}
	}
	return ""
}

// choices counts the answers that are picked from a list of the leaf's own.
func (s Scope) choices() int {
	n := 0
	for _, in := range s.Inputs {
		if in.Kind == expr.ChoiceInput {
			n++
		}
	}
	return n
}

// bound is one end of a range, in words; the zero value is none.
type bound struct {
	text string
	open bool // the figure itself does not belong to the range
}

// between words a range as decisions do: "từ 20% đến dưới 30%", "từ 5 văn bản trở lên", "dưới 12 tin, bài".
func between(lower, upper bound, unit string) string {
	if unit == "%" {
		lower.text, upper.text, unit = lower.percent(), upper.percent(), ""
	}
	unit = expr.WithUnit(oneLine(unit))
	switch {
	case lower.text == upper.text && !lower.open && !upper.open:
		return "bằng " + lower.text + unit
	case lower.text != "" && upper.text != "":
		return lower.word("trên ", "từ ") + " đến " + upper.word("dưới ", "") + unit
	case lower.text != "" && lower.open:
		return "trên " + lower.text + unit
	case lower.text != "":
		return "từ " + lower.text + unit + " trở lên"
	case upper.open:
		return "dưới " + upper.text + unit
	}
	return "từ " + upper.text + unit + " trở xuống"
}

func (b bound) word(open, closed string) string {
	if b.open {
		return open + b.text
	}
	return closed + b.text
}

func (b bound) percent() string {
	if b.text == "" {
		return ""
	}
	return b.text + "%"
}
