// Package handover is about answers that pass from one form to another: parts of a form that departments fill in, whole ones
// made of them, and a filled form under another edition or year of its rule set.
//
// [Assign] says who answers for which leaf, [Part] what a department's form asks. [Merge] makes one form of several hands', and
// [Carry] takes a form's answers into another rule set. [Reappraise] takes an appraisal over to a form that was handed in again, and
// [Journal] tells what has changed in one; [Differences] holds two results against each other.
//
// It promises that nothing is decided for people: what hands say differently, or has no place in the other set, stays blank
// and is listed with what was typed.
package handover

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Hand is what one file of a unit's form says: the form as a whole, or the part of one department.
type Hand struct {
	Name       string             // of the file: no two hands have the same
	Department string             // "" of a whole form
	Assigned   Assignment         // as the file knows it: of a part, the whole unit's
	Weight     int                // of answers that differ, those of the greatest weight decide
	Submission scoring.Submission // its appraisal is not looked at
	Contact    string
	UnitFixed  bool                // the secretariat has fixed who the unit is
	Raw        map[expr.Key]string // what stood in the cells of answers that could not be read
	Credits    Credits             // who wrote the texts, where the file is itself merged
	Open       []Conflict          // of a merged file, what it says was left open in it
}

// Merged is one form of many hands.
type Merged struct {
	Hand                 // without a name: the whole form
	Conflicts []Conflict // answers that differ, in the order of the form
	Gaps      []Gap      // answers that are still to come
}

// Conflict is an answer that several hands gave differently.
type Conflict struct {
	Key     expr.Key
	Replies []Reply // by the hands' names
	Taken   string  // the hand that decided; "" where none did, and the answer stays blank
}

// Reply is what one hand says in an answer.
type Reply struct {
	Hand       string
	Department string // "" of a whole form
	Place      string // the cell, of a reply that a merged form tells of; others are found by whoever has the file
	Weight     int
	Answer     expr.Answer
	Raw        string // what stood there, where it could not be read
}

// Gap lists answers that are needed and blank, of one department.
type Gap struct {
	Department string // "" where nobody is known to be in charge
	Came       bool   // a file of the department is among those merged
	Keys       []expr.Key
}

// Merge makes one form of several hands' of the same unit and rule set. An answer that all who gave it gave alike is taken;
// where they differ, and none outweighs the others, it stays blank and is a conflict. Texts of several hands are joined, each
// with who wrote it. The order of the hands does not matter, and merging the result again with any of them changes nothing.
//
// Hands of different units make no form: the problems say what differs, and nothing of the result may be used.
func Merge(rs *scoring.RuleSet, hands []Hand) (Merged, []problem.Problem) {
	hands = slices.SortedFunc(slices.Values(hands), func(a, b Hand) int { return strings.Compare(a.Name, b.Name) })
	m := Merged{Hand: Hand{Submission: scoring.Submission{Answers: expr.Answers{}}, Raw: map[expr.Key]string{}, Assigned: Assignment{}}}
	problems := m.mergeUnit(hands)
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			m.mergeAnswer(leaf.Key(in.Name), hands)
		}
	}
	m.mergeTexts(rs, hands)
	m.mergeAssigned(hands)
	m.findGaps(rs, hands)
	return m, problems
}

// mergeAnswer takes an answer that all agree on, or that of the greatest weight.
func (m *Merged) mergeAnswer(key expr.Key, hands []Hand) {
	replies := repliesOf(key, hands)
	if len(replies) == 0 {
		return
	}
	taken := heaviest(replies)
	if taken.Hand != "" {
		m.Submission.Answers[key] = taken.Answer
		if taken.Raw != "" {
			m.Raw[key] = taken.Raw
		}
	}
	if !unanimous(replies) {
		m.Conflicts = append(m.Conflicts, Conflict{key, replies, taken.Hand})
	}
}

