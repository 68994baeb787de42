package compare_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/rules/rulestest"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// editor makes another year out of a rule set by random edits of every class.
type editor struct {
	*rand.Rand
	rs *scoring.RuleSet
}

func (e editor) node() *scoring.Criterion {
	var all []*scoring.Criterion
	for node := range e.rs.All() {
		all = append(all, node)
	}
	return all[e.IntN(len(all))]
}

func (e editor) leaf() *scoring.Criterion {
	leaves := e.rs.Leaves()
	return leaves[e.IntN(len(leaves))]
}

func (e editor) word() string { return fmt.Sprintf("từ%d", e.IntN(40)) }

// edit does one edit that leaves the tree a tree. Numbers are put right afterwards.
func (e editor) edit() {
	switch e.IntN(14) {
	case 0:
		e.node().Name += " " + e.word()
	case 1:
		leaf := e.leaf()
		leaf.Max = leaf.Max.Add(decimal.New(int64(e.IntN(9)), -1))
	case 2:
		leaf := e.leaf()
		words := strings.Fields(leaf.Text)
		leaf.Text = strings.Join(slices.Insert(words, e.IntN(len(words)+1), e.word()), " ")
	case 3:
		in := &e.leaf().Inputs[0]
		in.Label, in.Max = e.word(), scoringtest.Opt(strconv.Itoa(100+e.IntN(3)))
	case 4:
		e.rules()
	case 5:
		e.leaf().Rule = &kinds.Fixed{Points: scoringtest.Dec("1")}
	case 6:
		if parent := e.node(); len(parent.Children) > 1 {
			at := e.IntN(len(parent.Children))
			parent.Children = slices.Delete(slices.Clone(parent.Children), at, at+1)
		}
	case 7:
		if parent := e.node(); len(parent.Children) > 0 {
			added := scoring.Criterion{Name: "Mới " + e.word(), Was: scoring.NoPrevious, Max: scoringtest.Dec("1"), Text: "…", Rule: &kinds.Fixed{Points: scoringtest.Dec("1")}, Inputs: []expr.Input{{Name: "a"}}}
			parent.Children = slices.Insert(slices.Clone(parent.Children), e.IntN(len(parent.Children)), added)
		}
	case 8:
		if parent := e.node(); len(parent.Children) > 1 {
			parent.Children = slices.Clone(parent.Children)
			e.Shuffle(len(parent.Children), func(i, j int) {
				parent.Children[i], parent.Children[j] = parent.Children[j], parent.Children[i]
			})
		}
	case 9:
		e.move()
	case 10:
		e.rs.Basis = e.word()
	case 11:
		e.forget()
	case 12:
		e.split()
	case 13:
		e.merge()
	}
}

// split makes two criteria of one of a parent's.
func (e editor) split() {
	parent := e.node()
	if len(parent.Children) == 0 {
		return
	}
	at := e.IntN(len(parent.Children))
	if c := &parent.Children[at]; c.Was == "" {
		c.Was = scoring.WasOf([]string{c.Number})
		part := copied([]scoring.Criterion{*c})[0]
		part.Name += " " + e.word()
		parent.Children = slices.Insert(slices.Clone(parent.Children), at, part)
	}
}

// merge makes one criterion of two of a parent's.
func (e editor) merge() {
	parent := e.node()
	if len(parent.Children) < 3 {
		return
	}
	at := e.IntN(len(parent.Children) - 1)
	a, b := &parent.Children[at], parent.Children[at+1]
	if a.Was == "" && b.Was == "" {
		a.Was = scoring.WasOf([]string{a.Number, b.Number})
		parent.Children = slices.Delete(slices.Clone(parent.Children), at+1, at+2)
	}
}

// forget exchanges two names, as if the numbers had been exchanged and nobody had said so.
func (e editor) forget() {
	if list := e.node().Children; len(list) > 1 {
		at := e.IntN(len(list) - 1)
		a, b := &list[at], &list[at+1]
		a.Name, b.Name, a.Was, b.Was = b.Name, a.Name, unsaid, unsaid
	}
}

