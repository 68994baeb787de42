package lists

import (
	"regexp"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
	"cchc/scoring/problem"
)

// Unit is a unit of the secretariat's list, with what was fixed for it in advance.
type Unit struct {
	scoring.Unit
	Exempt []string // numbers that are not assessed for it, with all below them
	Given  []Given  // what was given it alone, in the rule set's order
	File   string   // the name of its form
	Notice Notice
}

// Notice is what a unit's form says of handing it in, in the secretariat's words; "" of what is not said.
type Notice struct {
	Deadline string
	SubmitTo string // where to send it
	Contact  string // whom to ask
}

const (
	codeColumn   = "ma"
	nameColumn   = "ten"
	blockColumn  = "khoi"
	rankedColumn = "xep_hang"
	exemptColumn = "khong_danh_gia"
	pointsColumn = "diem"

	deadlineColumn = "han_nop"
	submitColumn   = "noi_nhan"
	contactColumn  = "lien_he"
)

// ReadUnits reads the list of units (don-vi.csv or .xlsx). Where anything is wrong, all of it is reported and no unit is given; the
// problems may also be warnings alone.
func ReadUnits(file string, data []byte, rs *scoring.RuleSet) ([]Unit, []Problem) {
	t := readTable(file, data, append([]column{
		{codeColumn, true, disk.MaxCode, codes}, {nameColumn, true, 250, names}, {blockColumn, true, 100, names},
		{rankedColumn, false, 20, names}, {exemptColumn, false, 1000, criteria},
		{deadlineColumn, false, 120, days}, {submitColumn, false, 250, names}, {contactColumn, false, 250, contacts},
	}, givenColumns(rs)...))
	if t.at(codeColumn) == 0 || t.at(nameColumn) == 0 || t.at(blockColumn) == 0 {
		return nil, t.found()
	}
	var units []Unit
	seen := map[string]int{}
	for _, row := range t.rows {
		u := Unit{Unit: scoring.Unit{Name: t.need(row, nameColumn), Block: row.cells[blockColumn].text}}
		u.Code, u.File = t.code(row, seen)
		u.Ranked = t.yes(row, rankedColumn)
		if u.Ranked {
			t.need(row, blockColumn)
		}
		u.Exempt = t.exempt(row, rs)
		u.Given = t.given(row, rs)
		u.Notice = Notice{row.cells[deadlineColumn].text, row.cells[submitColumn].text, row.cells[contactColumn].text}
		units = append(units, u)
	}
	if t.faulty() {
		return nil, t.found()
	}
	return units, t.found()
}

// code is a unit's code, which no other line has, and the name of its file.
func (t *table) code(row tableRow, seen map[string]int) (code, file string) {
	code = t.need(row, codeColumn)
	if code == "" {
		return "", ""
	}
	if became := rewritten(code); became != "" {
		t.report(row.line, t.at(codeColumn), problem.TableCodeRewritten, code, became)
		return code, ""
	}
	file, fault := disk.FileNameOf(code)
	if fault != "" {
		t.report(row.line, t.at(codeColumn), problem.TableCode, code, fault)
	}
	t.unique(row, code, seen)
	return code, file
}

// The codes that Excel makes of others when a list is opened in it: 2-1 becomes 2-Jan, 3E5 becomes 3E+05, 0123456789012 an exponent.
var (
	codeOfDate   = regexp.MustCompile(`^(\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Thg\d{1,2})|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Thg\d{1,2})-\d{2})$`)
	codeOfNumber = regexp.MustCompile(`^\d([.,]\d+)?E\+\d+$`)
)

// rewritten says what Excel has made of a code, "" where it is none of these.
func rewritten(code string) string {
	switch {
	case codeOfDate.MatchString(code):
		return "ngày tháng"
	case codeOfNumber.MatchString(code):
		return "số"
	}
	return ""
}

// unique finds a code that an earlier line has.
func (t *table) unique(row tableRow, code string, seen map[string]int) {
	key := scoring.LookOf(code) // codes that look alike are a slip as well
	if first, twice := seen[key]; twice {
		t.report(row.line, t.at(codeColumn), problem.TableCodeTwice, code, first)
		return
	}
	seen[key] = row.line
}

func (t *table) yes(row tableRow, name string) bool {
	cell := row.cells[name]
	switch folded(cell.text) {
	case "", "co":
		return true
	case "khong":
	default:
		t.report(row.line, cell.column, problem.TableYesNo, name, cell.text)
	}
	return false
}

// exempt reads the numbers of criteria that are not assessed: "1.4.2; 5.5". A comma divides only where that is the one way to
// read it: "1,2" may be the 1.2 that a spreadsheet rewrote, or the areas 1 and 2.
func (t *table) exempt(row tableRow, rs *scoring.RuleSet) []string {
	cell := row.cells[exemptColumn]
	if t.lostZero(row, exemptColumn, rs) || t.twoNumbers(row, rs) {
		return nil
	}
	var numbers []string
	for _, word := range strings.FieldsFunc(cell.text, func(r rune) bool { return r == ' ' || r == ';' }) {
		parts := strings.Split(strings.Trim(word, ","), ",")
		if joined := strings.Join(parts, "."); len(parts) > 1 && !strings.Contains(word, ".") && rs.Find(joined) != nil {
			t.report(row.line, cell.column, problem.TableExemptUnclear, exemptColumn, word, joined, strings.Join(parts, "; "))
			continue
		}
		for _, number := range parts {
			if rs.Find(number) == nil {
				t.report(row.line, cell.column, problem.TableExemptUnknown, exemptColumn, number)
				continue
			}
			t.nested(row, numbers, number)
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// twoNumbers finds a number of a workbook that may have been two: 1,2 is 1.2, or the areas 1 and 2.
func (t *table) twoNumbers(row tableRow, rs *scoring.RuleSet) bool {
	cell := row.cells[exemptColumn]
	first, second, parted := strings.Cut(cell.text, ".")
	if cell.number == nil || !parted || first == second || rs.Find(cell.text) == nil || rs.Find(first) == nil || rs.Find(second) == nil {
		return false
	}
	t.report(row.line, cell.column, problem.TableExemptUnclear, exemptColumn, withComma(cell.text), cell.text, first+"; "+second)
	return true
}

// lostZero finds the number of a criterion that a workbook holds as a number, and that may have lost a zero: 1.1 of 1.10.
func (t *table) lostZero(row tableRow, name string, rs *scoring.RuleSet) bool {
	cell := row.cells[name]
	if cell.number == nil {
		return false
	}
	var meant []string
	for _, number := range []string{cell.text, cell.text + "0", cell.text + "00"} {
		if rs.Find(number) != nil {
			meant = append(meant, number)
		}
	}
	if len(meant) == 0 || len(meant) == 1 && meant[0] == cell.text {
		return false
	}
	t.report(row.line, cell.column, problem.TableNumberLostZero, name, withComma(cell.text), strings.Join(meant, " hoặc "))
	return true
}

// nested finds a number that an earlier one holds already, or that holds an earlier one: one of the two is a slip.
func (t *table) nested(row tableRow, numbers []string, number string) {
	for _, other := range numbers {
		inner, outer := number, other
		if len(inner) < len(outer) {
			inner, outer = outer, inner
		}
		if inner == outer || strings.HasPrefix(inner, outer+".") {
			t.report(row.line, row.cells[exemptColumn].column, problem.TableExemptTwice, exemptColumn, inner, outer)
		}
	}
}
