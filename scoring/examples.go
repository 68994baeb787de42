package scoring

import (
	"fmt"
	"maps"
	"slices"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// checkExamples runs the examples that stand beside a leaf's rule: a rule that does not give what its author expected is a
// fault, whoever is right.
func checkExamples(leaf *Criterion, places int32) []problem.Problem {
	var problems []problem.Problem
	rule := leaf.Expr()
	for i, example := range leaf.Examples {
		path := fmt.Sprintf("%s.examples[%d]", leaf.Number, i)
		answers, unknown := example.AnswersFor(leaf, path)
		problems = append(problems, unknown...)
		if len(unknown) > 0 {
			continue
		}
		out := leaf.Eval(rule, answers)
		if want, got := example.outcome(places), outcomeWords(out, places); want != got {
			problems = append(problems, problem.New(problem.ExampleFails, path, leaf.Number, want, got, out.Words))
		}
	}
	return problems
}

// AnswersFor turns an example's numbers into answers of the leaf; a name or option that it does not have is a problem.
func (e Example) AnswersFor(leaf *Criterion, path string) (expr.Answers, []problem.Problem) {
	answers := expr.Answers{}
	var problems []problem.Problem
	for _, name := range slices.Sorted(maps.Keys(e.Answers)) {
		in, declared := leaf.Input(name)
		if in.IsDerived() {
			problems = append(problems, problem.New(problem.ExampleReckoned, path+"."+name, leaf.Number, name))
		}
		if !declared {
			problems = append(problems, problem.New(problem.ExampleUnknown, path+"."+name, leaf.Number, name))
		}
	}
	for _, in := range leaf.Inputs {
		number, given := e.Answers[in.Name]
		if !given {
			continue
		}
		answers[leaf.Key(in.Name)] = expr.NumberAnswer(number)
		if !in.IsChoice() {
			continue
		}
		option, ok := in.OptionOf(int(number.IntPart()))
		if !ok || !number.IsInteger() {
			problems = append(problems, problem.New(problem.RuleUnknownOption, path+"."+in.Name, expr.FormatNumber(number), in.Name))
		}
		answers[leaf.Key(in.Name)] = expr.OptionAnswer(option)
	}
	return answers, problems
}

func (e Example) outcome(places int32) string {
	if e.Points.Valid {
		return expr.FormatPoints(e.Points.Decimal, places) + " điểm"
	}
	return stateOutcome(e.State)
}

func outcomeWords(out expr.Outcome, places int32) string {
	if out.State == expr.Scored {
		return expr.FormatPoints(out.Value.Round(places), places) + " điểm"
	}
	return stateOutcome(out.State)
}

// stateOutcome says a state in an official's words and in the one that the file writes.
func stateOutcome(s expr.State) string { return fmt.Sprintf("“%s” (%s)", s.Words(), s) }
