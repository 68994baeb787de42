package proof

import (
	"slices"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// rankedSpan is the span of the greatest of several: of their own spans where they ask for different answers, else of all together.
func (p *proof) rankedSpan(r kinds.Placed, ranked kinds.Ranked) span {
	asked := map[string]bool{}
	total := nothing()
	least, most := make([]expr.Fraction, len(ranked.Ways)), make([]expr.Fraction, len(ranked.Ways))
	for i, way := range ranked.Ways {
		for _, name := range expr.InputsOf(way.Lower()) {
			if asked[name] {
				return p.sight(unit{r.Scope, r.Lower()}, nil).span
			}
			asked[name] = true
		}
		one := p.span(way)
		total = total.plus(one)
		least[i], most[i] = one.least.value, one.most.value
	}
	total.least.value, total.most.value = ranked.Rank.Sum(least), ranked.Rank.Sum(most)
	return total.over(ranked.Over)
}

// rank is the trend of the greatest of several. Where one overtakes another there is a turn.
func (c *climb) rank(e expr.Rank) trend {
	trends, states, values := make([]trend, len(e.Args)), make([]expr.State, len(e.Args)), make([]expr.Fraction, len(e.Args))
	for i, arg := range e.Args {
		trends[i] = c.eval(arg)
		states[i] = trends[i].state
	}
	state := expr.Scored
	for i, passed := range e.PassedOver(states) {
		if passed {
			trends[i] = still(expr.Truth(false))
		}
		state = max(state, trends[i].state)
		values[i] = trends[i].value
	}
	total := still(expr.Truth(false))
	if total.state = state; state != expr.Scored {
		return total
	}
	taken := e.Taken(values)
	for i := range trends {
		if slices.Contains(taken, i) {
			total = total.plus(trends[i])
		}
		for j := range i {
			c.meet(expr.Op{Sym: expr.AtMost}, trends[i].minus(trends[j]), trends[i])
			c.meet(expr.Op{Sym: expr.Less}, trends[i].minus(trends[j]), trends[i])
		}
	}
	return total
}

// pieces are what an expression may come to that has branches, a line each, as far as there are not too many.
func pieces(e expr.Expr) []expr.Expr {
	switch e := e.(type) {
	case *expr.Step:
		return pieces(e.Expr)
	case expr.If:
		return append(pieces(e.Then), pieces(e.Else)...)
	case expr.Stop:
		return nil
	case expr.Op:
		return piecesOfOp(e)
	}
	return []expr.Expr{e}
}

// mostPieces is how many are looked at.
const mostPieces = 12

func piecesOfOp(e expr.Op) []expr.Expr {
	all := [][]expr.Expr{nil}
	for _, arg := range e.Args {
		var longer [][]expr.Expr
		for _, head := range all {
			for _, piece := range pieces(arg) {
				longer = append(longer, append(slices.Clip(head), piece))
			}
		}
		if all = longer; len(all) > mostPieces {
			return nil
		}
	}
	ops := make([]expr.Expr, len(all))
	for i, args := range all {
		ops[i] = expr.Op{Sym: e.Sym, Args: args}
	}
	return ops
}

// crossings are where one argument of a rank may overtake another, as comparisons of their pieces.
func crossings(e expr.Rank) []expr.Op {
	var all []expr.Op
	for i := range e.Args {
		for j := range i {
			for _, a := range pieces(e.Args[i]) {
				for _, b := range pieces(e.Args[j]) {
					if len(expr.InputsOf(a))+len(expr.InputsOf(b)) > 0 {
						all = append(all, expr.Op{Sym: expr.AtLeast, Args: []expr.Expr{a, b}})
					}
				}
			}
		}
	}
	return all
}
