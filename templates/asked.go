package templates

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// A form tells on its hidden sheet what it asks for, so that what stands in it can be carried over when its own edition of the
// rule set is nowhere to be found any more. What is told must come to the form hash of the stamp.

// What a file may tell at most; rule sets have a tenth of it. More is a file that was made to keep us busy.
const (
	maxToldNodes   = 1000
	maxToldInputs  = 5000
	maxToldLevels  = 12
	maxToldOptions = 300
	maxToldName    = 1000 // bytes
)

// askedNode is one criterion as the hidden sheet tells it; its number stands in the line's name.
type askedNode struct {
	Level int          `json:"cap"`
	Was   string       `json:"cu,omitempty"`
	Max   string       `json:"toi_da,omitempty"`
	Leaf  bool         `json:"la,omitempty"`
	Asks  []askedInput `json:"hoi,omitempty"`
}

type askedInput struct {
	Name  string `json:"ten"`
	Kind  string `json:"loai"`
	Unit  string `json:"don_vi,omitempty"`
	Whole bool   `json:"nguyen,omitempty"`
	Min   string `json:"tu,omitempty"`
	Max   string `json:"den,omitempty"`
	List  int    `json:"ds,omitempty"` // the column of the options
}

// allAsked are the lines that tell what the whole form asks for.
func (l *Layout) allAsked() []NamedValue {
	lines := []NamedValue{{FixedPrevious, l.set.Previous}}
	levels := map[*scoring.Criterion]int{}
	for node, parent := range l.set.All() {
		levels[node] = levels[parent] + 1
		told := askedNode{Level: levels[node], Was: node.Was, Leaf: node.IsLeaf()}
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

func (l *Layout) askedInput(in expr.Input) askedInput {
	told := askedInput{Name: in.Name, Kind: string(in.Kind), Unit: in.Unit, Whole: in.Whole}
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

// Told is a layout of the form as the file itself tells it, for reading a form whose edition of the rule set is not at hand.
// Its rule set has numbers, names and inputs, but no rules that give points: nothing can be scored or written by it. The error
// is a *[Refused] where the file does not tell enough, or other things than its stamp vouches for.
func (b *Book) Told() (*Layout, error) {
	t := teller{book: b, texts: b.nameTexts(), rs: &scoring.RuleSet{ID: b.Stamp.RuleSet, Previous: b.fixed[FixedPrevious]}}
	for row := range b.hidden.Rows() {
		if number, ok := strings.CutPrefix(b.hidden.Cell(row, 1).Text, FixedAsked); ok {
			t.node(number, b.hidden.Cell(row, 2).Text)
		}
	}
	if t.fault == "" && t.rs.FormHash() != b.Stamp.Form {
		t.fault = "nội dung không khớp dấu của phiếu"
	}
	if t.fault != "" {
		return nil, refuse(problem.FormUntold, clip(b.Stamp.RuleSet), t.fault)
	}
	l := &Layout{Rules: t.rs, set: t.rs, stamp: b.Stamp}
	l.stamp.Part = ""
	l.addRows()
	return l, nil
}

// nameTexts are the names and labels on the form's sheet, by row key; none where it can't be read.
func (b *Book) nameTexts() map[string]string {
	texts := map[string]string{}
	sheet, keys, err := findSheet(b.file)
	if err != nil || len(keys[0].places[KeyColumn]) != 1 || len(keys[0].places[NameColumn]) != 1 {
		return texts
	}
	for row := range sheet.Rows() {
		key := sheet.Cell(row, keys[0].places[KeyColumn][0])
		if name := sheet.Cell(row, keys[0].places[NameColumn][0]); key.Text != "" && name.Kind == xlsx.Text {
			texts[key.Text] = cleanText(name.Text)
		}
	}
	return texts
}

// teller builds a rule set from what a file tells.
type teller struct {
	book  *Book
	texts map[string]string
	rs    *scoring.RuleSet
	fault string

	nodes, inputs int
}

// node adds the next criterion of the tree.
func (t *teller) node(number, line string) {
	var told askedNode
	err := json.Unmarshal([]byte(line), &told)
	t.nodes, t.inputs = t.nodes+1, t.inputs+len(told.Asks)
	if err != nil || t.nodes > maxToldNodes || t.inputs > maxToldInputs || told.Level > maxToldLevels {
		t.fault = "dòng " + quote(FixedAsked+number) + " bị sửa"
		return
	}
	list := &t.rs.Criteria
	for level := 1; level < told.Level; level++ {
		if len(*list) == 0 {
			t.fault = "thứ tự các dòng " + quote(FixedAsked) + " bị sửa"
			return
		}
		list = &(*list)[len(*list)-1].Children
	}
	name, _, _ := strings.Cut(t.texts[number], "\n")
	name = strings.ToValidUTF8(name[:min(len(name), maxToldName)], "")
	node := scoring.Criterion{Number: number, Name: name, Was: told.Was, Max: decimalOf(told.Max)}
	for _, in := range told.Asks {
		node.Inputs = append(node.Inputs, t.input(number, in))
	}
	if told.Leaf {
		node.Rule = &scoring.Manual{} // a leaf; which rule it has nobody asks
	}
	*list = append(*list, node)
}

func (t *teller) input(number string, told askedInput) expr.Input {
	in := expr.Input{Name: told.Name, Kind: expr.InputKind(told.Kind), Unit: told.Unit, Whole: told.Whole, Min: decimalOf(told.Min)}
	in.Label = strings.TrimSuffix(t.texts[number+":"+told.Name], " ("+told.Unit+")")
	if told.Max != "" {
		in.Max = decimal.NewNullDecimal(decimalOf(told.Max))
	}
	for n := 1; in.IsChoice() && told.List > 0 && n <= maxToldOptions; n++ {
		text := t.book.hidden.Cell(1+n, told.List).Text
		if text == "" {
			break
		}
		if in.Kind == expr.ChoiceInput {
			text = strings.TrimPrefix(text, fmt.Sprintf("%d. ", n))
		}
		in.Options = append(in.Options, text)
	}
	return in
}

// decimalOf reads a number that the program wrote; what is none is 0, and then the hash does not fit.
func decimalOf(text string) decimal.Decimal {
	d, err := xlsx.ParseNumber(text)
	if err != nil {
		return decimal.Decimal{}
	}
	return d
}