// unsaid marks a criterion that is to say nothing of what it was.
const unsaid = "?"

// move takes a criterion to the end of another area.
func (e editor) move() {
	from, to := &e.rs.Criteria[e.IntN(len(e.rs.Criteria))], &e.rs.Criteria[e.IntN(len(e.rs.Criteria))]
	if from != to && len(from.Children) > 1 {
		last := len(from.Children) - 1
		to.Children = append(slices.Clone(to.Children), from.Children[last])
		from.Children = from.Children[:last]
	}
}

// rules changes numbers inside of a rule.
func (e editor) rules() {
	leaf := e.leaf()
	points := scoringtest.Dec(strconv.Itoa(e.IntN(5)))
	switch r := leaf.Rule.(type) {
	case *kinds.Levels:
		leaf.Rule = &kinds.Levels{Of: r.Of, Points: slices.Insert(slices.Clone(r.Points), e.IntN(len(r.Points)), points)}
	case *kinds.Ratio:
		edited := *r
		edited.AtLeast, edited.IfZero = scoringtest.Opt("0.5"), kinds.ZeroNone
		leaf.Rule = &edited
	case *kinds.Bands:
		edited := *r
		edited.Steps = slices.Clone(r.Steps)
		e.Shuffle(len(edited.Steps), func(i, j int) { edited.Steps[i], edited.Steps[j] = edited.Steps[j], edited.Steps[i] })
		edited.Steps = slices.Insert(edited.Steps, e.IntN(len(edited.Steps)), kinds.Band{From: scoringtest.Opt("0.7"), Points: points})
		leaf.Rule = &edited
	case *kinds.Count:
		leaf.Rule = &kinds.Count{Tariffs: append(slices.Clone(r.Tariffs[1:]), kinds.Tariff{Answer: "3", Each: points})}
	case *kinds.Sum:
		edited := slices.Clone(r.Parts)
		e.Shuffle(len(edited), func(i, j int) { edited[i], edited[j] = edited[j], edited[i] })
		edited[0].Max = points
		leaf.Rule = &kinds.Sum{Parts: edited}
	}
}

// settle numbers the tree anew, says of everything what it was, and adds the maxima up.
func settle(list []scoring.Criterion, parent string) decimal.Decimal {
	total := decimal.Zero
	for i := range list {
		c := &list[i]
		switch c.Was {
		case "":
			c.Was = scoring.Was(c.Number)
		case unsaid:
			c.Was = ""
		}
		c.Number = strings.TrimPrefix(fmt.Sprintf("%s.%d", parent, i+1), ".")
		if len(c.Children) > 0 {
			c.Max = settle(c.Children, c.Number)
		}
		total = total.Add(c.Max)
	}
	return total
}

// edited is a copy of a set after some edits; rules are replaced, never changed in place.
func edited(rs *scoring.RuleSet, seed uint64) *scoring.RuleSet {
	edit := *rs
	edit.Criteria = copied(rs.Criteria)
	e := editor{rand.New(rand.NewPCG(seed, 3476)), &edit}
	for range 1 + e.IntN(12) {
		e.edit()
	}
	e.rs.Total = settle(e.rs.Criteria, "")
	return e.rs
}

func copied(list []scoring.Criterion) []scoring.Criterion {
	list = slices.Clone(list)
	for i := range list {
		list[i].Children, list[i].Inputs = copied(list[i].Children), slices.Clone(list[i].Inputs)
	}
	return list
}

var digits = regexp.MustCompile(`[0-9]+`)

