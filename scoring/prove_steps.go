package scoring

import (
	"fmt"
	"slices"
	"strings"
)

// monotony looks for an answer whose growth takes points away while all others stand still. Denominators may do so, and
// points by hand say nothing.
func (p *prover) monotony(s scope) []Problem {
	var problems []Problem
	for _, in := range p.inputs {
		if in.Kind != NumberInput || slices.Contains(p.fixed, in.Name) || !slices.Contains(InputsOf(p.expr), in.Name) {
			continue
		}
		if before, after, found := p.stepDown(in); found {
			problems = append(problems, NewProblem(StepDown, s.path, in.Label, witnessWords(p.inputs, before.answers()),
				before.pointsWords(p), witnessWords(p.inputs, after.answers()), after.pointsWords(p)))
		}
	}
	return problems
}

// stepDown finds two sets of answers that differ in one number, of which the larger gives less. The number is chosen last, so
// that each row of candidates stands between the same others.
func (p *prover) stepDown(in Input) (before, after values, found bool) {
	last := &prover{inputs: p.inputs, expr: p.expr, comparisons: p.comparisons, fixed: p.othersThan(in.Name)}
	rest := &prover{inputs: p.inputs, expr: p.expr, comparisons: p.comparisons, fixed: last.fixed}
	rest.walkOthers(in, values{}, func(v values) bool {
		var best values
		for _, answer := range last.candidates(in, v) {
			at := v.with(in.Name, answer)
			out := p.eval(at)
			if out.state != Scored {
				continue
			}
			if best != nil && out.value.cmp(p.eval(best).value) < 0 {
				before, after, found = best, at, true
				return false
			}
			best = at
		}
		return true
	})
	return before, after, found
}

func (p *prover) othersThan(name string) []string {
	var others []string
	for _, in := range p.inputs {
		if in.Name != name {
			others = append(others, in.Name)
		}
	}
	return others
}

// walkOthers chooses every answer but one, as far as any value of that one makes the expression read them.
func (p *prover) walkOthers(spared Input, v values, visit func(values) bool) bool {
	if p.visits++; p.visits > maxVisits {
		return false
	}
	for _, in := range p.inputs {
		if in.Name == spared.Name || !v.of(in.Name).IsBlank() || !slices.Contains(InputsOf(p.expr), in.Name) {
			continue
		}
		for _, answer := range p.candidates(in, v) {
			if !p.walkOthers(spared, v.with(in.Name, answer), visit) {
				return false
			}
		}
		return true
	}
	return visit(v)
}

func (v values) pointsWords(p *prover) string {
	text, _ := formatValue(p.eval(v).value)
	return text
}

// witnessWords says answers in the words of the form: "Số đề nghị … = 4 văn bản; Việc …: Có".
func witnessWords(inputs []Input, answers Answers) string {
	var parts []string
	for _, in := range inputs {
		answer := answers[Key{Input: in.Name}]
		if number, ok := answer.Number(); ok {
			parts = append(parts, fmt.Sprintf("%s = %s%s", in.Label, FormatNumber(number), withUnit(in.Unit)))
		}
		if option, ok := answer.Option(); ok {
			parts = append(parts, fmt.Sprintf("%s: %s", in.Label, in.Options[option-1]))
		}
	}
	return strings.Join(parts, "; ")
}
