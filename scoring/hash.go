package scoring

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/kinds"
)

// FormHash says what a filled-in form means: which answers there are, in which order, of which kind, within which bounds,
// and the choices' options in their order. A form is scored only by rules of the same form hash.
//
// Names, labels, units, texts and points are left out: correcting a slip in them, or a maximum, must not make the forms
// useless that are already out, and a changed RulesHash says it anyway. An option's text is in (without regard to case and
// spaces), since it is what the unit picked: options that changed places would otherwise give other points in silence.
func (rs *RuleSet) FormHash() string {
	d := digest{sha256.New()}
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			d.write(leaf.Key(in.Name).String(), string(in.Kind))
			if in.IsOrdered() {
				d.write(fmt.Sprint(in.Whole), in.Min.String(), optional(in.Max))
			}
			switch {
			case in.IsSupplied():
				d.write("supplied")
			case in.IsReckoned():
				d.write("reckoned")
			}
			for _, option := range in.Options {
				d.write(strings.ToLower(strings.Join(strings.Fields(option), " ")))
			}
		}
	}
	return d.String()
}

// RulesHash covers the whole rule set, every key with its value, but not how the file is laid out. A key that a set does
// not use leaves no trace, so a program with new optional keys gives old sets the same hash.
func (rs *RuleSet) RulesHash() string {
	d := digest{sha256.New()}
	Flatten(rs, "", func(path, value string) { d.write(path, value) })
	return d.String()
}

type digest struct{ hash.Hash }

// write adds texts in a way that no other texts give.
func (d digest) write(texts ...string) {
	fmt.Fprintf(d, "%d;", len(texts))
	for _, text := range texts {
		fmt.Fprintf(d, "%d:%s", len(text), text)
	}
}

func (d digest) String() string { return hex.EncodeToString(d.Sum(nil)) }

func optional(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}

// Flatten visits every value below a record that is not empty, with its path, in the order of the fields.
func Flatten(r kinds.Record, path string, visit func(path, value string)) {
	if named, ok := r.(kinds.Named); ok {
		visit(path+".name", named.RecordName())
	}
	for _, field := range r.Fields() {
		flattenPlace(field.Place, path+"."+field.Key, visit)
	}
}

func flattenPlace(place any, path string, visit func(path, value string)) {
	say := func(value string) {
		if value != "" {
			visit(path, value)
		}
	}
	switch place := place.(type) {
	case kinds.Record:
		Flatten(place, path, visit)
	case interface{ Records() []kinds.Record }:
		for i, item := range place.Records() {
			Flatten(item, fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case kinds.Word:
		say(place.Get())
	case *kinds.Rule:
		if *place != nil {
			visit(path, (*place).Kind())
			Flatten(*place, path, visit)
		}
	case *string:
		say(*place)
	case *kinds.InputName:
		say(string(*place))
	case *Was:
		say(string(*place))
	case *bool:
		if *place {
			visit(path, "true")
		}
	case *int:
		if *place != 0 {
			visit(path, fmt.Sprint(*place))
		}
	case *decimal.Decimal:
		if !place.IsZero() {
			visit(path, place.String())
		}
	case *decimal.NullDecimal:
		say(optional(*place))
	default:
		flattenSeveral(place, path, visit)
	}
}

func flattenSeveral(place any, path string, visit func(path, value string)) {
	at := func(i int, value string) { visit(fmt.Sprintf("%s[%d]", path, i), value) }
	switch place := place.(type) {
	case *[]string:
		for i, text := range *place {
			at(i, text)
		}
	case *[]decimal.Decimal:
		for i, d := range *place {
			at(i, d.String())
		}
	case *[]Example:
		for i, example := range *place {
			at(i, example.text())
		}
	default:
		panic(fmt.Sprintf("scoring: no text of %T", place))
	}
}

// text writes an example for the hash.
func (e Example) text() string {
	text := e.State.String() + " " + optional(e.Points)
	for _, name := range slices.Sorted(maps.Keys(e.Answers)) {
		text += " " + name + "=" + e.Answers[name].String()
	}
	return text
}
