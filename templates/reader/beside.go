package reader

import (
	"fmt"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// People hand in more than values: a picture of the decision in the cell, a link behind its name, a note on a number. A workbook of
// results is written anew and holds none of it, so texts are kept as texts, and the rest is named.

// isPicture says that a picture stands in the cell, which is no text, whatever a program shows in its place.
func (r *reader) isPicture(cell xlsx.Cell) bool {
	isText := cell.Kind == xlsx.Text && !strings.HasPrefix(cell.Text, "=DISPIMG(") && !cell.Formula
	return !isText && slices.Contains(r.beside.Pictures, xlsx.Place{Row: cell.Row, Col: cell.Col}) && cell.Kind != xlsx.Number && !isBlank(cell)
}

// withAddress adds the address behind a text that proves or explains something: “Báo cáo 105 (https://…)”.
func (r *reader) withAddress(text string, cell xlsx.Cell, c templates.Column) string {
	if c == templates.FieldColumn {
		return text
	}
	for _, link := range r.beside.Links {
		if !link.Range.Contains(cell.Row, cell.Col) {
			continue
		}
		address := oneLine(cleanText(strings.TrimPrefix(link.Address, "mailto:")))
		switch {
		case address == "" || strings.Contains(text, address):
		case text == "":
			return address
		default:
			return text + " (" + address + ")"
		}
	}
	return text
}

// notesOf are the notes on the cells of a leaf that a unit fills in, each with its cell.
func (r *reader) notesOf(leaf *scoring.Criterion) []string {
	var texts []string
	for _, note := range r.beside.Notes {
		if text := oneLine(cleanText(note.Text)); text != "" && r.isFilledIn(leaf, note.Place) {
			texts = append(texts, fmt.Sprintf("[Ghi chú ở ô %s] %s", note.Ref(), text))
		}
	}
	return texts
}

// isFilledIn says that a cell is one of a leaf that units fill in.
func (r *reader) isFilledIn(leaf *scoring.Criterion, at xlsx.Place) bool {
	keys := []string{leaf.Number}
	for _, row := range r.InputRows(leaf) {
		keys = append(keys, row.Key)
	}
	for _, key := range keys {
		for _, c := range []templates.Column{templates.AnswerColumn, templates.EvidenceColumn, templates.ReasonColumn} {
			if cell, ok := r.grid.at(key, c); ok && cell.Row == at.Row && cell.Col == at.Col {
				return true
			}
		}
	}
	return false
}

// sayBeside names once what the file holds that the results don't.
func (r *reader) sayBeside() {
	notes := r.keptNotes()
	things := drawnThings(r.beside, "ô ")
	if len(notes) > 0 {
		things = append(things, "ghi chú"+placed(notes, "ô "))
	}
	r.sayBoxes(r.grid.Name, r.beside.Boxes)
	for _, sheet := range r.printedSheets() {
		drawn := r.book.file.Drawn(sheet)
		things = append(things, drawnThings(drawn, "trang "+quote(sheet)+", ô ")...)
		r.sayBoxes(sheet, drawn.Boxes)
	}
	kept := ""
	if len(notes) > 0 {
		kept = " (nội dung ghi chú ở ô kê khai đã chép sang Giải trình)"
	}
	if len(things) > 0 {
		r.say("", problem.FormBeside, strings.Join(things, "; "), kept)
	}
}

// drawnThings names what is drawn on a sheet, each kind with its places, of which the words say whose they are.
func drawnThings(b xlsx.Beside, where string) []string {
	var things []string
	for _, list := range []struct {
		what   string
		places []xlsx.Place
	}{{"ảnh", b.Pictures}, {"tệp nhúng", b.Files}, {"hình vẽ", b.Shapes}} {
		if len(list.places) > 0 {
			things = append(things, list.what+placed(list.places, where))
		}
	}
	return things
}

// sayBoxes names the words in text boxes and other shapes: nobody reads them.
func (r *reader) sayBoxes(sheet string, boxes []xlsx.Note) {
	for i, box := range boxes {
		if i == mostTexts {
			r.say("", problem.FormBoxText, fmt.Sprintf("(và %d hộp chữ nữa trên trang %s)", len(boxes)-i, quote(sheet)))
			return
		}
		p := Problem{Problem: problem.New(problem.FormBoxText, "", quoteLong(oneLine(cleanText(box.Text)))), Sheet: printable(sheet)}
		if box.Place != (xlsx.Place{}) {
			p.Cell = box.Ref()
		}
		r.out.Problems = append(r.out.Problems, p)
	}
}

// keptNotes are the places of the notes whose texts stand beside the reasons; the others are named one by one.
func (r *reader) keptNotes() []xlsx.Place {
	var places []xlsx.Place
	for _, note := range r.beside.Notes {
		filledIn := func(leaf *scoring.Criterion) bool { return r.isFilledIn(leaf, note.Place) }
		if slices.ContainsFunc(r.Rules.Leaves(), filledIn) {
			places = append(places, note.Place)
		}
	}
	return places
}

// placed lists cells after what stands there, in words that say whose they are; a file may not tell where.
func placed(places []xlsx.Place, where string) string {
	var refs []string
	for _, p := range places {
		if p != (xlsx.Place{}) && !slices.Contains(refs, p.Ref()) {
			refs = append(refs, p.Ref())
		}
	}
	if len(refs) == 0 {
		return ""
	}
	return " (" + where + few(refs) + ")"
}
