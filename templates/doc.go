// Package templates is all that the program knows of spreadsheets: it makes the form of a rule set, reads what a unit filled
// in, and writes the workbooks that come out of scoring. It knows rules only as [scoring.RuleSet]; where they come from is
// none of its business.
//
// Start with [Layout]: where everything of a rule set's form stands. [NewLayout] computes it once, and writer, formulas and reader
// all share it, so they cannot drift apart. A row is known by its key, "1.1" for a criterion and "1.1:a" for an answer, in the
// hidden column A; a column by the key in a hidden row. Positions count only while writing. The reader finds
// keys wherever they went, so rows that were inserted, moved or sorted change nothing.
//
// Writing goes through [cchc/templates/draft], a workbook as a plain value: [Layout.BlankForm] makes one of a [Filling],
// and nothing here calls a spreadsheet library. The files form*.go write the form from the top down; validations.go, marks.go
// and styles.go say what may be typed and how it looks. Two fillings differ in their cells only, so the rest is laid out
// once for hundreds of units.
//
// Formulas are printed from the same core of expressions that package scoring evaluates: formula.go for the expressions,
// points.go for what a cell of the form makes of them, check.go for the words of the column Kiểm tra, formulas.go for
// which formula stands where. A formula is written with its value, and that value comes from [scoring.Score], never from the
// formula: the test that lets LibreOffice recalculate hundreds of forms holds the two together.
//
// Reading goes through [cchc/templates/xlsx], which takes an untrusted file apart strictly. [Open] reads as far as the stamp,
// which says which rule set to load; [Layout.Read] takes the submission. Nothing of a submitted file is carried over but the
// values that were read: a scored workbook is written anew.
//
// A department's part of a form (part.go) is the layout of a part of the rule set. It has the stamp of the whole and a mark of its
// own: [Layout.Read] refuses it, [Layout.ReadPart] reads it for merging. Every form also tells on its hidden sheet what it asks
// for (asked.go), so that [Book.Told] can read it when its edition of the rule set is gone, to carry it over.
//
// What an appraiser sees is one form in two uses. In the blank form the columns from Số liệu thẩm định on are locked and hidden,
// in the scored one they are open: a corrected answer or points set by hand show their effect at once, by the
// hidden columns that hold the answer that counts and its state.
package templates
