package formula

import (
	"fmt"
	"strings"

	"cchc/scoring/expr"
)

// rank prints the sum of the greatest of several. All but a few of them are told by what is left out, so that most come to MAX, MIN
// and SUM; only what none of these says needs a list within the formula, which LARGE sorts.
func (p Printer) rank(e expr.Rank) string {
	args := make([]string, len(e.Args))
	for i, arg := range e.Args {
		args[i] = p.ranked(e, arg)
	}
	most, least, all := Call("MAX", args...), Call("MIN", args...), Call("SUM", args...)
	switch below := len(e.Args) - e.Skip - e.Take; {
	case e.Skip == 0 && e.Take == 1:
		return most
	case e.Skip == 0 && below == 0:
		return all
	case e.Skip == 0 && below == 1:
		return all + "-" + least
	case e.Skip == 1 && below == 1:
		return all + "-" + most + "-" + least
	}
	places := make([]string, len(args))
	for i := range places {
		places[i] = fmt.Sprint(i + 1)
	}
	list := Call("CHOOSE", append([]string{"{" + strings.Join(places, ",") + "}"}, args...)...)
	return Call("SUMPRODUCT", Call("LARGE", list, "{"+strings.Join(places[e.Skip:e.Skip+e.Take], ",")+"}"))
}

// ranked is one of several, 0 where it is passed over.
func (p Printer) ranked(e expr.Rank, arg expr.Expr) string {
	value := p.value(arg, 0)
	if states := p.states(arg, nil); e.Lax && len(states) > 0 {
		return Call("IF", worst(states)+"="+missing, "0", value)
	}
	return value
}

var missing = fmt.Sprint(int(expr.Missing))

// statesOfRank prints the worst state of several; where it is lax, missing ones do not count unless all are.
func (p Printer) statesOfRank(e expr.Rank, known []string) []string {
	var all, counting, blank []string
	sure := false // that one is never missing
	for _, arg := range e.Args {
		states := p.states(arg, known)
		if len(states) == 0 {
			sure = true
			continue
		}
		all = union(all, states)
		counting = append(counting, Call("IF", worst(states)+"="+missing, "0", worst(states)))
		blank = append(blank, worst(states)+"="+missing)
	}
	switch {
	case !e.Lax || len(all) == 0:
		return all
	case sure:
		return []string{worst(counting)}
	}
	return []string{Call("IF", Call("AND", blank...), missing, worst(counting))}
}
