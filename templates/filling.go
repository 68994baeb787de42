package templates

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/templates/draft"
)

// Filling is what stands in a form: nothing (the zero value) but the unit's name, say, or all that was read from a submitted one.
type Filling struct {
	Stage      Stage  // what the workbook is for
	Version    string // of the program that makes it
	Submission scoring.Submission
	Contact    string
	// UnitFixed says that the secretariat has fixed who the unit is; else the unit fills that in itself.
	UnitFixed bool
	// Unread holds what stood in cells that could not be used, by path, to be shown again; see [reader.Reading].
	Unread map[string]string
	// Memory is what a scored workbook keeps of its past.
	Memory Memory
	// Credits say who wrote the texts, where the form was merged.
	Credits handover.Credits
	// LastYear is what was declared in the year before, where the form was made from last year's.
	LastYear handover.LastYear
	// File is the name of the submitted form that was read, in whose cells the problems are told; "" where they are told in those of
	// the workbook itself.
	File string
	// Signature holds what was typed where people sign.
	Signature map[SignaturePlace]string
	// Listed says that the list of units was at hand: what is not assessed is as the secretariat says, and need not be confirmed.
	Listed bool
	// Conflicts are what the departments answered differently, where the form was merged.
	Conflicts []handover.Conflict
	// Notice is what the form says about handing it in; of a unit's form only.
	Notice Notice
	// Findings are what a scored workbook keeps of what was found, and Declared its lines about the answers that were scored
	// first; nil where those of the submission are the first.
	Findings []Finding
	Declared []NamedValue
}

// SignaturePlace is a cell of the block at the end of the form where people sign.
type SignaturePlace struct {
	Row    int // of the layout
	Column Column
}

// Appraised says that somebody has begun to appraise: then it shows on paper.
func (f *Filling) Appraised() bool {
	a := f.Submission.Appraisal
	return a != nil && (a.Done || len(a.Answers)+len(a.Set)+len(a.Reasons) > 0)
}

func (f Filling) scored() bool { return f.Stage == ScoredStage }

// filled is a filling with what every formula of the form comes to, so that previews and phones show it. The values come from
// [scoring.Score], not from the formulas.
type filled struct {
	*Layout
	Filling
	result  scoring.Result // always with an appraisal, for the columns that nobody sees yet
	nodes   map[string]*scoring.Node
	counted expr.Answers                // see allCounting
	exempt  map[*scoring.Criterion]bool // leaves that the secretariat fixed in advance as not assessed
}

// fill takes a filling with the result of its submission.
func (l *Layout) fill(f Filling, r *scoring.Result) *filled {
	s := f.Submission
	v := &filled{Layout: l, Filling: f, result: l.Scorer.ForAppraisal(s, *r),
		nodes: map[string]*scoring.Node{}, exempt: map[*scoring.Criterion]bool{}}
	v.Submission.Answers = l.Scorer.Reckoned(s.Answers)
	if s.Appraisal == nil {
		v.Submission.Appraisal = &scoring.Appraisal{}
	}
	for i := range v.result.Nodes {
		v.nodes[v.result.Nodes[i].Criterion.Number] = &v.result.Nodes[i]
	}
	for _, number := range s.Exempt {
		if node := l.Rules.Find(number); node != nil {
			for _, leaf := range leavesBelow(node) {
				v.exempt[leaf] = true
			}
		}
	}
	return v
}

// common is what the workbook has that all of its stage have.
func (v *filled) common() common {
	if v.scored() {
		return v.toAppraise
	}
	return v.toFill
}

// view is what people see of the form.
func (v *filled) view() view {
	switch {
	case !v.scored():
		return blankView
	case v.Table != nil || v.Appraised():
		return appraisedView
	}
	return scoredView
}

// form is the form's sheet without what the filling puts into it.
func (v *filled) form() *draft.Sheet {
	if v.view() == appraisedView {
		return v.common().appraised
	}
	return v.common().form
}

// tally is a node's points, in the column of the self score or of the appraised one.
func (v *filled) tally(number string, points Column) scoring.Tally {
	node := v.nodes[number]
	if points == AppraisedColumn {
		return *node.Appraised
	}
	return node.Self
}

func (v *filled) total(points Column) scoring.Tally {
	if points == AppraisedColumn {
		return *v.result.Appraised
	}
	return v.result.Self
}

// points is what a node's cell shows: a leaf's points or the label of its state, a group's sum of what there is.
func (v *filled) points(node *scoring.Criterion, c Column) draft.Value {
	t := v.tally(node.Number, c)
	if t.State == expr.Scored || !node.IsLeaf() && t.State != expr.NotAssessed {
		return draft.Number(t.Points)
	}
	return draft.Text(t.State.Label())
}

// totalValue is what a total row shows.
func (v *filled) totalValue(key string, c Column) draft.Value {
	t := v.total(c)
	switch key {
	case TotalKey:
		return draft.Number(t.Points)
	case AssessedKey:
		return draft.Number(t.Assessed())
	case PercentKey:
		return draft.Number(t.Percent(percentPlaces))
	}
	return draft.Count(v.blanks())
}

