package proof

import (
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// overlaps reports two cases that can hold at once, and no earlier one, where neither is an exception to the other: an exception
// lies wholly within the later case, and a later case wholly within an earlier one is never used, which is a finding of its own.
func (p *proof) overlaps(r scoring.Placed) {
	holds := r.Conditions()
	for j := range holds {
		for i := range j {
			if p.work.over() {
				return
			}
			witness, overlap := p.prover(afterAll(holds[:i], expr.Both(holds[i], holds[j]))).find()
			if overlap && p.can(holds[i], holds[j]) && p.can(holds[j], holds[i]) && !p.work.over() {
				p.add(problem.CasesOverlap, r.At("list[%d].when", j), i+1, j+1, witnessWords(p.leaf.Inputs, witness))
			}
		}
	}
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
