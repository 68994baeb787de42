package reader

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// Reading is what a workbook says: the submission, and what is wrong with the sheet. What is wrong with a cell of an answer
// is in the answer itself ([expr.BadAnswer]): [scoring.Score] reports it with the weight that the rules give it.
type Reading struct {
	Stamp      templates.Stamp
	Submission scoring.Submission
	Contact    string
	UnitFixed  bool // the secretariat fixed who the unit is, when it made the form
	Problems   []Problem
	Unread     map[string]string   // what stood in cells that could not be used, by path, to be shown again
	Part       *templates.Part     // whose part of the form it is; nil of the whole
	Credits    handover.Credits    // who wrote the texts, where the form was merged
	Notice     templates.Notice    // what the form says about handing it in
	Conflicts  []handover.Conflict // what the departments answered differently, where the form was merged
	Memory     templates.Memory    // what a scored workbook kept of its past
	SavedBy    string              // who saved the workbook last, as its properties say; "" where no person did
	Saved      time.Time           // and when; zero where it doesn't say
	LastYear   handover.LastYear   // of a form that was made from last year's, what was declared then
	scored     map[string]string   // fingerprints of the answers that were scored, by their names on the hidden sheet
	made       string              // the mark of what the form was made with; "" of a blank one
	Signature  map[templates.SignaturePlace]string
	Declared   []templates.NamedValue // of a scored workbook, its lines about the answers that were scored first
	layout     *templates.Layout
	grid       *grid
	over       []overCell
	overSaid   []Problem
}

// reader reads one book by one layout.
type reader struct {
	*templates.Layout
	book    *Book
	grid    *grid
	beside  xlsx.Beside
	out     *Reading
	offered map[*templates.OptionList][]string // the options' texts as this file spells them
	// hiddenCells are the cells that are read though nobody sees them on the sheet.
	hiddenCells []string
	nodeRows    []nodeRow // in the order of the sheet
	kept        kept
	oldTexts    []oldText
}

// Read takes the submission from a book whose stamp names the layout's rule set. Rows and columns are found by their keys,
// wherever they are now. The error is a *[Refused] where rules and form do not belong together, or where the keys are gone:
// there is never a part of a form that looks like the whole.
func Read(l *templates.Layout, book *Book) (*Reading, error) {
	if err := accepts(l, book); err != nil {
		return nil, err
	}
	sheet, keys, err := findSheet(book.file, l.SheetName())
	if err != nil {
		return nil, err
	}
	grid, notes, err := readGrid(l, sheet, keys, book.Stamp.Stage)
	if err != nil {
		return nil, err
	}
	out := &Reading{Stamp: book.Stamp, Part: l.Part, Credits: credits(l, book), Notice: templates.NoticeOf(book.fixed), Conflicts: templates.ConflictsOf(book.fixed), Unread: map[string]string{}, layout: l, grid: grid, made: book.fixed[templates.FixedMade], Saved: book.saved()}
	r := &reader{Layout: l, book: book, grid: grid, out: out, offered: offered(l, book), beside: book.file.Beside(grid.Sheet)}
	r.remember()
	r.sayIdentity(notes)
	r.sayByKeys()
	if err := r.sameExempt(); err != nil {
		return nil, err
	}
	r.readKept()
	r.readUnit()
	r.readDeclared()
	r.readLastYear()
	r.readAppraisal()
	r.sayOldTexts()
	r.sayRows()
	r.lookAround()
	r.sayReckoned()
	r.sayBeside()
	r.sayAdded()
	r.sayTyped()
	if len(r.hiddenCells) > 0 {
		r.say("", problem.FormCellsHidden, few(r.hiddenCells))
	}
	r.sayKept()
	return r.out, nil
}

// accepts refuses a book of another rule set, of another edition of the form, or of another part of it.
func accepts(l *templates.Layout, book *Book) error {
	if err := sameEdition(l, book); err != nil {
		return err
	}
	if book.Stamp.Part != l.Stamp("", "").Part {
		return aPart(l, book)
	}
	return nil
}

// sameEdition refuses a book of another rule set or another edition of the form.
func sameEdition(l *templates.Layout, book *Book) error {
	theirs, ours := book.Stamp, l.Stamp("", "")
	if theirs.RuleSet != ours.RuleSet {
		return refuse(problem.FormOtherRules, clip(theirs.RuleSet), ours.RuleSet)
	}
	if theirs.Form != ours.Form {
		return refuse(problem.FormOtherEdition, ours.RuleSet, brief(theirs.Form), brief(ours.Form), changesSince(l, book))
	}
	return nil
}

// sayIdentity notes what about the file and its sheets is not as it was made.
func (r *reader) sayIdentity(notes []problem.Problem) {
	stamp, name := r.book.Stamp, printable(r.grid.Name)
	if stamp.Rules != r.Stamp("", "").Rules {
		r.say("", problem.FormRulesChanged, stamp.RuleSet, brief(stamp.Rules), brief(r.Stamp("", "").Rules))
	}
	if len(r.book.stripped) > 0 {
		r.say("", problem.FormPropertyMissing, strings.Join(r.book.stripped, ", "))
	}
	if r.grid.Name != r.SheetName() {
		r.say("", problem.FormSheetRenamed, r.SheetName(), name)
	}
	hidden := func(s xlsx.SheetInfo) bool { return s.Name == r.grid.Name && s.State != xlsx.Visible }
	if slices.ContainsFunc(r.book.file.Sheets(), hidden) {
		r.say("", problem.FormSheetHidden, name)
	}
	for _, p := range notes {
		r.report(p, xlsx.Cell{})
	}
}

