package report

import (
	"fmt"

	"cchc/scoring/ranking"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// The measures of the charts: what a bar and the rest of a chart take, how many bars there are room for on a landscape
// page, and a row without a height of its own, all in pixels.
const (
	barPixels    = 21
	chartPixels  = 90
	barsOnChart  = 25
	rowPixels    = 20
	pagePixels   = 680
	columnPixels = 7 // for a character, with five more for a column
)

// rankCharts draws the ranked units of each block as bars, below the table and as wide. A long block takes several charts, so
// that each fits on a page.
func (p *pen) rankCharts(r *ranking.Ranking, columns []rankColumn, first []int) {
	index, width := 0, 0
	for i, c := range columns {
		if c.index {
			index = i + 1
		}
		width += int(c.width)*columnPixels + 5
	}
	p.sheet.Page.Breaks = append(p.sheet.Page.Breaks, p.row)
	p.row++
	used := 0 // of the page
	for i := range r.Blocks {
		b := &r.Blocks[i]
		for from := 0; from < b.Ranked; from += barsOnChart {
			to := min(from+barsOnChart, b.Ranked)
			chart := draft.Chart{
				Title: chartTitle(b, from, to, columns[index-1].title),
				Width: width, Height: chartPixels + (to-from)*barPixels, Horizontal: true, Highest: 100, // per cent
				Categories: p.columnRange(nameColumn, first[i]+from, first[i]+to-1),
				Series:     []draft.Series{{Name: columns[index-1].title, Values: p.columnRange(index, first[i]+from, first[i]+to-1), Color: look.Ink}},
			}
			used = p.chart(chart, used)
		}
	}
	if p.row == p.sheet.Page.Breaks[0]+1 {
		p.sheet.Page.Breaks = nil // no chart at all
	}
}

// chart places a chart, on a new page where the rest of this one is too short, and gives what the page then holds.
func (p *pen) chart(c draft.Chart, used int) int {
	rows := c.Height/rowPixels + 3
	if used > 0 && used+rows*rowPixels > pagePixels {
		p.sheet.Page.Breaks = append(p.sheet.Page.Breaks, p.row-1)
		used = 0
	}
	c.At = draft.Place{Row: p.row + 1, Col: 1} // clear of the break above
	p.sheet.Charts = append(p.sheet.Charts, c)
	p.row += rows
	return used + rows*rowPixels
}

func chartTitle(b *ranking.Block, from, to int, what string) string {
	title := "Khối " + blockName(b.Name) + ": " + what
	if b.Ranked > barsOnChart {
		title += fmt.Sprintf(", đơn vị thứ %d–%d", from+1, to)
	}
	return title
}

// columnRange names a part of a column of the sheet.
func (p *pen) columnRange(col, from, to int) string {
	return "'" + p.sheet.Name + "'!" + draft.Place{Row: from, Col: col}.Absolute() + ":" + draft.Place{Row: to, Col: col}.Absolute()
}
