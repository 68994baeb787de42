package parts

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// TellFiles says what is wrong in each file by itself, and whether any of it is an error. Bad cells stay in the merged form as they are.
func (t *Table) TellFiles() (open bool) {
	for _, hand := range t.Files {
		for _, p := range hand.Reading.Said() {
			open = open || p.Severity == problem.Error
			fmt.Fprintf(t.Out, "%s: %s\n", terminal.PlainLine(t.Unit+hand.Name), t.Line(p))
		}
	}
	return open
}

// Place says of each reply in which cell of its file it stands.
func (t *Table) Place(conflicts []handover.Conflict) {
	for _, c := range conflicts {
		for i, reply := range c.Replies {
			if at := slices.IndexFunc(t.Files, func(f File) bool { return f.Name == reply.Hand }); at >= 0 {
				located := t.Files[at].Reading.Locate(problem.New(problem.AnswerMissing, c.Key.String(), ""))
				c.Replies[i].Place = located.Where()
			}
		}
	}
}

// TellConflicts names each answer that differs in a line, with all replies, and what to do about them once. It says whether any of
// them is left open.
func (t *Table) TellConflicts(conflicts []handover.Conflict) (open bool) {
	for _, decided := range []bool{false, true} {
		var lines []string
		for _, c := range conflicts {
			if decided == (c.Taken != "") {
				lines = append(lines, t.conflictLine(c))
			}
		}
		code := problem.MergeConflict
		if decided {
			code = problem.MergeDecided
		}
		if len(lines) == 0 {
			continue
		}
		open = open || !decided
		t.say(problem.New(code, "", len(lines)))
		for _, line := range lines {
			fmt.Fprintf(t.Out, "  %s\n", terminal.PlainLine(line))
		}
	}
	return open
}

func (t *Table) conflictLine(c handover.Conflict) string {
	in, _ := t.Edition.Rules.Find(c.Key.Leaf).Input(c.Key.Input)
	var replies []string
	for _, r := range c.Replies {
		replies = append(replies, fmt.Sprintf("%s (%s, %s)", handover.AnswerWords(in, r.Answer, r.Raw), r.Hand, r.Place))
	}
	line := c.Key.String() + " " + in.Label + ": " + strings.Join(replies, " ≠ ")
	if c.Taken != "" {
		line += ". Lấy theo " + c.Taken
	}
	return line
}

// Open counts the answers that are left open, because they differ.
func Open(conflicts []handover.Conflict) int {
	return len(slices.DeleteFunc(slices.Clone(conflicts), func(c handover.Conflict) bool { return c.Taken != "" }))
}

// Missing counts the answers that are still to come.
func Missing(gaps []handover.Gap) int {
	missing := map[expr.Key]bool{}
	for _, gap := range gaps {
		for _, key := range gap.Keys {
			missing[key] = true
		}
	}
	return len(missing)
}

// Notice is what the forms say about handing the whole in, where they don't contradict each other.
func (t *Table) Notice() templates.Notice {
	var all templates.Notice
	for _, f := range t.Files {
		switch is := f.Reading.Notice; {
		case is == (templates.Notice{}) || is == all:
		case all == (templates.Notice{}):
			all = is
		default:
			return templates.Notice{}
		}
	}
	return all
}

// TwiceSent lists the departments of which several files came.
func TwiceSent(hands []handover.Hand) []string {
	var once, twice []string
	for _, hand := range hands {
		switch {
		case hand.Department == "":
		case !slices.Contains(once, hand.Department):
			once = append(once, hand.Department)
		case !slices.Contains(twice, hand.Department):
			twice = append(twice, hand.Department)
		}
	}
	return twice
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
