package templates

import (
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// node writes the row of an area, criterion or component.
func (f *framer) node(row Row) {
	if f.isHeading(row) {
		f.tableHeading(row)
		return
	}
	style := look.Level(row.Level)
	f.key(row)
	f.put(row, NumberColumn, draft.Text(f.ShownNumber(row.Node)), look.Centered(style))
	f.put(row, NameColumn, nodeName(row.Node, f.inCharge(row.Node), style.Font), style)
	f.put(row, MaxColumn, draft.Number(row.Node.Max), look.Points(style))
	f.blank(row, style, AnswerColumn, AppraisedAnswer)
	if !row.Node.IsLeaf() {
		f.blank(row, style, CheckColumn, EvidenceColumn, ReasonColumn, SetColumn, WhyColumn, ExplanationColumn)
	}
	f.settle(row)
}

// nodeName is the name with the rule's wording under it, smaller, and who answers for it.
func nodeName(node *scoring.Criterion, inCharge string, font draft.Font) draft.Value {
	if node.Text+inCharge == "" {
		return draft.Text(node.Title())
	}
	runs := []draft.Run{{Text: node.Title(), Font: font}}
	if node.Text != "" {
		runs = append(runs, draft.Run{Text: "\n" + node.Text, Font: look.RuleFont()})
	}
	if inCharge != "" {
		bold := look.RuleFont()
		bold.Bold = true
		runs = append(runs, draft.Run{Text: "\nPhụ trách: " + inCharge, Font: bold})
	}
	return draft.Rich(runs...)
}

// settle folds a row under its area, and lets it grow with what is typed.
func (f *framer) settle(row Row) {
	r := f.sheet.Rows[row.Number]
	r.Grows = true
	if row.Level != 1 {
		r.Outline = 1
	}
	f.sheet.Rows[row.Number] = r
}

func (w *writer) group(row Row) {
	points := look.Points(look.Level(row.Level))
	w.formula(row, SelfColumn, w.points(row.Node, SelfColumn), points)
	w.formula(row, AppraisedColumn, w.points(row.Node, AppraisedColumn), points)
	w.dropped(row, SelfDropped, SelfColumn)
	w.dropped(row, AppraisedDropped, AppraisedColumn)
}

// dropped writes how many points left the maximum.
func (w *writer) dropped(row Row, c, points Column) {
	w.formula(row, c, draft.Number(w.tally(row.Node.Number, points).NotAssessed), draft.Style{})
}

// leaf writes what a row has that is scored: points, checks, the unit's texts and the appraiser's.
func (w *writer) leaf(row Row) {
	leaf, in, style := row.Node, w.Submission, look.Level(row.Level)
	text, points := textStyle(style), look.Points(style)
	w.formula(row, SelfColumn, w.points(leaf, SelfColumn), points)
	w.formula(row, CheckColumn, draft.Text(w.leafWords(row)), checkStyle(style))
	w.put(row, EvidenceColumn, draft.Text(in.Evidence[leaf.Number]), w.forUnit(row, text))
	w.put(row, ReasonColumn, draft.Text(in.Justification[leaf.Number]), w.forUnit(row, text))
	w.put(row, SetColumn, w.setPoints(leaf), w.forAppraiser(row, look.Centered(text)))
	w.formula(row, AppraisedColumn, w.points(leaf, AppraisedColumn), points)
	w.put(row, WhyColumn, draft.Text(in.Appraisal.Reasons[leaf.Number]), w.forAppraiser(row, text))
	text.Format = ""
	w.put(row, ExplanationColumn, w.explanation(leaf), text)
	w.dropped(row, SelfDropped, SelfColumn)
	w.dropped(row, AppraisedDropped, AppraisedColumn)
	if w.exempt[leaf] {
		w.put(row, ExemptColumn, draft.Count(1), draft.Style{})
	}
}

// textStyle is a cell for a text of some length, in a row of the tree.
func textStyle(s draft.Style) draft.Style {
	s.Font, s.Top, s.Format = draft.Font{Size: 11}, true, look.TextFormat
	return s
}

// forUnit is the style of a cell that the unit fills in, which is done where there is a table.
func (w *writer) forUnit(row Row, style draft.Style) draft.Style {
	if w.Table != nil && !w.exempt[row.Node] {
		return style
	}
	return w.open(row, style)
}

// open is the style of a cell to be filled in; what is not assessed anyway, or not typed, is locked and grey. What another criterion takes
// from one that is not assessed is still to be filled in.
func (w *writer) open(row Row, style draft.Style) draft.Style {
	if w.exempt[row.Node] && !w.used[row.Key] || !row.isTyped() {
		style.Fill = look.LockedFill
		return style
	}
	return look.Field(style)
}

// forAppraiser is the style of a cell that the secretariat fills in, once there is a score.
func (w *writer) forAppraiser(row Row, style draft.Style) draft.Style {
	if !w.full {
		return style
	}
	return w.open(row, style)
}

// input writes the row of one answer.
func (f *framer) input(row Row) {
	style := look.Answer()
	f.key(row)
	f.put(row, NumberColumn, draft.Text(shortName(row.Input.Name)), look.Centered(style))
	indented := style
	indented.Indent = 1
	f.put(row, NameColumn, inputName(row.Node, row.Input), indented)
	f.blank(row, style, MaxColumn, SelfColumn, EvidenceColumn, ReasonColumn, SetColumn, AppraisedColumn, WhyColumn, ExplanationColumn)
	f.roomForOptions(row)
	f.settle(row)
}

// input writes an answer, what is wrong with it, and the hidden cells that the points are reckoned from.
func (w *writer) input(row Row) {
	style := answerCellStyle(row)
	_, shown := w.counting(row)
	if w.IsLive(row) {
		w.formula(row, AnswerColumn, w.reckonedValue(row), w.forUnit(row, style))
	} else {
		w.put(row, AnswerColumn, w.declaredValue(row), w.forUnit(row, style))
	}
	w.formula(row, CheckColumn, draft.Text(w.inputWords(row)), checkStyle(look.Answer()))
	w.put(row, AppraisedAnswer, w.correctedValue(row), w.forAppraiser(row, style))
	w.formula(row, SelfGuard, draft.Count(int64(w.declaredGuard(row))), draft.Style{})
	w.formula(row, CountingAnswer, shown, draft.Style{})
	w.formula(row, CountingGuard, draft.Count(int64(w.countingGuard(row))), draft.Style{})
}

// roomForOptions makes a row high enough for whatever will be picked.
func (f *framer) roomForOptions(row Row) {
	if row.Options == nil {
		return
	}
	for _, text := range row.Options.Texts {
		f.grow(row, fittingHeight(draft.Text(text), answerCellStyle(row), f.width(AnswerColumn)))
	}
}

// shortName shows a name that rule texts refer to, like a and b; longer ones are ours.
func shortName(name string) string {
	if len(name) > 1 {
		return ""
	}
	return name
}

// inputName is an answer's label with the noun that is counted, where the label does not say it, and where it comes from, where nobody
// types it.
func inputName(leaf *scoring.Criterion, in *expr.Input) draft.Value {
	var more []string
	if !strings.Contains(strings.ToLower(in.Label), strings.ToLower(in.Unit)) {
		more = append(more, in.Unit)
	}
	if in.IsReckoned() {
		more = append(more, originWords(leaf, in))
	}
	if len(more) == 0 {
		return draft.Text(in.Label)
	}
	return draft.Rich(draft.Run{Text: in.Label, Font: draft.Font{Size: 11}}, draft.Run{Text: " (" + strings.Join(more, "; ") + ")", Font: look.RuleFont()})
}
