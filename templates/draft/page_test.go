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

// TestColumnBreaks looks into the file: breaks between columns count only where nothing says to fit the page.
func TestColumnBreaks(t *testing.T) {
	w := one(Cell{Place: Place{1, 1}, Value: Text("a")})
	w.Sheets[0].Page = Page{Scale: 80, ColumnBreaks: []int{5, 20}}
	for way, data := range map[string][]byte{"plain": written(t, w), "pressed": printed(t, pressed(t, w), w)} {
		sheet := files(t, data)["xl/worksheets/sheet1.xml"]
		for _, want := range []string{`scale="80"`, `<brk id="5" max="1048575" man="1"/>`, `<brk id="20" max="1048575" man="1"/>`, `manualBreakCount="2"`} {
			if !strings.Contains(sheet, want) {
				t.Errorf("%s: no %s", way, want)
			}
		}
		for _, no := range []string{`fitToPage="1"`, "fitToWidth", "<rowBreaks"} {
			if strings.Contains(sheet, no) {
				t.Errorf("%s: has %s", way, no)
			}
		}
	}
}

// TestChartAxis looks into the file for what a chart says to those who do not see it, and for where the axis ends; the first chart says
// nothing of that.
func TestChartAxis(t *testing.T) {
	w := sample(15)
	w.Sheets[2].Charts[1].Highest = 100
	parts := files(t, written(t, w))
	if want := `descr="Biểu đồ cột: Điểm theo lĩnh vực (Điểm đạt, Điểm tối đa). Số liệu`; !strings.Contains(parts["xl/drawings/drawing1.xml"], want) {
		t.Errorf("no %s in %s", want, parts["xl/drawings/drawing1.xml"])
	}
	for part, want := range map[string]bool{"xl/charts/chart1.xml": false, "xl/charts/chart2.xml": true} {
		if got := strings.Contains(parts[part], `<max val="100"/>`); got != want {
			t.Errorf("%s ends its axis at 100: %v, want %v", part, got, want)
		}
	}
}
