package rules

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Write gives a rule set as a file of ours: what [Decode] reads from it means the same, to the last key. Like decoding it goes along
// the fields that package scoring declares, so that no key can be forgotten. Head stands as a comment over the whole, and
// remarks over the criteria with these numbers. Equal sets give equal bytes.
func Write(rs *scoring.RuleSet, head string, remarks map[string]string) ([]byte, error) {
	w := writer{remarks, map[any]bool{}, map[any]*scoring.Criterion{}}
	for _, leaf := range rs.Leaves() {
		w.leaves[&leaf.Examples] = leaf
		for _, edge := range leaf.DayEdges() {
			w.days[edge.Place] = true
		}
	}
	root := w.record(rs)
	root.Content[0].HeadComment = head
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(root); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type writer struct {
	remarks map[string]string
	days    map[any]bool               // the places of numbers that stand for days
	leaves  map[any]*scoring.Criterion // by the places of their examples
}

// record makes a mapping of the fields that say something.
func (w writer) record(r kinds.Record) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	in, isInput := r.(kinds.InputRecord)
	for _, field := range r.Fields() {
		value := w.place(field)
		if isInput {
			value = inputValue(in.Input, field.Key, value)
		}
		if value != nil {
			n.Content = append(n.Content, text(field.Key), value)
		}
	}
	if c, ok := r.(*scoring.Criterion); ok {
		n.HeadComment = w.remarks[c.Number]
		n.Content[1].Style = yaml.DoubleQuotedStyle // a number is a text, whatever it looks like
	}
	if isFlow(r, n) {
		n.Style = yaml.FlowStyle
	}
	return n
}

// inputValue leaves out of an answer what its kind implies, as settle puts it in.
func inputValue(in *expr.Input, key string, value *yaml.Node) *yaml.Node {
	switch {
	case key == "kind" && (in.Kind == expr.NumberInput || in.Kind == expr.ChoiceInput && len(in.Options) > 0),
		key == "options" && in.Kind == expr.YesNoInput:
		return nil
	case key == "unit" && in.Kind == expr.PercentInput, key == "max" && in.HasUsualMost(), key == "whole" && in.Kind == expr.DateInput, key == "min" && in.HasUsualMin():
		return nil
	case key == "whole" && in.IsReckoned(), in.Use != "" && (key == "kind" || key == "unit" || key == "min" || key == "max"):
		return nil
	case key == "whole" && in.Whole != (in.Kind == expr.NumberInput && in.Figure == ""):
		return plain(strconv.FormatBool(in.Whole))
	case key == "whole":
		return nil
	}
	return value
}

// maxFlow is how long a record may be that stands in one line.
const maxFlow = 150

// isFlow says that a record is written in one line: small ones within the tree, as people write them.
func isFlow(r kinds.Record, n *yaml.Node) bool {
	switch r.(type) {
	case *scoring.RuleSet, *scoring.Criterion:
		return false
	}
	return length(n) <= maxFlow
}

// length is about how many letters a node takes.
func length(n *yaml.Node) int {
	if n.Style == yaml.LiteralStyle {
		return maxFlow + 1
	}
	total := len([]rune(n.Value)) + 2
	for _, child := range n.Content {
		total += length(child)
	}
	return total
}

// place makes a node of a field's value; nil where there is nothing to write.
func (w writer) place(field kinds.Field) *yaml.Node {
	switch place := field.Place.(type) {
	case kinds.Record:
		if n := w.record(place); field.Required || len(n.Content) > 0 && !isZero(place) {
			return n
		}
	case kinds.Dict:
		return w.dict(place)
	case kinds.List:
		return w.list(place)
	case *kinds.Rule:
		return w.rule(*place)
	case kinds.Word:
		return textUnless(place.Get(), "")
	case *string:
		return textUnless(*place, "")
	case *kinds.InputName:
		return textUnless(string(*place), "")
	case *scoring.Was:
		return wasNode(*place)
	case *bool:
		if *place {
			return plain("true")
		}
	case *int:
		if *place != 0 || field.Required {
			return plain(strconv.Itoa(*place))
		}
	case *decimal.Decimal:
		if !place.IsZero() || field.Required {
			return w.number(place, *place)
		}
	case *decimal.NullDecimal:
		if place.Valid {
			return w.number(place, place.Decimal)
		}
	default:
		return w.several(place)
	}
	return nil
}

// number writes a number, or the day that it stands for.
func (w writer) number(place any, d decimal.Decimal) *yaml.Node {
	if w.days[place] && expr.IsDay(d) {
		return plain(expr.DataDay(d))
	}
	return plain(d.String())
}

// wasNode writes a list in one line.
func wasNode(was scoring.Was) *yaml.Node {
	if !was.IsList() {
		return textUnless(string(was), "")
	}
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, number := range was.Numbers() {
		item := text(number)
		item.Style = yaml.DoubleQuotedStyle
		n.Content = append(n.Content, item)
	}
	return n
}

// isZero says that a record that need not be there says nothing: its numbers, though required in it, are all nought.
func isZero(r kinds.Record) bool {
	zero := true
	scoring.Flatten(r, "", func(string, string) { zero = false })
	return zero
}

func (w writer) several(place any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	switch place := place.(type) {
	case *[]string:
		for _, item := range *place {
			n.Content = append(n.Content, text(item))
		}
	case *[]decimal.Decimal:
		n.Style = yaml.FlowStyle
		for _, d := range *place {
			n.Content = append(n.Content, plain(d.String()))
		}
	case *[]scoring.Example:
		for _, e := range *place {
			n.Content = append(n.Content, example(w.leaves[place], e))
		}
	default:
		panic(fmt.Sprintf("rules: no writing of %T", place))
	}
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

func (w writer) list(list kinds.List) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, item := range list.Records() {
		n.Content = append(n.Content, w.record(item))
	}
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

func (w writer) dict(dict kinds.Dict) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, item := range dict.Records() {
		if named, ok := item.(kinds.Named); ok {
			n.Content = append(n.Content, text(named.RecordName()), w.record(item))
		}
	}
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

func (w writer) rule(rule kinds.Rule) *yaml.Node {
	if rule == nil {
		return nil
	}
	n := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{text(rule.Kind()), w.record(rule)}}
	if length(n) <= maxFlow {
		n.Style = yaml.FlowStyle
	}
	return n
}

// example writes answers with what they give, in one line.
func example(leaf *scoring.Criterion, e scoring.Example) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, name := range slices.Sorted(maps.Keys(e.Answers)) {
		in, _ := leaf.Input(name)
		n.Content = append(n.Content, text(name), plain(in.Data(e.Answers[name])))
	}
	if e.Points.Valid {
		n.Content = append(n.Content, text("points"), plain(e.Points.Decimal.String()))
	} else {
		n.Content = append(n.Content, text("state"), text(e.State.String()))
	}
	return n
}

func textUnless(value, nothing string) *yaml.Node {
	if value == nothing {
		return nil
	}
	return text(value)
}

// text is a text in the style in which it reads best and is not taken for something else.
func text(value string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: stringTag, Value: value}
	switch {
	case strings.IndexFunc(value, func(r rune) bool { return r != '\n' && unprintable(r) }) >= 0, strings.HasPrefix(value, "\n"):
		n.Style = yaml.DoubleQuotedStyle
	case strings.Contains(value, "\n"):
		n.Style = yaml.LiteralStyle
	case value != "" && strings.ContainsRune("“”„‟‘’‚«»", []rune(value)[0]):
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// plain is a number or a truth value.
func plain(value string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: value} }
