package draft

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// page sets how a sheet prints: A4, one page wide unless told otherwise and as many long as it takes, with room to bind on the left.
func (b *builder) page(s *Sheet) error {
	steps := []func(*Sheet) error{b.paper, b.margins, b.footer, b.printNames, b.breaks}
	for _, step := range steps {
		if err := step(s); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) paper(s *Sheet) error {
	a4, wide, long, orientation := 9, max(s.Page.Wide, 1), 0, "portrait"
	if s.Page.Landscape {
		orientation = "landscape"
	}
	layout := &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &long}
	if s.Page.Scale > 0 {
		scale := uint(s.Page.Scale)
		layout.AdjustTo, layout.FitToWidth, layout.FitToHeight = &scale, nil, nil
	}
	return b.file.SetPageLayout(s.Name, layout)
}

// margins in inches: 2 cm on the left, 1 cm on the right, 1.5 cm above and below, the footer within.
func (b *builder) margins(s *Sheet) error {
	left, right, edge, foot, centred := 0.7874, 0.3937, 0.5906, 0.2756, true
	return b.file.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{
		Left: &left, Right: &right, Top: &edge, Bottom: &edge, Header: &foot, Footer: &foot, Horizontally: &centred,
	})
}

func (b *builder) footer(s *Sheet) error {
	if s.Page.Footer == "" {
		return nil
	}
	return b.file.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: footerLook + clean(s.Page.Footer)})
}

// footerLook puts the footer into the middle, small.
const footerLook = `&C&9&"` + family + `,Regular"`

// printNames says by defined names which rows repeat on every page, and what prints.
func (b *builder) printNames(s *Sheet) error {
	var titles []string
	if n := s.Page.TitleColumns; n > 0 {
		titles = append(titles, "$A:$"+string(appendColumn(nil, n)))
	}
	if r := s.Page.TitleRows; r.From.Row > 0 {
		titles = append(titles, "$"+strconv.Itoa(r.From.Row)+":$"+strconv.Itoa(r.To.Row))
	}
	if len(titles) > 0 {
		if err := b.name(s, "_xlnm.Print_Titles", titles...); err != nil {
			return err
		}
	}
	if a := s.Page.Area; a != nil {
		return b.name(s, "_xlnm.Print_Area", a.From.Absolute()+":"+a.To.Absolute())
	}
	return nil
}

// name defines a name for one or more parts of a sheet.
func (b *builder) name(s *Sheet, name string, parts ...string) error {
	sheet := "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!"
	for i, part := range parts {
		parts[i] = sheet + part
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: strings.Join(parts, ","), Scope: s.Name})
}

func (b *builder) breaks(s *Sheet) error {
	var first []Place // of each page
	for _, row := range s.Page.Breaks {
		first = append(first, Place{row + 1, 1})
	}
	for _, col := range s.Page.ColumnBreaks {
		first = append(first, Place{1, col + 1})
	}
	for _, p := range first {
		if err := b.file.InsertPageBreak(s.Name, p.String()); err != nil {
			return err
		}
	}
	return nil
}
