package main

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// unitList is the secretariat's list of units: the truth on who they are, which block they are in, whether they are ranked, and
// what is not assessed for them. A nil list knows nothing and changes nothing.
type unitList struct {
	file  string
	units []lists.Unit
	byKey map[string]lists.Unit
}

func newUnitList(file string, units []lists.Unit) *unitList {
	l := &unitList{file: file, units: units, byKey: map[string]lists.Unit{}}
	for _, unit := range units {
		l.byKey[foldedCode(unit.Code)] = unit
	}
	return l
}

// readList reads the list of units for the rule set that the first readable file asks for; nil without a list.
func (a *app) readList(d *desk, file string, forms []string) (*unitList, error) {
	if file == "" {
		return nil, nil
	}
	for _, path := range forms {
		e, err := d.edition(ruleSetOf(path))
		if err != nil {
			continue
		}
		units, err := a.listedUnits(file, e.rules)
		return newUnitList(file, units), err
	}
	return newUnitList(file, nil), nil
}

// ruleSetOf is the rule set that a file asks for, as far as one can tell; "" where not.
func ruleSetOf(path string) string {
	if !isResults(path) {
		book, err := openBook(path)
		if err != nil {
			return ""
		}
		return book.Stamp.RuleSet
	}
	file, err := disk.OpenRegular(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	rec, _, err := record.NewReader(file).Next()
	if err != nil || rec == nil {
		return ""
	}
	return rec.RuleSet
}

// apply puts what the list says of a unit in the place of what its form says, and names each thing that differs.
func (l *unitList) apply(reading *reader.Reading) []reader.Problem {
	if l == nil {
		return nil
	}
	in := &reading.Submission
	unit, listed := l.byKey[foldedCode(in.Unit.Code)]
	found := l.applyUnit(&in.Unit)
	if listed {
		if form, list := exemptWords(in.Exempt), exemptWords(unit.Exempt); form != list {
			found = append(found, differs(templates.UnitCodeField, "Danh sách tiêu chí không đánh giá", form, list))
		}
		in.Exempt, reading.UnitFixed = unit.Exempt, true
	}
	var problems []reader.Problem
	for _, p := range found {
		problems = append(problems, reading.Locate(p))
	}
	return problems
}

// applyUnit is apply for who the unit is.
func (l *unitList) applyUnit(unit *scoring.Unit) []problem.Problem {
	if l == nil {
		return nil
	}
	listed, known := l.byKey[foldedCode(unit.Code)]
	if !known {
		return []problem.Problem{problem.New(problem.UnitNotListed, templates.UnitCodeField, orNobody(*unit), l.file)}
	}
	var found []problem.Problem
	for _, part := range []struct{ path, what, form, list string }{
		{templates.UnitNameField, "Tên đơn vị", unit.Name, listed.Name},
		{templates.UnitBlockField, "Khối", unit.Block, listed.Block},
		{templates.UnitCodeField, "Việc xếp hạng", rankedWords(unit.Ranked), rankedWords(listed.Ranked)},
	} {
		if !strings.EqualFold(part.form, part.list) {
			found = append(found, differs(part.path, part.what, part.form, part.list))
		}
	}
	*unit = listed.Unit
	return found
}

func differs(path, what, form, list string) problem.Problem {
	return problem.New(problem.UnitListSays, path, what, "“"+form+"”", "“"+list+"”")
}

func rankedWords(ranked bool) string {
	if ranked {
		return "có xếp hạng"
	}
	return "không xếp hạng"
}

func exemptWords(numbers []string) string {
	if len(numbers) == 0 {
		return "không có"
	}
	return strings.Join(slices.Sorted(slices.Values(numbers)), ", ")
}

func orNobody(unit scoring.Unit) string {
	if text := strings.TrimSpace(unit.Code + " " + unit.Name); text != "" {
		return "“" + text + "”"
	}
	return "không ghi tên"
}

// fingerprint is the same for the same line of the list about a unit.
func (l *unitList) fingerprint(code string) string {
	if l == nil {
		return ""
	}
	unit, listed := l.byKey[foldedCode(code)]
	if !listed {
		return l.file
	}
	return sumOf([]byte(fmt.Sprintf("%q %q %v %q", unit.Name, unit.Block, unit.Ranked, unit.Exempt)))
}

// missing lists the units of which nothing has come.
func (l *unitList) missing(came func(code string) bool) []lists.Unit {
	if l == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(l.units), func(u lists.Unit) bool { return came(foldedCode(u.Code)) })
}

// all are the list's units, as others know them.
func (l *unitList) all() []scoring.Unit {
	if l == nil {
		return nil
	}
	var units []scoring.Unit
	for _, unit := range l.units {
		units = append(units, unit.Unit)
	}
	return units
}

// sayMissing lists the units of the list of which nothing has come.
func (a *app) sayMissing(list *unitList, came func(code string) bool) {
	var names []string
	for _, unit := range list.missing(came) {
		names = append(names, terminal.PlainLine(unit.Code+" "+unit.Name))
	}
	if len(names) > 0 {
		fmt.Fprintf(a.err, "Chưa có phiếu của %d đơn vị trong danh sách: %s.\n", len(names), strings.Join(names, "; "))
	}
}
