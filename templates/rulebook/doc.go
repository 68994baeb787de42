// Package rulebook is the rule book (sổ bộ chỉ số): a rule set as a workbook that officials read, edit, print and sign; and the
// tables of a decision, from which a first draft of a rule set comes.
//
// Start with [Write] and [Read]. They are two forms of one thing: what Read takes from a book that Write made means the same as the
// rule set that it was made of, to the last key; a test holds them to it. Each criterion is a row; how its points come about stands
// in sentences (package reading), what the unit declares in lines such as
//
//	a: Số nhiệm vụ đề ra theo kế hoạch [nhiệm vụ, số nguyên]
//
// Columns are found by their heads and rows by their numbers, so that what people insert, move or sort changes nothing but what
// they meant. A hidden column remembers which number a row bore when the book was printed: what stands in the other sheets goes
// along with a row that got another one. What is not understood is a [Fault] at its cell, and nothing is guessed.
//
// The files:
//
//	columns.go                what stands where; the words of heads
//	write*.go pen.go          a rule set as sheets
//	inputs.go sources.go      how answers and provenances are written and read
//	read*.go                  sheets as a rule set
package rulebook
