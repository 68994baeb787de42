package tables

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/reader"
)

// Table is a table that came back.
type Table struct {
	File    string
	Reading *reader.TableReading // nil where it was refused
	hand    appraisal.Hand
}

// Line is a finding with a table: where it stands, of whom it is, and what to do.
type Line struct {
	Agency, File string
	Criterion    string
	Unit         scoring.Unit
	reader.Problem
}

// Taken is what became of a unit of which something was said.
type Taken struct {
	Unit    scoring.Unit
	Entries int           // things that went in
	Said    int           // things that were said
	Refused bool          // nothing went in, though something was to
	Scored  *desk.Scored  // of a result that was read; nil where there is none
	Account *desk.Account // of one that was written
}

// Outcome is what became of all tables.
type Outcome struct {
	Taken []Taken // in the order of the results
	Lines []Line  // in the order of the tables, and of their rows
}

// Read reads the tables in files. What is wrong with a file as a whole is among the lines. The error is of the disk.
func Read(d *desk.Desk, files []string) (tables []Table, lines []Line, err error) {
	for _, file := range files {
		data, err := disk.ReadBounded(file)
		if err != nil {
			return nil, nil, err
		}
		reading, err := open(d, data)
		p := refusalOf(err)
		switch {
		case p != nil:
			lines = append(lines, Line{File: file, Problem: reader.Problem{Problem: *p}})
			continue
		case err != nil:
			return nil, nil, err
		}
		t := Table{File: file, Reading: reading}
		own := t.lines(reading.Problems)
		if agency := reading.Submission.Unit.Name; agency == "" {
			lines = append(append(lines, t.line(reading.Locate(problem.New(problem.AppraiseNobody, "@ten")))), own...)
			continue
		}
		lines = append(lines, own...)
		t.hand = handOf(file, reading)
		tables = append(tables, t)
	}
	return tables, lines, nil
}

func handOf(file string, t *reader.TableReading) appraisal.Hand {
	by, at := t.Submission.Unit.Name, t.Date
	if who := strings.ReplaceAll(t.Contact, "\n", " "); who != "" {
		by += " (" + who + ")"
	}
	if at == "" {
		at = desk.Moment(t.Saved)
	}
	return appraisal.Hand{Name: filepath.Base(file), Agency: t.Submission.Unit.Name, By: by, At: at, Table: t.Table, Base: t.Base(),
		Says: appraisal.Standing{Submission: t.Submission, Unread: t.Unread}, Edited: t.Edited, Barred: t.Barred}
}

// OfRules keeps the tables that are of the results' rule set, and names the others.
func OfRules(tables []Table, rs *scoring.RuleSet) (fit []Table, lines []Line) {
	for _, t := range tables {
		if t.Reading.Table.Rules == rs {
			fit = append(fit, t)
			continue
		}
		lines = append(lines, t.line(reader.Problem{Problem: problem.New(problem.AppraiseRules, "", t.Reading.Table.Rules.ID, rs.ID)}))
	}
	return fit, lines
}

func (t *Table) lines(problems []reader.Problem) []Line {
	var lines []Line
	for _, p := range problems {
		lines = append(lines, t.line(p))
	}
	return lines
}

// line words where a problem of the table stands.
func (t *Table) line(p reader.Problem) Line {
	out := Line{Agency: t.Reading.Submission.Unit.Name, File: t.File, Problem: p}
	number, _, _ := strings.Cut(p.Path, "@")
	if key, isKey := expr.ParseKey(number); isKey {
		number = key.Leaf
	}
	if leaf, unit, ok := t.Reading.Table.Split(number); ok {
		out.Criterion, out.Unit = leaf, t.Reading.Table.Units[unit]
	}
	return out
}

