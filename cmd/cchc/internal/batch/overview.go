package batch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates/report"
)

// overview is what is known of all units of a folder of results: of those that this run scored, and of those that lay there.
type overview struct {
	desk  *desk.Desk
	units []unit
	kinds map[string]*report.SummaryKind
	alike []problem.Problem // units that are easily taken for one another
}

// unit is a unit with its result, or a file that has none. Its findings are taken out of the notes when they are wanted: those of
// some thousand units would be too much to hold.
type unit struct {
	report.SummaryUnit
	standing *desk.Standing // nil without a result
	found    []record.Problem
	absent   bool // nothing has come of it
	position int  // in the list of units
}

// problems are what was found in the unit's workbook, and what this run found of it besides.
func (o *overview) problems(u *unit) []record.Problem {
	if u.standing == nil {
		return u.found
	}
	rec, _ := o.desk.Record(*u.standing)
	return append(rec.Problems, u.found...)
}

// overviewOf looks at a folder of results after a run.
func (r *Summary) overviewOf(folder string) (*overview, error) {
	standings, err := r.desk.Standings(folder)
	if err != nil || len(standings) == 0 {
		return nil, err
	}
	o := &overview{desk: r.desk, kinds: map[string]*report.SummaryKind{}}
	files := map[string]string{} // what a result was scored of in this run, by the result
	for owner, s := range r.outcomes {
		files[s.Target] = r.owners[owner]
	}
	for i := range standings {
		rec, ok := r.desk.Record(standings[i])
		if !ok {
			continue
		}
		file := cmp.Or(files[filepath.Join(folder, standings[i].Name)], rec.File)
		u := unit{standing: &standings[i], SummaryUnit: report.SummaryUnit{Unit: scoring.Unit(rec.Unit), File: filepath.ToSlash(file), Result: standings[i].Name, State: "đủ điểm"}}
		if rec.Self != nil && rec.Self.Provisional {
			u.State = "tạm tính"
		}
		o.tally(&u, rec.Problems)
		o.units = append(o.units, u)
	}
	o.addRefused(r)
	o.addContested(r)
	o.addAlike()
	o.addAbsent(r)
	o.sort(r.desk.List)
	for i := range o.units {
		o.units[i].Link = disk.Link(folder, o.units[i].File)
		o.tally(&o.units[i], o.units[i].found)
	}
	return o, nil
}

// addRefused adds the files that could not be read, and those that may be forms in wrappings: nobody knows whose they are.
func (o *overview) addRefused(r *Summary) {
	add := func(path, state string, found []record.Problem) {
		o.units = append(o.units, unit{found: found, SummaryUnit: report.SummaryUnit{File: filepath.ToSlash(path), State: state}})
	}
	for i := range r.refused {
		add(r.refused[i].Path, "không chấm được", r.refused[i].Record().Problems)
	}
	for i := range r.failures {
		p := problem.New(problem.FileUnreadable, "", disk.Sentence(r.failures[i].Failure))
		add(r.failures[i].Path, "không đọc được", record.Refused("", desk.Alone(p)).Problems)
	}
	for _, s := range r.skipped {
		if s.Doubtful {
			add(s.Path, s.Reason, nil)
		}
	}
}

// addContested adds to each unit that handed in several forms what was said of them.
func (o *overview) addContested(r *Summary) {
	for _, c := range r.contested {
		code := desk.FoldedCode(c.unit.Code)
		i := slices.IndexFunc(o.units, func(u unit) bool { return u.standing != nil && code != "" && desk.FoldedCode(u.Code) == code })
		if i < 0 {
			o.units = append(o.units, unit{SummaryUnit: report.SummaryUnit{Unit: c.unit, File: c.file, State: "nhiều phiếu"}})
			i = len(o.units) - 1
		}
		o.units[i].found = append(o.units[i].found, c.problem)
	}
}

// addAlike adds what is said of units that are easily taken for one another.
func (o *overview) addAlike() {
	var all []ranking.Namesake
	for i := range o.units {
		if u := &o.units[i]; u.standing != nil {
			all = append(all, ranking.Namesake{Unit: u.Unit, File: u.File})
		}
	}
	for _, p := range ranking.Alike(all) {
		code := p.Path
		p.Path = "" // it is about no place in a form
		o.alike = append(o.alike, p)
		for i := range o.units {
			if u := &o.units[i]; u.standing != nil && u.Code == code {
				u.found = append(u.found, record.Refused("", desk.Alone(p)).Problems...)
			}
		}
	}
}