// readDeclared reads the unit's answers and texts.
func (r *reader) readDeclared() {
	s := &r.out.Submission
	s.Answers, s.Evidence, s.Justification = expr.Answers{}, map[string]string{}, map[string]string{}
	for _, row := range r.Rows {
		switch {
		case row.Kind == templates.InputRow:
			key := row.Node.Key(row.Input.Name)
			if answer := r.declared(row, key.String()); !answer.IsBlank() {
				s.Answers[key] = answer
			}
		case row.Kind == templates.NodeRow && row.Node.IsLeaf():
			r.leafText(s.Evidence, row.Node, templates.EvidenceColumn)
			r.leafText(s.Justification, row.Node, templates.ReasonColumn)
		}
	}
}

// answer reads an answer's cell in one of the two columns that hold answers.
func (r *reader) answer(row templates.Row, c templates.Column, path string) expr.Answer {
	if p := r.rowProblem(row); p != nil {
		if c == templates.AnswerColumn {
			return expr.BadAnswer(*p)
		}
		return expr.Answer{}
	}
	cell, _ := r.grid.at(row.Key, c)
	answer := r.answerIn(row, cell)
	if _, bad := answer.Bad(); bad {
		if p, was := r.cause(path, cell); was {
			answer = expr.BadAnswer(p)
		}
		r.out.Unread[path] = cell.Text
	} else if !answer.IsBlank() {
		r.sayUsed(row.Input.Label, cell, path)
		for _, p := range []*problem.Problem{percentNote(*row.Input, answer, cell), dayNote(*row.Input, answer, cell)} {
			if p != nil {
				p.Path = path
				r.report(*p, cell)
			}
		}
	}
	return answer
}

// answerIn reads a cell as an answer. What stands in merged cells is none: nobody knows which row it belongs to.
func (r *reader) answerIn(row templates.Row, cell xlsx.Cell) expr.Answer {
	if merged, ok := r.unclear(cell); ok {
		return expr.BadAnswer(problem.New(problem.CellMerged, "", row.Input.Label, merged.String()))
	}
	if r.isPicture(cell) {
		return expr.BadAnswer(problem.New(problem.CellPicture, "", row.Input.Label))
	}
	var options []string
	if row.Options != nil {
		options = r.offered[row.Options]
	}
	return r.answerOf(*row.Input, options, cell)
}

// sayUsed notes what is odd about a cell whose value is used all the same.
func (r *reader) sayUsed(label string, cell xlsx.Cell, path string) {
	if cell.Formula {
		r.report(problem.New(problem.CellFormula, path, label, shown(cell.Text)), cell)
	}
	if cell.Format == xlsx.FormatOther && cell.Kind == xlsx.Number {
		r.report(problem.New(problem.CellShowsOther, path, label, shown(cell.Text)), cell)
	}
	if r.grid.RowHidden(cell.Row) || r.grid.ColumnHidden(cell.Col) {
		r.hiddenCells = append(r.hiddenCells, cell.Ref())
	}
}

// unclear says that a cell is merged with others and something stands in them.
func (r *reader) unclear(cell xlsx.Cell) (xlsx.Range, bool) {
	merged, ok := r.merged(cell)
	return merged, ok && !(isBlank(cell) && isBlank(r.grid.Cell(merged.Top, merged.Left)))
}

// merged is the range that a cell is merged into, with other cells.
func (r *reader) merged(cell xlsx.Cell) (xlsx.Range, bool) {
	merged, ok := r.grid.Merged(cell.Row, cell.Col)
	return merged, ok && (merged.Top != merged.Bottom || merged.Left != merged.Right)
}

// rowProblem says why the row of a key can't be read: it is not there, there are several, or the words beside the key are not its own.
func (r *reader) rowProblem(row templates.Row) *problem.Problem {
	at := r.grid.rows[row.Key]
	if len(at) == 1 {
		return r.exchanged(row)
	}
	p := problem.New(problem.FormKeyMissing, row.Key, row.Key, rowWords(row))
	if len(at) > 1 {
		p = problem.New(problem.FormKeyTwice, row.Key, row.Key, rowWords(row), r.refs(at, r.grid.columns[templates.KeyColumn]))
	}
	return &p
}

func (r *reader) refs(rows []int, col int) string {
	var refs []string
	for _, row := range rows {
		refs = append(refs, xlsx.Cell{Row: row, Col: col}.Ref())
	}
	return few(refs)
}

// rowWords says in a message what a row is.
func rowWords(r templates.Row) string {
	switch {
	case r.Input != nil:
		return r.Input.Label
	case r.Node != nil:
		return r.Node.Name
	case r.Kind == templates.FieldRow:
		return "thông tin đầu phiếu"
	}
	return "dòng tổng"
}

// say notes a problem that has no cell.
func (r *reader) say(path string, code problem.Code, args ...any) {
	r.report(problem.New(code, path, args...), xlsx.Cell{})
}

// report notes a problem at a cell of the form's sheet; the zero cell is none.
func (r *reader) report(p problem.Problem, at xlsx.Cell) {
	placed := Problem{Problem: p}
	if at.Row > 0 {
		placed.Sheet, placed.Cell = printable(r.grid.Name), at.Ref()
	}
	r.out.Problems = append(r.out.Problems, placed)
}

// reportText notes a problem of a text, at the cell that it was read from and for its own column.
func (r *reader) reportText(p problem.Problem, at xlsx.Cell, c templates.Column) {
	r.report(p, at)
	r.out.Problems[len(r.out.Problems)-1].Column = c
}

// brief is as much of a hash as tells two editions apart.
func brief(hash string) string { return fmt.Sprintf("%.8s", hash) }
