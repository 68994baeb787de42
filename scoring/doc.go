// Package scoring turns what a unit declared into points, exactly and with its reasons.
//
// It is pure: it opens no file, prints nothing and knows neither YAML nor Excel nor a cell. What it needs comes in as
// plain values, what it finds goes out as plain values, and the same input always gives the same result.
//
// Start with three names. A [RuleSet] is one year's rules, a tree of [Criterion]; [Check] says what is wrong with it.
// [Score] takes a rule set and a [Submission] and returns a [Result]: points, state and a Vietnamese sentence for each
// leaf, sub-totals, and every [Problem] with its code and remedy.
//
// A rule kind ([Rule]: levels, ratio, bands, count, sum, cases, fixed, manual) is one file: its fields, its check, its
// words, and its lowering into the small core of expressions in expr.go. Everything else works on that core alone: the
// evaluation here, the formulas that package templates prints, the proofs. A new kind is therefore one new file and one
// line in the list of kinds.
//
// The files, by what they are about:
//
//	ruleset.go schema.go input.go        the rules of a year as plain values, and the keys that the YAML gives them
//	rule.go field.go share.go            what a rule kind is; levels.go … manual.go are the kinds
//	expr.go eval.go fraction.go state.go the core, and its exact evaluation
//	submission.go score.go appraise.go   what a unit declared → result.go
//	gain.go climb.go                     what a leaf is missing to its next points
//	check.go identity.go examples.go     what is wrong with a rule set; prove*.go, boundary.go: what its rules can do
//	diff*.go                             what changed between two rule sets
//	assign.go merge*.go                  a unit's form in the hands of its departments, and put together again
//	carry*.go                            a filled form in another edition or year of its rule set
//	standing.go rank*.go means.go        units against each other
//	problem*.go words.go                 everything that can be wrong, with its words; how numbers are written
//
// Promises: points and ratios are exact decimals and fractions of them, never floats; a leaf is rounded once, half away
// from zero; blank, zero and not assessed are three different things; nothing is clamped or guessed.
package scoring