// answer is what stands in an answer's cell.
func (v *filled) answer(row Row, a expr.Answer, path string) draft.Value {
	if n, ok := a.Number(); ok {
		return draft.Number(InCell(*row.Input, n))
	}
	if option, ok := a.Option(); ok && row.Options != nil && option <= len(row.Options.Texts) {
		return draft.Text(row.Options.Texts[option-1])
	}
	if a.IsBlank() {
		return draft.Value{}
	}
	var options []string
	if row.Options != nil {
		options = row.Options.Texts
	}
	if row.Input.Kind == expr.PercentInput || row.Input.Kind == expr.DateInput {
		options = []string{v.Unread[path]} // "90%", or a day, would be read
	}
	return v.shownAgain(path, options)
}

// shownAgain is what stood in a cell that could not be used, or where that is not known, a sign that something did. What was
// wrong must not become right by being written: a choice that stood in merged cells is marked.
func (v *filled) shownAgain(path string, usable []string) draft.Value {
	text := v.Unread[path]
	if text == "" || slices.ContainsFunc(usable, func(s string) bool { return strings.EqualFold(s, text) }) {
		text += "?"
	}
	return draft.Text(text)
}

func (v *filled) declared(row Row) expr.Answer {
	return v.Submission.Answers[row.Node.Key(row.Input.Name)]
}

func (v *filled) corrected(row Row) expr.Answer {
	return v.Submission.Appraisal.Answers[row.Node.Key(row.Input.Name)]
}

func (v *filled) declaredValue(row Row) draft.Value {
	return v.answer(row, v.declared(row), row.Key)
}

func (v *filled) correctedValue(row Row) draft.Value {
	return v.answer(row, v.corrected(row), scoring.AppraisedPath(row.Node.Key(row.Input.Name)))
}

// counting is the answer that counts when appraised, with what its cell shows.
func (v *filled) counting(row Row) (expr.Answer, draft.Value) {
	if v.IsLive(row) {
		return v.reckonedCounting(row)
	}
	if a := v.corrected(row); row.isTyped() && !a.IsBlank() || row.Input.Kind == expr.PointsInput {
		return a, v.correctedValue(row)
	}
	return v.declared(row), v.declaredValue(row)
}

// guard is the state of an answer as its hidden cell holds it.
func guard(row Row, a expr.Answer) expr.State {
	state, _ := row.Input.Guard(a)
	return state
}

// setPoints is what stands in the cell for points set by hand.
func (v *filled) setPoints(leaf *scoring.Criterion) draft.Value {
	verdict, set := v.Submission.Appraisal.Set[leaf.Number]
	switch {
	case !set:
		return draft.Value{}
	case verdict.NotAssessed:
		return draft.Text(expr.NotAssessed.Label())
	case verdict.Bad == nil:
		return draft.Number(verdict.Points)
	}
	return v.shownAgain(scoring.VerdictPath(leaf.Number), []string{expr.NotAssessed.Label()})
}

// leavesBelow lists the leaf that a node is, or those that it has below it.
func leavesBelow(node *scoring.Criterion) []*scoring.Criterion {
	if node.IsLeaf() {
		return []*scoring.Criterion{node}
	}
	var leaves []*scoring.Criterion
	for i := range node.Children {
		leaves = append(leaves, leavesBelow(&node.Children[i])...)
	}
	return leaves
}

// explanation tells in a scored workbook how a leaf's points came about, and how the appraised ones where they are others.
func (v *filled) explanation(leaf *scoring.Criterion) draft.Value {
	if !v.scored() || v.Table != nil {
		return draft.Value{}
	}
	node := v.nodes[leaf.Number]
	self, appraised := node.Self.Explanation, node.Appraised.Explanation
	if self == appraised {
		return draft.Text(self)
	}
	lines := []string{"Tự chấm: " + self, "Thẩm định: " + appraised}
	return draft.Text(strings.Join(lines, "\n"))
}

// Merged is a filling of the whole form with what was merged.
func Merged(m handover.Merged) Filling {
	f := filling(m.Submission, m.Contact, m.UnitFixed, m.Raw, m.Credits)
	f.Conflicts = m.Conflicts
	f.LastYear = m.LastYear
	return f
}

// Carried is a filling of the new form with what was carried over from the old one. Whom to ask, and what the secretariat fixed, is
// another year's no longer.
func Carried(c handover.Carryover, from handover.Hand) Filling {
	if c.AnotherYear {
		from.Contact, from.UnitFixed = "", false
	}
	f := filling(c.Submission, from.Contact, from.UnitFixed, c.Raw, c.Credits)
	f.LastYear = c.LastYear
	return f
}

func filling(s scoring.Submission, contact string, fixed bool, raw map[expr.Key]string, credits handover.Credits) Filling {
	f := Filling{Submission: s, Contact: contact, UnitFixed: fixed, Credits: credits, Unread: map[string]string{}}
	for key, text := range raw {
		f.Unread[key.String()] = text
	}
	return f
}
