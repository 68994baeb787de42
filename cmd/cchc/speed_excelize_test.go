package main

import (
	"errors"

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
	return addSettings(file, s)
}

// addSettings sets how a sheet is seen and printed, and its chart.
func addSettings(file *excelize.File, s *draft.Sheet) error {
	a4, fit, landscape := 9, true, map[bool]string{true: "landscape", false: "portrait"}[s.Page.Landscape]
	err := errors.Join(file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape}),
		file.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: s.Page.Footer}))
	if s.Freeze.Row > 1 {
		err = errors.Join(err, file.SetPanes(s.Name, &excelize.Panes{Freeze: true, YSplit: s.Freeze.Row - 1, TopLeftCell: s.Freeze.String(), ActivePane: "bottomLeft"}))
	}
	if s.Filter != nil {
		err = errors.Join(err, file.AutoFilter(s.Name, s.Filter.String(), nil))
	}
	for _, c := range s.Charts {
		chart := &excelize.Chart{Type: excelize.Bar, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title}}}}
		for _, one := range c.Series {
			chart.Series = append(chart.Series, excelize.ChartSeries{Name: one.Name, Categories: c.Categories, Values: one.Values})
		}
		err = errors.Join(err, file.AddChart(s.Name, c.At.String(), chart))
	}
	return err
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
	case c.Value.Kind == draft.RichKind:
		var runs []excelize.RichTextRun
		for _, r := range c.Value.Runs {
			runs = append(runs, excelize.RichTextRun{Text: r.Text, Font: &excelize.Font{Bold: r.Font.Bold, Italic: r.Font.Italic, Color: r.Font.Color}})
		}
		err = file.SetCellRichText(sheet, at, runs)
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
