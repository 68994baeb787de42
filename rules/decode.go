package rules

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// decode fills a rule set from a tree, along the fields that package scoring declares. It goes on after an error, so that
// all are found at once; what could not be read stays empty.
func (d *document) decode(root *yaml.Node) *scoring.RuleSet {
	rs := new(scoring.RuleSet)
	d.places[""] = position{1, 1}
	d.record(root, rs, "")
	d.nameFigures(rs)
	d.nameUsed(rs)
	d.checkDays(rs)
	return rs
}

// nameFigures calls an answer that is a figure and has no label of its own as the figure is called.
func (d *document) nameFigures(rs *scoring.RuleSet) {
	for _, leaf := range rs.Leaves() {
		for i := range leaf.Inputs {
			in := &leaf.Inputs[i]
			if f := rs.Figure(in.Figure); f != nil && in.Label == "" {
				at := leaf.Number + ".answers." + in.Name
				in.Label, d.places[at+".label"] = f.Label, d.locate(at)
			}
		}
	}
}

// nameUsed gives answers what they have of those that they follow from: that stands where they do.
func (d *document) nameUsed(rs *scoring.RuleSet) {
	rs.Settle()
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			at := leaf.Number + ".answers." + in.Name
			for _, field := range (kinds.InputRecord{Input: &in}).Fields() {
				if _, known := d.places[at+"."+field.Key]; !known && in.IsReckoned() {
					d.places[at+"."+field.Key] = d.locate(at)
				}
			}
		}
	}
}

// record fills a record from a mapping. Positions are kept for its keys; the record's own was kept by its parent.
func (d *document) record(n *yaml.Node, r kinds.Record, path string) {
	if !d.is(n, yaml.MappingNode, path) {
		return
	}
	fields := r.Fields()
	given := map[string]bool{}
	d.pairs(n, path, func(key, value *yaml.Node) {
		field := fieldOf(fields, key.Value)
		if field == nil {
			given[d.unknownKey(key, fields, path)] = true
			return
		}
		given[key.Value] = true
		at := join(path, key.Value)
		d.place(at, key, value)
		if kinds.HoldsPoints(r, key.Value) {
			value = d.withoutShares(value, at)
		}
		d.value(value, field.Place, at)
	})
	if max := scoring.MaxOf(r); max.Valid && len(d.shares) > 0 {
		d.settleShares(r, path, max.Decimal)
	}
	for _, field := range fields {
		if field.Required && !given[field.Key] && !(field.Key == "label" && (given["figure"] || given["use"])) {
			d.add(d.locate(path), problem.RuleMissingKey, path, field.Key, field.Label)
		}
	}
	if in, ok := r.(kinds.InputRecord); ok {
		d.settle(in.Input, given, path)
	}
}

// settle gives an input what its kind implies: options make a choice, Có/Không bring their own, and only counts are
// whole by themselves.
func (d *document) settle(in *expr.Input, given map[string]bool, path string) {
	switch {
	case in.Kind == expr.YesNoInput && given["options"]:
		d.add(d.locate(path+".options"), problem.RuleOptions, path, in.Name, "kind: yesNo đã có sẵn Có, Không")
	case in.Kind == expr.YesNoInput:
		in.Options = kinds.YesNoOptions()
	case given["options"] && !given["kind"]:
		in.Kind = expr.ChoiceInput
	}
	if in.Kind == expr.PercentInput {
		unit := in.Unit
		if in.SetPercent(); given["unit"] && unit != in.Unit {
			d.add(d.locate(path+".unit"), problem.RulePercentUnit, path, in.Name, unit)
		}
	}
	if in.Kind == expr.DateInput {
		for _, key := range []string{"unit", "whole"} {
			if given[key] {
				d.add(d.locate(path+"."+key), problem.RuleDayKey, path, in.Name, key)
			}
		}
		in.SetDate()
		return
	}
	if (in.Kind != expr.NumberInput || in.Figure != "") && !given["whole"] {
		in.Whole = false
	}
	for _, key := range []string{"kind", "unit", "whole", "min", "max", "options"} {
		switch {
		case given["use"] && given[key]:
			d.add(d.locate(path+"."+key), problem.RuleUse, path, in.Name, in.Use, "cũng ghi "+key)
		case given["from"] && key == "whole" && given[key]:
			d.add(d.locate(path+"."+key), problem.RuleFrom, path, in.Name, "cũng ghi whole: số nguyên hay không là do các số liệu mà nó được tính từ")
		}
	}
}

// pairs visits the pairs of a mapping whose key is a text and new there.
func (d *document) pairs(n *yaml.Node, path string, visit func(key, value *yaml.Node)) {
	lines := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		first, twice := lines[key.Value]
		switch {
		case key.Kind != yaml.ScalarNode:
			d.add(positionOf(key), problem.RuleWrongType, path, "tên khóa", kindName(key))
		case i > 0 && n.Style&yaml.FlowStyle != 0 && d.isBare(key, value):
			d.afterComma(n.Content[i-1], key, path)
		case key.Tag != stringTag:
			d.add(positionOf(key), problem.RuleNotQuoted, path, "Tên khóa", quotable(key.Value))
		case twice:
			d.add(positionOf(key), problem.RuleDuplicateKey, path, quotable(key.Value), first)
		default:
			lines[key.Value] = key.Line
			visit(key, value)
		}
	}
}

