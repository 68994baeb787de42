// Package tables makes the tables in which agencies appraise some criteria of all units, and takes them into the units' results.
//
// [ReadResults] reads what stands in a folder of results. [Make] lays a table of them out; [Read] reads tables that came back, and
// [Take] puts what they say into the results, each whole or not at all, as scoring them in their place does.
package tables

import (
	"context"
	"errors"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// Result is a unit's result as it lies in its file.
type Result struct {
	Path     string
	Unit     scoring.Unit
	Standing appraisal.Standing
}

// Results are the results of the units, one of each.
type Results struct {
	Edition *desk.Edition // nil without any
	Units   []Result      // in the order of the list of units, then of the files
	Skipped []disk.Skipped
	Found   []Found             // of files that are no results, and of units that have several
	twice   map[string][]string // the files of units that have several, by folded code
}

// Found is a problem with a file.
type Found struct {
	File string
	reader.Problem
}

// read is one file.
type read struct {
	Result
	edition *desk.Edition
	passed  *disk.Skipped
	found   []Found
	failure error
}

// ReadResults reads the results among files. Those of several rule sets can't be meant together.
func ReadResults(ctx context.Context, d *desk.Desk, files []string, workers int) (*Results, error) {
	r := &Results{twice: map[string][]string{}}
	var all []read
	done, err := desk.InOrder(ctx, files, workers, func(path string) read { return readResult(d, path) }, func(one read) error {
		all = append(all, one)
		return one.failure
	})
	if err == nil && done < len(files) {
		err = errors.New("đã dừng theo yêu cầu, chưa ghi gì")
	}
	if err != nil {
		return nil, err
	}
	byCode := map[string][]Result{}
	var codes []string
	for _, one := range all {
		r.Found = append(r.Found, one.found...)
		if one.passed != nil {
			r.Skipped = append(r.Skipped, *one.passed)
		}
		if one.edition == nil {
			continue
		}
		if r.Edition != nil && r.Edition != one.edition {
			return nil, terminal.Misuse("Các kết quả theo nhiều bộ chỉ số: %s và %s. Nêu riêng kết quả của từng năm.", r.Edition.Rules.ID, one.edition.Rules.ID)
		}
		r.Edition = one.edition
		code := desk.FoldedCode(one.Unit.Code)
		if byCode[code] == nil {
			codes = append(codes, code)
		}
		byCode[code] = append(byCode[code], one.Result)
	}
	for _, code := range inOrderOf(d.List, codes) {
		r.put(code, byCode[code])
	}
	return r, nil
}

// put takes a unit's only result; several are named.
func (r *Results) put(code string, results []Result) {
	if len(results) == 1 {
		r.Units = append(r.Units, results[0])
		return
	}
	var files []string
	for _, one := range results {
		files = append(files, one.Path)
	}
	r.twice[code] = files
	r.Found = append(r.Found, Found{files[0], reader.Problem{Problem: problem.New(problem.ResultTwice, "", results[0].Unit.Code, strings.Join(files, ", "))}})
}

// inOrderOf puts folded codes in the order of the list of units; those that it has not come last, as they were.
func inOrderOf(list *desk.UnitList, codes []string) []string {
	place := map[string]bool{}
	for _, code := range codes {
		place[code] = true
	}
	var ordered []string
	for _, unit := range list.All() {
		if code := desk.FoldedCode(unit.Code); place[code] {
			ordered = append(ordered, code)
			delete(place, code)
		}
	}
	for _, code := range codes {
		if place[code] {
			ordered = append(ordered, code)
		}
	}
	return ordered
}

// readResult reads one file. Whatever is in it, even a panic is only its refusal.
func readResult(d *desk.Desk, path string) (one read) {
	defer func() {
		if fault := recover(); fault != nil {
			one = read{found: []Found{{path, reader.Problem{Problem: problem.New(problem.FileCrash, "", fault)}}}}
		}
	}()
	e, reading, err := d.Open(path)
	if p := refusalOf(err); p != nil {
		if one.passed = desk.NoForm(path, p.Code); one.passed == nil {
			one.found = []Found{{path, reader.Problem{Problem: *p}}}
		}
		return one
	}
	if err != nil {
		one.failure = err
		return one
	}
	refuse := func(p reader.Problem) read { return read{found: []Found{{path, p}}} }
	if reading.Stamp.Stage != templates.ScoredStage {
		return refuse(reader.Problem{Problem: problem.New(problem.AppraiseNoForm, "")})
	}
	for _, p := range d.List.Apply(reading) {
		if p.Code == problem.UnitNotListed {
			one.found = append(one.found, Found{path, p})
		}
	}
	unit := reading.Submission.Unit
	switch p := desk.CodeProblem(unit); {
	case unit.Code == "":
		return refuse(reader.Problem{Problem: problem.New(problem.AppraiseNoCode, "")})
	case p != nil:
		return refuse(reading.Locate(*p))
	}
	one.edition = e
	one.Result = Result{path, unit, appraisal.Standing{Submission: reading.Submission, Unread: reading.Unread}}
	return one
}

// refusalOf is the problem of a file that can't be read; nil of other errors.
func refusalOf(err error) *problem.Problem {
	var refusal *reader.Refused
	var faulty *desk.FaultySet
	var ambiguous *rules.NameError
	switch {
	case errors.As(err, &refusal):
		return &refusal.Problem
	case errors.As(err, &faulty):
		p := faulty.OfForm()
		return &p
	case errors.As(err, &ambiguous):
		return &ambiguous.Problem
	}
	return nil
}

// Of is the result of the unit with that code; nil where there is none, or several.
func (r *Results) Of(code string) *Result {
	for i := range r.Units {
		if desk.FoldedCode(r.Units[i].Unit.Code) == desk.FoldedCode(code) {
			return &r.Units[i]
		}
	}
	return nil
}

// Has says that a unit has a result, or several, by its folded code.
func (r *Results) Has(code string) bool { return r.twice[code] != nil || r.Of(code) != nil }
