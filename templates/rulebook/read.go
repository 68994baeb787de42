package rulebook

import (
	"cmp"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// Reading is what was read: the rules as far as they were understood, and what was not. Where a fault is an error, the rules are not
// what somebody meant.
type Reading struct {
	Rules   *scoring.RuleSet
	Printed string // the id of the set of which a book was printed, "" if it does not say
	Faults  []Fault

	// Of a decision: what became of its criteria, which are open or to be looked at, which of last year's are gone, and where each
	// one stood.
	Counts        Counts
	Open, Confirm []Open
	Dropped       []*scoring.Criterion
	Remarks       map[string]string

	places   map[string]string          // of a decision: where each criterion stood
	matched  map[int]*scoring.Criterion // of a decision: what each item was last year
	rows     map[string]int             // the row of each criterion, by number
	keys     map[string]string          // the number that a row bore when it was printed → the one that it bears
	born     map[string]string          // the number of each criterion → its key
	typed    map[string]bool            // the criteria whose former number was typed anew
	cols     map[int]int                // where each column stands
	examples map[string][]string
	accepted map[string][]string
	info     map[string]string
	crosses  []string
	figures  []string
	classes  []string
}

// Read reads a book. The error is a [xlsx.Refused]; what is wrong in its cells are the faults.
func Read(data []byte) (*Reading, error) {
	book, err := xlsx.Open(data)
	if err != nil {
		return nil, err
	}
	r := &Reading{Rules: &scoring.RuleSet{}, Printed: book.Property(stampName), rows: map[string]int{}, keys: map[string]string{}, born: map[string]string{}, typed: map[string]bool{},
		examples: map[string][]string{}, accepted: map[string][]string{}, info: map[string]string{}}
	for _, part := range []struct {
		name string
		read func(*xlsx.Sheet)
	}{{rulesSheet, r.readRules}, {infoSheet, r.readInfo}, {examplesSheet, r.readExamples}, {checksSheet, r.readChecks}} {
		sheet, err := book.Sheet(part.name)
		if err != nil {
			return nil, err
		}
		if sheet == nil {
			r.fault("", problem.BookNoSheet, part.name)
			continue
		}
		part.read(sheet)
	}
	r.settleUses()
	return r, nil
}

// IsBook says whether a workbook is a rule book, and no table of a decision.
func IsBook(data []byte) bool {
	book, err := xlsx.Open(data)
	if err != nil {
		return false
	}
	return book.Property(stampName) != "" || slices.ContainsFunc(book.Sheets(), func(s xlsx.SheetInfo) bool { return s.Name == infoSheet }) &&
		slices.ContainsFunc(book.Sheets(), func(s xlsx.SheetInfo) bool { return s.Name == rulesSheet })
}

func (r *Reading) fault(place string, code problem.Code, args ...any) {
	r.Faults = append(r.Faults, Fault{problem.New(code, "", args...), place})
}

// text is a cell's text as somebody typed it, without blanks around it.
func (r *Reading) text(sheet *xlsx.Sheet, row, col int) string {
	if col == 0 {
		return ""
	}
	cell := sheet.Cell(row, col)
	switch {
	case cell.Kind == xlsx.Empty && cell.Formula:
		r.fault(quoted(sheet.Name, cell.Ref()), problem.BookFormula)
	case cell.Kind == xlsx.Error:
		r.fault(quoted(sheet.Name, cell.Ref()), problem.BookUnreadable, cell.Text)
	}
	lines := strings.Split(strings.ReplaceAll(cell.Text, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t\u00a0")
	}
	return strings.TrimLeft(strings.Trim(strings.Join(lines, "\n"), "\n"), " \t\u00a0")
}

// heads finds a table: the row in which the wanted heads stand, and where; 0 where there is none. What else stands in that row is
// named, since it will not be read.
func (r *Reading) heads(sheet *xlsx.Sheet, wanted []string) (row int, at map[string]int) {
	for number, cells := range sheet.Rows() {
		at = map[string]int{}
		for _, cell := range cells {
			if i := slices.IndexFunc(wanted, func(head string) bool { return fold(head) == fold(cell.Text) }); i >= 0 && at[wanted[i]] == 0 {
				at[wanted[i]] = cell.Col
			}
		}
		if len(at) >= min(3, len(wanted)) {
			r.otherHeads(sheet, cells, at)
			return number, at
		}
	}
	return 0, nil
}

func (r *Reading) otherHeads(sheet *xlsx.Sheet, cells []xlsx.Cell, at map[string]int) {
	for _, cell := range cells {
		known := false
		for _, col := range at {
			known = known || col == cell.Col
		}
		if !known && strings.TrimSpace(cell.Text) != "" {
			r.fault(quoted(sheet.Name, cell.Ref()), problem.BookColumn, shorten(cell.Text))
		}
	}
}

var listIndex = pattern.Of(`\[(\d+)\]`)

// Locate gives the place of a path of the rules: "1.2.max", "1.1.answers.b", "total".
func (r *Reading) Locate(path string) string {
	number := ""
	for known := range r.rows {
		if (path == known || strings.HasPrefix(path, known+".")) && len(known) > len(number) {
			number = known
		}
	}
	if number == "" {
		return cmp.Or(r.info[infoOf(path)], r.crossPlace(path), r.classPlace(path))
	}
	if place, ok := r.places[number]; ok {
		return place
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(path, number), ".")
	key, _, _ := strings.Cut(rest, ".")
	index := 0
	if place, ok := r.figurePlace(path); ok {
		return place
	}
	if found := listIndex.FindStringSubmatch(key); found != nil {
		index = atoi(found[1])
		key, _, _ = strings.Cut(key, "[")
	}
	switch list := map[string][]string{"examples": r.examples[number], "accept": r.accepted[number]}[key]; {
	case index < len(list):
		return list[index]
	}
	col := map[string]int{"name": colName, "max": colMax, "beyond": colMax, "text": colText, "answers": colInputs, "rule": colRule, "provenance": colSource, "note": colNote, "was": colWas}[key]
	return r.rulesCell(number, max(col, colNumber))
}

func (r *Reading) rulesCell(number string, col int) string {
	return quoted(rulesSheet, xlsx.Cell{Row: r.rows[number], Col: cmp.Or(r.cols[col], 1)}.Ref())
}

func (r *Reading) crossPlace(path string) string {
	if found := listIndex.FindStringSubmatch(path); found != nil && strings.HasPrefix(path, "crossChecks") && atoi(found[1]) < len(r.crosses) {
		return r.crosses[atoi(found[1])]
	}
	return ""
}
