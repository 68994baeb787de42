package main

import (
	"github.com/xuri/excelize/v2"

	"cchc/templates"
	"cchc/templates/draft"
)

// The yardstick: what a program costs that leaves the workbooks to excelize. It opens a form, adds the sheets of results, and
// saves. Nothing is read, scored, checked or synced there, and each look is made once.

// addResults does that with one form; the sheets are those that cchc adds.
func addResults(from, to string, sheets []*draft.Sheet) error {
	file, err := excelize.OpenFile(from)
	if err != nil {
		return err
	}
	defer file.Close()
	looks := map[draft.Style]int{}
	for _, s := range sheets {
		if err := addSheet(file, s, looks); err != nil {
			return err
		}
	}
	return file.SaveAs(to)
}

func addSheet(file *excelize.File, s *draft.Sheet, looks map[draft.Style]int) error {
	if _, err := file.NewSheet(s.Name); err != nil {
		return err
	}
	for i, column := range s.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := file.SetColWidth(s.Name, name, name, column.Width); err != nil {
			return err
		}
	}
	for n, row := range s.Rows {
		if err := file.SetRowHeight(s.Name, n, row.Height); err != nil {
			return err
		}
	}
	for _, c := range s.Cells {
		if err := addCell(file, s.Name, c, looks); err != nil {
			return err
		}
	}
	for _, m := range s.Merges {
		if err := file.MergeCell(s.Name, m.From.String(), m.To.String()); err != nil {
			return err
		}
	}
	return nil
}

func addCell(file *excelize.File, sheet string, c draft.Cell, looks map[draft.Style]int) error {
	at := c.Place.String()
	var err error
	switch {
	case c.Formula != "":
		err = file.SetCellFormula(sheet, at, c.Formula)
	case c.Value.Kind == draft.NumberKind:
		err = file.SetCellDefault(sheet, at, c.Value.Number.String())
	case c.Value.Kind == draft.TextKind:
		err = file.SetCellStr(sheet, at, c.Value.Text)
	}
	if err != nil {
		return err
	}
	id, made := looks[c.Style]
	if !made {
		if id, err = file.NewStyle(lookOf(c.Style)); err != nil {
			return err
		}
		looks[c.Style] = id
	}
	return file.SetCellStyle(sheet, at, at, id)
}

func lookOf(s draft.Style) *excelize.Style {
	look := &excelize.Style{
		Font:      &excelize.Font{Family: "Times New Roman", Size: max(s.Font.Size, 9), Bold: s.Font.Bold, Italic: s.Font.Italic, Color: s.Font.Color},
		Alignment: &excelize.Alignment{WrapText: s.Wrap, Indent: s.Indent},
	}
	if s.Fill != "" {
		look.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Fill}}
	}
	if s.Format != "" {
		look.CustomNumFmt = &s.Format
	}
	if s.Border != draft.NoBorder {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			look.Border = append(look.Border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	return look
}

// resultSheets are the sheets that scoring adds to a form.
func resultSheets(book *draft.Workbook) []*draft.Sheet {
	var added []*draft.Sheet
	for _, s := range book.Sheets {
		switch s.Name {
		case templates.ResultSheet, templates.ProblemSheet, templates.DiffSheet, templates.ConfirmSheet:
			added = append(added, s)
		}
	}
	return added
}
