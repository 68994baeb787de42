package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"cchc/templates"
	"cchc/templates/xlsx"
)

// typeInto types into a form as a person does: type FILE KEY VALUE [COLUMN]. The column is that of answers, or of a field's
// value; another one is named by its letter.
func typeInto(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: type file key value [column]")
	}
	path, key, value := ts.MkAbs(args[0]), args[1], args[2]
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	defer book.Close()
	column := columnName(templates.AnswerColumn)
	if strings.HasPrefix(key, "@") {
		column = columnName(templates.FieldColumn)
	}
	if len(args) > 3 {
		column = args[3]
	}
	sheet := sheetWithKeys(book)
	rows, err := book.GetRows(sheet)
	ts.Check(err)
	for i, row := range rows {
		if len(row) == 0 || row[0] != key {
			continue
		}
		cell := column + strings.TrimPrefix(rowRef(i+1), "A")
		if number, err := xlsx.ParseNumber(value); err == nil {
			ts.Check(book.SetCellDefault(sheet, cell, number.String()))
		} else {
			ts.Check(book.SetCellStr(sheet, cell, value))
		}
		saveBook(ts, book, path)
		return
	}
	ts.Fatalf("%s has no row %s", args[0], key)
}

// loseSheet takes sheets out of a workbook, as moving the others to a new one does: lose FILE SHEET...
func loseSheet(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	defer book.Close()
	for _, sheet := range args[1:] {
		ts.Check(book.DeleteSheet(sheet))
	}
	saveBook(ts, book, path)
}

// saveBook saves without the path, at which excelize would declare macros.
func saveBook(ts *testscript.TestScript, book *excelize.File, path string) {
	book.Path = ""
	data, err := book.WriteToBuffer()
	ts.Check(err)
	ts.Check(os.WriteFile(path, data.Bytes(), 0o644))
}

func columnName(c templates.Column) string {
	return strings.TrimSuffix(xlsx.Cell{Row: 1, Col: int(c)}.Ref(), "1")
}

func rowRef(row int) string { return xlsx.Cell{Row: row, Col: 1}.Ref() }

// spoilHidden writes another value on the hidden sheet: spoil FILE NAME VALUE.
func spoilHidden(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	defer book.Close()
	rows, err := book.GetRows(templates.HiddenSheet)
	ts.Check(err)
	for i, row := range rows {
		if len(row) > 0 && row[0] == args[1] {
			ts.Check(book.SetCellStr(templates.HiddenSheet, "B"+strings.TrimPrefix(rowRef(i+1), "A"), args[2]))
			saveBook(ts, book, path)
			return
		}
	}
	ts.Fatalf("the hidden sheet has no %s", args[1])
}
