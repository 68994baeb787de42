// Package compare puts two rule sets side by side and says what changed between them.
//
// Start with [Diff]. It pairs the criteria of both sets by what they are, not by their numbers (kin.go, on the origins of
// identity.go), compares each pair field by field without knowing any rule kind (values.go), and names every difference with
// a [Class], the points that it moves and its words. [Changes] holds both views: [Letter] rows by number, as the official
// letter prints them, and the rows by identity. [CheckOrigins] finds what a set says wrongly of the one before, [Doubts] where it
// says nothing and its names gainsay its numbers.
//
// It promises that points add up in both views, and that what one set does not go into is never called new or gone.
package compare

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/problem"
)

// Changes is what became of one rule set in another, a plain value that serves two views of the same rows: as the issuing
// letter prints it, by number, and by identity, which says what moved, what is new and what is gone.
type Changes struct {
	Before, After *scoring.RuleSet
	Rows          []Row    // the criteria of the after set in its order, then those of the before set that are gone
	Set           []Detail // what changed in the set as a whole: year, legal basis, total, rounding, cross-checks
	Proposals     []Proposal
	Summary       Summary
	Remarks       []problem.Problem // what has to be known of the comparison itself; all are warnings
}

// Row is one criterion with what became of it.
type Row struct {
	Before, After *scoring.Criterion   // the same subject in both sets; nil where it is new or gone
	From          []*scoring.Criterion // of what was split off or merged, those of the before set that it was made of
	Level         int                  // depth in the tree, 1 for an area
	Letter        Letter               // by number; empty for what is gone
	Classes       []Class              // by identity; empty where nothing changed
	Details       []Detail             // old and new of each class but new and dropped
	Follows       bool                 // new or gone only because what it belongs to is
	Unknown       bool                 // the other set does not go into that detail, so it is not compared
}

// Number is the criterion's number in the after set, or "" where it is gone.
func (r Row) Number() string { return numberOf(r.After) }

// Was is the number in the before set of the same subject, those that it was split off or merged from, or "" where there is none or it
// is not known.
func (r Row) Was() string {
	if len(r.From) > 0 {
		return numbersOf(r.From)
	}
	return numberOf(r.Before)
}

// Criterion is the criterion as it is, or as it was where it is gone.
func (r Row) Criterion() *scoring.Criterion {
	if r.After == nil {
		return r.Before
	}
	return r.After
}

// Has says that the criterion changed in that way.
func (r Row) Has(class Class) bool { return slices.Contains(r.Classes, class) }

func numberOf(c *scoring.Criterion) string {
	if c == nil {
		return ""
	}
	return c.Number
}

// Class is a way in which a criterion changed. Its value is the stable word that JSON carries.
type Class string

// The classes, in the order in which a row lists them.
const (
	ClassNew     Class = "new"
	ClassDropped Class = "dropped"
	ClassSplit   Class = "split"  // of a part of what was split, and of what was
	ClassMerged  Class = "merged" // of what several were merged into, and of those
	ClassMoved   Class = "moved"  // renumbered, and not only because what it belongs to was
	ClassRenamed Class = "renamed"
	ClassMax     Class = "max"
	ClassText    Class = "text"
	ClassAnswers Class = "answers"
	ClassRule    Class = "rule"
	ClassUnsure  Class = "unsure" // paired by number alone, where the names say otherwise
	ClassBasis   Class = "basis"  // of a set: its year and legal basis
)

// Classes lists them all, in order.
func Classes() []Class {
	return []Class{ClassNew, ClassDropped, ClassSplit, ClassMerged, ClassMoved, ClassRenamed, ClassMax, ClassText, ClassAnswers, ClassRule, ClassUnsure, ClassBasis}
}

var classWords = map[Class]string{
	ClassNew: "Mới", ClassDropped: "Không còn", ClassSplit: "Tách", ClassMerged: "Gộp", ClassMoved: "Chuyển số thứ tự", ClassRenamed: "Đổi tên", ClassMax: "Đổi điểm tối đa",
	ClassText: "Đổi nội dung quy định", ClassAnswers: "Đổi số liệu kê khai", ClassRule: "Đổi cách tính điểm",
	ClassUnsure: "Chưa rõ có phải cùng tiêu chí", ClassBasis: "Đổi căn cứ pháp lý",
}

// Words is the class in Vietnamese.
func (c Class) Words() string { return classWords[c] }

// Diff says what became of the before set in the after set. Criteria are the same subject by was, over the years between
// where those sets are given, in either direction; sets that do not descend from one another are compared by number, and a
// remark says so. What lies below a criterion that one of the sets does not detail is not compared; that is said, too.
//
// Notes, provenances, examples and what a letter announced are remarks on the rules and not compared. Sets for different
// kinds of unit are refused by a problem, which is nil otherwise. Both sets must be sound, as [scoring.Check] says.
func Diff(before, after *scoring.RuleSet, between ...*scoring.RuleSet) (changes Changes, refused *problem.Problem) {
	if !SameWords(before.Kind, after.Kind) {
		p := problem.New(problem.DiffKinds, "", before.ID, before.Kind, after.ID, after.Kind)
		return Changes{}, &p
	}
	kin, related := Relate(before, after, between)
	d := differ{before: before, after: after, kin: kin, letter: newLetterView(before, after)}
	changes = Changes{Before: before, After: after, Rows: d.rows(), Set: d.set()}
	changes.Proposals = d.propose(changes.Rows)
	changes.Summary = d.summary(changes.Rows)
	changes.Remarks = d.remarks(related, changes.Empty())
	return changes, nil
}

