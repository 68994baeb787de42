package proof

import (
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// overlaps reports two cases that can hold at once, and no earlier one, and then come to something else, where neither is an
// exception to the other: an exception lies wholly within the later case, and a later case wholly within an earlier one is never
// used, which is a finding of its own.
func (p *proof) overlaps(r kinds.Placed) {
	holds, rules := r.Conditions(), r.Inside()
	for j := range holds {
		for i := range j {
			if p.work.over() {
				return
			}
			both := afterAll(holds[:i], expr.Both(holds[i], holds[j]))
			if _, overlap := p.prover(both).find(); !overlap || !p.can(holds[i], holds[j]) || !p.can(holds[j], holds[i]) {
				continue
			}
			witness, differ := p.differ(both, rules[i].Lower(), rules[j].Lower())
			if differ && !p.work.over() {
				p.add(problem.CasesOverlap, r.At("list[%d].when", j), i+1, j+1, witnessWords(p.leaf.Inputs, witness.only(expr.InputsOf(both))))
			}
		}
	}
}

// differ finds answers with which a condition holds and two rules do not come to the same.
func (p *proof) differ(when, first, second expr.Expr) (witness values, ok bool) {
	walker := p.prover(expr.If{Cond: when, Then: expr.Apply(expr.Sub, first, second), Else: expr.Int(0)})
	eval := func(e expr.Expr, v values) expr.Outcome { return expr.Eval(e, walker.inputs, v.of) }
	for _, dense := range []bool{false, true} {
		if dense && !walker.mayMiss() {
			break
		}
		walker.dense = dense
		walker.walk(values{}, func(v values, _ expr.Outcome) bool {
			if eval(when, v).Value.IsZero() {
				return true
			}
			a, b := eval(first, v), eval(second, v)
			if ok = a.State != b.State || a.State == expr.Scored && a.Value.Cmp(b.Value) != 0; ok {
				witness = v
			}
			return !ok
		})
		if ok {
			break
		}
	}
	return witness, ok
}

// can says that some answers make the first hold and the second not.
func (p *proof) can(first, second expr.Expr) bool {
	_, found := p.prover(expr.If{Cond: second, Then: expr.Int(0), Else: first}).find()
	return found
}

// afterAll holds where none of the earlier ones does and the last one does.
func afterAll(earlier []expr.Expr, last expr.Expr) expr.Expr {
	for i := len(earlier) - 1; i >= 0; i-- {
		last = expr.If{Cond: earlier[i], Then: expr.Int(0), Else: last}
	}
	return last
}
