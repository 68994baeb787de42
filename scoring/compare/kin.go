package compare

import (
	"slices"

	"cchc/scoring"
)

// Kinship pairs the criteria of two sets that are the same subject, whichever of the two is the newer one.
type Kinship struct {
	before  map[*scoring.Criterion]*scoring.Criterion // of the after set's criteria
	After   map[*scoring.Criterion]*scoring.Criterion // of the before set's
	unknown map[*scoring.Criterion]bool               // of either set: the other does not go into that detail
	level   map[*scoring.Criterion]int                // of either set: depth, 1 for an area
	parent  map[*scoring.Criterion]*scoring.Criterion // of either set
	likely  *Kinship                                  // as the names have it; nil where nobody asked
	from    family                                    // of the after set's criteria that were made of several or of a part, those they were made of
	into    family                                    // of the before set's, those that were made of them
}

// family are the criteria of the other set that one has to do with and is not the same as.
type family map[*scoring.Criterion][]*scoring.Criterion

// Into are the criteria of the after set that one of the before set was split into or merged into; none for any other.
func (k Kinship) Into(old *scoring.Criterion) []*scoring.Criterion { return k.into[old] }

// IsMerged says that a criterion of the after set was made of several; of one that was made of others at all, it is a part otherwise.
func (k Kinship) IsMerged(now *scoring.Criterion) bool { return len(k.from[now]) > 1 }

// Relate finds out which criteria are the same subject. It is not related where neither set descends from the other by
// previous, as far as the sets at hand show; then equal numbers are taken for the same.
func Relate(before, after *scoring.RuleSet, between []*scoring.RuleSet) (k Kinship, related bool) {
	if line := lineage(after, before, between); line != nil {
		return pairAlong(line), true
	}
	if line := lineage(before, after, between); line != nil {
		return pairAlong(line).reversed(), true
	}
	return pair(after, before, sameNumbers(after, before)), false
}

// pairAlong pairs the first and the last set of a line, by what was declared, and besides as the names have it.
func pairAlong(line []*scoring.RuleSet) Kinship {
	after, before := line[0], line[len(line)-1]
	k, likely := pair(after, before, descend(line, Origins)), pair(after, before, descend(line, likelyOrigins))
	k.likely = &likely
	return k
}

// Unsure says that a criterion of the before set may be another one of the after set, or none, than the one that [Kinship.After]
// gives, or that it may be there though that gives none: nobody declared what it became, and the names say otherwise.
func (k Kinship) Unsure(old *scoring.Criterion) bool {
	return k.likely != nil && k.likely.After[old] != k.After[old]
}

// Likely is the criterion of the after set that one of the before set became as the names have it; nil for none.
func (k Kinship) Likely(old *scoring.Criterion) *scoring.Criterion {
	if k.likely == nil {
		return nil
	}
	return k.likely.After[old]
}

// LikelyBefore is the criterion of the before set that one of the after set was as the names have it; nil for none.
func (k Kinship) LikelyBefore(now *scoring.Criterion) *scoring.Criterion {
	if k.likely == nil {
		return nil
	}
	return k.likely.before[now]
}

// lineage is the way from a set back to an older one by previous, both included, or nil where there is none.
func lineage(newer, older *scoring.RuleSet, between []*scoring.RuleSet) []*scoring.RuleSet {
	at := map[string]*scoring.RuleSet{}
	for _, rs := range between {
		at[rs.ID] = rs
	}
	at[older.ID] = older
	if newer.ID == older.ID {
		return nil
	}
	line := []*scoring.RuleSet{newer}
	for rs := newer; rs != older; line = append(line, rs) {
		rs = at[rs.Previous]
		if rs == nil || len(line) > len(at) {
			return nil
		}
	}
	return line
}

// link leads from a criterion to what it was.
type link struct {
	node    *scoring.Criterion // nil where it was not there, or not known
	unknown bool
	blurred bool                 // on the way some set did not detail it, so what it was divided into cannot be told
	parts   []*scoring.Criterion // in place of node, those it was made of, or of one of which it is a part
}

// through leads on by the next step.
func (l link) through(step map[*scoring.Criterion]link) link {
	if l.node != nil {
		next := step[l.node]
		next.blurred = next.blurred || l.blurred
		return next
	}
	next := link{unknown: l.unknown}
	for _, part := range l.parts {
		for _, old := range append([]*scoring.Criterion{step[part].node}, step[part].parts...) {
			if old != nil && !slices.Contains(next.parts, old) {
				next.parts = append(next.parts, old)
			}
		}
	}
	return next
}

// descend follows every criterion of the first set through all the others, by the origins that are given for each step.
func descend(line []*scoring.RuleSet, from func(rs, previous *scoring.RuleSet) map[string]Origin) map[*scoring.Criterion]link {
	links := map[*scoring.Criterion]link{}
	for node := range line[0].All() {
		links[node] = link{node: node}
	}
	for i, rs := range line[:len(line)-1] {
		step := stepBack(rs, line[i+1], from(rs, line[i+1]))
		for node, so := range links {
			links[node] = so.through(step)
		}
	}
	return links
}

