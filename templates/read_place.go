package templates

import (
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/xlsx"
)

// Problem is a problem with its place in a workbook. Sheet and Cell are empty where it concerns no cell.
type Problem struct {
	problem.Problem
	Sheet, Cell string
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
	key, c := pathPlace(p)
	placed := Problem{Problem: p}
	if _, known := r.layout.Row(key); !known || c == 0 {
		return placed
	}
	placed.Sheet = printable(r.grid.Name)
	rows, col := r.grid.rows[key], r.grid.columns[c]
	if len(rows) == 0 { // the row is gone: the leaf that it belonged to is the next best place
		leaf, _, _ := strings.Cut(key, ":")
		rows, col = r.grid.rows[leaf], r.grid.columns[NumberColumn]
	}
	if len(rows) > 0 && col > 0 {
		placed.Cell = xlsx.Cell{Row: rows[0], Col: col}.Ref()
	}
	return placed
}

// pathPlace says in which row and column a problem's path stands; column 0 is none.
func pathPlace(p problem.Problem) (key string, c Column) {
	path, side, _ := strings.Cut(p.Path, "@")
	switch parsed, isKey := expr.ParseKey(path); {
	case strings.HasPrefix(p.Path, "@"):
		return p.Path, FieldColumn
	case p.Path == scoring.AppraisedPath(parsed):
		return path, AppraisedAnswer
	case p.Path == scoring.VerdictPath(path):
		return path, SetColumn
	case isKey && side == "":
		return path, AnswerColumn
	case path == "":
		return "", 0
	}
	return path, leafColumn(p.Code)
}

// leafColumn is where a problem with a leaf as a whole is put right.
func leafColumn(code problem.Code) Column {
	switch code {
	case problem.EvidenceMissing:
		return EvidenceColumn
	case problem.AppraisalReason:
		return WhyColumn
	case problem.LeafAwaiting:
		return SelfColumn
	}
	return NameColumn
}
