package rulebook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/scoring/reading"
	"cchc/templates/xlsx"
)

func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 1 << 30 // no list is that long
	}
	return n
}

// readRules reads the tree, a row for each criterion.
func (r *Reading) readRules(sheet *xlsx.Sheet) {
	var heads []string
	for _, c := range columns {
		heads = append(heads, c.head)
	}
	head, at := r.heads(sheet, heads)
	if head == 0 {
		r.fault(quoted(sheet.Name, "A1"), problem.BookNoHead)
		return
	}
	r.cols = map[int]int{}
	for i, c := range columns {
		if r.cols[i+1] = at[c.head]; at[c.head] == 0 && i+1 <= colRule {
			r.fault(quoted(sheet.Name, "A"+strconv.Itoa(head)), problem.BookNoColumn, c.head)
		}
	}
	if r.cols[colNumber]*r.cols[colName]*r.cols[colMax] == 0 {
		return
	}
	rows := &rowsReader{Reading: r, sheet: sheet, bare: map[int]bool{}}
	for number := range sheet.Rows() {
		if number > head && rows.row(number) {
			break
		}
	}
	rows.place()
}

// rowsReader collects criteria in the order of their rows, and then hangs each below its parent.
type rowsReader struct {
	*Reading
	sheet *xlsx.Sheet
	nodes []scoring.Criterion
	rules map[int]bool // which of them have a rule of their own
	bare  map[int]bool // whose points are a formula that was not worked out
}

// row reads one; last is true for that of the total, below which only people sign.
func (r *rowsReader) row(row int) (last bool) {
	at := func(col int) string { return r.text(r.sheet, row, r.cols[col]) }
	number, name := strings.Trim(at(colNumber), ". "), at(colName)
	switch {
	case number == "" && fold(name) == fold(totalName):
		return true
	case number == "" && strings.TrimSpace(name+at(colText)+at(colInputs)+at(colRule)) == "":
		return false
	case number == "":
		r.fault(r.cell(row, colNumber), problem.BookNoNumber, shorten(name+" "+at(colRule)))
		return false
	}
	if _, twice := r.rows[number]; twice {
		r.fault(r.cell(row, colNumber), problem.SetNumberTwice, number)
		return false
	}
	r.rows[number] = row
	if key := at(colKey); key != "" && r.keys[key] == "" {
		r.keys[key], r.born[number] = number, key
	}
	r.typed[number] = at(colWas) != at(colWasKey)
	r.nodes = append(r.nodes, r.criterion(row, number, name, at))
	return false
}

func (r *rowsReader) criterion(row int, number, name string, at func(int) string) scoring.Criterion {
	c := scoring.Criterion{Number: number, Name: name, Text: at(colText), Note: at(colNote), Was: wasOf(at(colWas))}
	max := r.sheet.Cell(row, r.cols[colMax])
	d, ok := pointsOf(max)
	for beyond, word := range beyondWords {
		if rest, is := strings.CutPrefix(fold(max.Text), word+" "); is && max.Kind == xlsx.Text {
			c.Beyond = beyond
			d, ok = reading.Number(rest)
		}
	}
	if max.Formula && (max.Kind == xlsx.Empty || max.Kind == xlsx.Error) {
		r.bare[len(r.nodes)] = true
	} else if !ok {
		r.fault(r.cell(row, colMax), problem.BookMax, shorten(max.Text))
	}
	c.Max = d
	if c.Provenance, ok = sourceOf(at(colSource)); !ok {
		r.fault(r.cell(row, colSource), problem.BookSource, shorten(at(colSource)), sourceWords())
	}
	rule := at(colRule)
	if fold(rule) == notDetailed {
		c.NotDetailed = true
		return c
	}
	var found []problem.Problem
	c.Inputs, found = inputsOf(at(colInputs))
	r.faults(row, colInputs, found)
	if rule != "" {
		c.Rule, c.Inputs, found = reading.Rule(rule, c.Inputs, c.Max)
		if r.bare[len(r.nodes)] {
			found = slices.DeleteFunc(found, func(p problem.Problem) bool { return p.Code == problem.StatementMax })
		}
		r.faults(row, colRule, found)
		r.mark(len(r.nodes))
	}
	return c
}

