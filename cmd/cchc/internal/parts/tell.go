package parts

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates/reader"
)

// TellFiles says what is wrong in each file by itself, and whether any of it is an error. Bad cells stay in the merged form as they are.
func (t *Table) TellFiles() (open bool) {
	for _, hand := range t.Files {
		for _, p := range hand.Reading.Said() {
			open = open || p.Severity == problem.Error
			fmt.Fprintf(t.Out, "%s: %s\n", terminal.PlainLine(hand.Name), t.Line(p))
		}
	}
	return open
}

// TellConflict names all replies with file and cell, and says whether the answer is open.
func (t *Table) TellConflict(c handover.Conflict) (open bool) {
	leaf := t.Edition.Rules.Find(c.Key.Leaf)
	in, _ := leaf.Input(c.Key.Input)
	var replies []string
	for _, reply := range c.Replies {
		replies = append(replies, fmt.Sprintf("%s (%s)", handover.AnswerWords(in, reply.Answer, reply.Raw), t.place(reply.Hand, c.Key)))
	}
	label := c.Key.String() + " " + in.Label
	p := problem.New(problem.MergeConflict, c.Key.String(), label, strings.Join(replies, " ≠ "))
	if c.Taken != "" {
		p = problem.New(problem.MergeDecided, c.Key.String(), label, strings.Join(replies, " ≠ "), c.Taken)
	}
	fmt.Fprintln(t.Out, t.Line(reader.Problem{Problem: p}))
	return c.Taken == ""
}

// place is where an answer stands in a hand's file.
func (t *Table) place(name string, key expr.Key) string {
	i := slices.IndexFunc(t.Files, func(h File) bool { return h.Name == name })
	at := t.Files[i].Reading.Locate(problem.New(problem.AnswerMissing, key.String(), ""))
	return name + ", " + at.Where()
}

// TellDepartments names departments that came twice, and those that have not come.
func (t *Table) TellDepartments(m *handover.Merged, hands []handover.Hand) {
	for _, department := range m.Assigned.Departments() {
		var files []string
		for _, hand := range hands {
			if hand.Department == department {
				files = append(files, hand.Name)
			}
		}
		if len(files) > 1 {
			t.say(problem.New(problem.MergeTwice, "", department, strings.Join(files, ", ")))
		}
	}
	for _, department := range m.Absent(hands) {
		t.say(problem.New(problem.MergeAbsent, "", department))
	}
}

func (t *Table) say(p problem.Problem) {
	fmt.Fprintln(t.Out, t.Line(reader.Problem{Problem: p}))
}

// TellGaps says who has not answered what, and whether anything is open.
func (t *Table) TellGaps(m *handover.Merged) (open bool) {
	for _, gap := range m.Gaps {
		who, what := gap.Department, keyWords(gap.Keys)
		switch {
		case who == "" && len(m.Assigned) > 0:
			who, what = "Không giao cho phòng nào", leafWords(gap.Keys)
		case who == "":
			who = "Chưa điền"
		case !gap.Came:
			who, what = who+" (chưa có tệp)", leafWords(gap.Keys)
		default:
			who += " chưa điền"
		}
		fmt.Fprintf(t.Out, "%s: %s\n", terminal.PlainLine(who), what)
	}
	return len(m.Gaps) > 0
}

func keyWords(keys []expr.Key) string {
	var words []string
	for _, key := range keys {
		words = append(words, key.String())
	}
	return strings.Join(words, ", ")
}

func leafWords(keys []expr.Key) string {
	var words []string
	for _, key := range keys {
		if !slices.Contains(words, key.Leaf) {
			words = append(words, key.Leaf)
		}
	}
	return strings.Join(words, ", ")
}
