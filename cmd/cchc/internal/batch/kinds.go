package batch

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/record"
	"cchc/scoring/problem"
)

// group is what was found of one kind in a workbook: of many alike one line is told.
type group struct {
	code     problem.Code
	severity string
	all      []record.Problem
}

// mostAlone is how many findings of a kind are told one by one.
const mostAlone = 3

// grouped puts findings of a kind together, errors first, each kind where its first one stands.
func grouped(all []record.Problem) []group {
	var groups []group
	at := map[string]int{}
	for _, p := range all {
		kind := p.Severity + " " + p.Code
		i, known := at[kind]
		if !known {
			i = len(groups)
			at[kind] = i
			groups = append(groups, group{code: problem.Code(p.Code), severity: p.Severity})
		}
		groups[i].all = append(groups[i].all, p)
	}
	slices.SortStableFunc(groups, func(a, b group) int { return rank(a.severity) - rank(b.severity) })
	return groups
}

func rank(severity string) int {
	if severity == problem.Error.String() {
		return 0
	}
	return 1
}

// lines are what is told of the group: each finding, or one line for all.
func (g *group) lines() []record.Problem {
	if len(g.all) <= mostAlone {
		return g.all
	}
	text, remedy := g.code.Words()
	return []record.Problem{{Code: string(g.code), Severity: g.severity, Text: fmt.Sprintf("%s %d chỗ: %s.", text, len(g.all), strings.Join(places(g.all), ", ")), Remedy: remedy}}
}

// places are the numbers of the criteria that findings are about, each once, or their cells.
func places(all []record.Problem) []string {
	var named []string
	for _, p := range all {
		if place := placeOf(p); place != "" && !slices.Contains(named, place) {
			named = append(named, place)
		}
	}
	if len(named) == 0 {
		return []string{"cả phiếu"}
	}
	return named
}

func placeOf(p record.Problem) string {
	if number := criterionOf(p.Key); number != "" {
		return number
	}
	return p.Cell
}

// criterionOf is the criterion of a path ("1.1:b", "1.1@…"); "" for what is about none.
func criterionOf(path string) string {
	if end := strings.IndexAny(path, ":@"); end >= 0 {
		return path[:end]
	}
	return path
}

// forOffice are the findings that are not the unit's to mend: what its form was printed by, what the list of units says, and what the
// appraiser or the secretariat has typed into a result.
var forOffice = []problem.Code{
	problem.FormRulesChanged, problem.FormPropertyMissing, problem.FormMemoryDamaged, problem.FormExemptUnknown,
	problem.UnitNotListed, problem.UnitListSays, problem.UnitAlike, problem.UnitSameName,
	problem.FormTwice, problem.ResultTwice, problem.ResultUnreadable, problem.ResultTypedOver,
	problem.AppraiseAgain, problem.AppraisalReopened, problem.TextsChanged, problem.AppraisalUncounted, problem.FormAppraisalState,
	problem.AppraisalReason, problem.AppraisalPoints, problem.LeafAwaiting,
	problem.AnswersChanged, problem.AnswerChanged, problem.ExplanationEdited,
	problem.FigureAwaited, problem.FigureAbsent, problem.FigureOrder, problem.FigureDiffers, problem.FigureChanged, problem.GivenMissing, problem.GivenDiffers,
}

// isForUnit says that a finding is the unit's to mend. In the columns of the appraisal (“1.1:a@…”) nothing is.
func isForUnit(p record.Problem) bool {
	return !slices.Contains(forOffice, problem.Code(p.Code)) && strings.Index(p.Key, "@") <= 0
}