// repliesOf lists what the hands say, and where the answer is blank in a merged one, what the hands had said of which it was made. A
// row that a file has lost says nothing.
func repliesOf(key expr.Key, hands []Hand) []Reply {
	var replies []Reply
	for _, hand := range hands {
		answer, raw := hand.Submission.Answers[key], hand.Raw[key]
		switch _, bad := answer.Bad(); {
		case answer.IsBlank():
			replies = append(replies, hand.told(key, hands)...)
		case !bad || raw != "":
			replies = append(replies, Reply{Hand: hand.Name, Department: hand.Department, Weight: hand.Weight, Answer: answer, Raw: raw})
		}
	}
	slices.SortStableFunc(replies, func(a, b Reply) int { return strings.Compare(a.Hand, b.Hand) })
	return slices.CompactFunc(replies, func(a, b Reply) bool { return a.Hand == b.Hand })
}

// told are the replies that a merged form tells of an answer left open in it. What a file says that is itself among the hands is
// taken from there.
func (h *Hand) told(key expr.Key, hands []Hand) []Reply {
	i := slices.IndexFunc(h.Open, func(c Conflict) bool { return c.Key == key && c.Taken == "" })
	if i < 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(h.Open[i].Replies), func(told Reply) bool {
		return slices.ContainsFunc(hands, func(other Hand) bool { return other.Name == told.Hand })
	})
}

// heaviest is the first of the replies of the greatest weight, where those agree; else the zero reply.
func heaviest(replies []Reply) Reply {
	most := slices.MaxFunc(replies, func(a, b Reply) int { return cmp.Compare(a.Weight, b.Weight) }).Weight
	top := slices.DeleteFunc(slices.Clone(replies), func(c Reply) bool { return c.Weight < most })
	if !unanimous(top) {
		return Reply{}
	}
	return top[0]
}

func unanimous(replies []Reply) bool {
	return !slices.ContainsFunc(replies, func(c Reply) bool { return !c.same(replies[0]) })
}

func (c Reply) same(d Reply) bool {
	return c.Raw != "" && c.Raw == d.Raw || c.Raw == "" && d.Raw == "" && c.Answer.Equal(d.Answer)
}

// mergeAssigned puts together what the files know of who answers for what.
func (m *Merged) mergeAssigned(hands []Hand) {
	for _, hand := range hands {
		for leaf, departments := range hand.Assigned {
			all := slices.Concat(m.Assigned[leaf], departments)
			slices.Sort(all)
			m.Assigned[leaf] = slices.Compact(all)
		}
	}
}

// findGaps finds what the rules need and nobody has answered. What is in conflict has been answered twice.
func (m *Merged) findGaps(rs *scoring.RuleSet, hands []Hand) {
	open := map[string][]expr.Key{}
	for _, key := range m.missing(rs) {
		departments := m.Assigned[key.Leaf]
		if len(departments) == 0 {
			departments = []string{""}
		}
		for _, department := range departments {
			open[department] = append(open[department], key)
		}
	}
	for _, department := range slices.Sorted(maps.Keys(open)) {
		came := slices.ContainsFunc(hands, func(h Hand) bool { return h.Department == department })
		m.Gaps = append(m.Gaps, Gap{department, came, open[department]})
	}
}

// missing lists the answers that are needed, blank and not in conflict, in the order of the form.
func (m *Merged) missing(rs *scoring.RuleSet) []expr.Key {
	needed := map[string]bool{}
	for _, p := range scoring.Score(rs, m.Submission).Problems {
		key, isKey := expr.ParseKey(p.Path)
		blank := isKey && p.Severity == problem.Error && m.Submission.Answers[key].IsBlank()
		needed[p.Path] = needed[p.Path] || blank
	}
	for _, conflict := range m.Conflicts {
		needed[conflict.Key.String()] = false
	}
	var keys []expr.Key
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			if key := leaf.Key(in.Name); needed[key.String()] {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// Absent lists the departments that answer for something and of which no file is among the hands; none where one of the
// hands is a whole form, which may hold what they wrote.
func (m *Merged) Absent(hands []Hand) []string {
	came := func(department string) bool {
		return slices.ContainsFunc(hands, func(h Hand) bool { return h.Department == department })
	}
	if came("") {
		return nil
	}
	return slices.DeleteFunc(m.Assigned.Departments(), came)
}
