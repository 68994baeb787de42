package standings

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates/report"
)

// Problem is a problem as the ranking lists it.
type Problem struct {
	report.RankingProblem
	OfForm bool // it is about a form's answers, not in the way of the ranking
	told   bool // its file was not named to us, a line of results tells of it
}

// problemsOf are the record's problems as the ranking lists them.
func problemsOf(rec *record.Record) []Problem {
	var all []Problem
	for _, p := range rec.Problems {
		if p.Code == string(problem.UnitTwice) || p.Code == string(problem.FormTwice) {
			continue // of the run that scored it; the ranking sees for itself
		}
		severity := problem.Warning
		if p.Severity == problem.Error.String() {
			severity = problem.Error
		}
		all = append(all, Problem{OfForm: rec.Self != nil, RankingProblem: report.RankingProblem{
			Unit: scoring.Unit(rec.Unit), File: rec.File, Where: p.Cell, Severity: severity,
			Code: problem.Code(p.Code), Text: p.Text, Remedy: p.Remedy}})
	}
	return all
}

func unreadable(path string, err error) source {
	return refusal(path, problem.New(problem.FileUnreadable, "", disk.Sentence(err)))
}

func refusal(path string, p problem.Problem) source {
	return source{problems: []Problem{fileProblem(path, p)}}
}

func fileProblem(path string, p problem.Problem) Problem {
	return Problem{RankingProblem: report.RankingProblem{File: path, Severity: p.Severity, Code: p.Code, Text: p.Text(), Remedy: p.Remedy()}}
}

// AddRanking adds what ranking found.
func (c *Collection) AddRanking(r *ranking.Ranking) {
	for _, p := range r.Problems {
		c.Failed = c.Failed || p.Severity == problem.Error
		place := placeOf(r, p.Path)
		c.Problems = append(c.Problems, Problem{told: place.Origin != "", RankingProblem: report.RankingProblem{
			Unit: place.Unit, File: place.File, Severity: p.Severity, Code: p.Code, Text: p.Text(), Remedy: p.Remedy()}})
	}
}

// placeOf is the first place of a unit.
func placeOf(r *ranking.Ranking, code string) ranking.Place {
	for i := range r.Blocks {
		for _, p := range r.Blocks[i].Places {
			if p.Unit.Code == code {
				return p
			}
		}
	}
	return ranking.Place{Unit: scoring.Unit{Code: code}}
}

// Linked gives the problems with links as seen from a folder.
func (c *Collection) Linked(folder string) []report.RankingProblem {
	var all []report.RankingProblem
	for _, p := range c.Problems {
		if !p.told || isRelative(p.File) {
			p.Link = disk.Link(folder, p.File)
		}
		all = append(all, p.RankingProblem)
	}
	return all
}

// isRelative says that a path begins where we are. Others that we are told of are not even looked for: they may lead to any
// machine.
func isRelative(path string) bool {
	return !filepath.IsAbs(path) && filepath.VolumeName(path) == "" && !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "\\")
}

// AddNotes adds what a reader of the ranking must know besides.
func (c *Collection) AddNotes(notes []string) { c.notes = append(c.notes, notes...) }

// Notes are what must be known of a ranking beside its figures: they are told on the terminal, and stand in the head of the
// workbook.
func (c *Collection) Notes() []string {
	notes := slices.Clone(c.notes)
	var again []string
	for _, p := range c.Problems {
		if name := cmp.Or(p.Unit.Code, p.File); p.Code == problem.FormRulesChanged && !slices.Contains(again, name) {
			again = append(again, name)
		}
	}
	if len(again) > 0 {
		notes = append(notes, fmt.Sprintf("%d đơn vị có phiếu lập theo bản khác của bộ chỉ số, đã chấm lại theo bản đang dùng: %s.", len(again), strings.Join(again, ", ")))
	}
	if len(c.exempt) > 0 {
		notes = append(notes, fmt.Sprintf("%d đơn vị được trừ tiêu chí không đánh giá theo phiếu, chưa đối chiếu với danh sách đơn vị: %s.", len(c.exempt), strings.Join(c.exempt, "; ")))
	}
	return notes
}