func (r *rowsReader) mark(i int) {
	if r.rules == nil {
		r.rules = map[int]bool{}
	}
	r.rules[i] = true
}

func (r *rowsReader) cell(row, col int) string {
	return quoted(r.sheet.Name, xlsx.Cell{Row: row, Col: max(r.cols[col], 1)}.Ref())
}

func (r *rowsReader) faults(row, col int, found []problem.Problem) {
	for _, p := range found {
		r.Faults = append(r.Faults, Fault{p, r.cell(row, col)})
	}
}

// pointsOf is the number of points of a cell; one typed as text is taken where it says one number only.
func pointsOf(cell xlsx.Cell) (decimal.Decimal, bool) {
	switch {
	case cell.Kind == xlsx.Number && cell.Format != xlsx.FormatDate && cell.Format != xlsx.FormatPercent:
		d, err := xlsx.ParseNumber(cell.Text)
		return d, err == nil
	case cell.Kind == xlsx.Text:
		return reading.Number(cell.Text)
	}
	return decimal.Zero, false
}

func wasOf(text string) scoring.Was {
	switch fold(text) {
	case newWord, "none", "không có", "-", "–":
		return scoring.NoPrevious
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;()[]\n", r) })
	numbers := slices.DeleteFunc(words, func(word string) bool { return fold(word) == partWord })
	for i := range numbers {
		numbers[i] = strings.Trim(numbers[i], ". ")
	}
	if isPart := len(numbers) < len(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;()[]\n", r) })); isPart || len(numbers) > 1 {
		return scoring.WasOf(numbers)
	}
	return scoring.Was(strings.Trim(text, ". "))
}

// place builds the tree: a criterion stands below the nearest one above it whose number its own continues.
func (r *rowsReader) place() {
	parents := make([]int, len(r.nodes))
	children := map[int][]int{}
	var open []int
	for i := range r.nodes {
		number := r.nodes[i].Number
		for len(open) > 0 && !scoring.IsChildNumber(r.nodes[open[len(open)-1]].Number, number) {
			open = open[:len(open)-1]
		}
		parents[i] = -1
		if len(open) > 0 {
			parents[i] = open[len(open)-1]
		} else if strings.Contains(number, ".") {
			r.fault(r.cell(r.rows[number], colNumber), problem.BookOrphan, number)
		}
		children[parents[i]] = append(children[parents[i]], i)
		open = append(open, i)
	}
	r.Rules.Criteria = r.tree(children, -1)
	r.tellBare(children)
}

// tellBare says once that sums were worked out here, and names the points of each criterion that has nothing to add up.
func (r *rowsReader) tellBare(children map[int][]int) {
	told := false
	for i := range r.nodes {
		place := func() string { return r.cell(r.rows[r.nodes[i].Number], colMax) }
		switch {
		case !r.bare[i]:
		case len(children[i]) == 0:
			r.fault(place(), problem.BookFormula)
		case !told:
			told = true
			r.fault(place(), problem.BookSummed)
		}
	}
}

func (r *rowsReader) tree(children map[int][]int, of int) []scoring.Criterion {
	var list []scoring.Criterion
	for _, i := range children[of] {
		c := r.nodes[i]
		c.Children = r.tree(children, i)
		row := r.rows[c.Number]
		if r.bare[i] {
			c.Max = scoring.SumOf(c.Children)
		}
		switch {
		case len(c.Children) > 0 && (r.rules[i] || c.NotDetailed):
			r.fault(r.cell(row, colRule), problem.BookGroupRule, c.Number)
		case len(c.Children) == 0 && !r.rules[i] && !c.NotDetailed:
			r.fault(r.cell(row, colRule), problem.BookNoRule, c.Number)
		}
		list = append(list, c)
	}
	return list
}
