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
// How the answers of a leaf become points is package kinds; each rule is lowered into the small core of expressions of package
// expr, and everything else works on that core alone: the evaluation, the formulas that package templates prints, most proofs.
//
// The files, by what they are about:
//
//	ruleset.go schema.go                 the rules of a year as plain values, and the keys that the YAML gives them
//	submission.go score.go appraise.go   what a unit declared → result.go
//	check.go accept.go examples.go       what is wrong with a rule set
//	beyond.go figure.go                  points outside the maximum; numbers that are announced after a first pass
//	hash.go                              what it means as one number
//
// The packages:
//
//	kinds      the rule kinds, a file each, and what a key of the YAML is
//	expr       the exact core: answers, expressions over them, their evaluation; how numbers are written
//	problem    everything that a person may be told, with its words
//	proof      what rules can do, whatever is answered: gaps, reach, steps, gains, boundary cases
//	reading    words become rules
//	letters    Vietnamese text in the letters of old
//	compare    two rule sets side by side
//	ranking    units against each other
//	handover   what passes between forms: departments' parts, merged ones, another year's, an appraisal and its journal
//	figures    numbers that are announced after a first pass over all units, and that points depend on
//	progress   where the year stands: what is known of each unit
//
// Promises: points and ratios are exact decimals and fractions of them, never floats; a leaf is rounded once, half away
// from zero; blank, zero and not assessed are three different things; nothing is clamped or guessed.
package scoring
