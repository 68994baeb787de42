package xlsx

import (
	"cmp"
	"slices"
)

// readFormula notes that a formula stands in the cell, and which cells it fills if they are several.
func (s *scanner) readFormula(cell *Cell) error {
	cell.Formula, s.formula = true, s.formulaHead()
	kind, _ := s.attr("t")
	if reference, ok := s.attr("ref"); ok && (string(kind) == "array" || string(kind) == "dataTable") {
		filled, ok := parseRange(reference)
		if !ok {
			return s.fail("ô %s: vùng của công thức %q sai", s.ref(), reference)
		}
		if filled.Top != filled.Bottom || filled.Left != filled.Right {
			s.arrays = append(s.arrays, filled)
		}
	}
	start := s.pos
	if s.empty {
		return s.skip()
	}
	err := s.skip()
	s.sheet.formulas = append(s.sheet.formulas, formulaText{cell.Row, cell.Col, start, s.pos})
	return err
}

// markArrays marks the cells that a formula elsewhere fills: the file shows them as plain values. Ranges that overlap
// so often that marking would take long are no program's doing.
func (s *scanner) markArrays() error {
	sheet := s.sheet
	work := 0
	for _, filled := range s.arrays {
		at, _ := slices.BinarySearchFunc(sheet.rows, filled.Top, func(r sheetRow, top int) int { return cmp.Compare(r.number, top) })
		for ; at < len(sheet.rows) && sheet.rows[at].number <= filled.Bottom; at++ {
			cells := sheet.rowCells(at)
			if work += len(cells); work > 50*maxCells {
				return abnormal("các vùng công thức mảng chồng lên nhau")
			}
			for i := range cells {
				cells[i].Formula = cells[i].Formula || filled.Contains(cells[i].Row, cells[i].Col)
			}
		}
	}
	return nil
}
