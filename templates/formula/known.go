package formula

import (
	"slices"

	"cchc/scoring/expr"
)

// surely lists the inputs that were read, and so are good, whenever a condition comes out that way.
func surely(cond expr.Expr, holds bool) []string {
	switch e := cond.(type) {
	case expr.Ask:
		return []string{e.Input}
	case expr.Derived:
		return []string{e.Input.Name}
	case expr.Is:
		return []string{e.Input}
	case *expr.Step:
		return surely(e.Expr, holds)
	case expr.Op:
		var all []string
		for _, arg := range e.Args {
			all = union(all, intersection(surely(arg, true), surely(arg, false)))
		}
		return all
	case expr.If:
		return surelyIf(e, holds)
	}
	return nil
}

func surelyIf(e expr.If, holds bool) []string {
	then := union(surely(e.Cond, true), surely(e.Then, holds))
	other := union(surely(e.Cond, false), surely(e.Else, holds))
	switch {
	case never(e.Then, holds):
		return other
	case never(e.Else, holds):
		return then
	}
	return intersection(then, other)
}

// never says that an expression is a constant and cannot come out that way.
func never(e expr.Expr, holds bool) bool {
	n, ok := e.(expr.Num)
	return ok && n.Value.IsZero() == holds
}

func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, name := range b {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

func intersection(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(name string) bool { return !slices.Contains(b, name) })
}
