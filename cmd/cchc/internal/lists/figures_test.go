package lists

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// supplied is a set of one leaf with a target, and two figures, one of them of each block.
func supplied() *scoring.RuleSet {
	muc := scoringtest.NumberIn("muc")
	muc.Given, muc.Max = expr.GivenUnit, scoringtest.Opt("100")
	leaf := scoringtest.LeafOf("1", &kinds.Ratio{Part: "b", Of: "muc", IfZero: kinds.ZeroNone}, muc, scoringtest.NumberIn("b"))
	return &scoring.RuleSet{ID: "mau-2023", Criteria: []scoring.Criterion{*leaf}, Figures: []scoring.Figure{
		{Name: "tb", Label: "Bình quân", From: scoring.FigureMean, Over: "1.1:b", Places: 2, By: scoring.ByBlock}, {Name: "tot", Label: "Cao nhất", From: scoring.FigureMax, Over: "1.1:b"}}}
}

func TestReadFigures(t *testing.T) {
	const head = "so_cong_bo;khoi;gia_tri;bo_chi_so\n"
	tests := []struct {
		name, text string
		want       []string
		found      []string
	}{
		{"as it is written", head + "tb;Sở;0,58;mau-2023\ntb;Ban;1;mau-2023\ntot;;12;mau-2023\n", []string{"tb Sở 0.58", "tb Ban 1", "tot  12"}, nil},
		{"below nought", head + "TB;Sở;-0.5;MAU-2023\ntot;;12;mau-2023\n", []string{"tb Sở -0.5", "tot  12"}, nil},
		{"not announced yet", head + "tb;Sở;;mau-2023\n", []string{"tb Sở "}, []string{"table-figure-none", "table-figure-blank"}},
		{"words for people", "Số công bố;Tên;Khối;Giá trị;Bộ chỉ số;Ghi chú\ntb;bình  quân;Sở;0,58;mau-2023;x\ntot;;;12;mau-2023;\n", []string{"tb Sở 0.58", "tot  12"}, nil},
		{"no block", head + "tb;;0,58;mau-2023\ntot;;12;mau-2023\n", nil, []string{"table-figure-block"}},
		{"a block too many", head + "tb;Sở;1;mau-2023\ntot;Sở;12;mau-2023\n", nil, []string{"table-figure-block"}},
		{"too fine", head + "tb;Sở;0,581;mau-2023\ntot;;1,5;mau-2023\n", nil, []string{"table-figure-places", "table-figure-places"}},
		{"twice, in capitals", head + "tb;Sở;1;mau-2023\nTb;sở;1;mau-2023\ntot;;1;mau-2023\n", nil, []string{"table-figure-twice"}},
		{"of last year", head + "tb;Sở;1;mau-2022\ntot;;1;mau-2023\n", nil, []string{"table-figure-rules"}},
		{"an unknown one", head + "tbb;Sở;1;mau-2023\n", nil, []string{"table-figure-unknown"}},
		{"no number", head + "tb;Sở;một;mau-2023\n", nil, []string{"table-number"}},
		{"no rule set", "so_cong_bo;khoi;gia_tri\ntb;Sở;1\n", nil, []string{"table-column-missing"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rows, problems := ReadFigures("f.csv", []byte(test.text), supplied())
			var got, found []string
			for _, row := range rows {
				value := ""
				if row.Value.Valid {
					value = row.Value.Decimal.String()
				}
				got = append(got, fmt.Sprintf("%s %s %s", row.Figure.Name, row.Block, value))
			}
			for _, p := range problems {
				found = append(found, string(p.Code))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.found, found); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadGiven(t *testing.T) {
	tests := []struct{ name, head, cell, want, found string }{
		{"by its key", "1.1:muc", "40", "40", ""},
		{"with words before it", "Số liệu 1.1:MUC", "40", "40", ""},
		{"not given yet", "1.1:muc", "", "blank", ""},
		{"another key", "11:muc", "40", "", "table-column-unknown"},
		{"no number", "1.1:muc", "nhiều", "", "table-given"},
		{"out of bounds", "1.1:muc", "101", "", "table-given"},
		{"not whole", "1.1:muc", "1,5", "", "table-given"},
		{"below nought", "1.1:muc", "-1", "", "table-given"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			units, problems := ReadUnits("u.csv", []byte("ma;ten;khoi;"+test.head+"\nA;Sở A;Sở;"+test.cell+"\n"), supplied())
			got, found := "", ""
			if len(units) == 1 {
				got = "blank"
				if d, ok := units[0].Given[0].Answer.Number(); ok {
					got = d.String()
				}
			}
			for _, p := range problems {
				found = string(p.Code)
			}
			if got != test.want || found != test.found {
				t.Errorf("%q %q %v", got, found, problems)
			}
		})
	}
	units, _ := ReadUnits("u.csv", []byte("ma;ten;khoi\nA;Sở A;Sở\n"), supplied())
	if len(units) != 1 || units[0].Given != nil {
		t.Errorf("a list without the column says something: %v", units)
	}
}
