package scoring

// subjects pairs the criteria of two sets that are the same subject, from the old one's to the new one's. Not related means
// that neither set descends from the other, and that they are not two editions for one year.
func subjects(old, now *RuleSet, between []*RuleSet) (same map[*Criterion]*Criterion, related bool) {
	sameYear := old.Year == now.Year && old.Previous == now.Previous && old.Previous != ""
	if old.ID == now.ID || sameYear {
		return editions(old, now), true
	}
	kin, related := relate(old, now, between)
	return kin.after, related
}

// alikeNames is the likeness in per cent from which two names that differ are one name corrected: a word in eight or so.
const alikeNames = 80

// editions pairs the criteria of two editions of one set, in which criteria may have been renumbered, dropped and put in. The
// same number alone proves nothing there: what follows a dropped criterion often takes its number. So criteria must agree in
// what they were in the previous set or, without that, in number, and besides in name; or have a name that is nowhere else.
func editions(old, now *RuleSet) map[*Criterion]*Criterion {
	e := editionKin{same: map[*Criterion]*Criterion{}, taken: map[*Criterion]bool{},
		from: places(old, old.Previous == now.Previous), to: places(now, old.Previous == now.Previous), old: old, now: now}
	declared := func(a, b *Criterion) bool { return a.Was != "" || b.Was != "" }
	e.pair(func(a, b *Criterion) bool {
		return e.from[a] == e.to[b] && declared(a, b) && a.Was != NoPrevious && b.Was != NoPrevious
	})
	e.pair(func(a, b *Criterion) bool { return e.from[a] == e.to[b] && sameWords(a.Name, b.Name) })
	e.pair(func(a, b *Criterion) bool { return a.Name != "" && sameWords(a.Name, b.Name) && e.unique(a.Name) })
	e.pair(func(a, b *Criterion) bool { return e.from[a] == e.to[b] && e.corrected(a, b) })
	return e.same
}

type editionKin struct {
	old, now *RuleSet
	from, to map[*Criterion]string
	same     map[*Criterion]*Criterion
	taken    map[*Criterion]bool
}

// pair pairs what fits and is not paired yet. Where an old criterion fits several new ones, or a new one several old ones,
// nobody knows which is meant, and none is paired.
func (e *editionKin) pair(fits func(a, b *Criterion) bool) {
	found, claims := map[*Criterion][]*Criterion{}, map[*Criterion]int{}
	for a := range e.old.All() {
		for b := range e.now.All() {
			if e.same[a] == nil && !e.taken[b] && a.IsLeaf() == b.IsLeaf() && fits(a, b) {
				found[a] = append(found[a], b)
				claims[b]++
			}
		}
	}
	for a, list := range found {
		if len(list) == 1 && claims[list[0]] == 1 {
			e.same[a], e.taken[list[0]] = list[0], true
		}
	}
}

// unique says that no set has two criteria of that name.
func (e *editionKin) unique(name string) bool {
	for _, rs := range []*RuleSet{e.old, e.now} {
		count := 0
		for node := range rs.All() {
			if sameWords(node.Name, name) {
				count++
			}
		}
		if count > 1 {
			return false
		}
	}
	return true
}

// corrected says that a name is the other one with a slip put right: much alike, and like no other criterion's as much.
func (e *editionKin) corrected(a, b *Criterion) bool {
	from, to := bag(a.Name), bag(b.Name)
	like := likeness(from, to)
	if like < alikeNames {
		return false
	}
	for other := range e.old.All() {
		if other != a && likeness(bag(other.Name), to) >= like {
			return false
		}
	}
	for other := range e.now.All() {
		if other != b && likeness(from, bag(other.Name)) >= like {
			return false
		}
	}
	return true
}

// places says of each criterion where it stood in the previous set, as far as its own set tells; of one that is new, or where
// the previous set is not common, where it stands.
func places(rs *RuleSet, common bool) map[*Criterion]string {
	at := map[*Criterion]string{}
	from := origins(rs, &RuleSet{})
	for node := range rs.All() {
		at[node] = "nay " + node.Number
		if was := from[node.Number].number; common && rs.Previous != "" && was != "" {
			at[node] = "trước " + was
		}
	}
	return at
}