// Empty says that nothing changed that is compared.
func (c Changes) Empty() bool {
	return len(c.Set) == 0 && !slices.ContainsFunc(c.Rows, func(r Row) bool { return len(r.Classes) > 0 })
}

// differ compares two sets whose criteria are already paired.
type differ struct {
	before, after *scoring.RuleSet
	kin           Kinship
	letter        letterView
}

func (d differ) rows() []Row {
	var rows []Row
	for node, parent := range d.after.All() {
		row := Row{Before: d.kin.before[node], After: node, Level: d.kin.level[node], Letter: d.letter.of(node)}
		switch {
		case d.kin.unknown[node]:
			row.Unknown = true
		case len(d.kin.from[node]) > 0:
			row.From = d.kin.from[node]
			row.tell(d.kin.made(node))
		case row.Before == nil:
			row.Classes = []Class{ClassNew}
			row.Follows = parent != nil && d.kin.before[parent] == nil
		default:
			row.compare(d.kin.follows(node, parent), d.kin.Unsure(row.Before))
		}
		row.Letter.Known = d.letter.known(row)
		rows = append(rows, row)
	}
	for node, parent := range d.before.All() {
		if d.kin.After[node] != nil {
			continue
		}
		row := Row{Before: node, Level: d.kin.level[node], Unknown: d.kin.unknown[node]}
		switch {
		case len(d.kin.into[node]) > 0:
			row.tell(d.kin.became(node))
			rows = append(rows, row)
		case !row.Unknown:
			row.Classes = []Class{ClassDropped}
			row.Follows = parent != nil && d.kin.After[parent] == nil
			row.Letter.Known = d.letter.known(row)
			rows = append(rows, row)
		}
	}
	return rows
}

// comparedKeys says which keys of a criterion are compared, as which class.
var comparedKeys = map[string]Class{"name": ClassRenamed, "max": ClassMax, "beyond": ClassMax, "text": ClassText, "answers": ClassAnswers, "rule": ClassRule}

// compare fills in how a criterion that is in both sets changed. Of a pair that is unsure only numbers and points are compared,
// which add up in any case: its name, text, answers and rule may be another criterion's.
func (r *Row) compare(follows, unsure bool) {
	old, now := r.Before, r.After
	if old.Number != now.Number && !follows {
		r.Details = append(r.Details, Detail{ClassMoved, now.Number + ".number", "Số thứ tự", old.Number, now.Number})
	}
	c := comparison{old: newView(old), now: newView(now)}
	fields := now.Fields()
	for i, field := range old.Fields() {
		class, compared := comparedKeys[field.Key]
		inside := class != ClassRenamed && class != ClassMax
		compared = compared && !(unsure && class != ClassMax)
		if compared && !(inside && (old.NotDetailed || now.NotDetailed)) {
			c.class = class
			c.values(field, fields[i], spot{path: now.Number}.field(field))
		}
	}
	r.Details = append(r.Details, c.details...)
	if unsure {
		r.Details = append(r.Details, Detail{ClassUnsure, now.Number + ".was", ClassUnsure.Words(), old.Name, now.Name})
	}
	slices.SortStableFunc(r.Details, func(a, b Detail) int { return classOrder(a.Class) - classOrder(b.Class) })
	for _, detail := range r.Details {
		if !r.Has(detail.Class) {
			r.Classes = append(r.Classes, detail.Class)
		}
	}
}

func classOrder(c Class) int { return slices.Index(Classes(), c) }

// remarks is what has to be said about the comparison itself.
func (d differ) remarks(related, empty bool) []problem.Problem {
	var problems []problem.Problem
	if !related && d.before.ID != d.after.ID {
		problems = append(problems, problem.New(problem.DiffUnrelated, "", d.after.ID, d.before.ID))
	}
	if empty && d.before.ID == d.after.ID {
		problems = append(problems, problem.New(problem.DiffSame, "", d.before.ID))
	}
	for _, rs := range []*scoring.RuleSet{d.before, d.after} {
		coarse := 0
		for node := range rs.All() {
			if node.NotDetailed {
				coarse++
			}
		}
		if coarse > 0 {
			problems = append(problems, problem.New(problem.DiffNotDetailed, "", rs.ID, coarse))
		}
	}
	return problems
}

// SameWords compares names without regard to case and spaces.
func SameWords(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// changed is the difference of two points where there is one.
func changed(old, now decimal.Decimal) decimal.NullDecimal {
	if old.Equal(now) {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(now.Sub(old))
}
