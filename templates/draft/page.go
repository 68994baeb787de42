package draft

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// page sets how a sheet prints: A4, one page wide and as many long as it takes, with room to bind on the left.
func (p *press) page(s *Sheet) error {
	steps := []func(*Sheet) error{p.paper, p.margins, p.footer, p.printNames, p.breaks}
	for _, step := range steps {
		if err := step(s); err != nil {
			return err
		}
	}
	return nil
}

func (p *press) paper(s *Sheet) error {
	a4, wide, long, orientation := 9, 1, 0, "portrait"
	if s.Page.Landscape {
		orientation = "landscape"
	}
	return p.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &long,
	})
}

// margins in inches: 2 cm on the left, 1 cm on the right, 1.5 cm above and below, the footer within.
func (p *press) margins(s *Sheet) error {
	left, right, edge, foot, centred := 0.7874, 0.3937, 0.5906, 0.2756, true
	return p.file.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{
		Left: &left, Right: &right, Top: &edge, Bottom: &edge, Header: &foot, Footer: &foot, Horizontally: &centred,
	})
}

func (p *press) footer(s *Sheet) error {
	if s.Page.Footer == "" {
		return nil
	}
	return p.file.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: footerLook + clean(s.Page.Footer)})
}

// footerLook puts the footer into the middle, small.
const footerLook = `&C&9&"` + family + `,Regular"`

// printNames says by defined names which rows repeat on every page, and what prints.
func (p *press) printNames(s *Sheet) error {
	if r := s.Page.TitleRows; r.From.Row > 0 {
		rows := "$" + strconv.Itoa(r.From.Row) + ":$" + strconv.Itoa(r.To.Row)
		if err := p.name(s, "_xlnm.Print_Titles", rows); err != nil {
			return err
		}
	}
	if a := s.Page.Area; a != nil {
		return p.name(s, "_xlnm.Print_Area", a.From.absolute()+":"+a.To.absolute())
	}
	return nil
}

func (p *press) name(s *Sheet, name, cells string) error {
	sheet := "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!"
	return p.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: sheet + cells, Scope: s.Name})
}

func (p *press) breaks(s *Sheet) error {
	for _, row := range s.Page.Breaks {
		if err := p.file.InsertPageBreak(s.Name, Place{row + 1, 1}.String()); err != nil {
			return err
		}
	}
	return nil
}