// addAbsent adds the units of the list of which nothing has come, where a folder of forms was gone through: of forms named one by one
// nobody knows what else there is.
func (o *overview) addAbsent(r *Summary) {
	if !r.Whole {
		return
	}
	came := map[string]bool{}
	for code := range r.came {
		came[code] = true
	}
	for i := range o.units {
		came[desk.FoldedCode(o.units[i].Code)] = true
	}
	for _, listed := range r.desk.List.Missing(func(code string) bool { return came[code] }) {
		o.units = append(o.units, unit{absent: true, SummaryUnit: report.SummaryUnit{Unit: listed.Unit, State: "chưa nộp"}})
	}
}

// sort puts the units in the order of the list, or by their codes; what is of nobody knows whom comes last.
func (o *overview) sort(list *desk.UnitList) {
	positions := map[string]int{}
	listed := list.All()
	for i, u := range listed {
		positions[desk.FoldedCode(u.Code)] = i + 1
	}
	for i := range o.units {
		u := &o.units[i]
		u.position = cmp.Or(positions[desk.FoldedCode(u.Code)], len(listed)+1)
		if u.Code == "" {
			u.position = len(listed) + 2
		}
	}
	slices.SortStableFunc(o.units, func(a, b unit) int {
		return cmp.Or(a.position-b.position, strings.Compare(a.Code, b.Code), strings.Compare(a.File, b.File), strings.Compare(a.Result, b.Result))
	})
}

// tally counts what was found in a unit.
func (o *overview) tally(u *unit, found []record.Problem) {
	for _, g := range grouped(found) {
		key := g.severity + " " + string(g.code)
		if o.kinds[key] == nil {
			o.kinds[key] = &report.SummaryKind{Severity: severityOf(g.severity), Code: g.code}
		}
		o.kinds[key].Count += len(g.all)
		o.kinds[key].Many++
		if o.kinds[key].Severity == problem.Error {
			u.Errors += len(g.all)
		} else {
			u.Warnings += len(g.all)
		}
	}
}

// all are the units of which something has come.
func (o *overview) all() []scoring.Unit {
	var all []scoring.Unit
	for i := range o.units {
		if !o.units[i].absent {
			all = append(all, o.units[i].Unit)
		}
	}
	return all
}

// summary is the overview as a workbook tells it.
func (o *overview) summary() *report.Summary {
	s := &report.Summary{Findings: o.findings, Basis: o.basis()}
	for i := range o.units {
		s.Units = append(s.Units, o.units[i].SummaryUnit)
	}
	for _, kind := range o.kinds {
		s.Kinds = append(s.Kinds, *kind)
	}
	slices.SortFunc(s.Kinds, func(a, b report.SummaryKind) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Code, b.Code))
	})
	return s
}

func severityOf(word string) problem.Severity {
	if word == problem.Error.String() {
		return problem.Error
	}
	return problem.Warning
}

// findings are a unit's, as the workbook lists them.
func (o *overview) findings(i int) iter.Seq[report.Finding] {
	return func(yield func(report.Finding) bool) {
		for _, p := range o.problems(&o.units[i]) {
			f := report.Finding{Severity: severityOf(p.Severity), Code: problem.Code(p.Code), Criterion: criterionOf(p.Key), Where: p.Cell, Text: p.Text, Remedy: p.Remedy}
			if !yield(f) {
				return
			}
		}
	}
}

// basis is the same where the workbook would be the same.
func (o *overview) basis() string {
	sum := sha256.New()
	lines := json.NewEncoder(sum)
	_ = lines.Encode(o.desk.Tool())
	for i := range o.units {
		u := &o.units[i]
		noted := ""
		if u.standing != nil {
			noted = u.standing.Sum
		}
		_ = lines.Encode([]any{u.SummaryUnit, noted, u.found}) // neither texts nor sums can fail
	}
	return hex.EncodeToString(sum.Sum(nil))
}
