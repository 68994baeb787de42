package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sampleForm is a workbook of the size and make of a real form, written by excelize: some 300 rows of texts, numbers,
// long formulas, notes and styles.
func sampleForm(tb testing.TB) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Phiếu chấm"))
	_, err := f.NewSheet("_cchc")
	must(err)
	must(f.SetSheetVisible("_cchc", false, true))
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	must(err)
	wrapped, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true}, Border: []excelize.Border{{Type: "left", Style: 1}}})
	must(err)
	for row := 1; row <= 300; row++ {
		at := func(column string) string { return fmt.Sprint(column, row) }
		must(f.SetCellStr("Phiếu chấm", at("A"), fmt.Sprintf("1.%d:a", row)))
		must(f.SetCellStr("Phiếu chấm", at("B"), fmt.Sprintf("Tiêu chí %d %s", row, strings.Repeat("thực hiện kế hoạch cải cách hành chính ", row%4))))
		must(f.SetCellDefault("Phiếu chấm", at("C"), fmt.Sprintf("%d.25", row)))
		must(f.SetCellDefault("Phiếu chấm", at("D"), "0.8"))
		must(f.SetCellStyle("Phiếu chấm", at("D"), at("D"), percent))
		must(f.SetCellDefault("Phiếu chấm", at("E"), "4.5"))
		must(f.SetCellFormula("Phiếu chấm", at("E"), "IFERROR("+strings.Repeat(fmt.Sprintf("IF(C%d<10,1,2)+", row), 20)+"0,\"!\")"))
		must(f.SetCellStyle("Phiếu chấm", at("F"), at("P"), wrapped))
	}
	must(f.SetCellBool("Phiếu chấm", "R1", true))
	must(f.MergeCell("Phiếu chấm", "T1", "V2"))
	must(f.SetCellStr("_cchc", "A1", "dấu"))
	must(f.SetCustomProps(excelize.CustomProperty{Name: "cchc", Value: "hai-phong-so-nganh-2023"}))
	buffer, err := f.WriteToBuffer()
	must(err)
	return buffer.Bytes()
}
