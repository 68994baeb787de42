package draft

import (
	"fmt"
	"reflect"
)

// inside sets in excelize's own sheet what it has no call for: the value of a formula with its type, and the depth of the
// outline (without it Excel shows no group buttons). It also takes back what excelize says too much: that a filter holds
// rows back, with a range that ought not to have dollars, that every height stays for good, and empty lists of breaks.
func (b *builder) inside(s *Sheet) error {
	sheet, err := b.excelSheet(s)
	if err != nil {
		return err
	}
	if level := s.outline(); level > 0 {
		sheet.FieldByName("SheetFormatPr").Elem().FieldByName("OutlineLevelRow").SetUint(uint64(level))
	}
	if s.Filter != nil {
		sheet.FieldByName("SheetPr").Elem().FieldByName("FilterMode").SetBool(false)
		sheet.FieldByName("AutoFilter").Elem().FieldByName("Ref").SetString(s.Filter.String())
	}
	for list, breaks := range map[string][]int{"RowBreaks": s.Page.Breaks, "ColBreaks": s.Page.ColumnBreaks} {
		if len(breaks) == 0 {
			sheet.FieldByName(list).SetZero()
		}
	}
	rows := sheet.FieldByName("SheetData").FieldByName("Row")
	for n, r := range s.Rows {
		if r.Grows {
			rows.Index(n - 1).FieldByName("CustomHeight").SetBool(false)
		}
	}
	for i := range s.Cells {
		if c := &s.Cells[i]; c.Formula != "" {
			c.keep(rows.Index(c.Row - 1).FieldByName("C").Index(c.Col - 1))
		}
	}
	return nil
}

// keep gives excelize's cell the value that the formula has.
func (c *Cell) keep(cell reflect.Value) {
	if c.Value.Kind == NumberKind {
		cell.FieldByName("T").SetString("")
		cell.FieldByName("V").SetString(c.Value.Number.String())
		return
	}
	cell.FieldByName("T").SetString("str")
	cell.FieldByName("V").SetString(guard(clean(c.Value.Text)))
}

// excelSheet is excelize's value of a sheet.
func (b *builder) excelSheet(s *Sheet) (reflect.Value, error) {
	i, err := b.file.GetSheetIndex(s.Name)
	if err != nil {
		return reflect.Value{}, err
	}
	name := sheetPart(i)
	sheet, ok := b.file.Sheet.Load(name)
	if !ok {
		return reflect.Value{}, fmt.Errorf("excelize holds no part %q", name)
	}
	return reflect.ValueOf(sheet).Elem(), nil
}

// sheetPart is where the sheet with an index stands in the package.
func sheetPart(index int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1) }

// outline is the deepest level of the sheet's groups.
func (s *Sheet) outline() int {
	deepest := 0
	for _, r := range s.Rows {
		deepest = max(deepest, r.Outline)
	}
	return deepest
}
