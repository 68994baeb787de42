package templates

import (
	"strings"

	"cchc/scoring"
	"cchc/templates/draft"
)

// node writes the row of an area, criterion or component.
func (w *writer) node(row Row) {
	style := levelStyle(row.Level)
	w.key(row)
	w.put(row, NumberColumn, draft.Text(row.Node.Number), centered(style))
	w.put(row, NameColumn, nodeName(row.Node, w.inCharge(row.Node), style.Font), style)
	w.put(row, MaxColumn, draft.Number(row.Node.Max), pointsStyle(style))
	for _, c := range []Column{AnswerColumn, CheckColumn, EvidenceColumn, ReasonColumn, AppraisedAnswer, SetColumn, WhyColumn, ExplanationColumn} {
		if !row.Node.IsLeaf() || c == AnswerColumn || c == AppraisedAnswer {
			w.put(row, c, draft.Value{}, style)
		}
	}
	if row.Node.IsLeaf() {
		w.leaf(row, style)
	} else {
		w.group(row, style)
	}
	w.settle(row)
}

// nodeName is the name with the rule's wording under it, smaller, and who answers for it.
func nodeName(node *scoring.Criterion, inCharge string, font draft.Font) draft.Value {
	if node.Text+inCharge == "" {
		return draft.Text(node.Name)
	}
	runs := []draft.Run{{Text: node.Name, Font: font}}
	if node.Text != "" {
		runs = append(runs, draft.Run{Text: "\n" + node.Text, Font: ruleFont()})
	}
	if inCharge != "" {
		bold := ruleFont()
		bold.Bold = true
		runs = append(runs, draft.Run{Text: "\nPhụ trách: " + inCharge, Font: bold})
	}
	return draft.Rich(runs...)
}

// settle folds a row under its area, and lets it grow with what is typed.
func (w *writer) settle(row Row) {
	r := w.sheet.Rows[row.Number]
	r.Grows = true
	if row.Level != 1 {
		r.Outline = 1
	}
	w.sheet.Rows[row.Number] = r
}

func (w *writer) group(row Row, style draft.Style) {
	points := pointsStyle(style)
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
func (w *writer) leaf(row Row, style draft.Style) {
	leaf, points := row.Node, pointsStyle(style)
	w.formula(row, SelfColumn, w.points(leaf, SelfColumn), points)
	w.formula(row, AppraisedColumn, w.points(leaf, AppraisedColumn), points)
	w.dropped(row, SelfDropped, SelfColumn)
	w.dropped(row, AppraisedDropped, AppraisedColumn)
	w.formula(row, CheckColumn, draft.Text(w.leafWords(row)), checkStyle(style))
	if w.exempt[leaf] {
		w.put(row, ExemptColumn, number(1), draft.Style{})
	}
	w.leafTexts(row, style)
}

func (w *writer) leafTexts(row Row, style draft.Style) {
	leaf, s := row.Node, w.Submission
	style.Font, style.Top, style.Format = draft.Font{Size: 11}, true, textFormat
	w.put(row, EvidenceColumn, draft.Text(s.Evidence[leaf.Number]), w.forUnit(row, style))
	w.put(row, ReasonColumn, draft.Text(s.Justification[leaf.Number]), w.forUnit(row, style))
	w.put(row, SetColumn, w.setPoints(leaf), w.forAppraiser(row, centered(style)))
	w.put(row, WhyColumn, draft.Text(s.Appraisal.Reasons[leaf.Number]), w.forAppraiser(row, style))
	explanation := draft.Value{}
	if w.scored() {
		explanation = w.explanation(leaf)
	}
	style.Format = ""
	w.put(row, ExplanationColumn, explanation, style)
}

// forUnit is the style of a cell that the unit fills in; what is not assessed anyway is locked and grey.
func (w *writer) forUnit(row Row, style draft.Style) draft.Style {
	if w.exempt[row.Node] {
		style.Fill = lockedFill
		return style
	}
	return fieldStyle(style)
}

// forAppraiser is the style of a cell that the secretariat fills in, once there is a score.
func (w *writer) forAppraiser(row Row, style draft.Style) draft.Style {
	if !w.scored() {
		return style
	}
	return w.forUnit(row, style)
}

// input writes the row of one answer.
func (w *writer) input(row Row) {
	style := answerStyle()
	w.key(row)
	w.put(row, NumberColumn, draft.Text(shortName(row.Input.Name)), centered(style))
	indented := style
	indented.Indent = 1
	w.put(row, NameColumn, inputName(row.Input), indented)
	for _, c := range []Column{MaxColumn, SelfColumn, EvidenceColumn, ReasonColumn, SetColumn, AppraisedColumn, WhyColumn, ExplanationColumn} {
		w.put(row, c, draft.Value{}, style)
	}
	w.put(row, AnswerColumn, w.declaredValue(row), w.forUnit(row, answerCellStyle(row)))
	w.put(row, AppraisedAnswer, w.correctedValue(row), w.forAppraiser(row, answerCellStyle(row)))
	w.formula(row, CheckColumn, draft.Text(w.inputWords(row)), checkStyle(style))
	w.helpers(row)
	w.roomForOptions(row)
	w.settle(row)
}

// helpers writes the hidden cells that the points are reckoned from.
func (w *writer) helpers(row Row) {
	declared := guard(row, w.declared(row))
	w.formula(row, SelfGuard, number(int64(declared)), draft.Style{})
	answer, shown := w.counting(row)
	w.formula(row, CountingAnswer, shown, draft.Style{})
	w.formula(row, CountingGuard, number(int64(guard(row, answer))), draft.Style{})
}

// roomForOptions makes a row high enough for whatever will be picked.
func (w *writer) roomForOptions(row Row) {
	if row.Options == nil {
		return
	}
	for _, text := range row.Options.Texts {
		w.grow(row, fittingHeight(draft.Text(text), answerCellStyle(row), AnswerColumn.width(w.scored())))
	}
}

// shortName shows a name that rule texts refer to, like a and b; longer ones are ours.
func shortName(name string) string {
	if len(name) > 1 {
		return ""
	}
	return name
}

// inputName is an answer's label with the noun that is counted, where the label does not say it.
func inputName(in *scoring.Input) draft.Value {
	if strings.Contains(strings.ToLower(in.Label), strings.ToLower(in.Unit)) {
		return draft.Text(in.Label)
	}
	return draft.Rich(draft.Run{Text: in.Label, Font: draft.Font{Size: 11}}, draft.Run{Text: " (" + in.Unit + ")", Font: ruleFont()})
}
