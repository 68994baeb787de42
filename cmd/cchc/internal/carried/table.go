package carried

import (
	"cmp"
	"strconv"

	"cchc/cmd/cchc/internal/terminal"
)

// Table is a line for each form: what was carried, and what became of it.
func Table(forms []*Form) string {
	g := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 26}, {Width: 26}, {Width: 9, Right: true}, {Width: 7, Right: true}, {Width: 7, Right: true}, {Width: 5, Right: true}, {Width: 28}}}
	carried := "CHUYỂN"
	for _, f := range forms {
		if f.Carried.AnotherYear {
			carried = "NĂM TRƯỚC"
		}
	}
	g.Add(nil, "PHIẾU CŨ", "ĐƠN VỊ", carried, "GIỮ LẠI", "HẾT CHỖ", "MỚI", "PHIẾU MỚI")
	g.Rule()
	for _, f := range forms {
		unit := f.Unit.Code + " " + f.Unit.Name
		if f.Department != "" {
			unit += ": " + f.Department
		}
		if f.Refused != "" {
			g.Add(nil, f.Name, unit, "—", "—", "—", "—", "không chuyển được")
			continue
		}
		n := f.counts()
		g.Add(nil, f.Name, unit, strconv.Itoa(n.carried), strconv.Itoa(n.held), strconv.Itoa(n.unplaced), strconv.Itoa(n.fresh), cmp.Or(f.Fate, "không còn tiêu chí nào"))
	}
	return g.String()
}
