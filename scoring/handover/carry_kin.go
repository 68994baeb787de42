package handover

import (
	"fmt"
	"strings"

	"cchc/scoring"
	"cchc/scoring/compare"
)

// kinship says which criteria of two sets are the same subject, from the old one's to the new one's.
type kinship struct {
	same   map[*scoring.Criterion]*scoring.Criterion
	unsure map[*scoring.Criterion]string // of an old one whose new number and name gainsay each other, why
	became map[*scoring.Criterion]string // of an old one that was split or merged, into what
}

// subjects pairs the criteria of two sets. Not related means that neither set descends from the other, and that they are not two
// editions for one year. Where nobody declared what a criterion became and its name says otherwise than its number, it is paired
// with none.
func subjects(old, now *scoring.RuleSet, between []*scoring.RuleSet) (k kinship, related bool) {
	sameYear := old.Year == now.Year && old.Previous == now.Previous && old.Previous != ""
	if old.ID == now.ID || sameYear {
		return kinship{same: editions(old, now)}, true
	}
	kin, related := compare.Relate(old, now, between)
	k = kinship{same: kin.After, unsure: map[*scoring.Criterion]string{}, became: map[*scoring.Criterion]string{}}
	for node := range old.All() {
		if into := kin.Into(node); len(into) > 0 {
			k.became[node] = becameWords(kin, into)
			continue
		}
		if kin.Unsure(node) {
			k.unsure[node] = unsureWords(kin.After[node], kin.Likely(node), kin.LikelyBefore(kin.After[node]))
		}
	}
	for node := range k.unsure {
		delete(k.same, node)
	}
	return k, related
}

// becameWords say what an old criterion was split into or merged into. Nobody can tell which part an answer belongs to, or what several
// answers come to together, so none is carried.
func becameWords(kin compare.Kinship, into []*scoring.Criterion) string {
	if len(into) == 1 && kin.IsMerged(into[0]) {
		return "đã gộp vào " + into[0].Number + ": kê khai lại ở đó"
	}
	numbers := make([]string, len(into))
	for i, c := range into {
		numbers[i] = c.Number
	}
	return "đã tách thành " + strings.Join(numbers, ", ") + ": kê khai lại cho từng phần"
}

// unsureWords say what the numbers and what the names make of an old criterion: the new one at its number, which bears the name of
// another old one, and the new one that bears its name.
func unsureWords(byNumber, byName, other *scoring.Criterion) string {
	number, name := "số cũ không còn", "tên cũ không còn"
	if byNumber != nil {
		number = fmt.Sprintf("theo số là %s (“%s”)", byNumber.Number, byNumber.Name)
	}
	switch {
	case byName != nil:
		name = "theo tên là " + byName.Number
	case other != nil:
		name = "mang tên của " + other.Number + " cũ"
	}
	return number + ", " + name
}

// editions pairs the criteria of two editions of one set, in which criteria may have been renumbered, dropped and put in. The
// same number alone proves nothing there: what follows a dropped criterion often takes its number. So criteria must agree in
// what they were in the previous set or, without that, in number, and besides in name; or have a name that is nowhere else.
func editions(old, now *scoring.RuleSet) map[*scoring.Criterion]*scoring.Criterion {
	e := editionKin{same: map[*scoring.Criterion]*scoring.Criterion{}, taken: map[*scoring.Criterion]bool{},
		from: places(old, old.Previous == now.Previous), to: places(now, old.Previous == now.Previous), old: old, now: now}
	declared := func(a, b *scoring.Criterion) bool {
		return (a.Was != "" || b.Was != "") && !a.Was.IsList() && !b.Was.IsList()
	}
	e.pair(func(a, b *scoring.Criterion) bool {
		return e.from[a] == e.to[b] && declared(a, b) && a.Was != scoring.NoPrevious && b.Was != scoring.NoPrevious
	})
	e.pair(func(a, b *scoring.Criterion) bool { return e.from[a] == e.to[b] && compare.SameWords(a.Name, b.Name) })
	e.pair(func(a, b *scoring.Criterion) bool {
		return a.Name != "" && compare.SameWords(a.Name, b.Name) && e.unique(a.Name)
	})
	e.pair(func(a, b *scoring.Criterion) bool { return e.from[a] == e.to[b] && e.corrected(a, b) })
	return e.same
}

type editionKin struct {
	old, now *scoring.RuleSet
	from, to map[*scoring.Criterion]string
	same     map[*scoring.Criterion]*scoring.Criterion
	taken    map[*scoring.Criterion]bool
}

// pair pairs what fits and is not paired yet. Where an old criterion fits several new ones, or a new one several old ones,
// nobody knows which is meant, and none is paired.
func (e *editionKin) pair(fits func(a, b *scoring.Criterion) bool) {
	found, claims := map[*scoring.Criterion][]*scoring.Criterion{}, map[*scoring.Criterion]int{}
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
	for _, rs := range []*scoring.RuleSet{e.old, e.now} {
		count := 0
		for node := range rs.All() {
			if compare.SameWords(node.Name, name) {
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
func (e *editionKin) corrected(a, b *scoring.Criterion) bool {
	from, to := compare.Bag(a.Name), compare.Bag(b.Name)
	like := compare.Likeness(from, to)
	if like < compare.NearlySame {
		return false
	}
	for other := range e.old.All() {
		if other != a && compare.Likeness(compare.Bag(other.Name), to) >= like {
			return false
		}
	}
	for other := range e.now.All() {
		if other != b && compare.Likeness(from, compare.Bag(other.Name)) >= like {
			return false
		}
	}
	return true
}

// places says of each criterion where it stood in the previous set, as far as its own set tells; of one that is new, or where
// the previous set is not common, where it stands.
func places(rs *scoring.RuleSet, common bool) map[*scoring.Criterion]string {
	at := map[*scoring.Criterion]string{}
	from := compare.Origins(rs, &scoring.RuleSet{})
	for node := range rs.All() {
		at[node] = "nay " + node.Number
		if was := from[node.Number].Number; common && rs.Previous != "" && was != "" {
			at[node] = "trước " + was
		}
	}
	return at
}
