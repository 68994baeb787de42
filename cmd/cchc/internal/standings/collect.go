// Package standings gathers what is ranked: the standing of each unit, as a workbook or a line of results comes to it, and the
// problems of all files in words.
//
// Begin with [Gather], which lists the files, then [Collect], which scores workbooks and checks lines; what [ranking.Rank] finds of
// the standings is added by [Collection.AddRanking].
package standings

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/scoring"
	"cchc/scoring/figures"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates/reader"
)

// Collection is what a ranking is made of: the standings of one rule set, and the problems of all files.
type Collection struct {
	Rules     *scoring.RuleSet // nil without any result
	Standings []ranking.Standing
	Declared  []figures.Declared // where the rule set has figures, what each result has to say to them
	Problems  []Problem
	Skipped   []disk.Skipped
	Failed    bool     // a file could not be used, or a unit could not be ranked
	notes     []string // what was added for the reader
	listed    bool     // by a list of units
	exempt    []string // units with what is not assessed for them, as their files say
}

// source is what one workbook, or one line of results, came to.
type source struct {
	rules    *scoring.RuleSet // nil where it was refused
	standing ranking.Standing
	declared *figures.Declared // nil where the rule set has no figures
	problems []Problem
	passed   *disk.Skipped // nil unless the file is none to be ranked
	exempt   []string      // what is not assessed for the unit
}

// standardInput is what stands among the paths for the results of another command.
const standardInput = "-"

// Gather lists the files that are named. An earlier ranking in the place of the one to be written is passed over; a unit that was
// named and is not there would make it another ranking.
func Gather(paths []string, out string) (disk.Inputs, error) {
	files := slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return path == standardInput })
	in, err := disk.Gather(files, func(name string) bool { return disk.IsSpreadsheet(name) || IsResults(name) })
	if err := cmp.Or(err, in.Absent); err != nil {
		return in, err
	}
	passOverRanking(&in, out)
	return in, nil
}

// Collect scores the workbooks and reads the results that were gathered, and those of stdin where the paths name it.
func Collect(ctx context.Context, d *desk.Desk, in disk.Inputs, paths []string, stdin io.Reader, workers int) (*Collection, error) {
	c := &Collection{Skipped: in.Skipped, listed: d.List != nil, Failed: in.Doubtful()}
	var all []source
	if slices.Contains(paths, standardInput) {
		all = lineSources(d, "(đầu vào chuẩn)", stdin)
	}
	open := func(path string) []source { return sourcesOf(d, path) }
	done, err := desk.InOrder(ctx, in.Files, workers, open, func(found []source) error {
		for _, s := range found {
			if s.passed != nil {
				c.Skipped = append(c.Skipped, *s.passed)
				continue
			}
			all = append(all, s)
		}
		return nil
	})
	if err == nil && done < len(in.Files) {
		err = errors.New("đã dừng theo yêu cầu, chưa ghi gì")
	}
	slices.SortStableFunc(all, func(a, b source) int { // however they were named and spread
		return cmp.Or(strings.Compare(a.standing.File, b.standing.File), strings.Compare(a.standing.Origin, b.standing.Origin))
	})
	c.take(all)
	return c, err
}

// IsResults says that a file holds lines of results.
func IsResults(name string) bool {
	return slices.Contains([]string{".jsonl", ".ndjson", ".json"}, strings.ToLower(filepath.Ext(name)))
}

// passOverRanking takes an earlier ranking in the place of the one to be written out of the inputs. A form there stays among
// them, and will not be written onto.
func passOverRanking(in *disk.Inputs, out string) {
	in.Files = slices.DeleteFunc(in.Files, func(path string) bool {
		earlier := filepath.Clean(path) == filepath.Clean(out) && !mayBeForm(path)
		if earlier {
			in.Skip(path, "bảng xếp hạng lần trước")
		}
		return earlier
	})
}

// mayBeForm says that a file is a form, or a workbook of which that can't be told.
func mayBeForm(path string) bool {
	data, err := disk.ReadBounded(path)
	if err == nil {
		_, err = reader.Open(data)
	}
	var refusal *reader.Refused
	if !errors.As(err, &refusal) {
		return true
	}
	switch refusal.Problem.Code {
	case problem.FormNotOurs, problem.FormRanking, problem.FormReturned, problem.FileText, problem.FileEmpty, problem.FilePDF, problem.FilePicture, problem.FileWebPage, problem.FileUnknown:
		return false
	}
	return true
}

// sourcesOf reads a file of whatever kind. Whatever is in it, even a panic is only its refusal.
func sourcesOf(d *desk.Desk, path string) (found []source) {
	defer func() {
		if fault := recover(); fault != nil {
			found = []source{refusal(path, problem.New(problem.FileCrash, "", fault))}
		}
	}()
	if !IsResults(path) {
		return []source{workbookSource(d, path)}
	}
	file, err := disk.OpenRegular(path)
	if err != nil {
		return []source{unreadable(path, err)}
	}
	defer file.Close()
	return lineSources(d, path, file)
}

// mostMisshapen is how many lines that are none are told of a file: one with more is another file.
const mostMisshapen = 100

