package rulebook

import (
	"strings"
	"unicode"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
	"cchc/scoring/reading"
)

// Open is a criterion whose rule was not understood, or has to be looked at.
type Open struct {
	Number, Name, Place, Why string
}

// node makes the criterion of an item: a group, or a leaf with last year's rule, the one that its words say, or none.
func (d *decision) node(i int, group bool) scoring.Criterion {
	it := d.items[i]
	c := scoring.Criterion{Number: it.number, Name: it.name, Max: it.max.Decimal, Text: linesOf(it.text), Note: strings.TrimSpace(it.note)}
	if group {
		return c
	}
	if !it.max.Valid {
		d.fault(it.place, problem.BookMax, "")
	}
	old := d.matched[i]
	if old != nil && old.IsLeaf() && !it.beside && d.unchanged(&c, old) {
		d.Counts.Same++
		return c
	}
	d.read(&c, old, it)
	return c
}

// linesOf are the lines of a text without blanks at their ends.
func linesOf(text []string) string {
	return strings.Join(nonBlank(strings.Join(text, "\n")), "\n")
}

// unchanged takes last year's rule whole where the words are the same, and the rule reaches the maximum that is printed now.
func (d *decision) unchanged(c *scoring.Criterion, old *scoring.Criterion) bool {
	if letters(c.Text) != letters(spoken(old.Text)) {
		return false
	}
	now := kinds.Placed{Rule: old.Rule, Scope: kinds.Scope{Inputs: old.Inputs, Max: c.Max}}
	if !now.Sound() || !now.Most().Equal(c.Max) {
		return false
	}
	was, number, name, max := old, c.Number, c.Name, c.Max
	*c = *was
	c.Number, c.Name, c.Max, c.Was, c.ContentStatus, c.Children = number, name, max, "", "", nil
	if !max.Equal(old.Max) {
		c.Examples = nil // their points were those of the old maximum
	}
	return true
}

// spoken is a text without what we wrote where the source says nothing.
func spoken(text string) string {
	if strings.HasPrefix(text, "(Nguồn ") && strings.HasSuffix(strings.TrimSpace(text), ")") {
		return ""
	}
	return text
}

// letters is a text by its letters and digits only.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, fold(text))
}

// noWords stands where a decision has a name and points and no more.
const noWords = "(Văn bản chỉ nêu tên và điểm tối đa, không nêu cách tính điểm.)"

// read reads the words anew.
func (d *decision) read(c *scoring.Criterion, old *scoring.Criterion, it item) {
	leaf := reading.Leaf{Name: c.Name, Text: c.Text, Max: c.Max}
	if old != nil {
		leaf.Before = old.Rule
	}
	got := reading.Text(leaf)
	if it.beside {
		got = reading.Understood{Provenance: scoring.Absent, Why: "Có ô nằm ngoài các cột có tiêu đề, chưa rõ có thuộc cách tính không."}
	}
	if strings.TrimSpace(c.Text) == "" {
		c.Text = noWords
	}
	c.Provenance = got.Provenance
	switch {
	case got.Rule == nil:
		d.Counts.Open++
		c.Note = joinNotes(c.Note, "Chưa hiểu cách tính: "+got.Why)
		c.Inputs = []expr.Input{{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput}}
		c.Rule = &kinds.Manual{Of: "diem"}
		d.Open = append(d.Open, Open{c.Number, c.Name, it.place, got.Why})
		return
	case got.Provenance == scoring.FromText:
		d.Counts.Read++
	default:
		d.Counts.Look++
		d.Confirm = append(d.Confirm, Open{c.Number, c.Name, it.place, strings.Join(got.Notes, " ")})
	}
	c.Rule, c.Inputs, c.Note = got.Rule, got.Inputs, joinNotes(c.Note, strings.Join(got.Notes, " "))
}

func joinNotes(a, b string) string { return strings.TrimSpace(a + "\n" + b) }

// likeEnough is the likeness of two names, in per cent, from which they are taken for one where their numbers are the same.
const likeEnough = 60

// match finds for each item which criterion of last year it is: of the same name, at the same number first; else of the same number
// and a name that is like. Parents come before what they hold.
func (d *decision) match(map[int][]int) {
	d.matched = map[int]*scoring.Criterion{}
	if d.before == nil {
		return
	}
	taken := map[*scoring.Criterion]bool{}
	take := func(i int, c *scoring.Criterion) {
		if c != nil && !taken[c] && d.matched[i] == nil {
			d.matched[i], taken[c] = c, true
		}
	}
	for i, it := range d.items {
		if c := d.before.Find(it.number); c != nil && letters(c.Name) == letters(it.name) {
			take(i, c)
		}
	}
	for i, it := range d.items {
		for node := range d.before.All() {
			if !taken[node] && letters(node.Name) == letters(it.name) && len(letters(it.name)) > 8 {
				take(i, node)
				break
			}
		}
	}
	for i, it := range d.items {
		if c := d.before.Find(it.number); c != nil && compare.Likeness(compare.Bag(c.Name), compare.Bag(it.name)) >= likeEnough {
			take(i, c)
		}
	}
	for i, it := range d.items {
		if c := d.matched[i]; c != nil {
			d.born[it.number] = c.Number
		}
	}
	for node := range d.before.All() {
		if !taken[node] {
			d.Dropped = append(d.Dropped, node)
		}
	}
}

// Settle fills in what holds for the whole set of a year: what the table does not say is taken from the set that it replaces, or
// left for people to write.
func (r *Reading) Settle(year int, id string, before *scoring.RuleSet) {
	rs := r.Rules
	if rs.Rounding = (scoring.Rounding{Places: 2, Provenance: scoring.Inferred, Note: "Văn bản không nêu cách làm tròn; lấy làm tròn đến 2 chữ số thập phân."}); before != nil {
		rs.Kind, rs.Rounding = before.Kind, before.Rounding
		r.Printed = before.ID
		now := nowOf(r.born)
		rs.CrossChecks, rs.Figures = keptChecks(rs, before, now), keptFigures(rs, before, now)
		rs.Classes = keptClasses(before, now)
		keptUses(rs, now)
	} else {
		rs.Kind = "(ghi loại đơn vị áp dụng)"
	}
	r.Replace(year, id)
	rs.Basis = "(ghi căn cứ pháp lý của bộ chỉ số)"
	if before == nil {
		for node := range rs.All() {
			node.Was = ""
		}
	}
}

// keptChecks are last year's relations between answers that are still there, by the numbers of now.
func keptChecks(rs, before *scoring.RuleSet, now map[string]string) []scoring.CrossCheck {
	var kept []scoring.CrossCheck
	for _, check := range before.CrossChecks {
		left, ok := movedKey(rs, check.Left, now)
		right, also := movedKey(rs, check.Right, now)
		if ok && also {
			kept = append(kept, scoring.CrossCheck{Left: left, Is: check.Is, Right: right, Text: check.Text})
		}
	}
	return kept
}

// nowOf turns the numbers that criteria bore into those that they bear now.
func nowOf(born map[string]string) map[string]string {
	now := map[string]string{}
	for number, old := range born {
		now[old] = number
	}
	return now
}

func movedKey(rs *scoring.RuleSet, key string, now map[string]string) (string, bool) {
	parsed, ok := expr.ParseKey(key)
	leaf := rs.Find(now[parsed.Leaf])
	if !ok || leaf == nil {
		return "", false
	}
	in, ok := leaf.Input(parsed.Input)
	return leaf.Key(parsed.Input).String(), ok && in.IsNumber()
}
