package draft

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRelettered(t *testing.T) {
	behindE := func(col int) int {
		if col > 5 {
			return col + 1
		}
		return col
	}
	for formula, want := range map[string]string{
		`IF(E12="","F12",F12)`:                          `IF(E12="","F12",G12)`,
		`SUM($F$3:G7)+D1`:                               `SUM($G$3:H7)+D1`,
		`OR(E5='_cchc'!$F$2,E5='_cchc'!$F$2:$G$9)`:      `OR(E5='_cchc'!$F$2,E5='_cchc'!$F$2:$G$9)`,
		`IF(Z1>0,AA1,AZ10)&" F1 ""G2"" "`:               `IF(AA1>0,AB1,BA10)&" F1 ""G2"" "`,
		`ROUND(F9*100/G9,2)`:                            `ROUND(G9*100/H9,2)`,
		`IF(MID(1/2,2,1)=",","a","b")`:                  `IF(MID(1/2,2,1)=",","a","b")`,
		`AND($E12<>"",IFERROR("Mức "&LEFT($E12,1),""))`: `AND($E12<>"",IFERROR("Mức "&LEFT($E12,1),""))`,
	} {
		if got := Relettered(formula, behindE); got != want {
			t.Errorf("%s became %s, want %s", formula, got, want)
		}
	}
}

// A column that is put in moves all that stands behind it, on the sheet below as well, and nothing else.
func TestWithColumn(t *testing.T) {
	at := func(row, col int) Place { return Place{row, col} }
	below := &Sheet{Cells: []Cell{{Place: at(1, 2), Formula: "C1"}}}
	s := &Sheet{Over: below, Columns: []Column{{Width: 1}, {Width: 2}, {Width: 3}}, Cells: []Cell{{Place: at(1, 3), Formula: "B1+C2"}, {Place: at(1, 1)}},
		Merges: []Range{{at(1, 1), at(1, 3)}}, Quiet: []Range{{at(1, 3), at(9, 3)}}, Freeze: at(2, 2), Active: at(2, 3),
		Validations: []Validation{{Cells: []Range{{at(1, 3), at(2, 3)}}, Formula: "C1>0"}}, Marks: []Mark{{Cells: Range{at(1, 2), at(2, 2)}, Formula: "$C1=1"}}}
	got := s.WithColumn(2, Column{Width: 9})
	want := &Sheet{Over: &Sheet{Columns: []Column{{Width: 9}}, Cells: []Cell{{Place: at(1, 2), Formula: "D1"}}, Merges: []Range{}, Quiet: []Range{}, Validations: []Validation{}, Marks: []Mark{}},
		Columns: []Column{{Width: 1}, {Width: 2}, {Width: 9}, {Width: 3}}, Cells: []Cell{{Place: at(1, 4), Formula: "B1+D2"}, {Place: at(1, 1)}},
		Merges: []Range{{at(1, 1), at(1, 4)}}, Quiet: []Range{{at(1, 4), at(9, 4)}}, Freeze: at(2, 2), Active: at(2, 4),
		Validations: []Validation{{Cells: []Range{{at(1, 4), at(2, 4)}}, Formula: "D1>0"}}, Marks: []Mark{{Cells: Range{at(1, 2), at(2, 2)}, Formula: "$D1=1"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
