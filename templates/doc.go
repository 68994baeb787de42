// Package templates is the form: where everything of a rule set's workbook stands, its formulas, and the form itself, blank or
// filled. It knows rules only as [scoring.RuleSet]; where they come from is none of its business.
//
// Start with [Layout]: [NewLayout] computes it once, and the form here, package reader and package report all share it, so they
// cannot drift apart. A row is known by its key, "1.1" for a criterion and "1.1:a" for an answer, in the hidden column A; a
// column by the key in a hidden row. Positions count only while writing: reading finds keys wherever they went, so rows that
// were inserted, moved or sorted change nothing.
//
// The rooms beside this one:
//
//	draft    a workbook as a plain value, and its way into a file
//	xlsx     the strict reader of a workbook that nobody vouches for
//	look     how all that we print looks: styles, inks, how high a text is
//	reader   a submitted workbook becomes a submission
//	report   what comes out of scoring: results, problems, ranking, diff, boundary table, guide
//
// [Layout.BlankForm] makes the workbook of a [Filling]; nothing here calls a spreadsheet library. The files form*.go write the
// form from the top down; validations.go and marks.go say what may be typed and what is marked. Two fillings differ in their
// cells only, so the rest is laid out once for hundreds of units.
//
// Formulas are printed from the same core of expressions that package expr evaluates: package formula for the expressions,
// points.go for what a cell of the form makes of them, check.go for the words of the column Kiểm tra, formulas.go for
// which formula stands where. A formula is written with its value, and that value comes from [scoring.Score], never from the
// formula: the test that lets LibreOffice recalculate hundreds of forms holds the two together.
//
// A department's part of a form (part.go) is the layout of a part of the rule set. It has the stamp of the whole and a mark of its
// own, so that nobody takes it for the whole. Every form also tells on its hidden sheet what it asks for (asked.go), so that it can
// be read when its edition of the rule set is gone, to carry it over.
//
// What an appraiser sees is one form in two uses. In the blank form the columns from Số liệu thẩm định on are locked and hidden,
// in the scored one they are open: a corrected answer or points set by hand show their effect at once, by the
// hidden columns that hold the answer that counts and its state.
package templates
