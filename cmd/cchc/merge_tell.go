package main

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// merge puts the files together, writes the form, and tells what differs and what is still to come.
func (t *mergeTable) merge() error {
	var hands []handover.Hand
	for _, hand := range t.hands {
		hands = append(hands, hand.Hand)
	}
	merged, problems := handover.Merge(t.edition.Rules, hands)
	for _, p := range problems {
		fmt.Fprintln(t.err, terminal.PlainLine(fmt.Sprintf("Không ghép: %s %s [%s]", p.Text(), p.Remedy(), p.Code)))
	}
	if len(problems) > 0 {
		return errFindings
	}
	form, err := formBytes(t.edition.Printer, templates.Merged(merged))
	if err != nil {
		return err
	}
	if t.same, err = putForm(t.desk, t.o.out, form, t.o.force); err != nil {
		return err
	}
	open := t.tellFiles()
	for _, conflict := range merged.Conflicts {
		open = t.tellConflict(conflict) || open
	}
	t.tellDepartments(&merged, hands)
	open = t.tellGaps(&merged) || open
	t.sum(&merged)
	if open {
		return errFindings
	}
	return nil
}

// tellFiles says what is wrong in each file by itself, and whether any of it is an error. Bad cells stay in the merged form as they are.
func (t *mergeTable) tellFiles() (open bool) {
	for _, hand := range t.hands {
		for _, p := range hand.reading.Said() {
			open = open || p.Severity == problem.Error
			fmt.Fprintf(t.out, "%s: %s\n", terminal.PlainLine(hand.Name), batch.ProblemLine(p))
		}
	}
	return open
}

// tellConflict names all replies with file and cell, and says whether the answer is open.
func (t *mergeTable) tellConflict(c handover.Conflict) (open bool) {
	leaf := t.edition.Rules.Find(c.Key.Leaf)
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
	fmt.Fprintln(t.out, batch.ProblemLine(reader.Problem{Problem: p}))
	return c.Taken == ""
}

// place is where an answer stands in a hand's file.
func (t *mergeTable) place(name string, key expr.Key) string {
	i := slices.IndexFunc(t.hands, func(h handFile) bool { return h.Name == name })
	at := t.hands[i].reading.Locate(problem.New(problem.AnswerMissing, key.String(), ""))
	return name + ", " + at.Where()
}

// tellDepartments names departments that came twice, and those that have not come.
func (t *mergeTable) tellDepartments(m *handover.Merged, hands []handover.Hand) {
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

func (t *mergeTable) say(p problem.Problem) {
	fmt.Fprintln(t.out, batch.ProblemLine(reader.Problem{Problem: p}))
}

// tellGaps says who has not answered what, and whether anything is open.
func (t *mergeTable) tellGaps(m *handover.Merged) (open bool) {
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
		fmt.Fprintf(t.out, "%s: %s\n", terminal.PlainLine(who), what)
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

// sum says what was done.
func (t *mergeTable) sum(m *handover.Merged) {
	for _, s := range t.skipped {
		fmt.Fprintf(t.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	made := fmt.Sprintf("Đã ghép %d tệp vào", len(t.hands))
	fmt.Fprintf(t.err, "%s: %d số liệu", madeWords(t.same, t.o.out, made), len(m.Submission.Answers))
	unsettled, missing := 0, map[expr.Key]bool{}
	for _, conflict := range m.Conflicts {
		if conflict.Taken == "" {
			unsettled++
		}
	}
	for _, gap := range m.Gaps {
		for _, key := range gap.Keys {
			missing[key] = true
		}
	}
	if unsettled > 0 {
		fmt.Fprintf(t.err, ", %d chỗ khác nhau để trống", unsettled)
	}
	if len(missing) > 0 {
		fmt.Fprintf(t.err, ", %d số liệu chưa có", len(missing))
	}
	fmt.Fprintln(t.err, ".")
}
