package compare

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
)

// What was split, or merged with others, is no more the same subject: its answers and its rule are not compared. Its points are told
// together, on each row that has to do with it.

// made tells what a criterion of the after set was made of: “Tách từ: 7.1.5 (1 điểm) → 7.1.5 (0,5 điểm) + 7.1.8 (0,5 điểm) = 1 điểm”.
func (k Kinship) made(now *scoring.Criterion) Detail {
	from := k.from[now]
	if k.IsMerged(now) {
		return Detail{ClassMerged, now.Number + ".was", "Gộp từ", summed(from), withPoints(now)}
	}
	return Detail{ClassSplit, now.Number + ".was", "Tách từ", summed(from), summed(k.into[from[0]])}
}

// became tells what a criterion of the before set was split into, or merged into.
func (k Kinship) became(old *scoring.Criterion) Detail {
	into := k.into[old]
	if len(into) == 1 {
		return Detail{ClassMerged, old.Number, "Gộp vào", summed(k.from[into[0]]), withPoints(into[0])}
	}
	return Detail{ClassSplit, old.Number, "Tách thành", withPoints(old), summed(into)}
}

// tell puts a detail of its own class into the row.
func (r *Row) tell(d Detail) { r.Classes, r.Details = []Class{d.Class}, []Detail{d} }

// regrouped is the row's class where it was split or merged, else the other.
func (r Row) regrouped(otherwise Class) Class {
	for _, class := range []Class{ClassSplit, ClassMerged} {
		if r.Has(class) {
			return class
		}
	}
	return otherwise
}

// summed lists criteria with their points, and what these come to.
func summed(list []*scoring.Criterion) string {
	words, sum := make([]string, len(list)), decimal.Zero
	for i, c := range list {
		words[i], sum = withPoints(c), sum.Add(c.Max)
	}
	if len(list) == 1 {
		return words[0]
	}
	return strings.Join(words, " + ") + " = " + pointWords(sum)
}

func numbersOf(list []*scoring.Criterion) string {
	numbers := make([]string, len(list))
	for i, c := range list {
		numbers[i] = c.Number
	}
	return strings.Join(numbers, ", ")
}
