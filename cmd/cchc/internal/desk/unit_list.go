package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// UnitList is the secretariat's list of units: the truth on who they are, which block they are in, whether they are ranked, and
// what is not assessed for them. A nil list knows nothing and changes nothing.
type UnitList struct {
	file  string
	units []lists.Unit
	byKey map[string]lists.Unit
}

func NewUnitList(file string, units []lists.Unit) *UnitList {
	l := &UnitList{file: file, units: units, byKey: map[string]lists.Unit{}}
	for _, unit := range units {
		l.byKey[FoldedCode(unit.Code)] = unit
	}
	return l
}

// Apply puts what the list says of a unit in the place of what its form says, and names each thing that differs.
func (l *UnitList) Apply(reading *reader.Reading) []reader.Problem {
	if l == nil {
		return nil
	}
	in := &reading.Submission
	unit, listed := l.byKey[FoldedCode(in.Unit.Code)]
	found := l.ApplyUnit(&in.Unit)
	if listed {
		if form, list := exemptWords(in.Exempt), exemptWords(unit.Exempt); form != list {
			found = append(found, differs(templates.UnitCodeField, "Danh sách tiêu chí không đánh giá", form, list))
		}
		in.Exempt, reading.UnitFixed = unit.Exempt, true
		found = append(found, applyGiven(in, unit)...)
	}
	var problems []reader.Problem
	for _, p := range found {
		problems = append(problems, reading.Locate(p))
	}
	return problems
}

// applyGiven puts what the list gives a unit in the place of what its form carries.
func applyGiven(in *scoring.Submission, unit lists.Unit) []problem.Problem {
	var found []problem.Problem
	for _, given := range unit.Given {
		was := in.Answers[given.Key]
		if !was.IsBlank() && !was.Equal(given.Answer) {
			found = append(found, problem.New(problem.GivenDiffers, given.Key.String(), given.Label, numberWords(was), numberWords(given.Answer)))
		}
	}
	in.Answers = unit.Carrying(in.Answers)
	return found
}

func numberWords(a expr.Answer) string {
	if d, ok := a.Number(); ok {
		return expr.FormatNumber(d)
	}
	if a.IsBlank() {
		return "trống"
	}
	return "không đọc được"
}

// ApplyUnit is apply for who the unit is.
func (l *UnitList) ApplyUnit(unit *scoring.Unit) []problem.Problem {
	if l == nil {
		return nil
	}
	listed, known := l.byKey[FoldedCode(unit.Code)]
	if !known {
		return []problem.Problem{problem.New(problem.UnitNotListed, templates.UnitCodeField, OrNobody(*unit), l.file)}
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

func OrNobody(unit scoring.Unit) string {
	if text := strings.TrimSpace(unit.Code + " " + unit.Name); text != "" {
		return "“" + text + "”"
	}
	return "không ghi tên"
}

// fingerprint is the same for the same line of the list about a unit.
func (l *UnitList) fingerprint(code string) string {
	if l == nil {
		return ""
	}
	unit, listed := l.byKey[FoldedCode(code)]
	if !listed {
		return l.file
	}
	line := fmt.Sprintf("%q %q %v %q", unit.Name, unit.Block, unit.Ranked, unit.Exempt)
	for _, given := range unit.Given {
		line += " " + given.Key.String() + "=" + numberWords(given.Answer)
	}
	return sumOf([]byte(line))
}

// Missing lists the units of which nothing has come.
func (l *UnitList) Missing(came func(code string) bool) []lists.Unit {
	if l == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(l.units), func(u lists.Unit) bool { return came(FoldedCode(u.Code)) })
}

// Unlisted are those of some units that have a code and are not in the list.
func (l *UnitList) Unlisted(units []scoring.Unit) []scoring.Unit {
	return slices.DeleteFunc(slices.Clone(units), func(u scoring.Unit) bool {
		_, listed := l.byKey[FoldedCode(u.Code)]
		return listed || u.Code == ""
	})
}

// All are the list's units, as others know them.
func (l *UnitList) All() []scoring.Unit {
	if l == nil {
		return nil
	}
	var units []scoring.Unit
	for _, unit := range l.units {
		units = append(units, unit.Unit)
	}
	return units
}

// CodeProblem says what the list of units would refuse of a unit's code: such a code would rank as another unit's.
func CodeProblem(unit scoring.Unit) *problem.Problem {
	if unit.Code == "" {
		return nil
	}
	if _, fault := disk.FileNameOf(unit.Code); fault != "" {
		p := problem.New(problem.UnitCode, templates.UnitCodeField, strconv.Quote(unit.Code), fault)
		return &p
	}
	return nil
}
