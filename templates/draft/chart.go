package draft

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// greys are the bars' colours where none is given: far enough apart for paper without colour.
var greys = [...]string{"595959", "BFBFBF", "8C8C8C", "262626"}

func (b *builder) charts(s *Sheet) error {
	for _, c := range s.Charts {
		if err := b.file.AddChart(s.Name, c.At.String(), excelChart(c)); err != nil {
			return err
		}
	}
	return nil
}

// inWords tells what a chart shows to those who do not see it; the numbers stand in the table.
func (c Chart) inWords() string {
	names := make([]string, len(c.Series))
	for i, series := range c.Series {
		names[i] = series.Name
	}
	return clean("Biểu đồ cột: " + c.Title + " (" + strings.Join(names, ", ") + "). Số liệu có trong bảng của trang này.")
}

func excelChart(c Chart) *excelize.Chart {
	gap, zero, vary := uint(60), 0.0, false
	chart := &excelize.Chart{
		Type:      excelize.Col,
		Series:    make([]excelize.ChartSeries, len(c.Series)),
		Dimension: excelize.ChartDimension{Width: uint(c.Width), Height: uint(c.Height)},
		Format:    excelize.GraphicOptions{Positioning: "oneCell", AltText: c.inWords()},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: excelFont(Font{Size: 10})},
		Title:     excelize.ChartTitle{Paragraph: excelRuns([]Run{{Text: c.Title, Font: Font{Size: 12, Bold: true}}})},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{Font: *excelFont(Font{Size: 9})},
		YAxis:     excelize.ChartAxis{Font: *excelFont(Font{Size: 9}), MajorGridLines: true, Minimum: &zero},
		GapWidth:  &gap, VaryColors: &vary,
	}
	if c.Horizontal {
		chart.Type = excelize.Bar
		chart.XAxis.ReverseOrder = true                              // the first category on top, as in the table
		chart.YAxis = excelize.ChartAxis{None: true, Minimum: &zero} // it would stand on top, too; the bars bear their numbers
	}
	if c.Signed {
		chart.YAxis.Minimum = nil
		chart.XAxis.TickLabelPosition = excelize.ChartTickLabelLow
	}
	if c.Highest > 0 {
		chart.YAxis.Maximum = &c.Highest
	}
	if len(c.Series) == 1 {
		chart.Legend.Position = "none"
	}
	for i, one := range c.Series {
		chart.Series[i] = series(i, c, one)
	}
	return chart
}

func series(i int, c Chart, s Series) excelize.ChartSeries {
	color := s.Color
	if color == "" {
		color = greys[i%len(greys)]
	}
	return excelize.ChartSeries{
		Name: clean(s.Name), Categories: c.Categories, Values: s.Values, Fill: solid(color),
		DataLabel: excelize.ChartDataLabel{Font: *excelFont(Font{Size: 9})},
	}
}
