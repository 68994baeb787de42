package proof

import (
	"cchc/scoring"
	"cchc/scoring/expr"
)

// Coverage says which branches of a leaf's rule (level, band, case, minimum, zero rule, cap) its examples reach. A rule for a
// zero denominator that a case around it rules out is no branch.
type Coverage struct {
	Leaf    *scoring.Criterion
	Total   int
	Missing []string // the branches that no example reaches, in words
}

// Cover measures the examples of every leaf.
func Cover(rs *scoring.RuleSet) []Coverage {
	var all []Coverage
	w := &work{left: setWork}
	for _, leaf := range rs.Leaves() {
		all = append(all, coverageOf(leaf, w))
	}
	return all
}

func coverageOf(leaf *scoring.Criterion, w *work) Coverage {
	rule := leaf.Expr()
	reached := map[*expr.Step]bool{}
	for _, example := range leaf.Examples {
		answers, _ := example.AnswersFor(leaf, "")
		for _, step := range leaf.Eval(rule, answers).Steps {
			reached[step] = true
		}
	}
	cover, seen := Coverage{Leaf: leaf}, map[*expr.Step]bool{}
	possible := map[*expr.Step]bool{}
	for _, answers := range edgeAnswers(leaf, w) {
		for _, step := range leaf.Eval(rule, answers).Steps {
			possible[step] = true
		}
	}
	expr.Walk(rule, func(e expr.Expr) {
		step, ok := e.(*expr.Step)
		if !ok || seen[step] || step.Spare && !possible[step] {
			return
		}
		seen[step] = true
		cover.Total++
		if !reached[step] {
			cover.Missing = append(cover.Missing, step.Pattern())
		}
	})
	return cover
}
