// Package kinds holds the rule kinds: the ways in which a leaf's answers become points.
//
// Start with [Rule] and [Kinds], then read one kind: levels.go is the shortest, ratio.go one with a denominator, sum.go one in which
// other rules stand. A kind is one file: its fields, its check, its lowering into the core of package expr, its words. A new kind is
// a new file and a line in the list of rule.go, then its sentence for package reading. What proofs ask of a kind (what it adds up,
// measures against, is better with fewer of) it says itself by methods in its own file, see placed.go: whoever looks at rules from
// outside takes them as [Placed] and needs not know the kinds.
//
// The files besides the kinds: field.go and answers.go, what a key of the YAML is, from which strict decoding, the schema, the diff
// and the reference table (table.go) are derived; share.go, what all that measure a part against a whole have in common; condition.go,
// the conditions of cases; words.go, how all sentences call answers and write edges.
//
// It promises that a rule which check finds sound can be lowered, and that what it lowers to gives at most what the rule says that it
// can. It knows no criterion, no rule set and no submission.
package kinds