// stepBack leads from a set's criteria to those of the set that it replaces.
func stepBack(rs, previous *scoring.RuleSet, from map[string]Origin) map[*scoring.Criterion]link {
	return linkUp(rs, previous, func(node *scoring.Criterion) Origin { return from[node.Number] })
}

func sameNumbers(rs, other *scoring.RuleSet) map[*scoring.Criterion]link {
	return linkUp(rs, other, func(node *scoring.Criterion) Origin { return Origin{Number: node.Number} })
}

// linkUp looks each criterion's origin up. Of two that claim the same one the first has it; a sound set has no such two.
func linkUp(rs, previous *scoring.RuleSet, from func(*scoring.Criterion) Origin) map[*scoring.Criterion]link {
	numbers := newNumbers(previous)
	taken := map[*scoring.Criterion]bool{}
	links := map[*scoring.Criterion]link{}
	for node := range rs.All() {
		o := from(node)
		if len(o.Parts) > 0 {
			links[node] = link{parts: numbers.all(o.Parts)}
			continue
		}
		old := numbers.at[o.Number]
		if old == nil || taken[old] {
			links[node] = link{unknown: o.unknown || numbers.hide(o.Number)}
			continue
		}
		taken[old] = true
		links[node] = link{node: old, blurred: old.NotDetailed}
	}
	return links
}

// numbers finds the criteria of a set.
type numbers struct {
	at     map[string]*scoring.Criterion
	coarse []*scoring.Criterion // those that are not detailed
}

func newNumbers(rs *scoring.RuleSet) numbers {
	n := numbers{at: map[string]*scoring.Criterion{}}
	for node := range rs.All() {
		n.at[node.Number] = node
		if node.NotDetailed {
			n.coarse = append(n.coarse, node)
		}
	}
	return n
}

// all finds those of some numbers that are there.
func (n numbers) all(list []string) []*scoring.Criterion {
	var found []*scoring.Criterion
	for _, number := range list {
		if c := n.at[number]; c != nil {
			found = append(found, c)
		}
	}
	return found
}

// hide says that a number would stand below a criterion that is not detailed, so it cannot be told whether it is used.
func (n numbers) hide(number string) bool {
	return slices.ContainsFunc(n.coarse, func(c *scoring.Criterion) bool { return scoring.IsChildNumber(c.Number, number) })
}

// pair turns links from the after set into pairs, and finds what of the before set is left over or cannot be told.
func pair(after, before *scoring.RuleSet, links map[*scoring.Criterion]link) Kinship {
	type pairs = map[*scoring.Criterion]*scoring.Criterion
	k := Kinship{pairs{}, pairs{}, map[*scoring.Criterion]bool{}, map[*scoring.Criterion]int{}, pairs{}, nil, family{}, family{}}
	blurred := map[*scoring.Criterion]bool{}
	for node, parent := range after.All() {
		k.place(node, parent)
		so := links[node]
		if so.node != nil {
			k.before[node], k.After[so.node] = so.node, node
			blurred[so.node] = so.blurred || node.NotDetailed
		}
		for _, old := range so.parts {
			k.from[node], k.into[old] = append(k.from[node], old), append(k.into[old], node)
		}
		k.unknown[node] = so.unknown
	}
	k.pairLone()
	for node, parent := range before.All() {
		k.place(node, parent)
		if parent != nil && k.After[node] == nil {
			k.unknown[node] = k.unknown[parent] || blurred[parent]
		}
	}
	return k
}

// pairLone pairs what came of one criterion alone, as where over the years something was split and merged again. What is paired by its
// number, in a set that says both, belongs to no family.
func (k Kinship) pairLone() {
	isPaired := func(c *scoring.Criterion) bool { return k.before[c] != nil || k.After[c] != nil }
	for _, f := range []family{k.from, k.into} {
		for c, others := range f {
			if f[c] = slices.DeleteFunc(others, isPaired); len(f[c]) == 0 || isPaired(c) {
				delete(f, c)
			}
		}
	}
	for now, from := range k.from {
		if old := from[0]; len(from) == 1 && len(k.into[old]) == 1 && k.After[old] == nil {
			k.before[now], k.After[old] = old, now
			delete(k.from, now)
			delete(k.into, old)
		}
	}
}

func (k Kinship) place(node, parent *scoring.Criterion) {
	k.level[node], k.parent[node] = k.level[parent]+1, parent
}

func (k Kinship) reversed() Kinship {
	k.before, k.After = k.After, k.before
	k.from, k.into = k.into, k.from
	if k.likely != nil {
		likely := k.likely.reversed()
		k.likely = &likely
	}
	return k
}

// follows says that a criterion bears another number only because its parent does.
func (k Kinship) follows(node, parent *scoring.Criterion) bool {
	old := k.before[node]
	oldParent := k.parent[old]
	return parent != nil && oldParent != nil && k.before[parent] == oldParent &&
		inherited(node.Number, parent.Number, oldParent.Number) == old.Number
}
