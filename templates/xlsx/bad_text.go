package xlsx

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strconv"

	"cchc/scoring/problem"
)

// badText is the error of a text that no cell can hold, where a scanner met it. People know cells and no bytes, so whoever knows
// the sheets looks for the cell: see [Book.inCell].
type badText struct {
	part []byte // the part that holds it
	at   int    // the byte of the part
	ref  string // the cell, where the scanner knows it; else it is looked for
	what string // in Vietnamese
}

func (e *badText) Error() string { return e.what + " ở byte " + strconv.Itoa(e.at) }

func (e *badText) Unwrap() error { return errMarkup }

const tooLongText = "văn bản dài hơn 32.767 ký tự"

func (m *markup) badText(what string) error { return &badText{part: m.data, at: m.pos, what: what} }

// inCell says of a refusal that is about a text in which cell the text stands, where the file tells; the part is a sheet's or the
// table of strings.
func (b *Book) inCell(part string, err error) error {
	refused, ok := errors.AsType[*Refused](err)
	if !ok || refused.text == nil {
		return err
	}
	isSheet := slices.ContainsFunc(b.sheets, func(s listed) bool { return s.part == part })
	index := stringAt(refused.text.part, refused.text.at)
	for _, s := range b.sheets {
		ref := ""
		switch {
		case s.part == part:
			ref = cmp.Or(refused.text.ref, cellAt(refused.text.part, refused.text.at))
		case !isSheet:
			ref = cellOf(b.pack.parts[s.part], index)
		}
		if ref != "" {
			return refuse(problem.FileCellText, s.Name, ref, refused.text.what)
		}
	}
	return err
}

var (
	cellName  = regexp.MustCompile(`^<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3}[0-9]{1,7})"`)
	cellStart = regexp.MustCompile(`<(?:\w+:)?c[\s>]`)
	cellEnd   = regexp.MustCompile(`^<[^<>]*/>|</(?:\w+:)?c>`)
	itemStart = regexp.MustCompile(`<(?:\w+:)?si[\s>/]`)
)

// cellAt is the cell of a sheet's part in which a byte stands; "" where it is in none.
func cellAt(part []byte, at int) string {
	before := part[:min(at, len(part))]
	starts := cellStart.FindAllIndex(before, -1)
	if len(starts) == 0 {
		return ""
	}
	open := starts[len(starts)-1][0]
	name := cellName.FindSubmatch(part[open:])
	if end := cellEnd.FindIndex(before[open:]); name == nil || end != nil {
		return ""
	}
	return string(name[1])
}

// stringAt is the number of the shared string in which a byte stands, from 0.
func stringAt(part []byte, at int) int {
	return len(itemStart.FindAllIndex(part[:min(at, len(part))], -1)) - 1
}

// cellOf is the first cell of a sheet's part that shows a shared string; "" where none does.
func cellOf(part []byte, index int) string {
	shows := regexp.MustCompile(`(<(?:\w+:)?c\s[^<>]*\bt="s"[^<>]*)>\s*<(?:\w+:)?v>\s*` + strconv.Itoa(max(index, 0)) + `\s*</`)
	if cell := shows.FindSubmatch(part); cell != nil {
		if name := cellName.FindSubmatch(cell[1]); name != nil {
			return string(name[1])
		}
	}
	return ""
}
