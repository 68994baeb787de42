package xlsx

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Beside is what a sheet holds that is no cell's value: links behind texts, notes, pictures, files, shapes. Whoever only reads
// values would lose it without a word. It lies in parts that no value needs, so one that is broken is read as far as it goes.
type Beside struct {
	Links    []Link
	Notes    []Note
	Pictures []Place // in a cell, or the cell under a floating one's upper left corner
	Files    []Place // embedded; the zero place where the file doesn't tell
	Shapes   []Place // drawings and text boxes without words
	Boxes    []Note  // the words of those that have some

	NotesBroken bool // a list of notes could not be read to its end
}

// Place is a cell's place, both counted from 1.
type Place struct{ Row, Col int }

// Ref is the cell's name, such as "F12".
func (p Place) Ref() string { return Cell{Row: p.Row, Col: p.Col}.Ref() }

// Link is an address behind cells.
type Link struct {
	Range   Range
	Address string
}

// Note is what somebody noted on a cell, with the answers to it, as one text.
type Note struct {
	Place
	Text string
}

// maxBeside bounds each list: nobody reads more.
const maxBeside = 1000

// hyperlink is a link as the sheet lists it: its address stands among the relations.
type hyperlink struct {
	cells        Range
	id, location string
}

// readLink takes one link of the sheet. A broken one is none.
func (s *scanner) readLink() error {
	raw, _ := s.attr("ref")
	location, _ := s.attr("location")
	if cells, ok := parseRange(raw); ok && len(s.sheet.links) < maxBeside {
		s.sheet.links = append(s.sheet.links, hyperlink{cells, s.relation(), string(location)})
	}
	return s.skip()
}

// notePicture notes a cell whose formula or value is a picture in the cell: WPS calls DISPIMG, Excel shows an error to
// programs that don't know the value's own kind.
func (s *scanner) notePicture(cell *Cell) {
	byFormula := cell.Formula && strings.HasPrefix(s.formula, "DISPIMG(")
	byText := cell.Kind == Text && (bytes.HasPrefix(s.value, []byte("=DISPIMG(")) || strings.HasPrefix(cell.Text, "=DISPIMG("))
	byValue := cell.Kind == Error && s.rich && string(s.value) == "#VALUE!"
	if (byFormula || byText || byValue) && len(s.sheet.pictures) < maxBeside {
		s.sheet.pictures = append(s.sheet.pictures, Place{cell.Row, cell.Col})
	}
}

// noteAddress notes the address of a link that a formula makes: HYPERLINK("https://…","Báo cáo 105").
func (s *scanner) noteAddress(cell *Cell) {
	rest, ok := strings.CutPrefix(s.formula, `HYPERLINK("`)
	if address, _, closed := strings.Cut(rest, `"`); ok && closed && len(s.sheet.links) < maxBeside {
		s.sheet.links = append(s.sheet.links, hyperlink{Range{cell.Row, cell.Col, cell.Row, cell.Col}, "", address})
	}
}

// formulaHead is the beginning of the formula whose start tag was just read, without the mark of newer functions. Only what makes
// links and pictures is looked at.
func (s *scanner) formulaHead() string {
	const most = 4096
	rest := s.data[s.pos:]
	rest = rest[:min(len(rest), most)]
	if end := bytes.IndexByte(rest, '<'); end >= 0 {
		rest = rest[:end]
	}
	rest = bytes.TrimPrefix(rest, []byte("_xlfn."))
	if s.empty || !hasPrefix(rest, "HYPERLINK(") && !hasPrefix(rest, "DISPIMG(") || !validReferences(rest) {
		return ""
	}
	return string(decode(rest))
}

// Beside reads what stands beside a sheet's cells.
func (b *Book) Beside(s *Sheet) Beside {
	out := Beside{Pictures: slices.Clone(s.pictures)}
	all, _ := b.pack.relations(s.source)
	addresses := map[string]string{}
	for _, r := range all {
		switch r.kind {
		case "hyperlink":
			addresses[r.id] = r.address
		case "drawing":
			b.pack.drawing(r.target, &out)
		case "oleObject", "package":
			out.Files = append(out.Files, Place{})
		}
	}
	for _, l := range s.links {
		if address := cmp.Or(addresses[l.id], l.location); address != "" {
			out.Links = append(out.Links, Link{l.cells, address})
		}
	}
	b.pack.placeFiles(s.source, &out)
	out.Notes, out.NotesBroken = b.pack.allNotes(all)
	out.tidy()
	return out
}

