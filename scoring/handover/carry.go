package handover

import (
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

	AnotherYear bool     // the form was one of another year's: its answers are not this year's
	LastYear    LastYear // they stand here then
}

// CarryOptions say how to carry.
type CarryOptions struct {
	// KeepOptions carries a choice whose option is still offered word for word though the others are not the same any more.
	KeepOptions bool
	// Fill types the answers of another year into the new form, and not only beside its cells.
	Fill bool
}

// Carry puts what a form holds into another edition or year of its rule set. Criteria are the same subject by was, over the
// years between where those sets are given, in either direction; of two editions of one set, by what they were and by name. What
// only a number joins, against the names, is held back: whoever wrote the new set has to say which is meant.
// An answer is carried where the new set asks for the same: label or name, kind, unit and options. Into another year it becomes
// what was last year's and no answer; texts, and what was not assessed, belong to their year and stay behind. Sets that do not descend
// from one another are refused by a problem, which is nil otherwise.
func Carry(old, now *scoring.RuleSet, between []*scoring.RuleSet, in Hand, o CarryOptions) (Carryover, *problem.Problem) {
	in.Submission.Answers = old.Reckoned(in.Submission.Answers)
	kin, related := subjects(old, now, between)
	if !related {
		p := problem.New(problem.CarryUnrelated, "", old.ID, now.ID)
		return Carryover{}, &p
	}
	c := carrier{kinship: kin, in: in, options: o, old: old, out: newCarryover(in)}
	if c.out.AnotherYear = anotherYear(old, now); c.out.AnotherYear {
		c.out.leaveUnit(in)
		c.out.LastYear.Typed = o.Fill
	}
	for node := range old.All() {
		c.node(node)
	}
	c.compareFollowers(now)
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
		Raw:        map[expr.Key]string{}, Leaves: map[string]string{}, LastYear: LastYear{Answers: expr.Answers{}, Typed: in.LastYear.Typed},
		Credits: Credits{Evidence: map[string]string{}, Justification: map[string]string{}, Contact: in.Credits.Contact},
	}
}

// anotherYear says that a form of the old set is not of the new one's year. A set of which only a form tells has no year.
func anotherYear(old, now *scoring.RuleSet) bool {
	return old.ID != now.ID && (old.Year != now.Year || old.Year == 0)
}

// leaveUnit takes of another year's unit who it is, and nothing that is fixed from year to year.
func (c *Carryover) leaveUnit(in Hand) {
	c.Submission.Unit = scoring.Unit{Code: in.Submission.Unit.Code, Name: in.Submission.Unit.Name, Ranked: true}
	c.Credits.Contact = ""
}

type carrier struct {
	kinship
	in        Hand
	options   CarryOptions
	old       *scoring.RuleSet
	out       Carryover
	followers []follower

	asked map[expr.Key]bool // of the new set: what the old one asked for too
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
	if was, ok := m.carry(c.in.LastYear.Answers[key]); ok && !was.IsBlank() && !c.out.AnotherYear {
		c.out.LastYear.Answers[now.Key(m.to)] = was
	}
	answer, raw := c.in.Submission.Answers[key], c.in.Raw[old.Source(in.Name)]
	to := expr.Input{}
	if m.to != "" {
		to, _ = now.Input(m.to)
	}
	switch {
	case answer.IsBlank():
		return
	case in.IsReckoned() && (m.to == "" || to.IsReckoned()): // nobody typed it, and it follows again
		if _, isNumber := answer.Number(); m.to != "" && isNumber && c.out.AnotherYear {
			c.out.LastYear.Answers[now.Key(m.to)] = answer
		}
		return
	}
	item := Item{Kind: AnswerItem, From: key.String(), Label: in.Label, Text: AnswerWords(in, answer, raw), Why: m.why}
	if to.IsReckoned() {
		c.follow(item, old, now, m.to, answer)
		return
	}
	if in.IsSupplied() && c.out.AnotherYear {
		item.Left, item.Why = true, suppliedThen
		c.add(item, old)
		return
	}
	carried, ok := m.carry(answer)
	item.Changed, item.Offered = !ok && m.asked, !ok && m.offers(answer)
	if ok {
		c.place(&item, now.Key(m.to), carried, raw)
	}
	c.add(item, old)
}

// place puts an answer into the new form, or beside its cell where it is another year's.
func (c *carrier) place(item *Item, to expr.Key, answer expr.Answer, raw string) {
	if c.out.AnotherYear {
		if _, bad := answer.Bad(); bad {
			item.Left, item.Why = true, unreadThen
			return
		}
		c.out.LastYear.Answers[to] = answer
	}
	item.To = to.String()
	if c.out.AnotherYear && !c.options.Fill {
		return
	}
	c.out.Submission.Answers[to] = answer
	if raw != "" {
		c.out.Raw[to] = raw
	}
}

// add notes what became of a thing that belongs to an old criterion, and why where that is in doubt.
func (c *carrier) add(item Item, old *scoring.Criterion) {
	why, became := c.unsure[old], c.became[old]
	switch {
	case item.Carried() || item.Left:
	case why != "":
		item.Unsure, item.Why = true, why
	case became != "":
		item.Changed, item.Why = true, became
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
	switch {
	case c.out.AnotherYear:
		item.Left, item.Why = true, textOfThen
	case now != nil:
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
	now := c.same[old]
	switch {
	case c.out.AnotherYear:
		item.Left, item.Why = true, exemptThen
	case old != nil && now != nil:
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
			if key := leaf.Key(in.Name); !c.asked[key] && !in.IsReckoned() {
				c.out.Fresh = append(c.out.Fresh, key)
			}
		}
	}
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
