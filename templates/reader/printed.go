package reader

import (
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// sayTyped names what somebody typed on the sheets that the program prints beside the form: nobody reads them, and they are
// printed anew.
func (r *reader) sayTyped() {
	for _, name := range r.printedSheets() {
		printed, told := templates.RecallPrinted(r.book.fixed, name)
		if !told {
			continue
		}
		sheet, err := r.book.file.Sheet(name)
		if err != nil { // nothing of it is needed
			continue
		}
		r.sayTypedOn(sheet, typedOn(sheet, printed))
	}
}

func (r *reader) sayTypedOn(sheet *xlsx.Sheet, typed []xlsx.Cell) {
	for i, cell := range typed {
		p := Problem{Problem: problem.New(problem.FormSheetTyped, "", contents(cell)), Sheet: printable(sheet.Name), Cell: cell.Ref()}
		if i == mostTexts {
			p.Problem = problem.New(problem.FormSheetTypedMore, "", len(typed)-i, few(refsOf(typed[i:])))
		}
		r.out.Problems = append(r.out.Problems, p)
		if i == mostTexts {
			return
		}
	}
}

// typedOn picks from a sheet's cells those that say something which was not printed on it. Cells that only moved were printed: rows
// are sorted, or one is put between.
func typedOn(sheet *xlsx.Sheet, printed templates.Printed) []xlsx.Cell {
	left := printed.Counts() // what was printed and is not found yet
	var others, typed []xlsx.Cell
	for _, cell := range sheet.Cells() {
		sum := templates.PrintedSum(cell.Text)
		was, byFormula := printed.At(cell.Row, cell.Col)
		switch {
		case sum == "" && !cell.Formula, was == templates.MeantForTyping:
		case sum == was && was != "", byFormula && cell.Formula && sum == "": // some programs keep formulas without what they come to
			left[was]--
		default:
			others = append(others, cell)
		}
	}
	for _, cell := range others {
		if sum := templates.PrintedSum(cell.Text); left[sum] > 0 {
			left[sum]--
			continue
		}
		typed = append(typed, cell)
	}
	return typed
}

func refsOf(cells []xlsx.Cell) []string {
	var refs []string
	for _, cell := range cells {
		refs = append(refs, cell.Ref())
	}
	return refs
}
