package main

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
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates/reader"
)

// collection is what a ranking is made of: the standings of one rule set, and the problems of all files.
type collection struct {
	rules     *scoring.RuleSet // nil without any result
	standings []ranking.Standing
	problems  []rankProblem
	skipped   []disk.Skipped
	list      *desk.UnitList // nil without one
	exempt    []string       // units with what is not assessed for them, as their files say
	failed    bool           // a file could not be used, or a unit could not be ranked
}

// source is what one workbook, or one line of results, came to.
type source struct {
	rules    *scoring.RuleSet // nil where it was refused
	standing ranking.Standing
	problems []rankProblem
	passed   *disk.Skipped // nil unless the file is none to be ranked
	exempt   []string      // what is not assessed for the unit
}

// collect scores the workbooks and reads the results that were named.
func (a *app) collect(ctx context.Context, paths []string, o rankOptions) (*collection, error) {
	d, err := a.newDesk()
	if err != nil {
		return nil, err
	}
	fromInput := slices.Contains(paths, "-")
	files := slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return path == "-" })
	in, err := disk.Gather(files, func(name string) bool { return disk.IsSpreadsheet(name) || isResults(name) })
	if err := cmp.Or(err, in.Absent); err != nil { // a ranking without a unit that was named would be another one
		return nil, err
	}
	passOverRanking(&in, o.out)
	if err := disk.PrepareFile(o.out, append(in.Files, o.survey, o.units)...); err != nil {
		return nil, err
	}
	if d.List, err = a.readList(d, o.units, in.Files); err != nil {
		return nil, err
	}
	c := &collection{skipped: in.Skipped, list: d.List, failed: in.Doubtful()}
	var all []source
	if fromInput {
		all = lineSources(d, "(đầu vào chuẩn)", a.in)
	}
	open := func(path string) []source { return sourcesOf(d, path) }
	done, err := desk.InOrder(ctx, in.Files, o.workers, open, func(found []source) error {
		for _, s := range found {
			if s.passed != nil {
				c.skipped = append(c.skipped, *s.passed)
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

func isResults(name string) bool {
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
	case problem.FormNotOurs, problem.FormRanking, problem.FileText, problem.FileEmpty, problem.FilePDF, problem.FilePicture, problem.FileWebPage, problem.FileUnknown:
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
	if !isResults(path) {
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
	out := source{problems: rankProblems(rec)}
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
	return out
}

// workbookSource scores a form for the ranking.
func workbookSource(d *desk.Desk, path string) source {
	s := d.Score(desk.ScoreJob{Path: path})
	switch {
	case s.Failure != nil:
		return unreadable(path, s.Failure)
	case s.IsRanking():
		return source{passed: s.PassedOver()}
	}
	rec := s.Record()
	out := source{problems: rankProblems(&rec)}
	if s.Result != nil {
		if p := desk.CodeProblem(s.Result.Unit); p != nil {
			return refusal(path, *p)
		}
		out.rules, out.standing, out.exempt = s.Result.RuleSet, ranking.StandingOf(rec.File, s.Result), rec.Exempt
	}
	return out
}

// take sorts out what was found. Results of several rule sets can't be ranked together: those of the one that most are of
// are, the others are named.
func (c *collection) take(all []source) {
	count := map[string]int{}
	for _, s := range all {
		if s.rules == nil {
			c.failed = true
			continue
		}
		count[s.rules.ID]++
		if c.rules == nil || count[s.rules.ID] > count[c.rules.ID] || count[s.rules.ID] == count[c.rules.ID] && s.rules.ID < c.rules.ID {
			c.rules = s.rules
		}
	}
	for _, s := range all {
		c.problems = append(c.problems, s.problems...)
		switch {
		case s.rules == nil:
		case s.rules.ID != c.rules.ID:
			c.failed = true
			c.problems = append(c.problems, fileProblem(s.standing.File, problem.New(problem.ResultsRules, "", s.rules.ID, c.rules.ID)))
		default:
			c.standings = append(c.standings, s.standing)
			if unit := s.standing.Unit; len(s.exempt) > 0 && c.list == nil {
				c.exempt = append(c.exempt, fmt.Sprintf("%s (%s)", cmp.Or(unit.Code, unit.Name, s.standing.File), strings.Join(s.exempt, ", ")))
			}
		}
	}
}

// has says that a unit is among those to be ranked, by its folded code.
func (c *collection) has(code string) bool {
	return slices.ContainsFunc(c.standings, func(s ranking.Standing) bool { return desk.FoldedCode(s.Unit.Code) == code })
}
