// Command excelize opens a workbook of ours by the library of that name, or types a list of values into a form and saves it.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/xuri/excelize/v2"
)

func main() {
	book, err := excelize.OpenFile(os.Args[2])
	check(err)
	if os.Args[1] == "read" {
		for _, sheet := range book.GetSheetList() {
			rows, err := book.GetRows(sheet)
			check(err)
			if len(rows) < 2 {
				log.Fatalf("sheet %s has %d rows", sheet, len(rows))
			}
		}
		return
	}
	list, err := os.ReadFile(os.Args[3])
	check(err)
	var typed []struct {
		Cell  string
		Value any
	}
	check(json.Unmarshal(list, &typed))
	for _, one := range typed {
		check(book.SetCellValue("Phiếu chấm", one.Cell, one.Value))
	}
	check(book.SaveAs(os.Args[4]))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
