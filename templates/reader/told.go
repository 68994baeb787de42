package reader

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// What a file may tell at most; rule sets have a tenth of it. More is a file that was made to keep us busy.
const (
	maxToldNodes   = 1000
	maxToldInputs  = 5000
	maxToldLevels  = 12
	maxToldOptions = 300
	maxToldName    = 1000 // bytes
)

// Told is a layout of the form as the file itself tells it, for reading a form whose edition of the rule set is not at hand.
// Its rule set has numbers, names and inputs, but no rules that give points: nothing can be scored or written by it. The error
// is a *[Refused] where the file does not tell enough, or other things than its stamp vouches for.
func (b *Book) Told() (*templates.Layout, error) {
	t := teller{book: b, texts: b.nameTexts(), rs: &scoring.RuleSet{ID: b.Stamp.RuleSet, Previous: b.fixed[templates.FixedPrevious]}}
	for row := range b.hidden.Rows() {
		if number, ok := strings.CutPrefix(b.hidden.Cell(row, 1).Text, templates.FixedAsked); ok {
			t.node(number, b.hidden.Cell(row, 2).Text)
		}
	}
	if t.fault == "" && t.rs.FormHash() != b.Stamp.Form {
		t.fault = "nội dung không khớp dấu của phiếu"
	}
	if t.fault != "" {
		return nil, refuse(problem.FormUntold, clip(b.Stamp.RuleSet), t.fault)
	}
	return templates.NewTold(t.rs, b.Stamp), nil
}

// nameTexts are the names and labels on the form's sheet, by row key; none where it can't be read.
func (b *Book) nameTexts() map[string]string {
	texts := map[string]string{}
	sheet, keys, err := findSheet(b.file, templates.FormSheet)
	if err != nil || len(keys[0].places[templates.KeyColumn]) != 1 || len(keys[0].places[templates.NameColumn]) != 1 {
		return texts
	}
	for row := range sheet.Rows() {
		key := sheet.Cell(row, keys[0].places[templates.KeyColumn][0])
		if name := sheet.Cell(row, keys[0].places[templates.NameColumn][0]); key.Text != "" && name.Kind == xlsx.Text {
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
	var told templates.AskedNode
	err := json.Unmarshal([]byte(line), &told)
	t.nodes, t.inputs = t.nodes+1, t.inputs+len(told.Asks)
	if err != nil || t.nodes > maxToldNodes || t.inputs > maxToldInputs || told.Level > maxToldLevels {
		t.fault = "dòng " + quote(templates.FixedAsked+number) + " bị sửa"
		return
	}
	list := &t.rs.Criteria
	for level := 1; level < told.Level; level++ {
		if len(*list) == 0 {
			t.fault = "thứ tự các dòng " + quote(templates.FixedAsked) + " bị sửa"
			return
		}
		list = &(*list)[len(*list)-1].Children
	}
	name, _, _ := strings.Cut(t.texts[number], "\n")
	name = strings.ToValidUTF8(name[:min(len(name), maxToldName)], "")
	node := scoring.Criterion{Number: number, Name: name, Was: scoring.Was(told.Was), Max: decimalOf(told.Max)}
	for _, in := range told.Asks {
		node.Inputs = append(node.Inputs, t.input(number, in))
	}
	if told.Leaf {
		node.Rule = &kinds.Manual{} // a leaf; which rule it has nobody asks
	}
	*list = append(*list, node)
}

func (t *teller) input(number string, told templates.AskedInput) expr.Input {
	in := expr.Input{Name: told.Name, Kind: expr.InputKind(told.Kind), Unit: told.Unit, Whole: told.Whole, Min: decimalOf(told.Min)}
	in.Label = strings.TrimSuffix(t.texts[number+":"+told.Name], " ("+told.Unit+")")
	in.Figure, in.Given, in.Use = told.Figure, expr.Given(told.Given), told.Use
	for _, term := range told.From {
		in.From = append(in.From, expr.Term{Answer: term.Name, Times: decimalOf(term.Times)})
	}
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
