package scoring

import "slices"

// kinship pairs the criteria of two sets that are the same subject, whichever of the two is the newer one.
type kinship struct {
	before  map[*Criterion]*Criterion // of the after set's criteria
	after   map[*Criterion]*Criterion // of the before set's
	unknown map[*Criterion]bool       // of either set: the other does not go into that detail
	level   map[*Criterion]int        // of either set: depth, 1 for an area
	parent  map[*Criterion]*Criterion // of either set
}

// relate finds out which criteria are the same subject. It is not related where neither set descends from the other by
// previous, as far as the sets at hand show; then equal numbers are taken for the same.
func relate(before, after *RuleSet, between []*RuleSet) (k kinship, related bool) {
	if line := lineage(after, before, between); line != nil {
		return pair(after, before, descend(line)), true
	}
	if line := lineage(before, after, between); line != nil {
		return pair(before, after, descend(line)).reversed(), true
	}
	return pair(after, before, sameNumbers(after, before)), false
}

// lineage is the way from a set back to an older one by previous, both included, or nil where there is none.
func lineage(newer, older *RuleSet, between []*RuleSet) []*RuleSet {
	at := map[string]*RuleSet{}
	for _, rs := range between {
		at[rs.ID] = rs
	}
	at[older.ID] = older
	if newer.ID == older.ID {
		return nil
	}
	line := []*RuleSet{newer}
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
	node    *Criterion // nil where it was not there, or not known
	unknown bool
	blurred bool // on the way some set did not detail it, so what it was divided into cannot be told
}

// descend follows every criterion of the first set through all the others.
func descend(line []*RuleSet) map[*Criterion]link {
	links := map[*Criterion]link{}
	for node := range line[0].All() {
		links[node] = link{node: node}
	}
	for i, rs := range line[:len(line)-1] {
		step := stepBack(rs, line[i+1])
		for node, so := range links {
			if so.node == nil {
				continue
			}
			next := step[so.node]
			next.blurred = next.blurred || so.blurred
			links[node] = next
		}
	}
	return links
}

// stepBack leads from a set's criteria to those of the set that it replaces.
func stepBack(rs, previous *RuleSet) map[*Criterion]link {
	from := origins(rs, previous)
	return linkUp(rs, previous, func(node *Criterion) origin { return from[node.Number] })
}

func sameNumbers(rs, other *RuleSet) map[*Criterion]link {
	return linkUp(rs, other, func(node *Criterion) origin { return origin{number: node.Number} })
}

// linkUp looks each criterion's origin up. Of two that claim the same one the first has it; a sound set has no such two.
func linkUp(rs, previous *RuleSet, from func(*Criterion) origin) map[*Criterion]link {
	numbers := newNumbers(previous)
	taken := map[*Criterion]bool{}
	links := map[*Criterion]link{}
	for node := range rs.All() {
		o := from(node)
		old := numbers.at[o.number]
		if old == nil || taken[old] {
			links[node] = link{unknown: o.unknown || numbers.hide(o.number)}
			continue
		}
		taken[old] = true
		links[node] = link{node: old, blurred: old.NotDetailed}
	}
	return links
}

// numbers finds the criteria of a set.
type numbers struct {
	at     map[string]*Criterion
	coarse []*Criterion // those that are not detailed
}

func newNumbers(rs *RuleSet) numbers {
	n := numbers{at: map[string]*Criterion{}}
	for node := range rs.All() {
		n.at[node.Number] = node
		if node.NotDetailed {
			n.coarse = append(n.coarse, node)
		}
	}
	return n
}

// hide says that a number would stand below a criterion that is not detailed, so it cannot be told whether it is used.
func (n numbers) hide(number string) bool {
	return slices.ContainsFunc(n.coarse, func(c *Criterion) bool { return isChildNumber(c.Number, number) })
}

// pair turns links from the after set into pairs, and finds what of the before set is left over or cannot be told.
func pair(after, before *RuleSet, links map[*Criterion]link) kinship {
	k := kinship{map[*Criterion]*Criterion{}, map[*Criterion]*Criterion{}, map[*Criterion]bool{}, map[*Criterion]int{}, map[*Criterion]*Criterion{}}
	blurred := map[*Criterion]bool{}
	for node, parent := range after.All() {
		k.place(node, parent)
		so := links[node]
		if so.node != nil {
			k.before[node], k.after[so.node] = so.node, node
			blurred[so.node] = so.blurred || node.NotDetailed
		}
		k.unknown[node] = so.unknown
	}
	for node, parent := range before.All() {
		k.place(node, parent)
		if parent != nil && k.after[node] == nil {
			k.unknown[node] = k.unknown[parent] || blurred[parent]
		}
	}
	return k
}

func (k kinship) place(node, parent *Criterion) {
	k.level[node], k.parent[node] = k.level[parent]+1, parent
}

func (k kinship) reversed() kinship {
	k.before, k.after = k.after, k.before
	return k
}

// follows says that a criterion bears another number only because its parent does.
func (k kinship) follows(node, parent *Criterion) bool {
	old := k.before[node]
	oldParent := k.parent[old]
	return parent != nil && oldParent != nil && k.before[parent] == oldParent &&
		inherited(node.Number, parent.Number, oldParent.Number) == old.Number
}