// lineSources reads the lines of score --json.
func lineSources(d *desk.Desk, path string, in io.Reader) []source {
	var all []source
	reader, misshapen := record.NewReader(in), 0
	for {
		rec, problem, err := reader.Next()
		switch {
		case err == io.EOF:
			return all
		case err != nil:
			return append(all, unreadable(path, err))
		case problem != nil:
			all = append(all, refusal(path, *problem))
			if misshapen++; misshapen == mostMisshapen {
				return append(all, refusal(path, *reader.GiveUp(fmt.Sprintf("dừng đọc tệp sau %d dòng sai", misshapen))))
			}
		default:
			all = append(all, lineSource(d, path, reader.Line, rec))
		}
	}
}

// lineSource checks a record against its rule set.
func lineSource(d *desk.Desk, path string, line int, rec *record.Record) source {
	out := source{problems: problemsOf(rec)}
	for i := range out.problems {
		out.problems[i].told = true
	}
	if rec.Self == nil {
		return out
	}
	if !d.Knows(rec.RuleSet) {
		return refusal(path, problem.New(problem.FormRulesUnknown, "", rec.RuleSet, strings.Join(d.Catalog.IDs(), ", ")))
	}
	edition, err := d.Edition(rec.RuleSet)
	var faulty *desk.FaultySet
	switch {
	case errors.As(err, &faulty):
		return refusal(path, faulty.OfForm())
	case err != nil:
		return unreadable(path, err)
	}
	if stamp := edition.Layout.Stamp("", ""); rec.FormHash != stamp.Form || rec.RulesHash != stamp.Rules {
		return refusal(path, problem.New(problem.ResultsEdition, "", line, rec.RuleSet, fmt.Sprintf("%.8s", rec.RulesHash), fmt.Sprintf("%.8s", stamp.Rules)))
	}
	if p := desk.CodeProblem(scoring.Unit(rec.Unit)); p != nil {
		return refusal(rec.File, *p)
	}
	standing, fault := rec.Rescored(edition.Layout.Scorer, edition.Rules, line)
	if fault != nil {
		return refusal(path, *fault)
	}
	for _, p := range d.List.ApplyUnit(&standing.Unit) {
		out.problems = append(out.problems, fileProblem(path, p))
	}
	standing.Origin = fmt.Sprintf("%s, dòng %d", path, line)
	out.rules, out.standing, out.exempt = edition.Rules, standing, rec.Exempt
	if len(edition.Rules.Figures) > 0 {
		declared := rec.Declared(edition.Layout.Scorer, edition.Rules)
		declared.Unit = standing.Unit
		out.declared = &declared
	}
	return out
}

// workbookSource scores a form for the ranking.
func workbookSource(d *desk.Desk, path string) source {
	s := d.Score(desk.ScoreJob{Path: path})
	switch {
	case s.Failure != nil:
		return unreadable(path, s.Failure)
	case s.PassedOver() != nil:
		return source{passed: s.PassedOver()}
	}
	rec := s.Record()
	out := source{problems: problemsOf(&rec)}
	if s.Result != nil {
		if p := desk.CodeProblem(s.Result.Unit); p != nil {
			return refusal(path, *p)
		}
		out.rules, out.standing, out.exempt = s.Result.RuleSet, ranking.StandingOf(rec.File, s.Result), rec.Exempt
		if len(out.rules.Figures) > 0 {
			declared := figures.DeclaredBy(rec.File, s.Declared(), s.Result)
			out.declared = &declared
		}
	}
	return out
}

// take sorts out what was found. Results of several rule sets can't be ranked together: those of the one that most are of
// are, the others are named.
func (c *Collection) take(all []source) {
	count := map[string]int{}
	for _, s := range all {
		if s.rules == nil {
			c.Failed = true
			continue
		}
		count[s.rules.ID]++
		if c.Rules == nil || count[s.rules.ID] > count[c.Rules.ID] || count[s.rules.ID] == count[c.Rules.ID] && s.rules.ID < c.Rules.ID {
			c.Rules = s.rules
		}
	}
	for _, s := range all {
		c.Problems = append(c.Problems, s.problems...)
		switch {
		case s.rules == nil:
		case s.rules.ID != c.Rules.ID:
			c.Failed = true
			c.Problems = append(c.Problems, fileProblem(s.standing.File, problem.New(problem.ResultsRules, "", s.rules.ID, c.Rules.ID)))
		default:
			c.Standings = append(c.Standings, s.standing)
			if s.declared != nil {
				c.Declared = append(c.Declared, *s.declared)
			}
			if unit := s.standing.Unit; len(s.exempt) > 0 && !c.listed {
				c.exempt = append(c.exempt, fmt.Sprintf("%s (%s)", cmp.Or(unit.Code, unit.Name, s.standing.File), strings.Join(s.exempt, ", ")))
			}
		}
	}
}

// Has says that a unit is among those to be ranked, by its folded code.
func (c *Collection) Has(code string) bool {
	return slices.ContainsFunc(c.Standings, func(s ranking.Standing) bool { return desk.FoldedCode(s.Unit.Code) == code })
}
