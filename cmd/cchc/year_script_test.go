package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAYearOfTwentyFiveUnits lives through the two months in which forms come in and are appraised: late forms, corrected ones, one
// handed in twice, appraisals in three rounds, a dispute, a list that changes. After every step all that a person typed is found
// again, in its workbook or beside it, by a check that reads all workbooks and knows nothing of the program.
func TestAYearOfTwentyFiveUnits(t *testing.T) {
	t.Parallel()
	y := &year{T: t, Rand: rand.New(rand.NewPCG(25, 1)), folder: t.TempDir(), typed: map[string]bool{}}
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"the list has 24 units, and each gets a blank form", func() {
			y.listUnits(24)
			y.says("Đã lập 24 phiếu", "template", "2023", "--units", "don-vi.csv", "-o", "phieu")
		}},
		{"twenty hand in", func() { y.handIn(1, 20) }},
		{"they are scored", func() { y.says("Đã chấm 20 phiếu", "score", "nop", "-o", "ket-qua") }},
		{"the first round: ten are appraised", func() { y.appraiseUnits(1, 10) }},
		{"three come late", func() { y.handIn(21, 23) }},
		{"a second scoring takes all in", func() {
			y.says("Đã chấm 23 phiếu: 3 mới, 10 đã sửa, 10 như trước", "score", "nop", "-o", "ket-qua")
		}},
		{"four correct what they had declared, two of them appraised already", func() { y.correctUnits(9, 12) }},
		{"one hands in twice", func() { putFile(y.T, y.path("nop", "DV05", "ban 2.xlsx"), []byte(contents(y.T, y.form(5)))) }},
		{"who is told of", func() { y.says("[form-twice]", "score", "nop", "-o", "ket-qua") }},
		{"the second form is taken out", func() { y.must(os.Remove(y.path("nop", "DV05", "ban 2.xlsx"))) }},
		{"scored by force, and nothing goes", func() { y.says("Đã chấm 23 phiếu", "score", "nop", "-o", "ket-qua", "--force") }},
		{"the second round: all are appraised", func() { y.appraiseUnits(1, 23) }},
		{"in their place", func() { y.says("Đã chấm 23 phiếu: 23 đã sửa", "score", "ket-qua") }},
		{"once more changes nothing", func() { y.says("Đã chấm 23 phiếu: 23 như trước", "score", "ket-qua") }},
		{"the list grows", func() { y.listUnits(25) }},
		{"the last ones hand in", func() {
			y.program("template", "2023", "--units", "don-vi.csv", "-o", "phieu-25")
			y.handInFrom("phieu-25", 24, 25)
		}},
		{"scored by the list", func() {
			y.says("Đã chấm 25 phiếu: 2 mới", "score", "nop", "-o", "ket-qua", "--units", "don-vi.csv")
		}},
		{"a dispute: one appraisal is changed twice", func() { y.appraiseUnits(7, 7); y.program("score", "ket-qua"); y.appraiseUnits(7, 7) }},
		{"the third round", func() {
			y.appraiseUnits(20, 25)
			y.says("Đã chấm 25 phiếu", "score", "nop", "-o", "ket-qua", "--units", "don-vi.csv")
		}},
		{"where it stands", func() {
			y.says("Trong 25 đơn vị: 25 đã nộp, 25 đã chấm", "status", "--units", "don-vi.csv", "nop", "ket-qua")
		}},
	} {
		y.log = append(y.log, step.name)
		step.do()
		y.check()
	}
	if len(y.typed) < 100 {
		t.Errorf("only %d things were typed", len(y.typed))
	}
}

func (y *year) must(err error) {
	y.Helper()
	if err != nil {
		y.Fatal(y.log, err)
	}
}

func (y *year) form(unit int) string {
	return y.path("nop", fmt.Sprintf("DV%02d", unit), "phieu.xlsx")
}

func (y *year) listUnits(n int) {
	var list strings.Builder
	list.WriteString("ma;ten;khoi\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&list, "DV%02d;Đơn vị %d;Khối %d\n", i, i, i%3)
	}
	putFile(y.T, y.path("don-vi.csv"), []byte(list.String()))
}

// says runs the program, which must say that.
func (y *year) says(want string, args ...string) {
	y.Helper()
	y.program(args...)
	if said := y.log[len(y.log)-1]; !strings.Contains(said, want) {
		y.Errorf("%v said %q, want %q in it", args, said, want)
	}
}

func (y *year) handIn(from, to int) { y.handInFrom("phieu", from, to) }

func (y *year) handInFrom(folder string, from, to int) {
	for unit := from; unit <= to; unit++ {
		putFile(y.T, y.form(unit), []byte(contents(y.T, y.path(folder, fmt.Sprintf("DV%02d.xlsx", unit)))))
		y.typeInto(y.form(unit), "kiem_chung", "giai_trinh")
	}
}

func (y *year) correctUnits(from, to int) {
	for unit := from; unit <= to; unit++ {
		y.typeInto(y.form(unit), "kiem_chung", "giai_trinh")
	}
}

func (y *year) appraiseUnits(from, to int) {
	for unit := from; unit <= to; unit++ {
		found, err := filepath.Glob(y.path("ket-qua", fmt.Sprintf("DV%02d *.xlsx", unit)))
		if err != nil || len(found) != 1 {
			y.Fatal(y.log, found, err)
		}
		y.typeInto(found[0], "ly_do", "an_dinh")
	}
}
