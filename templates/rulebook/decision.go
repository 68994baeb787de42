package rulebook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
	"cchc/scoring/reading"
)

// Decision reads the table of a decision as it was issued: a workbook, a Word document or a list, by the name's ending. What its words say
// becomes rules, see [reading.Text]; what they leave unsaid is taken from before, the set that it replaces, which may be nil. The error
// is a [xlsx.Refused].
func Decision(name string, data []byte, before *scoring.RuleSet) (*Reading, error) {
	tables, err := tablesOf(name, data)
	if err != nil {
		return nil, err
	}
	d := &decision{Reading: &Reading{Rules: &scoring.RuleSet{}, rows: map[string]int{}, keys: map[string]string{}, born: map[string]string{}, typed: map[string]bool{},
		places: map[string]string{}, Remarks: map[string]string{}}, before: before}
	for _, table := range tables {
		d.table(table)
	}
	if len(d.items) == 0 {
		d.fault("", problem.BookNoHead)
		return d.Reading, nil
	}
	d.foldLevels()
	d.build(name)
	return d.Reading, nil
}

// decision collects what the rows say, criterion by criterion.
type decision struct {
	*Reading
	before  *scoring.RuleSet
	heads   found
	headed  map[int]bool // which columns have a head
	known   bool         // the columns are known
	outline outline
	items   []item
	total   decimal.NullDecimal
	ended   bool // the total has been read
	named   map[string]bool
}

// item is a criterion as it stands in the table.
type item struct {
	number, name string
	max          decimal.NullDecimal
	text         []string
	note         string
	place        string
	letter       bool // its number is a small letter: it may be a level of the criterion above
	beside       bool // something stands beside it in a column that has no head
}

// table reads the rows of one table. A table without heads goes on with the columns of the one before it.
func (d *decision) table(lines []line) {
	if d.known {
		d.align(lines)
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if l.blank() {
			continue
		}
		if f, ok := headsOf(l.cells); ok {
			if i+1 < len(lines) {
				if both, joined, ok := headsBelow(f, l.cells, lines[i+1].cells); ok {
					f, l.cells = both, joined
					i++
				}
			}
			d.columnsAt(f, l)
			d.align(lines[i+1:])
			continue
		}
		if !d.known && i+1 < len(lines) {
			if f, ok := headsOf(twoRows(l.cells, lines[i+1].cells)); ok {
				d.columnsAt(f, line{l.place, twoRows(l.cells, lines[i+1].cells), false})
				i++
				d.align(lines[i+1:])
				continue
			}
		}
		if d.known && !d.ended && !isCounting(l.cells) {
			d.row(l)
		}
	}
}

// columnsAt takes the heads of a table; those that are not read are named, once.
func (d *decision) columnsAt(f found, l line) {
	d.heads, d.known = f, true
	d.headed = map[int]bool{}
	for i, cell := range l.cells {
		d.headed[i] = strings.TrimSpace(cell) != ""
	}
	for i, cell := range l.cells {
		head := strings.TrimSpace(cell)
		if head == "" || slices.Contains(f.columns(), i) || d.named[head] {
			continue
		}
		if d.named == nil {
			d.named = map[string]bool{}
		}
		d.named[head] = true
		d.fault(l.place, problem.BookColumn, shorten(head))
	}
}

// row takes one row: a criterion, or words that belong to the last one.
func (d *decision) row(l line) {
	printed, name := strings.TrimSpace(l.at(d.heads.number)), reading.Plain(l.at(d.heads.name))
	rule, points := d.ruleOf(l), strings.TrimSpace(l.at(d.heads.max))
	if d.heads.number < 0 {
		printed, name = numberInName(name)
	}
	if totalShape.MatchString(strings.Trim(fold(name), " .:")) || name == "" && totalShape.MatchString(strings.Trim(fold(printed), " .:")) {
		if max, ok := reading.Number(points); ok {
			d.total, d.ended = decimal.NewNullDecimal(max), true
		}
		return
	}
	number := d.outline.next(printed)
	defer d.beside(l)
	switch {
	case number != "" && name == "" && rule == "" && points == "":
		return
	case number != "":
		d.criterion(l, number, name, points, rule)
	case len(d.items) == 0:
		d.fault(l.place, problem.BookNoNumber, shorten(strings.Join(l.cells, " ")))
	default:
		d.words(l, printed, name, points, rule)
	}
}

// changeWords only say how a criterion differs from last year's; they are no words of its rule.
var changeWords = pattern.Of(`^(?:(?:thêm mới|đổi|bổ sung|hạ|tăng|giảm|giữ nguyên|sửa đổi|thay đổi|không thay đổi|mới|bãi bỏ)(?: tiêu chí| điểm| nội dung)*[,; ]*)+$`)

