package proof

import (
	"slices"
	"strings"

	"cchc/scoring/expr"
)

// fall is a number that becomes better while the points drop.
type fall struct {
	fewer         bool   // it is better for being less
	from, to      string // the number
	before, after string // the points
	others        values // what stands still
}

// stepDown finds two sets of answers that differ in one number, of which the larger gives less. The number is chosen last, so
// that each row of candidates stands between the same others. Where fewer is better it is the smaller one. Denominators may grow and take points away, and points by hand
// say nothing.
func (p *prover) stepDown(in expr.Input) (f fall, found bool) {
	if !in.IsOrdered() || slices.Contains(p.fixed, in.Name) {
		return fall{}, false
	}
	fewer := slices.Contains(p.fewer, in.Name)
	p.walkOthers(in, values{}, func(v values) bool {
		f, found = p.fallsAlong(in, v, fewer)
		return !found
	})
	return f, found
}

// fallsAlong makes one number better while the others stand still.
func (p *prover) fallsAlong(in expr.Input, v values, fewer bool) (f fall, found bool) {
	var last expr.Outcome
	var lastNumber expr.Answer
	candidates := p.candidates(in, v)
	if fewer {
		slices.Reverse(candidates)
	}
	for _, answer := range candidates {
		if p.work.spend(p.cost); p.work.over() {
			return fall{}, false
		}
		out := p.eval(v.with(in.Name, answer))
		if out.State != expr.Scored {
			continue
		}
		if !lastNumber.IsBlank() && out.Value.Cmp(last.Value) < 0 {
			before, _ := expr.FormatValue(last.Value)
			after, _ := expr.FormatValue(out.Value)
			return fall{fewer, in.Words(heldNumber(lastNumber)), numberWords(in, answer), before, after, v}, true
		}
		last, lastNumber = out, answer
	}
	return fall{}, false
}

// walkOthers chooses every answer but one, as far as any value of that one makes the expression read them.
func (p *prover) walkOthers(spared expr.Input, v values, visit func(values) bool) bool {
	if p.work.over() {
		return false
	}
	for _, in := range p.inputs {
		if in.Name == spared.Name || !v.of(in.Name).IsBlank() {
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

// witnessWords says answers in the words of the form: "Số đề nghị … = 4 đề nghị; Việc …: Có".
func witnessWords(inputs []expr.Input, v values) string {
	var parts []string
	for _, in := range inputs {
		answer := v.of(in.Name)
		if _, ok := answer.Number(); ok {
			parts = append(parts, in.Label+" = "+numberWords(in, answer))
		}
		if option, ok := answer.Option(); ok {
			parts = append(parts, in.Label+": "+in.Options[option-1])
		}
	}
	return strings.Join(parts, "; ")
}

// exactWords says the same as the subject of a sentence; a number by itself: "đúng 4 đề nghị (Số đề nghị …)".
func exactWords(inputs []expr.Input, v values) string {
	for _, in := range inputs {
		answer := v.of(in.Name)
		if _, ok := answer.Number(); ok && len(v) == 1 {
			return "đúng " + numberWords(in, answer) + " (" + in.Label + ")"
		}
	}
	return "số liệu “" + witnessWords(inputs, v) + "”"
}

// whenWords says answers as a remark behind a sentence, with a space before it; "" where there are none.
func whenWords(inputs []expr.Input, v values) string {
	if len(v) == 0 {
		return ""
	}
	return " (khi " + witnessWords(inputs, v) + ")"
}

func numberWords(in expr.Input, a expr.Answer) string {
	return in.Words(heldNumber(a)) + expr.WithUnit(in.Unit)
}