// Take puts what the tables say into the results.
func Take(ctx context.Context, d *desk.Desk, r *Results, tables []Table, workers int) (*Outcome, error) {
	var hands []appraisal.Hand
	for _, t := range tables {
		hands = append(hands, t.hand)
	}
	out := &Outcome{}
	var jobs []job
	for i := range r.Units {
		if mentioned(r.Edition.Rules, hands, r.Units[i].Unit.Code) {
			jobs = append(jobs, newJob(&r.Units[i], tables, hands))
		}
	}
	out.Lines = unknown(r, tables)
	done, err := desk.InOrder(ctx, jobs, workers, func(j job) job { return j.do(d) }, func(j job) error {
		taken, lines := j.outcome(d, tables)
		out.Taken, out.Lines = append(out.Taken, taken), append(out.Lines, lines...)
		return j.scored.Failure
	})
	if err == nil && done < len(jobs) {
		err = errors.New("đã dừng theo yêu cầu; những kết quả đã ghi vẫn đủ, chạy lại để nhận tiếp")
	}
	return out, errors.Join(err, d.WriteNotes())
}

func mentioned(rs *scoring.RuleSet, hands []appraisal.Hand, code string) bool {
	return slices.ContainsFunc(hands, func(h appraisal.Hand) bool { return h.Table.UnitOf(code) >= 0 })
}

// unknown names the units of which something is said and that have no result, or several.
func unknown(r *Results, tables []Table) []Line {
	var lines []Line
	for i := range tables {
		t := &tables[i]
		for _, unit := range t.Reading.Table.Units {
			entries, path := appraisal.Says(r.Edition.Rules, t.hand, unit.Code)
			if entries == 0 || r.Of(unit.Code) != nil {
				continue
			}
			p := problem.New(problem.AppraiseNoResult, path, unit.Code+" "+unit.Name)
			if files := r.twice[desk.FoldedCode(unit.Code)]; files != nil {
				p = problem.New(problem.ResultTwice, path, unit.Code, strings.Join(files, ", "))
			}
			lines = append(lines, t.line(t.Reading.Locate(p)))
		}
	}
	return lines
}

// job is the taking of all that is said of one unit.
type job struct {
	result  *Result
	settled *appraisal.Settled
	take    desk.Taker
	scored  desk.Scored
}

func newJob(result *Result, tables []Table, hands []appraisal.Hand) job {
	j := job{result: result, settled: new(appraisal.Settled)}
	j.take = func(rs *scoring.RuleSet, scorer *scoring.Scorer, now appraisal.Standing) []appraisal.Step {
		mine := slices.Clone(hands)
		for i := range mine {
			mine[i].Stale = staleOf(&tables[i], result.Unit.Code, now)
		}
		*j.settled = appraisal.Settle(scorer, rs, mine, result.Unit.Code, now)
		return j.settled.Steps
	}
	return j
}

// staleOf says of which leaves the unit declares other answers than when a table was made.
func staleOf(t *Table, code string, now appraisal.Standing) map[string]bool {
	table := t.Reading.Table
	standings := make([]appraisal.Standing, len(table.Units))
	if unit := table.UnitOf(code); unit >= 0 {
		standings[unit] = now
	}
	return t.Reading.Stale(table.Gather(standings).Submission.Answers)
}

func (j job) do(d *desk.Desk) job {
	j.scored = d.Score(desk.ScoreJob{Path: j.result.Path, Write: true, Out: filepath.Dir(j.result.Path), Take: j.take})
	return j
}

// outcome is what became of the unit, with the lines of the tables that it is about.
func (j job) outcome(d *desk.Desk, tables []Table) (Taken, []Line) {
	out := Taken{Unit: j.result.Unit, Said: j.settled.Said, Refused: j.settled.Refused(), Scored: &j.scored, Account: d.AccountOf(&j.scored)}
	for _, step := range j.settled.Steps {
		out.Entries += step.Entries
	}
	var lines []Line
	for _, f := range j.settled.Findings {
		t := &tables[f.Hand]
		lines = append(lines, t.line(t.Reading.Locate(f.Problem)))
	}
	if j.scored.Result == nil && j.scored.Failure == nil {
		for _, p := range j.scored.Problems { // it was a result a moment ago
			if p.Severity == problem.Error && len(j.settled.Findings) == 0 && j.settled.Said == 0 {
				lines = append(lines, Line{File: j.result.Path, Unit: j.result.Unit, Problem: p})
			}
		}
	}
	return out, lines
}
