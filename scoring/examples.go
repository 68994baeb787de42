package scoring

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// checkExamples runs the examples that stand beside a leaf's rule: a rule that does not give what its author expected is a
// fault, whoever is right.
func checkExamples(leaf *Criterion, places int32) []Problem {
	var problems []Problem
	expr := leaf.Expr()
	for i, example := range leaf.Examples {
		path := fmt.Sprintf("%s.examples[%d]", leaf.Number, i)
		answers, unknown := example.answers(leaf, path)
		problems = append(problems, unknown...)
		if len(unknown) > 0 {
			continue
		}
		out := leaf.eval(expr, answers)
		if want, got := example.outcome(places), outcomeWords(out, places); want != got {
			problems = append(problems, NewProblem(ExampleFails, path, leaf.Number, want, got, out.words))
		}
	}
	return problems
}

// answers turns an example's numbers into answers of the leaf; a name or option that it does not have is a problem.
func (e Example) answers(leaf *Criterion, path string) (Answers, []Problem) {
	answers := Answers{}
	var problems []Problem
	for _, name := range slices.Sorted(maps.Keys(e.Answers)) {
		if _, declared := leaf.Input(name); !declared {
			problems = append(problems, NewProblem(ExampleUnknown, path+"."+name, leaf.Number, name))
		}
	}
	for _, in := range leaf.Inputs {
		number, given := e.Answers[in.Name]
		if !given {
			continue
		}
		answers[leaf.Key(in.Name)] = NumberAnswer(number)
		if !in.IsChoice() {
			continue
		}
		option, ok := in.OptionOf(int(number.IntPart()))
		if !ok || !number.IsInteger() {
			problems = append(problems, NewProblem(RuleUnknownOption, path+"."+in.Name, FormatNumber(number), in.Name))
		}
		answers[leaf.Key(in.Name)] = OptionAnswer(option)
	}
	return answers, problems
}

func (e Example) outcome(places int32) string {
	if e.Points.Valid {
		return FormatPoints(e.Points.Decimal, places) + " điểm"
	}
	return stateOutcome(e.State)
}

func outcomeWords(out outcome, places int32) string {
	if out.state == Scored {
		return FormatPoints(out.value.round(places), places) + " điểm"
	}
	return stateOutcome(out.state)
}

// stateOutcome says a state in an official's words and in the one that the file writes.
func stateOutcome(s State) string { return fmt.Sprintf("“%s” (%s)", s.Words(), s) }

// Coverage says which branches of a leaf's rule (level, band, case, minimum, zero rule, cap) its examples reach. A rule for a
// zero denominator that a case around it rules out is no branch.
type Coverage struct {
	Leaf    *Criterion
	Total   int
	Missing []string // the branches that no example reaches, in words
}

// Covered measures the examples of every leaf.
func Covered(rs *RuleSet) []Coverage {
	var all []Coverage
	w := &work{left: setWork}
	for _, leaf := range rs.Leaves() {
		all = append(all, covered(leaf, w))
	}
	return all
}

func covered(leaf *Criterion, w *work) Coverage {
	expr := leaf.Expr()
	reached := map[*Step]bool{}
	for _, example := range leaf.Examples {
		answers, _ := example.answers(leaf, "")
		for _, step := range leaf.eval(expr, answers).steps {
			reached[step] = true
		}
	}
	cover, seen := Coverage{Leaf: leaf}, map[*Step]bool{}
	possible := map[*Step]bool{}
	for _, answers := range edgeAnswers(leaf, w) {
		for _, step := range leaf.eval(expr, answers).steps {
			possible[step] = true
		}
	}
	Walk(expr, func(e Expr) {
		step, ok := e.(*Step)
		if !ok || seen[step] || step.Spare && !possible[step] {
			return
		}
		seen[step] = true
		cover.Total++
		if !reached[step] {
			cover.Missing = append(cover.Missing, step.pattern())
		}
	})
	return cover
}

// pattern is the step's words with the answers' names in place of figures: "b/a = … ≥ 80% → b/a × 1,5 = …".
func (s *Step) pattern() string {
	words := strings.NewReplacer("{=}", "…", "{...}", "…").Replace(s.Words)
	for i, arg := range s.Args {
		name := "…"
		if ask, ok := arg.(Ask); ok {
			name = ask.Input
		}
		words = strings.ReplaceAll(words, name+" = "+place(i), name)
		words = strings.ReplaceAll(words, place(i), name)
		words = strings.ReplaceAll(words, "{"+strconv.Itoa(i)+"%}", name)
	}
	return words
}