// placeFiles finds the cells of the embedded files, which the sheet itself tells.
func (p pack) placeFiles(part string, out *Beside) {
	if len(out.Files) == 0 {
		return
	}
	var placed []Place
	p.anchors(part, []string{"oleObject"}, func(a anchored) {
		if a.at != (Place{}) {
			placed = append(placed, a.at)
		}
	})
	if len(placed) > 0 {
		out.Files = placed
	}
	out.Shapes = slices.DeleteFunc(out.Shapes, func(at Place) bool { return slices.Contains(out.Files, at) }) // their icons
}

// drawing takes the places of what a drawing shows. Charts are of the sheet's own numbers.
func (p pack) drawing(part string, out *Beside) {
	p.anchors(part, []string{"oneCellAnchor", "twoCellAnchor", "absoluteAnchor"}, func(a anchored) {
		text := strings.TrimSpace(composed([]byte(a.text)))
		if text != "" && len(out.Boxes) < maxBeside {
			out.Boxes = append(out.Boxes, Note{a.at, text})
		}
		switch {
		case a.holds["pic"]:
			out.Pictures = append(out.Pictures, a.at)
		case text == "" && (a.holds["sp"] || a.holds["grpSp"] || a.holds["cxnSp"] || a.holds["relIds"]): // the last is SmartArt
			out.Shapes = append(out.Shapes, a.at)
		}
	})
}

// Drawn is what the drawings of any sheet hold, by its name.
func (b *Book) Drawn(name string) (out Beside) {
	at := slices.IndexFunc(b.sheets, func(s listed) bool { return s.Name == name })
	if at < 0 || b.sheets[at].part == "" {
		return out
	}
	links, _ := b.pack.relations(b.sheets[at].part)
	for _, r := range links {
		switch r.kind {
		case "drawing":
			b.pack.drawing(r.target, &out)
		case "oleObject", "package":
			out.Files = append(out.Files, Place{})
		}
	}
	b.pack.placeFiles(b.sheets[at].part, &out)
	out.tidy()
	return out
}

// tidy puts the lists in order, each place once.
func (b *Beside) tidy() {
	for _, list := range []*[]Place{&b.Pictures, &b.Files, &b.Shapes} {
		slices.SortFunc(*list, Place.compare)
		*list = slices.Compact(*list)
		*list = (*list)[:min(len(*list), maxBeside)]
	}
	slices.SortStableFunc(b.Boxes, func(x, y Note) int { return x.Place.compare(y.Place) })
}

// Notes are those of any sheet, by its name; broken says that a list of them could not be read to its end.
func (b *Book) Notes(name string) (all []Note, broken bool) {
	at := slices.IndexFunc(b.sheets, func(s listed) bool { return s.Name == name })
	if at < 0 || b.sheets[at].part == "" {
		return nil, false
	}
	links, _ := b.pack.relations(b.sheets[at].part) // a list that leads nowhere leads to no notes
	return b.pack.allNotes(links)
}

// allNotes are the notes and threads that a sheet's relations lead to, in the order of their cells. Of an old note that only repeats
// a thread the thread is taken.
func (p pack) allNotes(links []relation) (all []Note, broken bool) {
	for _, r := range links {
		read := p.notes
		switch r.kind {
		case "comments":
		case "threadedComment":
			read = p.threads
		default:
			continue
		}
		some, whole := read(r.target)
		all, broken = append(all, some...), broken || !whole
	}
	threaded := map[Place]bool{}
	for _, n := range all {
		threaded[n.Place] = threaded[n.Place] || !strings.HasPrefix(n.Text, oldOfThread)
	}
	all = slices.DeleteFunc(all, func(n Note) bool { return strings.HasPrefix(n.Text, oldOfThread) && threaded[n.Place] })
	slices.SortStableFunc(all, func(x, y Note) int { return x.Place.compare(y.Place) })
	return all, broken
}

// oldOfThread begins the note that Excel writes for programs that don't know threads.
const oldOfThread = "[Threaded comment]"

func (p Place) compare(q Place) int {
	return cmp.Or(cmp.Compare(p.Row, q.Row), cmp.Compare(p.Col, q.Col))
}

// placeOf reads a cell's name; the zero place where it is none.
func placeOf(ref []byte) Place {
	row, col, ok := parseRef(ref)
	if !ok {
		return Place{}
	}
	return Place{row, col}
}

// count reads a number from 0, as drawings count rows and columns.
func count(text []byte) int {
	n, err := strconv.Atoi(string(bytes.TrimSpace(text)))
	if err != nil || n < 0 || n >= maxRow {
		return 0
	}
	return n
}

// composed is a text of such a part, as cells have theirs.
func composed(raw []byte) string { return norm.NFC.String(string(unescape(raw))) }
