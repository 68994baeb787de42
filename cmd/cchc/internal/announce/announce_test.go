package announce

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/figures"
	"cchc/scoring/kinds"
	"cchc/scoring/scoringtest"
)

// byBlock is a set with a figure of each block, and one from outside.
func byBlock() *scoring.RuleSet {
	leaf := scoringtest.LeafOf("1", &kinds.Ratio{Part: "b", Of: "a", IfZero: kinds.ZeroNone}, scoringtest.NumberIn("a"), scoringtest.NumberIn("b"))
	return &scoring.RuleSet{ID: "mau-2023", Year: 2023, Criteria: []scoring.Criterion{*leaf}, Figures: []scoring.Figure{
		{Name: "tb", Label: "Bình quân", From: scoring.FigureMean, Over: "1.1:b/a", Places: 2, By: scoring.ByBlock}, {Name: "nuoc", Label: "Cả nước", From: scoring.FigureAnnounced, Places: 1}}}
}

func declared(code, block, b string) figures.Declared {
	return figures.Declared{Unit: scoring.Unit{Code: code, Block: block, Ranked: true}, States: map[string]expr.State{},
		Answers: expr.Answers{{Leaf: "1.1", Input: "a"}: expr.NumberAnswer(scoringtest.Dec("3")), {Leaf: "1.1", Input: "b"}: expr.NumberAnswer(scoringtest.Dec(b))}}
}

// says are the values of a list, by figure and block.
func says(t *testing.T, path string) map[string]string {
	t.Helper()
	rows, problems, err := Read(path, byBlock())
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, row := range rows {
		all[row.Figure.Name+" "+row.Block] = value(&row)
	}
	for _, p := range problems {
		all[string(p.Code)] = "!"
	}
	return all
}

// A list is read as it was written, as a workbook and as a text file; what was typed into it stays.
func TestListGoesRound(t *testing.T) {
	for _, name := range []string{"so.xlsx", "so.csv"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			first := []figures.Declared{declared("A", "Sở", "1"), declared("B", "Sở", "2"), declared("C", "Ban", "1")}
			if w, err := Write(path, byBlock(), first, false); err != nil || w.Same || w.Kept {
				t.Fatal(w, err)
			}
			want := map[string]string{"tb Sở": "0,5", "tb Ban": "0,33", "nuoc ": "chưa có", "table-figure-blank": "!"}
			if diff := cmp.Diff(want, says(t, path)); diff != "" {
				t.Fatal(diff)
			}
			if w, err := Write(path, byBlock(), first, false); err != nil || !w.Same {
				t.Errorf("again: %v %v", w, err)
			}
			byHand := "so_cong_bo;khoi;gia_tri;bo_chi_so\ntb;Sở;0,51;mau-2023\ntb;Ban;;mau-2023\ntb;Quận;1;mau-2023\nnuoc;;7,5;mau-2023\n"
			if err := os.WriteFile(path, []byte(byHand), 0o644); err != nil {
				t.Fatal(err)
			}
			w, err := Write(path, byBlock(), first, false)
			if got, _ := os.ReadFile(path); err != nil || !w.Kept || len(w.Revised) != 1 || string(got) != byHand {
				t.Errorf("without force: %+v %v", w, err)
			}
			if w, err = Write(path, byBlock(), first, true); err != nil || w.Beside == "" {
				t.Errorf("with force: %+v %v", w, err)
			}
			want = map[string]string{"tb Sở": "0,5", "tb Ban": "0,33", "tb Quận": "1", "nuoc ": "7,5"}
			if diff := cmp.Diff(want, says(t, path)); diff != "" {
				t.Error(diff)
			}
			if beside, _ := os.ReadFile(path + ".cu"); string(beside) != byHand {
				t.Error("the list that was replaced is not beside")
			}
			if err := os.WriteFile(path, []byte(byHand+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			if w, err = Write(path, byBlock(), first, true); err != nil || w.Beside != path+".cu2" {
				t.Errorf("with force again: %+v %v", w, err)
			}
		})
	}
}

// What is no list for the set is not written onto.
func TestForeignFileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "don-vi.csv")
	if err := os.WriteFile(path, []byte("ma;ten\nA;Sở A\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := Write(path, byBlock(), nil, true)
	if got, _ := os.ReadFile(path); err != nil || len(w.Problems) == 0 || string(got) != "ma;ten\nA;Sở A\n" {
		t.Errorf("%+v %v", w, err)
	}
}