// beside names what stands in a column without a head: it may belong to the words, and nobody can know.
func (d *decision) beside(l line) {
	for i, cell := range l.cells {
		if strings.TrimSpace(cell) == "" || changeWords.MatchString(fold(cell)) || d.headed[i] || slices.Contains(d.heads.columns(), i) || len(d.items) == 0 {
			continue
		}
		d.fault(l.place, problem.BookBeside, shorten(cell))
		d.items[len(d.items)-1].beside = true
		return
	}
}

func (d *decision) criterion(l line, number, name, points, rule string) {
	if _, twice := d.places[number]; twice {
		d.fault(l.place, problem.SetNumberTwice, number)
		return
	}
	it := item{number: number, place: l.place, note: l.at(d.heads.note), letter: d.outline.style() == lowerLetter}
	it.name, it.text = nameAndText(name)
	if max, ok := pointsText(points); ok {
		it.max = decimal.NewNullDecimal(max)
	} else if max, ok := pointsInName(it.name); ok && points == "" {
		it.max = decimal.NewNullDecimal(max)
	} else if points != "" {
		d.fault(l.place, problem.BookMax, shorten(points))
	}
	if it.name = withoutPoints(it.name, it.max); loosePoints.MatchString(asides.ReplaceAllString(it.name, "")) {
		it.text = append([]string{it.name}, it.text...) // the words of the rule run on from the name
	}
	if rule != "" {
		it.text = append(it.text, rule)
	}
	d.rows[number], d.places[number] = len(d.items)+1, l.place
	d.items = append(d.items, it)
}

// words are a row of the last criterion's rule, with its points in the text or in the points' column.
func (d *decision) words(l line, mark, name, points, rule string) {
	it := &d.items[len(d.items)-1]
	text := name
	if mark != "" && mark != name {
		text = strings.TrimSpace(mark + " " + text)
	}
	switch {
	case rule != "" && text != "" && points != "" && !strings.Contains(rule, "\n"):
		text += " (" + strings.TrimRight(rule, " .;:") + ")" // both are said of the level whose points stand beside
	case rule != "":
		text = strings.TrimSpace(text + "\n" + rule)
	}
	if points != "" {
		if text == "" {
			d.fault(l.place, problem.BookNoNumber, shorten(points))
			return
		}
		text = strings.TrimRight(text, " .;:") + ": " + points
	}
	if note := strings.TrimSpace(l.at(d.heads.note)); note != "" {
		it.note = strings.TrimSpace(it.note + "\n" + note)
	}
	if text != "" {
		it.text = append(it.text, text)
	}
}

// build makes the tree of the items, and their rules.
func (d *decision) build(file string) {
	r := &rowsReader{Reading: d.Reading, rules: map[int]bool{}}
	children := map[int][]int{}
	var open []int
	for i := range d.items {
		for len(open) > 0 && !scoring.IsChildNumber(d.items[open[len(open)-1]].number, d.items[i].number) {
			open = open[:len(open)-1]
		}
		parent := -1
		if len(open) > 0 {
			parent = open[len(open)-1]
		} else if strings.Contains(d.items[i].number, ".") {
			d.fault(d.items[i].place, problem.BookOrphan, d.items[i].number)
		}
		children[parent] = append(children[parent], i)
		open = append(open, i)
		d.Remarks[d.items[i].number] = "Theo " + file + ", " + d.items[i].place + "."
	}
	d.match(children)
	for i := range d.items {
		r.nodes = append(r.nodes, d.node(i, len(children[i]) > 0))
		r.rules[i] = len(children[i]) == 0
	}
	r.Rules.Criteria = r.tree(children, -1)
	sums(r.Rules.Criteria, d.items, d.rows)
	d.Rules.Total = scoring.SumOf(d.Rules.Criteria)
	if d.total.Valid {
		d.Rules.Total = d.total.Decimal
	}
}

// sums gives criteria whose points were not printed those of what they are divided into.
func sums(list []scoring.Criterion, items []item, rows map[string]int) {
	for i := range list {
		sums(list[i].Children, items, rows)
		if !items[rows[list[i].Number]-1].max.Valid {
			list[i].Max = scoring.SumOf(list[i].Children)
		}
	}
}

// Counts is what became of the criteria that are scored.
type Counts struct{ Same, Read, Look, Open int }

// Total is how many there are.
func (c Counts) Total() int { return c.Same + c.Read + c.Look + c.Open }

// String is the balance in a line.
func (c Counts) String() string {
	return fmt.Sprintf("%d tiêu chí: %d như năm trước, %d đọc được, %d cần xem, %d chưa hiểu", c.Total(), c.Same, c.Read, c.Look, c.Open)
}
