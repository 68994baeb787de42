package kinds

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
)

// KindTable is the reference of all rule kinds as a Markdown table, a row for each key, for the README. It is written from
// the fields that decoding uses, so it cannot lag behind them.
func KindTable() string {
	var b strings.Builder
	b.WriteString("| kind | key | value | needed | meaning |\n|---|---|---|---|---|\n")
	for _, rule := range Kinds() {
		if len(rule.Fields()) == 0 {
			fmt.Fprintf(&b, "| `%s` | | `{}` | | no keys |\n", rule.Kind())
		}
		tableRows(&b, rule.Kind(), "", rule)
	}
	return b.String()
}

// AnswerTable is the reference of the keys of an answer as a Markdown table, likewise.
func AnswerTable() string { return RecordTable(InputRecord{&expr.Input{}}) }

// RecordTable is the reference of the keys of a record whose values are plain, or lists of such records, likewise.
func RecordTable(r Record) string {
	var b strings.Builder
	b.WriteString("| key | value | needed | meaning |\n|---|---|---|---|\n")
	recordRows(&b, "", r)
	return b.String()
}

func recordRows(b *strings.Builder, prefix string, r Record) {
	for _, field := range r.Fields() {
		fmt.Fprintf(b, "| `%s%s` | %s | %s | %s |\n", prefix, field.Key, ValueWords(field.Place), neededWord(field), field.Doc)
		if list, ok := field.Place.(List); ok {
			recordRows(b, prefix+field.Key+"[].", list.Append())
		}
	}
}

// tableRows writes the keys of a record and of those in it; prefix is the way to it ("steps[].").
func tableRows(b *strings.Builder, kind, prefix string, r Record) {
	for _, field := range r.Fields() {
		value := ValueWords(field.Place)
		if HoldsPoints(r, field.Key) {
			value += ", or % of max"
		}
		fmt.Fprintf(b, "| `%s` | `%s%s` | %s | %s | %s |\n", kind, prefix, field.Key, value, neededWord(field), field.Doc)
		if _, nests := r.(*Condition); nests {
			continue // in itself, without end
		}
		switch place := field.Place.(type) {
		case Record:
			tableRows(b, kind, prefix+field.Key+".", place)
		case List:
			tableRows(b, kind, prefix+field.Key+"[].", place.Append())
		}
	}
}

func neededWord(f Field) string {
	if f.Required {
		return "yes"
	}
	return ""
}

// ValueWords says in English what is written at a place.
func ValueWords(place any) string {
	switch place := place.(type) {
	case Record:
		return "keys"
	case List:
		return "list of keys"
	case Word:
		return "`" + strings.Join(place.Words(), "`, `") + "`"
	case *Rule:
		return "a rule"
	case *InputName:
		return "an answer's name"
	case *string:
		return "text"
	case *bool:
		return "`true`, `false`"
	case *int:
		return "whole number"
	case *[]string:
		return "list of texts"
	case *decimal.Decimal, *decimal.NullDecimal:
		return "number"
	case *[]decimal.Decimal:
		return "list of numbers"
	}
	panic(fmt.Sprintf("scoring: no words for %T", place))
}
