package scoring

// overlaps reports two cases that can hold at once, and no earlier one, where neither is an exception to the other: an exception
// lies wholly within the later case, and a later case wholly within an earlier one is never used, which is a finding of its own.
func (p *proof) overlaps(r *Cases, s scope) {
	holds := make([]Expr, len(r.List))
	for i := range r.List {
		holds[i] = r.List[i].When.lower(s)
	}
	for j := range holds {
		for i := range j {
			if p.work.over() {
				return
			}
			witness, overlap := p.prover(afterAll(holds[:i], both(holds[i], holds[j]))).find()
			if overlap && p.can(holds[i], holds[j]) && p.can(holds[j], holds[i]) && !p.work.over() {
				p.add(CasesOverlap, s.at("list[%d].when", j), i+1, j+1, witnessWords(p.leaf.Inputs, witness))
			}
		}
	}
}

// can says that some answers make the first hold and the second not.
func (p *proof) can(first, second Expr) bool {
	_, found := p.prover(If{second, num(0), first}).find()
	return found
}

// afterAll holds where none of the earlier ones does and the last one does.
func afterAll(earlier []Expr, last Expr) Expr {
	for i := len(earlier) - 1; i >= 0; i-- {
		last = If{earlier[i], num(0), last}
	}
	return last
}
