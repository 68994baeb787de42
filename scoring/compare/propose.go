package compare

import (
	"cmp"
	"slices"

	"cchc/scoring"
)

// Proposal is two criteria whose names are alike: a new one and one that is gone, or one that was paired by its number with
// another than its name says. Nobody declared them the same, so they are not treated so: it is for the author of the rules to
// write was, or to leave it.
type Proposal struct {
	Before, After *scoring.Criterion
	Likeness      int // per cent, cut
}

// likeEnough is the likeness in per cent from which two names are worth a look.
const likeEnough = 60

// propose compares the names of what is new and what is gone at the same level, best match first. The likeness of two
// names is twice the words that they share, in any order and without regard to case and punctuation, over all their words.
// Nothing is proposed twice: each criterion stands in its best proposal only. Those in doubt come first.
func (d differ) propose(rows []Row) []Proposal {
	gone, added := named(rows, ClassDropped), named(rows, ClassNew)
	var all []Proposal
	for _, a := range gone {
		for _, b := range added {
			if like := Likeness(a.words, b.words); a.Level == b.Level && !(a.Follows && b.Follows) && like >= likeEnough && d.kin.LikelyBefore(b.After) != a.Before {
				all = append(all, Proposal{a.Before, b.After, like})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Proposal) int { return cmp.Compare(b.Likeness, a.Likeness) })
	used := map[*scoring.Criterion]bool{}
	all = append(d.kin.doubted(d.after), all...)
	return slices.DeleteFunc(all, func(p Proposal) bool {
		twice := used[p.Before] || used[p.After]
		if !twice {
			used[p.Before], used[p.After] = true, true
		}
		return twice
	})
}

// doubted are the pairs that the names make, against what was declared or follows from the numbers. One that only goes along
// with its parent's is not told.
func (k Kinship) doubted(after *scoring.RuleSet) []Proposal {
	var all []Proposal
	for now, parent := range after.All() {
		old := k.LikelyBefore(now)
		if old == nil || k.before[now] == old {
			continue
		}
		above := k.LikelyBefore(parent)
		if follows := above != nil && above == k.parent[old] && k.before[parent] != above; !follows {
			all = append(all, Proposal{old, now, Likeness(Bag(old.Name), Bag(now.Name))})
		}
	}
	return all
}

// namedRow is a row with the words of its name.
type namedRow struct {
	Row
	words []string
}

func named(rows []Row, class Class) []namedRow {
	var list []namedRow
	for _, row := range rows {
		if row.Has(class) {
			list = append(list, namedRow{row, Bag(row.Criterion().Name)})
		}
	}
	return list
}

// Likeness is how much two bags of words have in common, in per cent, cut.
func Likeness(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 200 * common(a, b) / (len(a) + len(b))
}
