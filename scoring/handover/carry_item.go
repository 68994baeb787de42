package handover

import (
	"fmt"
	"slices"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// Item is one thing that stood in the old form.
type Item struct {
	Kind     ItemKind
	From, To string // its key or number in the old set and in the new one; To is "" where it has no place any more
	Label    string // what it is, in the old form's words
	Text     string // what it says
	Why      string // why it has no place, or what a person should look at though it was carried; "" for nothing
	Changed  bool   // of an answer that was not carried: the new set asks for it, but in another way
	Left     bool   // left behind, since it belongs to the year of the old form
	Offered  bool   // of a choice that was not carried: its option is still offered; see [CarryOptions]
	Unsure   bool   // held back: the new set does not say what its criterion became, and number and name gainsay each other
}

// Carried says that the item has a place in the new form.
func (i Item) Carried() bool { return i.To != "" }

// ItemKind says what sort of thing an item is.
type ItemKind int

// The sorts of things in a form.
const (
	AnswerItem ItemKind = iota
	EvidenceItem
	JustificationItem
	ExemptItem // a criterion that the secretariat fixed as not assessed
	AppraisalItem
)

// Words says in Vietnamese what sort of thing an item is, of something with that label.
func (k ItemKind) Words(label string) string {
	switch k {
	case EvidenceItem:
		return "Tài liệu kiểm chứng: " + label
	case JustificationItem:
		return "Giải trình: " + label
	case ExemptItem:
		return "Ấn định cho đơn vị: " + label
	case AppraisalItem:
		return "Thẩm định: " + label
	}
	return label
}

// Unplaced lists the items that have no place any more.
func (c *Carryover) Unplaced() []Item {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i Item) bool { return i.Carried() || i.Unsure || i.Left })
}

// LeftBehind lists the items that stay with the year of the old form.
func (c *Carryover) LeftBehind() []Item {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i Item) bool { return !i.Left })
}

// Open says that a person has to see to something that has a place: what is held back, and in a form of the same year what the new
// set asks for in another way. What is asked for no more has no place, and nothing is to be done about it.
func (c *Carryover) Open() bool {
	return slices.ContainsFunc(c.Items, func(i Item) bool { return i.Unsure || i.Changed && !c.AnotherYear })
}

// Held lists the items that are held back, because nobody said what their criterion became.
func (c *Carryover) Held() []Item {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i Item) bool { return !i.Unsure })
}

func verdictWords(v scoring.Verdict) string {
	switch {
	case v.NotAssessed:
		return expr.NotAssessed.Label()
	case v.Bad != nil:
		return "…"
	}
	return expr.FormatNumber(v.Points)
}

// AnswerWords says an answer as a person would: a number, an option's text; of what could not be read what stood there.
func AnswerWords(in expr.Input, a expr.Answer, raw string) string {
	if n, ok := a.Number(); ok {
		return in.Words(n)
	}
	if option, ok := a.Option(); ok && option <= len(in.Options) {
		return in.Options[option-1]
	}
	return fmt.Sprintf("%q", raw)
}
