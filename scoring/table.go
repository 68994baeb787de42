package scoring

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// KindTable is the reference of all rule kinds as a Markdown table, a row for each key, for the README. It is written from
// the fields that decoding uses, so it cannot lag behind them.
func KindTable() string {
	var b strings.Builder
	b.WriteString("| kind | key | value | needed | meaning |\n|---|---|---|---|---|\n")
	for _, rule := range Kinds() {
		tableRows(&b, rule.Kind(), "", rule)
	}
	return b.String()
}

// tableRows writes the keys of a record and of those in it; prefix is the way to it ("steps[].").
func tableRows(b *strings.Builder, kind, prefix string, r Record) {
	for _, field := range r.Fields() {
		needed := ""
		if field.Required {
			needed = "yes"
		}
		fmt.Fprintf(b, "| `%s` | `%s%s` | %s | %s | %s |\n", kind, prefix, field.Key, valueWords(field.Place), needed, field.Doc)
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

// valueWords says in English what is written at a place.
func valueWords(place any) string {
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
	case *decimal.Decimal, *decimal.NullDecimal:
		return "number"
	case *[]decimal.Decimal:
		return "list of numbers"
	}
	panic(fmt.Sprintf("scoring: no words for %T", place))
}