// story says of every row what changed, without its place in a list, which is counted in the newer of two lists.
func story(changes compare.Changes, mirrored bool) []string {
	var all []string
	tell := func(what, old, now string) {
		if mirrored {
			old, now = now, old
		}
		all = append(all, what+": "+old+" → "+now)
	}
	details := func(what string, list []compare.Detail) {
		for _, d := range list {
			if d.Class == compare.ClassSplit || d.Class == compare.ClassMerged { // what is split there is merged back
				d.Class, d.Label = "regrouped", ""
			}
			tell(what+" "+string(d.Class)+" "+digits.ReplaceAllString(d.Label, "#"), d.Old, d.New)
		}
	}
	details("set", changes.Set)
	for _, row := range changes.Rows {
		what := "?"
		switch {
		case row.After != nil && row.Before != nil && mirrored:
			what = row.Number() + "=" + row.Was()
		case row.After != nil && row.Before != nil:
			what = row.Was() + "=" + row.Number()
		}
		for _, class := range row.Classes {
			switch class {
			case compare.ClassNew:
				tell(fmt.Sprint("only ", row.Follows), "", row.Number())
			case compare.ClassDropped:
				tell(fmt.Sprint("only ", row.Follows), row.Was(), "")
			case compare.ClassSplit, compare.ClassMerged:
				tell("regrouped", "", "")
			default:
				tell(what+" is "+string(class), "", "")
			}
		}
		details(what, row.Details)
	}
	slices.Sort(all)
	return all
}

func TestThereAndBackMirrorEachOther(t *testing.T) {
	before, next := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	found := map[compare.Class]int{}
	for seed := range uint64(80) {
		after := edited(next, seed)
		there, _ := compare.Diff(before, after)
		back, _ := compare.Diff(after, before)
		if diff := cmp.Diff(story(there, false), story(back, true)); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
		for _, row := range there.Rows {
			for _, class := range row.Classes {
				found[class]++
			}
		}
	}
	for _, class := range compare.Classes() {
		if found[class] == 0 && class != compare.ClassBasis {
			t.Errorf("the edits never gave %q", class)
		}
	}
}

func TestFlowsAddUpToTheChangeOfEachArea(t *testing.T) {
	before, next := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	moved := 0
	for seed := range uint64(80) {
		after := edited(next, seed)
		changes, _ := compare.Diff(before, after)
		total := decimal.Zero
		for _, area := range changes.Summary.Areas {
			sum := decimal.Zero
			for _, flow := range area.Flows {
				sum = sum.Add(flow.Points)
				if flow.Class == compare.ClassMoved {
					moved++
				}
			}
			if !sum.Equal(area.Change()) {
				t.Errorf("seed %d: flows of %v make %s, the area changed by %s", seed, area, sum, area.Change())
			}
			lines := decimal.Zero
			for _, line := range area.Lines() {
				lines = lines.Add(line.Points.Decimal)
			}
			if !lines.Equal(sum) {
				t.Errorf("seed %d: the lines of %v make %s, its flows %s", seed, area, lines, sum)
			}
			total = total.Add(sum)
		}
		if change := after.Total.Sub(before.Total); !total.Equal(change) {
			t.Errorf("seed %d: areas make %s, the total changed by %s", seed, total, change)
		}
	}
	if moved == 0 {
		t.Error("the edits never moved any points")
	}
}

// Every row of both sets is told exactly once, as one pair, as new or as gone.
func TestNothingIsLostBetweenTwoSets(t *testing.T) {
	before, next := rulestest.LoadSet(t, "2023"), rulestest.NextYear(t)
	for seed := range uint64(50) {
		after := edited(next, seed)
		changes, _ := compare.Diff(before, after)
		told := map[*scoring.Criterion]int{}
		for _, row := range changes.Rows {
			told[row.Before]++
			told[row.After]++
		}
		delete(told, nil)
		for _, rs := range []*scoring.RuleSet{before, after} {
			for node := range rs.All() {
				if told[node] != 1 {
					t.Errorf("seed %d: %s of %s is told %d times", seed, node.Number, rs.ID, told[node])
				}
			}
		}
	}
}
