package templates

import (
	"slices"

	"cchc/scoring"
)

// surely lists the inputs that were read, and so are good, whenever a condition comes out that way.
func surely(cond scoring.Expr, holds bool) []string {
	switch e := cond.(type) {
	case scoring.Ask:
		return []string{e.Input}
	case scoring.Is:
		return []string{e.Input}
	case *scoring.Step:
		return surely(e.Expr, holds)
	case scoring.Op:
		var all []string
		for _, arg := range e.Args {
			all = union(all, intersection(surely(arg, true), surely(arg, false)))
		}
		return all
	case scoring.If:
		return surelyIf(e, holds)
	}
	return nil
}

func surelyIf(e scoring.If, holds bool) []string {
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
func never(e scoring.Expr, holds bool) bool {
	n, ok := e.(scoring.Num)
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
