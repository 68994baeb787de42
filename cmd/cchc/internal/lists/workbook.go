package lists

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// cellName is how a workbook calls a place of a sheet: !B7, a row as “, dòng 7”, and nothing for the whole.
func cellName(line, column int) string {
	switch {
	case line == 0 && column > 0:
		return ", cột " + xlsx.ColumnName(column)
	case line == 0:
		return ""
	case column == 0:
		return ", dòng " + strconv.Itoa(line)
	}
	return "!" + xlsx.Cell{Row: line, Col: column}.Ref()
}

// bookGrid reads the first sheet that people see and in which anything stands; where there are several, it says which it is.
func bookGrid(book *xlsx.Book) grid {
	var g grid
	var others []string
	for _, info := range book.Sheets() {
		sheet, err := book.Sheet(info.Name)
		refused, broken := err.(*xlsx.Refused)
		switch {
		case info.State != xlsx.Visible:
		case broken && g.sheet == "" && refused.Problem.Code != problem.FileSheetUnreadable: // a chart holds no list
			return unreadable(refused.Problem)
		case broken || len(sheet.Cells()) == 0:
		case g.sheet == "":
			g = sheetGrid(book, sheet)
		default:
			others = append(others, "“"+info.Name+"”")
		}
	}
	if len(others) > 0 {
		g.faults = append(g.faults, fault{code: problem.TableSheetChosen, args: []any{g.sheet, strings.Join(others, ", ")}})
	}
	return g
}

// sheetGrid takes the rows of a sheet, and names those that nobody sees: they count as all others do.
func sheetGrid(book *xlsx.Book, sheet *xlsx.Sheet) grid {
	g := grid{sheet: sheet.Name}
	var hidden []string
	for number, cells := range sheet.Rows() {
		row := gridRow{number: number}
		for _, c := range cells {
			cell := cellOf(c, book.Epoch())
			if cell.kind == words && cell.text == "" {
				continue
			}
			row.cells = append(row.cells, cell)
			if sheet.ColumnHidden(c.Col) && !slices.Contains(g.hidden, c.Col) {
				g.hidden = append(g.hidden, c.Col)
			}
		}
		if len(row.cells) == 0 {
			continue
		}
		g.rows = append(g.rows, row)
		if sheet.RowHidden(number) {
			hidden = append(hidden, strconv.Itoa(number))
		}
	}
	if len(hidden) > 0 {
		g.faults = append(g.faults, fault{code: problem.TableRowsHidden, args: []any{few(hidden)}})
	}
	g.spread(sheet)
	return g
}

// few names the first of many.
func few(names []string) string {
	const most = 10
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + " và " + strconv.Itoa(len(names)-most) + " dòng nữa"
}

// spread puts what stands in cells merged downwards into each of their rows, as people read it: a block over all its units.
func (g *grid) spread(sheet *xlsx.Sheet) {
	room := maxSpread
	for _, merged := range sheet.Merges {
		first := g.at(merged.Top)
		if first == len(g.rows) || g.rows[first].number != merged.Top {
			continue
		}
		cell, stands := g.rows[first].in(merged.Left)
		for i := first + 1; stands && i < len(g.rows) && g.rows[i].number <= merged.Bottom; i++ {
			if _, taken := g.rows[i].in(merged.Left); taken {
				continue
			}
			if room--; room < 0 {
				*g = unreadable(problem.New(problem.FileTooMuch, "", "số ô nằm trong vùng gộp", maxSpread))
				return
			}
			g.rows[i].cells = append(g.rows[i].cells, cell)
		}
	}
}

// maxSpread bounds how many cells take what stands in a merged one.
const maxSpread = 200_000

// at is where the row of that number stands, or the next one.
func (g *grid) at(number int) int {
	i, _ := slices.BinarySearchFunc(g.rows, number, func(row gridRow, number int) int { return row.number - number })
	return i
}

// in is what stands in a column of the row.
func (r gridRow) in(column int) (gridCell, bool) {
	i := slices.IndexFunc(r.cells, func(c gridCell) bool { return c.column == column })
	if i < 0 {
		return gridCell{}, false
	}
	return r.cells[i], true
}

// cellOf takes a cell as what it is: a number is the number, however it is shown, and a text the text.
func cellOf(c xlsx.Cell, epoch time.Time) gridCell {
	cell := gridCell{column: c.Col, text: c.Text}
	switch c.Kind {
	case xlsx.Empty:
		if c.Formula {
			cell.kind, cell.text = hollow, "công thức"
		}
	case xlsx.Error:
		cell.kind = mistake
	case xlsx.Bool:
		cell.kind = truth
	case xlsx.Text:
		cell.text = Tidy(c.Text)
	case xlsx.Number:
		cell.take(c, epoch)
	}
	return cell
}

// take is for a number.
func (c *gridCell) take(from xlsx.Cell, epoch time.Time) {
	d, err := xlsx.ParseNumber(from.Text)
	if err != nil {
		c.kind = otherNumber
		return
	}
	c.kind, c.number, c.text = kindOf(from.Format), d, d.String()
	switch c.kind {
	case percentage:
		c.text = strings.ReplaceAll(d.Shift(2).String(), ".", ",") + "%"
	case day:
		if c.text = dayWords(d, epoch); c.text == "" {
			c.kind, c.text = otherNumber, d.String()
		}
	}
}

func kindOf(format xlsx.NumFormat) cellKind {
	switch format {
	case xlsx.FormatPercent:
		return percentage
	case xlsx.FormatDate:
		return day
	case xlsx.FormatNumber:
		return dressed
	case xlsx.FormatOther:
		return otherNumber
	}
	return plainNumber
}

// dayWords is a date as officials write it, with the hour where it has one; "" where a number is no day.
func dayWords(d decimal.Decimal, epoch time.Time) string {
	const lastDay, minutesADay = 100_000, 24 * 60
	days := d.IntPart()
	if days < 1 || days >= lastDay {
		return ""
	}
	minutes := d.Mod(decimal.NewFromInt(1)).Mul(decimal.NewFromInt(minutesADay)).Round(0).IntPart()
	at := epoch.AddDate(0, 0, int(days)).Add(time.Duration(minutes) * time.Minute)
	if at.Hour()+at.Minute() == 0 {
		return at.Format("02/01/2006")
	}
	return at.Format("15:04 02/01/2006")
}
