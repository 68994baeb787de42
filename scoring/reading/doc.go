// Package reading turns words into rules: the sentences in which rules describe themselves, and what a decision says.
//
// Two things are read here, and they must not be mixed up.
//
// A statement ([Rule]) is a sentence of the small controlled Vietnamese that every rule kind prints of itself: the rule book shows
// it, people edit it, and it is read back. The law is that reading what a rule describes gives that rule again; each kind's
// reading stands in the file of its name (levels.go …, those of a single sentence in plain.go, best and mean in ranked.go), beside the describe
// of package kinds, and in the list of phrasings.go.
//
// A text ([Text]) is what a decision says, as somebody in an office worded it. There is no grammar for that. What looks
// like a rule is taken for one only where every line and every number of the text is accounted for; all else is left open, with
// the reason. A rule that was guessed would be worse than none.
//
// Both forgive what people do: capitals, blanks, letters written with combining marks, bullets, dashes, × and x, 0,5 and 0.5,
// 80% and 0,8. It is pure, as package scoring is: words in, rules and problems out; where the words stood is the caller's business.
package reading
