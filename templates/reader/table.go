package reader

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
)

// A table of an agency is read as a scored workbook is, by a layout of its own; see [templates.NewTable]. What is beside that
// stands here: which table it is, and what a unit's result is to take from it.

// isTable says that the workbook is an agency's table.
func (b *Book) isTable() bool { return b.fixed[templates.FixedTable] != "" }

// OpenTable is [Open] for an agency's table.
func OpenTable(data []byte) (*Book, error) {
	b, err := open(data)
	switch {
	case err != nil:
		return nil, err
	case !b.isTable():
		return nil, refuse(problem.AppraiseNoTable)
	}
	return b, nil
}

// Table is what the workbook says that it is a table of, by the rules of its stamp. The error is a *[Refused] where the rules don't
// have its criteria, or where what is told was edited.
func (b *Book) Table(rs *scoring.RuleSet) (*appraisal.Table, error) {
	t := &appraisal.Table{Rules: rs, Leaves: strings.Fields(b.fixed[templates.FixedTable])}
	for i := 1; ; i++ {
		name := fmt.Sprintf("%s%06d", templates.FixedTableUnit, i)
		line, there := b.fixed[name]
		if !there {
			break
		}
		var unit templates.TableUnit
		if json.Unmarshal([]byte(line), &unit) != nil {
			return nil, refuse(problem.AppraiseDamaged, quote(name))
		}
		t.Units = append(t.Units, scoring.Unit{Code: unit.Code, Name: unit.Name})
	}
	if b.fixed[templates.FixedTableMark] != templates.TableMark(t) {
		return nil, refuse(problem.AppraiseDamaged, quote(templates.FixedTableMark))
	}
	if missing := t.Missing(); len(missing) > 0 {
		return nil, refuse(problem.AppraiseGone, few(missing), rs.ID)
	}
	return t, nil
}

// TableReading is what a table says, with what concerns each unit.
type TableReading struct {
	*Reading
	Table    *appraisal.Table
	Date     string
	madeFor  string          // the agency that the table was made for
	Problems []Problem       // what is told of the table whatever becomes of it, in the order of the sheet
	Barred   map[int]bool    // places of units in whose rows nobody can be sure of something
	Edited   map[string]bool // leaves of the table in which what the unit declared was typed over
}

// ReadTable reads a table by its layout. The error is a *[Refused].
func ReadTable(l *templates.Layout, book *Book) (*TableReading, error) {
	if theirs, ours := book.Stamp, l.Stamp("", ""); theirs.RuleSet != ours.RuleSet || theirs.Form != ours.Form {
		return nil, refuse(problem.AppraiseEdition, ours.RuleSet)
	}
	reading, err := Read(l, book)
	if err != nil {
		return nil, err
	}
	t := &TableReading{Reading: reading, Table: l.Table, Barred: map[int]bool{}, Edited: map[string]bool{}}
	r := &reader{Layout: l, book: book, grid: reading.grid, out: reading}
	if _, ok := r.grid.at(templates.DateField, templates.FieldColumn); ok {
		t.Date = oneLine(r.textAt(templates.DateField, templates.FieldColumn, "Ngày"))
	}
	t.madeFor = book.fixed[templates.FixedTableFor]
	t.look(r)
	return t, nil
}

// look sorts out what was found in the table. What the unit declared is known from its result, and told there.
func (t *TableReading) look(r *reader) {
	result := r.Scorer.Score(t.Submission)
	rowTold := map[string]bool{}
	for _, p := range t.Findings(&result) {
		switch p.Code {
		case problem.FormKeyMissing, problem.FormKeyTwice, problem.FormKeyMoved:
			if !rowTold[p.Text()] {
				rowTold[p.Text()] = true
				t.Problems = append(t.Problems, t.bar(r, p))
			}
		case problem.AnswersChanged, problem.FormPropertyMissing: // each answer is told by its cell, or where something is said of it; nothing follows from the other
		case problem.ResultTypedOver:
			t.Problems = append(t.Problems, t.bar(r, p))
		default:
			if slices.ContainsFunc(t.Reading.Problems, func(q Problem) bool { return q.Code == p.Code && q.Cell == p.Cell && slices.Equal(q.Args, p.Args) }) {
				t.Problems = append(t.Problems, p)
			}
		}
	}
	now := t.Fingerprints()
	for _, leaf := range r.Rules.Leaves() {
		t.Edited[leaf.Number] = !t.WasScoredOf(now, leaf.Number)
		if was := r.book.fixed[templates.FixedTableTexts+":"+leaf.Number]; was != templates.LeafTexts(&t.Submission, leaf.Number) {
			t.Problems = append(t.Problems, t.aboutUnit(problem.AppraiseText, leaf.Number))
		}
	}
}

