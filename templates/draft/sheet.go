package draft

import (
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sheet lays out one sheet. The order matters: a filter forgets what was said of the sheet before, charts need the sizes
// of rows and columns, and cells that a merge covers send their values to its first.
func (b *builder) sheet(s *Sheet) error {
	steps := []func(*Sheet) error{
		b.filter, b.settings, b.columns, b.rows, b.cells, b.merges, b.freeze, b.protect,
		b.validations, b.conditions, b.quiet, b.page, b.charts,
	}
	for _, step := range steps {
		if err := step(s); err != nil {
			return err
		}
	}
	return b.inside(s)
}

func (b *builder) filter(s *Sheet) error {
	if s.Filter == nil {
		return nil
	}
	return b.file.AutoFilter(s.Name, s.Filter.String(), nil)
}

func (b *builder) settings(s *Sheet) error {
	fit, below := s.Page.Scale == 0, false
	props := &excelize.SheetPropsOptions{FitToPage: &fit, OutlineSummaryBelow: &below} // a group's heading stands above it
	if err := b.file.SetSheetProps(s.Name, props); err != nil {
		return err
	}
	return b.file.SetSheetDimension(s.Name, "") // readers count for themselves
}

func (b *builder) columns(s *Sheet) error {
	for i, c := range s.Columns {
		name := string(appendColumn(nil, i+1))
		if c.Width > 0 {
			if err := b.file.SetColWidth(s.Name, name, name, c.Width); err != nil {
				return err
			}
		}
		if c.Hidden {
			if err := b.file.SetColVisible(s.Name, name, false); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *builder) rows(s *Sheet) error {
	for _, n := range slices.Sorted(maps.Keys(s.Rows)) {
		if err := b.row(s.Name, n, s.Rows[n]); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) row(sheet string, n int, r Row) error {
	if r.Height > 0 {
		if err := b.file.SetRowHeight(sheet, n, r.Height); err != nil {
			return err
		}
	}
	if r.Hidden {
		if err := b.file.SetRowVisible(sheet, n, false); err != nil {
			return err
		}
	}
	if r.Outline > 0 {
		return b.file.SetRowOutlineLevel(sheet, n, uint8(r.Outline))
	}
	return nil
}

func (b *builder) cells(s *Sheet) error {
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.bare() {
			continue
		}
		if err := b.value(s.Name, c); err != nil {
			return err
		}
		id, err := b.look(c.look())
		if err != nil {
			return err
		}
		name := c.Place.String()
		if err := b.file.SetCellStyle(s.Name, name, name, id); err != nil {
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

func (b *builder) value(sheet string, c *Cell) error {
	name := c.Place.String()
	if c.Formula != "" {
		return b.file.SetCellFormula(sheet, name, clean(c.Formula)) // its value follows, see inside
	}
	switch c.Value.Kind {
	case TextKind:
		return b.file.SetCellStr(sheet, name, guard(clean(c.Value.Text))) // excelize guards only rich texts
	case NumberKind:
		return b.file.SetCellDefault(sheet, name, c.Value.Number.String())
	case RichKind:
		return b.file.SetCellRichText(sheet, name, excelRuns(c.Value.Runs))
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

func (b *builder) merges(s *Sheet) error {
	for _, m := range s.Merges {
		if err := b.file.MergeCell(s.Name, m.From.String(), m.To.String()); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) freeze(s *Sheet) error {
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
	active := first
	if s.Active != (Place{}) {
		active = s.Active.String()
	}
	return b.file.SetPanes(s.Name, &excelize.Panes{
		Freeze: true, XSplit: across, YSplit: down, TopLeftCell: first, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: active, ActiveCell: active, Pane: pane}},
	})
}

// protect locks all cells but the unlocked ones; sizes of rows and columns may still be changed, and filters used.
func (b *builder) protect(s *Sheet) error {
	if !s.Protected {
		return nil
	}
	return b.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, AutoFilter: s.Filter != nil,
	})
}
