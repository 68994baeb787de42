package draft

import (
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sheet lays out one sheet. The order matters: a filter forgets what was said of the sheet before, charts need the sizes
// of rows and columns, and cells that a merge covers send their values to its first.
func (p *press) sheet(s *Sheet) error {
	steps := []func(*Sheet) error{
		p.filter, p.settings, p.columns, p.rows, p.cells, p.merges, p.freeze, p.protect,
		p.validations, p.conditions, p.page, p.charts,
	}
	for _, step := range steps {
		if err := step(s); err != nil {
			return err
		}
	}
	return p.inside(s)
}

func (p *press) filter(s *Sheet) error {
	if s.Filter == nil {
		return nil
	}
	return p.file.AutoFilter(s.Name, s.Filter.String(), nil)
}

func (p *press) settings(s *Sheet) error {
	fit, below := true, false
	props := &excelize.SheetPropsOptions{FitToPage: &fit, OutlineSummaryBelow: &below} // a group's heading stands above it
	if err := p.file.SetSheetProps(s.Name, props); err != nil {
		return err
	}
	return p.file.SetSheetDimension(s.Name, "") // readers count for themselves
}

func (p *press) columns(s *Sheet) error {
	for i, c := range s.Columns {
		name := string(appendColumn(nil, i+1))
		if c.Width > 0 {
			if err := p.file.SetColWidth(s.Name, name, name, c.Width); err != nil {
				return err
			}
		}
		if c.Hidden {
			if err := p.file.SetColVisible(s.Name, name, false); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *press) rows(s *Sheet) error {
	for _, n := range slices.Sorted(maps.Keys(s.Rows)) {
		if err := p.row(s.Name, n, s.Rows[n]); err != nil {
			return err
		}
	}
	return nil
}

func (p *press) row(sheet string, n int, r Row) error {
	if r.Height > 0 {
		if err := p.file.SetRowHeight(sheet, n, r.Height); err != nil {
			return err
		}
	}
	if r.Hidden {
		if err := p.file.SetRowVisible(sheet, n, false); err != nil {
			return err
		}
	}
	if r.Outline > 0 {
		return p.file.SetRowOutlineLevel(sheet, n, uint8(r.Outline))
	}
	return nil
}

func (p *press) cells(s *Sheet) error {
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.bare() {
			continue
		}
		if err := p.value(s.Name, c); err != nil {
			return err
		}
		id, err := p.look(c.look())
		if err != nil {
			return err
		}
		name := c.Place.String()
		if err := p.file.SetCellStyle(s.Name, name, name, id); err != nil {
			return err
		}
	}
	return nil
}

// bare says that there is nothing to write.
func (c *Cell) bare() bool { return c.Value.Kind == Empty && c.Formula == "" && c.Style == Style{} }

// look is the cell's style; a formula's value needs no mark, nobody types over it as text.
func (c *Cell) look() look {
	quoted := c.Formula == "" && (c.Value.Kind == TextKind && risky(c.Value.Text) ||
		c.Value.Kind == RichKind && risky(c.Value.Runs[0].Text))
	return look{c.Style, quoted}
}

func (p *press) value(sheet string, c *Cell) error {
	name := c.Place.String()
	if c.Formula != "" {
		return p.file.SetCellFormula(sheet, name, clean(c.Formula)) // its value follows, see inside
	}
	switch c.Value.Kind {
	case TextKind:
		return p.file.SetCellStr(sheet, name, guard(clean(c.Value.Text))) // excelize guards only rich texts
	case NumberKind:
		return p.file.SetCellDefault(sheet, name, c.Value.Number.String())
	case RichKind:
		return p.file.SetCellRichText(sheet, name, excelRuns(c.Value.Runs))
	default:
		return nil
	}
}

func excelRuns(runs []Run) []excelize.RichTextRun {
	out := make([]excelize.RichTextRun, len(runs))
	for i, r := range runs {
		out[i] = excelize.RichTextRun{Text: clean(r.Text), Font: excelFont(r.Font)}
	}
	return out
}

func (p *press) merges(s *Sheet) error {
	for _, m := range s.Merges {
		if err := p.file.MergeCell(s.Name, m.From.String(), m.To.String()); err != nil {
			return err
		}
	}
	return nil
}

func (p *press) freeze(s *Sheet) error {
	if s.Freeze == (Place{}) {
		return nil
	}
	across, down := max(s.Freeze.Col-1, 0), max(s.Freeze.Row-1, 0)
	pane := "bottomRight"
	switch {
	case across == 0:
		pane = "bottomLeft"
	case down == 0:
		pane = "topRight"
	}
	first := Place{down + 1, across + 1}.String()
	return p.file.SetPanes(s.Name, &excelize.Panes{
		Freeze: true, XSplit: across, YSplit: down, TopLeftCell: first, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: first, ActiveCell: first, Pane: pane}},
	})
}

// protect locks all cells but the unlocked ones; sizes of rows and columns may still be changed, and filters used.
func (p *press) protect(s *Sheet) error {
	if !s.Protected {
		return nil
	}
	return p.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, AutoFilter: s.Filter != nil,
	})
}
