package scoring

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Field is one key of a record in the YAML: what it is called there, what it means, and where its value goes.
// Strict decoding, the diff, the schema and the README's table are all derived from fields, so none can lag behind.
type Field struct {
	Key      string // as written in the YAML
	Label    string // what an official calls it, in Vietnamese
	Doc      string // one line for the README, in English
	Required bool
	// Place points to the value: *string, *bool, *int, *InputName, *[]string, *decimal.Decimal, *decimal.NullDecimal
	// (optional), *[]decimal.Decimal, *Rule, a word of its own with a list of choices ([Word]), a [Record], a [List] or a [Dict].
	Place any
}

// Record is anything with fields.
type Record interface{ Fields() []Field }

// List is a growing list of records.
type List interface {
	Append() Record    // a new, empty record at the end, to be filled before the next one is appended
	Records() []Record // those there are
}

// limited is a record that gives what stands in it a maximum of its own.
type limited interface{ limit() decimal.NullDecimal }

// LimitOf is the maximum that a record gives to the rule in it, as a part of a sum does; not valid where it gives none.
func LimitOf(r Record) decimal.NullDecimal {
	if r, ok := r.(limited); ok {
		return r.limit()
	}
	return decimal.NullDecimal{}
}

// pointed is a record some of whose numbers are points.
type pointed interface{ isPoints(key string) bool }

// HoldsPoints says that the number, or each of the numbers, under that key of a record is points, which a file may also write as a share
// of the maximum: 75%.
func HoldsPoints(r Record, key string) bool {
	p, ok := r.(pointed)
	return ok && p.isPoints(key)
}

// MaxOf is the maximum that what stands in a record has points of; not valid where it is that of what is around the record.
func MaxOf(r Record) decimal.NullDecimal {
	if c, ok := r.(*Criterion); ok {
		return null(c.Max)
	}
	return LimitOf(r)
}

// Dict is a list of records with a name each, written as a mapping whose order counts.
type Dict interface {
	Put(name string) Record
	Records() []Record
}

// Word is a value out of a closed list of words.
type Word interface {
	Words() []string
	Set(word string) // one of Words
	Get() string
}

// InputName is the name of one of the leaf's answers.
type InputName string

type listOf[T any, P interface {
	*T
	Record
}] struct{ items *[]T }

func (l listOf[T, P]) Append() Record {
	var empty T
	*l.items = append(*l.items, empty)
	return P(&(*l.items)[len(*l.items)-1])
}

func (l listOf[T, P]) Records() []Record {
	all := make([]Record, len(*l.items))
	for i := range *l.items {
		all[i] = P(&(*l.items)[i])
	}
	return all
}

// wordOf is a Word over a string type.
type wordOf[T ~string] struct {
	place *T
	words []string
}

func (w wordOf[T]) Words() []string { return w.words }
func (w wordOf[T]) Set(word string) { *w.place = T(word) }
func (w wordOf[T]) Get() string     { return string(*w.place) }

// ZeroRule says what holds where a denominator is 0. It is mandatory wherever there is one.
type ZeroRule string

// The three ways; the last one not inside a sum, whose other parts would go with it.
const (
	ZeroMax         ZeroRule = "max"
	ZeroNone        ZeroRule = "zero"
	ZeroNotAssessed ZeroRule = "notAssessed"
)

func zeroField(place *ZeroRule, required bool) Field {
	return Field{"ifZero", "khi mẫu số bằng 0", "what holds when the denominator is 0: max, zero or notAssessed; mandatory wherever there is one", required,
		wordOf[ZeroRule]{place, []string{string(ZeroMax), string(ZeroNone), string(ZeroNotAssessed)}}}
}

func null(d decimal.Decimal) decimal.NullDecimal { return decimal.NewNullDecimal(d) }

// atIndex writes a path's index: "1.1.accept[0]".
func atIndex(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }

var one = decimal.NewFromInt(1)
