package lists

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
)

const (
	criterionColumn  = "tieu_chi"
	departmentColumn = "phong"
)

// ReadCharges reads who answers for which criteria (phan-cong.csv or .xlsx: tieu_chi, phong). Several departments that share a
// criterion stand in one cell, divided by semicolons. Where anything is wrong, all of it is reported and nothing is given.
func ReadCharges(file string, data []byte, rs *scoring.RuleSet) ([]handover.Charge, []Problem) {
	t := readTable(file, data, []column{{criterionColumn, true, 40, criteria}, {departmentColumn, true, 400, names}})
	if t.at(criterionColumn) == 0 || t.at(departmentColumn) == 0 {
		return nil, t.found()
	}
	var charges []handover.Charge
	lines, spelt := map[string]int{}, map[string]string{}
	for _, row := range t.rows {
		number := t.criterion(row, rs)
		departments := t.departments(row, spelt)
		if first, twice := lines[number]; twice && number != "" {
			t.report(row.line, t.at(criterionColumn), problem.TableAssignTwice, number, first)
			continue
		}
		lines[number] = row.line
		charges = append(charges, handover.Charge{Number: number, Departments: departments})
	}
	if t.faulty() {
		return nil, t.found()
	}
	return charges, t.found()
}

// criterion reads the number of a criterion. Spreadsheets like to make 1,4 of 1.4; that is named and not guessed.
func (t *table) criterion(row tableRow, rs *scoring.RuleSet) string {
	number := t.need(row, criterionColumn)
	if t.lostZero(row, criterionColumn, rs) {
		return ""
	}
	if number == "" || rs.Find(number) != nil {
		return number
	}
	meant := ""
	if dotted := strings.ReplaceAll(number, ",", "."); rs.Find(dotted) != nil {
		meant = " Có phải là " + dotted + "?"
	}
	t.report(row.line, t.at(criterionColumn), problem.TableCriterion, criterionColumn, number, meant)
	return ""
}

// departments parts a cell. The same department in capitals or with other spaces is one, in the spelling that came first.
func (t *table) departments(row tableRow, spelt map[string]string) []string {
	var all []string
	for name := range strings.SplitSeq(t.need(row, departmentColumn), ";") {
		name = strings.Join(strings.Fields(name), " ")
		if name == "" {
			continue
		}
		key := strings.ToLower(name)
		if spelt[key] == "" {
			spelt[key] = name
		}
		if !slices.Contains(all, spelt[key]) {
			all = append(all, spelt[key])
		}
	}
	return all
}

// DepartmentFiles names the form of each department. Unlike the code of a unit, a department's name was not made to be
// a file's: what no file may be called is replaced, and two that become one are told apart by a number.
func DepartmentFiles(departments []string) map[string]string {
	files, taken := map[string]string{}, map[string]bool{}
	for _, department := range departments {
		base := disk.SafeName(department, "phong")
		name := base + ".xlsx"
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s (%d).xlsx", base, n)
		}
		taken[strings.ToLower(name)] = true
		files[department] = name
	}
	return files
}
