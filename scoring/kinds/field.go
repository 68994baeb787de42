package kinds

import (
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

// Needed is a key that must be there.
func Needed(key, label, doc string, place any) Field { return Field{key, label, doc, true, place} }

// Optional is a key that may be left out.
func Optional(key, label, doc string, place any) Field { return Field{key, label, doc, false, place} }

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

// Dict is a list of records with a name each, written as a mapping whose order counts.
type Dict interface {
	Put(name string) Record
	Records() []Record
}

// Named is a record of a [Dict], which stands under a name.
type Named interface {
	Record
	RecordName() string
}

// Word is a value out of a closed list of words.
type Word interface {
	Words() []string
	Set(word string) // one of Words
	Get() string
}

// InputName is the name of one of the leaf's answers.
type InputName string

// ListOf is a list of records at its place.
func ListOf[T any, P recordOf[T]](items *[]T) List { return list[T, P]{items} }

type recordOf[T any] interface {
	*T
	Record
}

type list[T any, P recordOf[T]] struct{ items *[]T }

func (l list[T, P]) Append() Record {
	var empty T
	*l.items = append(*l.items, empty)
	return P(&(*l.items)[len(*l.items)-1])
}

func (l list[T, P]) Records() []Record {
	all := make([]Record, len(*l.items))
	for i := range *l.items {
		all[i] = P(&(*l.items)[i])
	}
	return all
}

// WordOf is a word at its place, over a string type.
func WordOf[T ~string](place *T, words []string) Word { return word[T]{place, words} }

type word[T ~string] struct {
	place *T
	words []string
}

func (w word[T]) Words() []string { return w.words }
func (w word[T]) Set(word string) { *w.place = T(word) }
func (w word[T]) Get() string     { return string(*w.place) }

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
		WordOf(place, []string{string(ZeroMax), string(ZeroNone), string(ZeroNotAssessed)})}
}

// Null is a number that is there.
func Null(d decimal.Decimal) decimal.NullDecimal { return decimal.NewNullDecimal(d) }

var one = decimal.NewFromInt(1)
