package draft

import (
	"strings"
	"testing"
)

// TestPagesAcross looks into the file: a sheet too wide for one page repeats its first columns, too.
func TestPagesAcross(t *testing.T) {
	w := one(Cell{Place: Place{1, 1}, Value: Text("a")})
	w.Sheets[0].Page = Page{Wide: 4, TitleColumns: 3, TitleRows: Range{Place{2, 1}, Place{5, 1}}}
	parts := files(t, written(t, w))
	for part, want := range map[string]string{
		"xl/workbook.xml":          `name="_xlnm.Print_Titles">&#39;Một&#39;!$A:$C,&#39;Một&#39;!$2:$5<`,
		"xl/worksheets/sheet1.xml": `fitToWidth="4"`,
	} {
		if !strings.Contains(parts[part], want) {
			t.Errorf("%s: no %s", part, want)
		}
	}
}
