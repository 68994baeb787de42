package reader

import (
	"strings"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// Problem is a problem with its place in a workbook. Sheet and Cell are empty where it concerns no cell. Column is that of the cell
// in the form as it is laid out, where the problem itself doesn't tell it: a text may stand in several.
type Problem struct {
	problem.Problem
	Sheet, Cell string
	Column      templates.Column
}

// Place is the row and the column of the form that a problem is about; column 0 is none.
func (p Problem) Place() (key string, c templates.Column) {
	key, c = templates.PlaceOf(p.Problem)
	if p.Column != 0 {
		c = p.Column
	}
	return key, c
}

// Finding is the problem as a scored workbook keeps it.
func (p Problem) Finding() templates.Finding {
	return templates.Finding{Code: p.Code, Severity: p.Severity, Path: p.Path, Args: p.Args, Sheet: p.Sheet, Cell: p.Cell}
}

// Where is the place as people write it, "Phiếu chấm!E12"; "" where there is none.
func (p Problem) Where() string {
	if p.Cell == "" {
		return p.Sheet
	}
	return p.Sheet + "!" + p.Cell
}

// Locate puts a problem at the cell where its path stood in the file that was read, however its rows and columns were moved.
func (r *Reading) Locate(p problem.Problem) Problem {
	key, c := templates.PlaceOf(p)
	placed := Problem{Problem: p}
	if _, known := r.layout.Row(key); !known || c == 0 {
		return placed
	}
	placed.Sheet = printable(r.grid.Name)
	rows, col := r.grid.rows[key], r.grid.columns[c]
	if len(rows) == 0 { // the row is gone: the leaf that it belonged to is the next best place
		leaf, _, _ := strings.Cut(key, ":")
		rows, col = r.grid.rows[leaf], r.grid.columns[templates.NumberColumn]
	}
	if len(rows) > 0 && col > 0 {
		placed.Cell = xlsx.Cell{Row: rows[0], Col: col}.Ref()
	}
	return placed
}
