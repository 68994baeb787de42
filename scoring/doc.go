// Package scoring turns what a unit declared into points, exactly and with its reasons.
//
// It is pure, and so are the packages below it: they open no file, print nothing and know neither YAML nor Excel nor a cell.
// What they need comes in as plain values, what they find goes out as plain values, and the same input always gives the same
// result.
//
// Start with three names. A [RuleSet] is one year's rules, a tree of [Criterion]; [Check] says what is wrong with it.
// [Score] takes a rule set and a [Submission] and returns a [Result]: points, state and a Vietnamese sentence for each
// leaf, sub-totals, and every [problem.Problem] with its code and remedy.
//
// A rule kind ([Rule]: levels, ratio, bands, count, sum, cases, fixed, manual) is one file: its fields, its check, its
// words, and its lowering into the small core of expressions of package expr. Everything else works on that core alone: the
// evaluation, the formulas that package templates prints, most proofs. A new kind is one new file and one line in the list of
// kinds, then its sentence for package reading, and in package proof what its shape says of steps and gains. Who looks at rules from outside takes them as [Placed].
//
// The files, by what they are about:
//
//	ruleset.go schema.go                 the rules of a year as plain values, and the keys that the YAML gives them
//	rule.go field.go share.go            what a rule kind is; each kind is a file of its name
//	submission.go score.go appraise.go   what a unit declared → result.go
//	check.go accept.go examples.go       what is wrong with a rule set
//	hash.go table.go                     what it means as one number; the reference table of the kinds
//
// The packages:
//
//	expr       the exact core: answers, expressions over them, their evaluation; how numbers are written
//	problem    everything that a person may be told, with its words
//	proof      what rules can do, whatever is answered: gaps, reach, steps, gains, boundary cases
//	reading    words become rules
//	letters    Vietnamese text in the letters of old
//	compare    two rule sets side by side
//	ranking    units against each other
//	handover   what passes between forms: departments' parts, merged ones, another year's, an appraisal and its journal
//	progress   where the year stands: what is known of each unit
//
// Promises: points and ratios are exact decimals and fractions of them, never floats; a leaf is rounded once, half away
// from zero; blank, zero and not assessed are three different things; nothing is clamped or guessed.
package scoring