// bar keeps all that is said of the unit out whose rows a problem concerns.
func (t *TableReading) bar(r *reader, p Problem) Problem {
	key, _ := p.Place()
	row, _ := r.Row(key)
	whose := "dòng đầu bảng"
	if row.Node != nil {
		if leaf, unit, ok := t.Table.Split(row.Node.Number); ok {
			t.Barred[unit] = true
			whose = t.Table.Units[unit].Code + ", tiêu chí " + leaf
		}
	}
	if p.Code == problem.ResultTypedOver {
		p.Args = slices.Clone(p.Args)
		p.Args[1] = whose
	} else {
		p.Problem = problem.New(problem.AppraiseRow, p.Path, whose, p.Text())
	}
	return p
}

// aboutUnit is a problem that names the unit and the criterion of a leaf of the table.
func (t *TableReading) aboutUnit(code problem.Code, number string) Problem {
	leaf, unit, _ := t.Table.Split(number)
	return t.Locate(problem.New(code, number, t.Table.Units[unit].Code, leaf))
}

// Base is what stood appraised in the table when it was made.
func (t *TableReading) Base() handover.Marks { return t.Memory.Stage.Marks }

// Stale are the leaves of which units declare other answers now than when the table was made.
func (t *TableReading) Stale(now expr.Answers) map[string]bool {
	stale, prints := map[string]bool{}, map[string]string{}
	for _, line := range templates.Fingerprints(t.layout.Typed(now)) {
		prints[line.Name] = line.Value
	}
	for _, leaf := range t.layout.Rules.Leaves() {
		stale[leaf.Number] = !t.WasScoredOf(prints, leaf.Number)
	}
	return stale
}

// Typed lists what somebody wrote into the table since it was made, in words; nothing where it is as it was made.
func (t *TableReading) Typed() []string {
	var typed []string
	base, says := t.Base(), handover.MarksOf(t.layout.Rules, t.Submission.Appraisal, t.Unread)
	for _, leaf := range t.layout.Rules.Leaves() {
		for _, path := range handover.LeafPaths(leaf) {
			if is := says[path]; is != "" && is != base[path] {
				_, unit, _ := t.Table.Split(leaf.Number)
				typed = append(typed, t.Table.Units[unit].Code+", tiêu chí "+t.layout.ShownNumber(leaf)+": "+clip(oneLine(is)))
			}
		}
	}
	for _, field := range [][2]string{{t.Submission.Unit.Name, t.madeFor}, {t.Contact, ""}, {t.Date, ""}} {
		if text, was := field[0], field[1]; text != was {
			typed = append(typed, clip(oneLine(text)))
		}
	}
	for _, p := range t.Problems {
		if p.Code != problem.FormRulesChanged {
			typed = append(typed, p.Text())
		}
	}
	return typed
}

// Taking is a reading of a result with another appraisal in the place of its own, and of what could not be read.
func (r *Reading) Taking(a *scoring.Appraisal, unread map[string]string) *Reading {
	out := *r
	out.Submission.Appraisal, out.Unread = a, unread
	out.Problems = slices.DeleteFunc(slices.Clone(r.Problems), func(p Problem) bool {
		settled := func() bool {
			return r.layout.Decided(p.Path, r.Submission.Appraisal, r.Unread) != r.layout.Decided(p.Path, a, unread)
		}
		return p.Code == problem.AppraisalUncounted || p.Code == problem.ResultTypedOver && settled()
	})
	again := &reader{Layout: r.layout, grid: r.grid, out: &out}
	again.sayUncounted()
	return &out
}
