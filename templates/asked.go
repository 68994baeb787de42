package templates

import (
	"encoding/json"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// A form tells on its hidden sheet what it asks for, so that what stands in it can be carried over when its own edition of the
// rule set is nowhere to be found any more. What is told must come to the form hash of the stamp.

// AskedNode is one criterion as the hidden sheet tells it; its number stands in the line's name.
type AskedNode struct {
	Level int          `json:"cap"`
	Was   string       `json:"cu,omitempty"`
	Max   string       `json:"toi_da,omitempty"`
	Leaf  bool         `json:"la,omitempty"`
	Asks  []AskedInput `json:"hoi,omitempty"`
}

type AskedInput struct {
	Name  string `json:"ten"`
	Kind  string `json:"loai"`
	Unit  string `json:"don_vi,omitempty"`
	Whole bool   `json:"nguyen,omitempty"`
	Min   string `json:"tu,omitempty"`
	Max   string `json:"den,omitempty"`
	List  int    `json:"ds,omitempty"` // the column of the options

	Figure string `json:"so_cong_bo,omitempty"` // what the secretariat supplies
	Given  string `json:"giao,omitempty"`

	Use  string      `json:"lay,omitempty"` // what follows from other answers
	From []AskedTerm `json:"tinh,omitempty"`
}

// AskedTerm is what an answer is reckoned from.
type AskedTerm struct {
	Name  string `json:"ten"`
	Times string `json:"lan"`
}

// allAsked are the lines that tell what the whole form asks for.
func (l *Layout) allAsked() []NamedValue {
	lines := []NamedValue{{FixedPrevious, l.Whole.Previous}, {FixedWordings, l.wordings()}}
	levels := map[*scoring.Criterion]int{}
	for node, parent := range l.Whole.All() {
		levels[node] = levels[parent] + 1
		told := AskedNode{Level: levels[node], Was: string(node.Was), Leaf: node.IsLeaf()}
		for _, in := range node.Inputs {
			told.Asks = append(told.Asks, l.askedInput(in))
			if in.Kind == expr.PointsInput {
				told.Max = node.Max.String()
			}
		}
		text, err := json.Marshal(told)
		if err != nil {
			panic(err) // plain texts and numbers
		}
		lines = append(lines, NamedValue{FixedAsked + node.Number, string(text)})
	}
	return lines
}

// wordings has a sum of each wording of a rule that stands in the form: by another edition nobody else could tell it from what
// somebody typed.
func (l *Layout) wordings() string {
	var sums []string
	for node := range l.Whole.All() {
		if node.Text != "" {
			sums = append(sums, PrintedSum(ruleOnPaper(node.Text)))
		}
	}
	return strings.Join(sums, " ")
}

func (l *Layout) askedInput(in expr.Input) AskedInput {
	told := AskedInput{Name: in.Name, Kind: string(in.Kind), Unit: in.Unit, Whole: in.Whole, Figure: in.Figure, Given: string(in.Given), Use: in.Use}
	for _, t := range in.From {
		told.From = append(told.From, AskedTerm{t.Answer, t.Times.String()})
	}
	if !in.Min.IsZero() {
		told.Min = in.Min.String()
	}
	if in.Max.Valid {
		told.Max = in.Max.Decimal.String()
	}
	if in.IsChoice() {
		told.List = l.list(OptionTexts(in)).Column
	}
	return told
}

// NewTold is a layout of what a form tells about itself, for reading it: the rule set has no rules that give points, so nothing
// can be scored or written by it.
func NewTold(rs *scoring.RuleSet, stamp Stamp) *Layout {
	stamp.Part = ""
	l := &Layout{Rules: rs, Whole: rs, stamp: stamp}
	l.addRows()
	l.expectAll()
	return l
}
