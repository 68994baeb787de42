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
	f.put(row, NameColumn, f.nodeName(row, style.Font), named(style))
	f.put(row, MaxColumn, draft.Number(row.Node.Max), look.Points(style))
	f.blank(row, style, AppraisedAnswer)
	beside := style
	beside.Font = look.RuleFont()
	f.put(row, AnswerColumn, draft.Text(ruleBeside(row)), beside)
	if !row.Node.IsLeaf() {
		f.blank(row, style, CheckColumn, EvidenceColumn, ReasonColumn, SetColumn, WhyColumn, ExplanationColumn)
	}
	f.settle(row)
}

// nodeName is the name, with who answers for it below.
func (f *framer) nodeName(row Row, font draft.Font) draft.Value {
	inCharge := f.inCharge(row.Node)
	if inCharge == "" {
		return draft.Text(row.Node.Title())
	}
	below := look.RuleFont()
	below.Italic = true
	font.Bold = true
	return draft.Rich(draft.Run{Text: row.Node.Title(), Font: font}, draft.Run{Text: "\nPhụ trách: " + inCharge, Font: below})
}

// nameOfBefore is what stood in the name's cell of forms that had the rule's wording there.
func (l *Layout) nameOfBefore(row Row) string {
	text := row.Node.Title() + "\n" + row.Node.Text
	if inCharge := l.inCharge(row.Node); inCharge != "" {
		text += "\nPhụ trách: " + inCharge
	}
	return text
}

// named is the style of a name: it stands out from the rule's wording, whatever the level.
func named(style draft.Style) draft.Style {
	style.Font.Bold = true
	return style
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
	w.sheet.Cells = append(w.sheet.Cells, draft.Cell{Place: row.At(ExplanationColumn), Value: w.explanation(leaf), Style: text}) // it reaches down to the last answer
	w.dropped(row, SelfDropped, SelfColumn)
	w.dropped(row, AppraisedDropped, AppraisedColumn)
	if w.exempt[leaf] {
		w.put(row, ExemptColumn, draft.Count(1), draft.Style{})
	}
}

// textStyle is a cell for a text of some length, in a row of the tree.
func textStyle(s draft.Style) draft.Style {
	s.Font, s.Top, s.Format = draft.Font{Size: 10.5}, true, look.TextFormat
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
	return draft.Rich(draft.Run{Text: in.Label, Font: draft.Font{Size: 10.5}}, draft.Run{Text: " (" + strings.Join(more, "; ") + ")", Font: look.RuleFont()})
}

// ruleOnPaper is the wording of a rule with its paragraphs one after the other: most are a few words long, and a line for each would
// make the form half as long again.
func ruleOnPaper(text string) string {
	paragraphs := strings.Split(text, "\n")
	for i, p := range paragraphs {
		paragraphs[i] = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(p), "- "))
	}
	return strings.Join(paragraphs, "  • ")
}

// ruleFitsBeside says that the wording takes less room beside the name, in the answers' column, than in a row of its own.
func ruleFitsBeside(node *scoring.Criterion, level int) bool {
	style := look.Level(level)
	height := func(text string, font draft.Font, width float64) float64 {
		return look.Passage{Text: text, Width: width, Font: font}.Height()
	}
	text := ruleOnPaper(node.Text)
	name := height(node.Title(), named(style).Font, NameColumn.width(blankView))
	beside := height(text, look.RuleFont(), AnswerColumn.width(blankView))
	return beside <= name+height(text, look.RuleFont(), ruleWidth(blankView))
}

// ruleBeside is the wording in the row of a node; "" where it has a row of its own, or there is none.
func ruleBeside(row Row) string {
	if !row.Beside {
		return ""
	}
	return ruleOnPaper(row.Node.Text)
}

// ruleWidth is how wide the row of the wording is.
func ruleWidth(v view) float64 {
	width := 0.0
	for c := NameColumn; c <= ReasonColumn; c++ {
		width += c.width(v)
	}
	return width
}

// rule writes the row with the wording of a rule.
func (f *framer) rule(row Row) {
	style := look.Answer()
	style.Font = look.RuleFont()
	f.blank(row, style, NumberColumn)
	f.across(row, NameColumn, f.lastShown(), draft.Text(ruleOnPaper(row.Node.Text)), style)
	for c := f.lastShown() + 1; c <= ExplanationColumn; c++ {
		f.blank(row, style, c)
	}
	f.settle(row)
}

// block are the rows of a leaf: its own, that of the wording, and those of its answers.
func (l *Layout) block(leaf Row) []Row {
	end := leaf.Number
	for end < len(l.Rows) && l.Rows[end].Node == leaf.Node {
		end++
	}
	return l.Rows[leaf.Number-1 : end]
}

// explanations merges the cells beside a leaf's rows, where one explanation stands: it is long, and the rows are many.
func (f *framer) explanations() {
	for _, row := range f.Rows {
		if row.Kind != NodeRow || !row.Node.IsLeaf() {
			continue
		}
		if block := f.block(row); len(block) > 1 {
			f.sheet.Merges = append(f.sheet.Merges, draft.Range{From: row.At(ExplanationColumn), To: block[len(block)-1].At(ExplanationColumn)})
		}
	}
}

// roomForExplanations makes the rows of each leaf high enough for its explanation.
func (w *writer) roomForExplanations() {
	if !w.full {
		return
	}
	for i := range w.sheet.Cells {
		cell := &w.sheet.Cells[i]
		if Column(cell.Col) != ExplanationColumn || cell.Value.Kind == draft.Empty {
			continue
		}
		row := w.Rows[cell.Row-1]
		need := fittingHeight(cell.Value, cell.Style, w.width(ExplanationColumn))
		for _, below := range w.block(row)[1:] {
			need -= w.heightOf(below)
		}
		w.grow(row, need)
	}
}
