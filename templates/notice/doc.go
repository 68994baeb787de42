// Package notice makes of a unit's result the letter that the unit gets, as a Word document ready to be signed.
//
// Start with [Letter]: what is told of a unit, in one of two kinds. [Letter.Values] gives the fields that a template may name, and
// [Standard] is the template that is used where the office has none of its own. A template is a Word document with fields {{…}}; package
// word fills it in. In a table the row that names columns of a list ({{lĩnh vực.tên}}) is repeated for each item, and a table whose
// lists are all without items is left out; {{nếu có …}} keeps a paragraph only where there is something.
package notice