// isBare says that a key within braces has neither value nor colon: most likely it is no key but goes on with the value
// before, as in {max: 1,5} and {label: Số cơ quan, đơn vị}.
func (d *document) isBare(key, value *yaml.Node) bool {
	if key.Kind != yaml.ScalarNode || key.Style != 0 || value.Tag != nullTag || value.Value != "" {
		return false
	}
	line := []rune(d.line(key.Line))
	after := string(line[min(len(line), key.Column-1):])
	rest, ok := strings.CutPrefix(after, key.Value)
	return ok && !strings.HasPrefix(strings.TrimLeft(rest, " "), ":")
}

func (d *document) afterComma(before, key *yaml.Node, path string) {
	if number := before.Value + "," + key.Value; meantNumber(number) != "" {
		d.add(positionOf(before), problem.RuleBadNumber, path, quotable(number), meantNumber(number))
		return
	}
	d.add(positionOf(key), problem.RuleAfterComma, path, quotable(key.Value))
}

// unknownKey reports a key and gives the one that was probably meant: nobody is told twice that it is missing.
func (d *document) unknownKey(key *yaml.Node, fields []kinds.Field, path string) (meant string) {
	if d.full() {
		return ""
	}
	names := make([]string, len(fields))
	for i, field := range fields {
		names[i] = field.Key
	}
	d.add(positionOf(key), problem.RuleUnknownKey, path, quotable(key.Value), cmp.Or(strings.Join(names, ", "), "không có khóa nào"), suggest(key.Value, names))
	return Closest(key.Value, names)
}

// place remembers where a path stands: a plain value where it is written, anything larger at its key.
func (d *document) place(path string, key, value *yaml.Node) {
	d.places[path] = positionOf(key)
	if value.Kind == yaml.ScalarNode && value.Value != "" {
		d.places[path] = positionOf(value)
	}
}

// value fills one place. It is the one list of the kinds of places; an unknown one is a slip of ours that every load shows.
func (d *document) value(n *yaml.Node, place any, path string) {
	if d.isEmpty(n, path) {
		return
	}
	switch place := place.(type) {
	case answersPlace:
		d.answers(n, place.filled, path)
	case textsPlace:
		d.texts(n, place, path)
	case kinds.Record:
		d.record(n, place, path)
	case kinds.List:
		d.list(n, place, path)
	case kinds.Dict:
		d.dict(n, place, path)
	case kinds.Word:
		d.word(n, place, path)
	case *kinds.Rule:
		d.rule(n, place, path)
	case *[]scoring.Example:
		d.examples(n, place, path)
	case *string:
		*place = d.text(n, path)
	case *kinds.InputName:
		*place = kinds.InputName(d.text(n, path))
	case *scoring.Was:
		*place = d.was(n, path)
	case *[]string:
		d.items(n, path, func(item *yaml.Node, at string) { *place = append(*place, d.text(item, at)) })
	case *bool:
		*place = d.truth(n, path)
	case *int:
		*place = d.integer(n, path)
	case *decimal.Decimal:
		*place, _ = d.number(n, path)
	case *decimal.NullDecimal:
		place.Decimal, place.Valid = d.number(n, path)
	case *[]decimal.Decimal:
		d.items(n, path, func(item *yaml.Node, at string) {
			number, _ := d.number(item, at)
			*place = append(*place, number)
		})
	default:
		panic(fmt.Sprintf("rules: no decoding into %T", place))
	}
}

// was reads a number, or a list of numbers.
func (d *document) was(n *yaml.Node, path string) scoring.Was {
	if n.Kind != yaml.SequenceNode {
		return scoring.Was(d.text(n, path))
	}
	var numbers []string
	d.items(n, path, func(item *yaml.Node, at string) {
		if number := d.text(item, at); strings.ContainsAny(number, "[], ") {
			d.add(positionOf(item), problem.RuleWasNumber, at, quotable(number))
		} else if number != "" {
			numbers = append(numbers, number)
		}
	})
	if len(numbers) == 0 {
		return ""
	}
	return scoring.WasOf(numbers)
}

func (d *document) list(n *yaml.Node, list kinds.List, path string) {
	d.items(n, path, func(item *yaml.Node, at string) {
		record := list.Append()
		if _, ok := record.(*scoring.Criterion); ok {
			at = d.criterionPath(item, at)
		}
		d.places[at] = positionOf(item)
		d.record(item, record, at)
	})
}

// criterionPath is the criterion's number, by which problems name it, or the place in the list where it has none.
func (d *document) criterionPath(n *yaml.Node, at string) string {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			value := n.Content[i+1].Value
			if n.Content[i].Value == "number" && value != "" && len(value) <= maxShort {
				return value
			}
		}
	}
	return at
}

// items visits the items of a sequence.
func (d *document) items(n *yaml.Node, path string, visit func(item *yaml.Node, at string)) {
	if !d.is(n, yaml.SequenceNode, path) {
		return
	}
	for i, item := range n.Content {
		at := fmt.Sprintf("%s[%d]", path, i)
		d.places[at] = positionOf(item)
		if !d.isEmpty(item, at) {
			visit(item, at)
		}
	}
}

func (d *document) dict(n *yaml.Node, dict kinds.Dict, path string) {
	if !d.is(n, yaml.MappingNode, path) {
		return
	}
	d.pairs(n, path, func(key, value *yaml.Node) {
		if !isAnswerName(key.Value) {
			d.add(positionOf(key), problem.RuleAnswerName, path, quotable(key.Value), maxAnswerName)
			return
		}
		at := join(path, key.Value)
		d.place(at, key, value)
		if record := dict.Put(key.Value); !d.isEmpty(value, at) {
			d.record(value, record, at)
		}
	})
}

func fieldOf(fields []kinds.Field, key string) *kinds.Field {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i]
		}
	}
	return nil
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
