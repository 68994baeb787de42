package handover

import (
	"fmt"
	"maps"
	"slices"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Carryover is what became of a filled form in another edition or year of its rule set. Nothing is lost: every thing that
// stood in the form is an item, carried or not.
type Carryover struct {
	Submission scoring.Submission  // by the keys of the new set, without an appraisal
	Raw        map[expr.Key]string // what stood in the cells of answers that could not be read, likewise
	Credits    Credits             // who wrote the texts, likewise
	Items      []Item              // in the order of the old form
	Leaves     map[string]string   // of each leaf that is the same subject: its old number to its new one
	Fresh      []expr.Key          // answers of the new set that the old one did not ask for
}

// Item is one thing that stood in the old form.
type Item struct {
	Kind     ItemKind
	From, To string // its key or number in the old set and in the new one; To is "" where it has no place any more
	Label    string // what it is, in the old form's words
	Text     string // what it says
	Why      string // why it has no place, or what a person should look at though it was carried; "" for nothing
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

// CarryOptions say how to carry.
type CarryOptions struct {
	// KeepOptions carries a choice whose option is still offered word for word though the others are not the same any more.
	KeepOptions bool
}

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

// Carry puts what a form holds into another edition or year of its rule set. Criteria are the same subject by was, over the
// years between where those sets are given, in either direction; of two editions of one set, by what they were and by name. What
// only a number joins, against the names, is held back: whoever wrote the new set has to say which is meant.
// An answer is carried where the new set asks for the same: label or name, kind, unit and options. Sets that do not descend
// from one another are refused by a problem, which is nil otherwise.
func Carry(old, now *scoring.RuleSet, between []*scoring.RuleSet, in Hand, o CarryOptions) (Carryover, *problem.Problem) {
	kin, related := subjects(old, now, between)
	if !related {
		p := problem.New(problem.CarryUnrelated, "", old.ID, now.ID)
		return Carryover{}, &p
	}
	c := carrier{kinship: kin, in: in, options: o, old: old, out: newCarryover(in)}
	for node := range old.All() {
		c.node(node)
	}
	for _, number := range in.Submission.Exempt {
		c.exempt(number)
	}
	c.appraisal()
	c.fresh(now)
	return c.out, nil
}

func newCarryover(in Hand) Carryover {
	return Carryover{
		Submission: scoring.Submission{Unit: in.Submission.Unit, Answers: expr.Answers{}, Evidence: map[string]string{}, Justification: map[string]string{}},
		Raw:        map[expr.Key]string{}, Leaves: map[string]string{},
		Credits: Credits{Evidence: map[string]string{}, Justification: map[string]string{}, Contact: in.Credits.Contact},
	}
}

type carrier struct {
	kinship
	in      Hand
	options CarryOptions
	old     *scoring.RuleSet
	out     Carryover
	asked   map[expr.Key]bool // of the new set: what the old one asked for too
}

// node carries what stands in the rows of a criterion.
func (c *carrier) node(old *scoring.Criterion) {
	now := c.same[old]
	if now != nil && old.IsLeaf() {
		c.out.Leaves[old.Number] = now.Number
	}
	for _, in := range old.Inputs {
		c.answer(old, now, in)
	}
	s, to := c.in.Submission, &c.out
	c.text(EvidenceItem, old, now, s.Evidence, to.Submission.Evidence, c.in.Credits.Evidence, to.Credits.Evidence)
	c.text(JustificationItem, old, now, s.Justification, to.Submission.Justification, c.in.Credits.Justification, to.Credits.Justification)
}

// answer carries an answer where the new set asks for the same, and notes in any case that it was asked for.
func (c *carrier) answer(old, now *scoring.Criterion, in expr.Input) {
	m := matched(old, now, in, c.options)
	if m.to != "" {
		if c.asked == nil {
			c.asked = map[expr.Key]bool{}
		}
		c.asked[now.Key(m.to)] = true
	}
	key := old.Key(in.Name)
	answer, raw := c.in.Submission.Answers[key], c.in.Raw[key]
	if answer.IsBlank() {
		return
	}
	item := Item{Kind: AnswerItem, From: key.String(), Label: in.Label, Text: AnswerWords(in, answer, raw), Why: m.why}
	carried, ok := m.carry(answer)
	item.Offered = !ok && m.offers(answer)
	if ok {
		to := now.Key(m.to)
		item.To = to.String()
		c.out.Submission.Answers[to] = carried
		if raw != "" {
			c.out.Raw[to] = raw
		}
	}
	c.add(item, old)
}

// add notes what became of a thing that belongs to an old criterion, and why where that is in doubt.
func (c *carrier) add(item Item, old *scoring.Criterion) {
	if why := c.unsure[old]; why != "" && !item.Carried() {
		item.Unsure, item.Why = true, why
	}
	c.out.Items = append(c.out.Items, item)
}

// text carries a free text along with its criterion.
func (c *carrier) text(kind ItemKind, old, now *scoring.Criterion, from, to, credits, toCredits map[string]string) {
	text := from[old.Number]
	if text == "" {
		return
	}
	item := Item{Kind: kind, From: old.Number, Label: old.Name, Text: text, Why: leafGone}
	if now != nil {
		item.To, item.Why = now.Number, ""
		to[now.Number], toCredits[now.Number] = text, credits[old.Number]
	}
	c.add(item, old)
}

func (c *carrier) exempt(number string) {
	old := c.old.Find(number)
	item := Item{Kind: ExemptItem, From: number, Text: "không đánh giá", Why: leafGone}
	if old != nil {
		item.Label = old.Name
	}
	if now := c.same[old]; old != nil && now != nil {
		item.To, item.Why = now.Number, ""
		if c.gained(now) {
			item.Why = exemptGrew
		}
		c.out.Submission.Exempt = append(c.out.Submission.Exempt, now.Number)
	}
	c.add(item, old)
}

// gained says that a criterion of the new set has something below it that the old set did not have.
func (c *carrier) gained(now *scoring.Criterion) bool {
	from := map[*scoring.Criterion]bool{}
	for _, to := range c.same {
		from[to] = true
	}
	for node := range (&scoring.RuleSet{Criteria: now.Children}).All() {
		if !from[node] {
			return true
		}
	}
	return false
}

// appraisal lists what the secretariat wrote into a scored workbook: it was about other rules, and is never carried.
func (c *carrier) appraisal() {
	a := c.in.Submission.Appraisal
	if a == nil {
		return
	}
	for _, leaf := range c.old.Leaves() {
		for _, in := range leaf.Inputs {
			if key := leaf.Key(in.Name); !a.Answers[key].IsBlank() {
				c.drop(key.String(), in.Label, "số liệu thẩm định: "+AnswerWords(in, a.Answers[key], "…"))
			}
		}
		if verdict, set := a.Set[leaf.Number]; set {
			c.drop(leaf.Number, leaf.Name, "điểm ấn định: "+verdictWords(verdict))
		}
		if reason := a.Reasons[leaf.Number]; reason != "" {
			c.drop(leaf.Number, leaf.Name, "lý do thẩm định: "+reason)
		}
	}
}

func (c *carrier) drop(from, label, text string) {
	c.out.Items = append(c.out.Items, Item{Kind: AppraisalItem, From: from, Label: label, Text: text, Why: appraisalStays})
}

func (c *carrier) fresh(now *scoring.RuleSet) {
	for _, leaf := range now.Leaves() {
		for _, in := range leaf.Inputs {
			if key := leaf.Key(in.Name); !c.asked[key] {
				c.out.Fresh = append(c.out.Fresh, key)
			}
		}
	}
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
		return expr.FormatNumber(n)
	}
	if option, ok := a.Option(); ok && option <= len(in.Options) {
		return in.Options[option-1]
	}
	return fmt.Sprintf("%q", raw)
}

// Unplaced lists the items that have no place any more.
func (c *Carryover) Unplaced() []Item {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i Item) bool { return i.Carried() || i.Unsure })
}

// Held lists the items that are held back, because nobody said what their criterion became.
func (c *Carryover) Held() []Item {
	return slices.DeleteFunc(slices.Clone(c.Items), func(i Item) bool { return !i.Unsure })
}

// Assigned is an assignment of the old set's leaves, put into the numbers of the new one.
func (c *Carryover) Assigned(old Assignment) Assignment {
	now := Assignment{}
	for _, leaf := range slices.Sorted(maps.Keys(old)) {
		if to := c.Leaves[leaf]; to != "" {
			now[to] = old[leaf]
		}
	}
	return now
}
