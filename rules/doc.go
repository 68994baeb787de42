// Package rules turns the yearly YAML files into [scoring.RuleSet] values, and what is wrong with them into places.
//
// It is the one package that knows YAML. A file comes from outside and is not trusted: it is read once, bounded in size,
// depth and number of values, and ends in a rule set or in findings, never in a panic.
//
// The way of a file: [lint] looks at its raw bytes for what the YAML library reports badly or not at all; [parse] makes a
// tree of it and refuses what a rule set has no use for (anchors, tags, further documents); the decoder walks that tree
// along the fields that package scoring declares, collects every error with its line and column, and remembers where each
// path stands; [scoring.Check] then looks at the meaning, and its paths become lines again.
//
// Nothing in here knows a rule kind: a new kind, or a new key of an old one, needs no change of this package.
//
// Start with [Open], which gives the [Catalog] of all sets at hand, and [Catalog.Load]. What a set is, is a [Set]; what is
// wrong with it is a [Finding] each.
package rules
