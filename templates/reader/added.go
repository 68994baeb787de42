package reader

import (
	"slices"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// sayAdded names the sheets that somebody added, the comments that are pinned to cells, and the options that were edited:
// none of them is read.
func (r *reader) sayAdded() {
	ours := []string{r.grid.Name, r.SheetName(), templates.GuideSheet, templates.HiddenSheet, templates.CarrySheet, templates.ConflictSheet}
	if r.book.Stamp.Stage == templates.ScoredStage {
		ours = append(ours, templates.ResultSheet, templates.ProblemSheet, templates.DiffSheet, templates.ConfirmSheet, templates.JournalSheet)
	}
	for _, sheet := range r.book.file.Sheets() {
		if !slices.Contains(ours, sheet.Name) {
			r.say("", problem.FormSheetAdded, quote(sheet.Name))
			continue
		}
		r.sayComments(sheet.Name)
	}
	r.sayOptions()
}

// sayComments names the comments of a sheet, but those on the form whose texts stand beside the reasons.
func (r *reader) sayComments(sheet string) {
	var kept []xlsx.Place
	notes, broken := r.beside.Notes, r.beside.NotesBroken
	if sheet == r.grid.Name {
		kept = r.keptNotes()
	} else {
		notes, broken = r.book.file.Notes(sheet)
	}
	if broken {
		r.say("", problem.FormComment, "không đọc được hết")
	}
	for _, note := range notes {
		if note.Text == "" || slices.Contains(kept, note.Place) {
			continue
		}
		p := Problem{Problem: problem.New(problem.FormComment, "", quoteLong(note.Text)), Sheet: printable(sheet)}
		if note.Place != (xlsx.Place{}) {
			p.Cell = note.Ref()
		}
		r.out.Problems = append(r.out.Problems, p)
	}
}

// sayOptions names the options on the hidden sheet that are not the rule set's, whatever the case and the spaces. A form that lost
// the sheet has none.
func (r *reader) sayOptions() {
	if r.book.hidden == nil {
		return
	}
	for _, list := range r.Options {
		for i, text := range list.Texts {
			cell := r.book.hidden.Cell(list.First+i, list.Column)
			if isBlank(cell) || cell.Text == text || fold(cell.Text) == fold(text) {
				continue
			}
			p := Problem{Problem: problem.New(problem.FormOptionEdited, "", contents(cell), quote(text)), Sheet: templates.HiddenSheet, Cell: cell.Ref()}
			r.out.Problems = append(r.out.Problems, p)
		}
	}
}
