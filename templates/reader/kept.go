package reader

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// kept takes a scored workbook's own notes of earlier scorings: see templates.FixedFinding and the like.
type kept struct {
	causes    map[string]templates.Finding // by path
	declared  map[string]string            // by key; nil where the workbook does not tell
	explained map[string]string            // the sum of each leaf's explanation
}

func (r *reader) readKept() {
	if r.book.Stamp.Stage != templates.ScoredStage {
		return
	}
	r.kept.causes, r.kept.explained = map[string]templates.Finding{}, map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(r.book.fixed)) {
		value := r.book.fixed[name]
		if path, ok := strings.CutPrefix(name, templates.FixedCause); ok {
			if f, sound := findingOf(value); sound {
				r.kept.causes[path] = f
			}
		}
		if name == templates.FixedFingerprint || strings.HasPrefix(name, templates.FixedFingerprint+":") || name == templates.FixedDeclared {
			r.out.Declared = append(r.out.Declared, templates.NamedValue{Name: name, Value: value})
		}
	}
	if json.Unmarshal([]byte(r.book.fixed[templates.FixedDeclared]), &r.kept.declared) != nil {
		r.kept.declared = nil
	}
	for _, sum := range strings.Fields(r.book.fixed[templates.FixedExplained]) {
		leaf, sum, _ := strings.Cut(sum, "=")
		r.kept.explained[leaf] = sum
	}
}

func findingOf(line string) (f templates.Finding, ok bool) {
	return f, json.Unmarshal([]byte(line), &f) == nil && problem.Known(f.Code)
}

// cause is why an answer could not be used when the unit's form was read, where its cell still shows what was put there then.
func (r *reader) cause(path string, cell xlsx.Cell) (problem.Problem, bool) {
	f, ok := r.kept.causes[path]
	return f.Problem(), ok && cell.Kind == xlsx.Text && cell.Text == f.Text
}

// sayKept says again what earlier scorings found, unless it was found now as well. What was typed over a formula of a result stays
// an error until somebody appraises what it is about.
func (r *reader) sayKept() {
	for n := 1; ; n++ {
		line, ok := r.book.fixed[fmt.Sprint(templates.FixedFinding, n)]
		if !ok || r.book.Stamp.Stage != templates.ScoredStage {
			return
		}
		f, sound := findingOf(line)
		if !sound {
			continue
		}
		p := Problem{Problem: f.Problem(), Sheet: printable(f.Sheet), Cell: printable(f.Cell)}
		if p.Code == problem.ResultTypedOver && f.Text != "" && f.Text != r.Decided(f.Path, r.out.Submission.Appraisal, r.out.Unread) {
			continue
		}
		if !slices.ContainsFunc(r.out.Problems, func(q Problem) bool {
			return q.Code == p.Code && q.Where() == p.Where() && slices.Equal(q.Args, p.Args)
		}) {
			r.out.Problems = append(r.out.Problems, p)
		}
	}
}

// findings are the problems that a scored workbook is to keep: those that its own cells will not show.
func (r *Reading) findings() []templates.Finding {
	var all []templates.Finding
	for _, p := range append(slices.Clone(r.Problems), r.overSaid...) {
		switch p.Code {
		case problem.LastYearTyped, problem.LastYearSame, problem.FormUnitMissing, problem.FormAppraisalState, problem.AppraisalUncounted,
			problem.AnswersChanged, problem.AnswerChanged, problem.FormOldTexts:
		default:
			all = append(all, p.Finding())
		}
	}
	return all
}

// sayAnswersChanged names each declared answer that is another than when the unit's form was scored, at its cell.
func (r *reader) sayAnswersChanged() {
	for _, row := range r.Rows {
		if row.Kind != templates.InputRow || r.kept.declared == nil || !row.Input.IsTyped() {
			continue
		}
		answer := r.out.Submission.Answers[row.Node.Key(row.Input.Name)]
		was, now := r.kept.declared[row.Key], templates.Declaration(answer)
		cell, ok := r.grid.at(row.Key, templates.AnswerColumn)
		if was != now && ok {
			r.report(problem.New(problem.AnswerChanged, row.Key, row.Input.Label, declarationWords(row, was), contentsOr(cell, "ô trống")), cell)
		}
	}
}

func declarationWords(row templates.Row, text string) string {
	if text == "" {
		return "ô trống"
	}
	var n int
	if _, err := fmt.Sscanf(text, "#%d", &n); err == nil && row.Options != nil && 0 < n && n <= len(row.Options.Texts) {
		return quote(row.Options.Texts[n-1])
	}
	return shown(text)
}

func contentsOr(cell xlsx.Cell, blank string) string {
	if isBlank(cell) {
		return blank
	}
	return contents(cell)
}

// sayUncounted names what was appraised while the appraisal is not said to be done: it counts for nothing yet.
func (r *reader) sayUncounted() {
	if r.Table != nil { // nobody says of a table that it is done: it counts when it is taken in
		return
	}
	var refs []string
	uncounted(r.Layout, r.out.Submission.Appraisal, func(row templates.Row, c templates.Column) {
		if cell, ok := r.grid.at(row.Key, c); ok {
			refs = append(refs, cell.Ref())
		}
	})
	if len(refs) > 0 {
		r.report(problem.New(problem.AppraisalUncounted, templates.AppraisalField, few(refs)), r.field(templates.AppraisalField))
	}
}

// uncounted visits the cells of an appraisal that is not said to be done.
func uncounted(l *templates.Layout, a *scoring.Appraisal, visit func(templates.Row, templates.Column)) {
	if a == nil || a.Done {
		return
	}
	for _, row := range l.Rows {
		switch row.Kind {
		case templates.NodeRow:
			if _, set := a.Set[row.Key]; set {
				visit(row, templates.SetColumn)
			}
		case templates.InputRow:
			if !a.Answers[expr.Key{Leaf: row.Node.Number, Input: row.Input.Name}].IsBlank() {
				visit(row, templates.AppraisedAnswer)
			}
		}
	}
}

// OfAppraisal are the problems with the state of an appraisal, at the cells of the workbook that is written of it: those that
// reading that workbook would find.
func OfAppraisal(l *templates.Layout, f templates.Filling) []Problem {
	var all []Problem
	report := func(p problem.Problem) {
		all = append(all, Problem{Problem: p, Sheet: templates.FormSheet, Cell: l.Cell(templates.AppraisalField, templates.FieldColumn).String()})
	}
	if text := f.Unread[templates.AppraisalField]; text != "" {
		report(problem.New(problem.FormAppraisalState, templates.AppraisalField, quote(text)))
	}
	var refs []string
	uncounted(l, f.Submission.Appraisal, func(row templates.Row, c templates.Column) { refs = append(refs, row.At(c).String()) })
	if len(refs) > 0 {
		report(problem.New(problem.AppraisalUncounted, templates.AppraisalField, few(refs)))
	}
	return all
}
