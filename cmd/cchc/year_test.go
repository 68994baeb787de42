package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// years is how many years of random steps are lived through.
var years = flag.Uint64("years", 2, "how many years of random steps to live through")

// yearSteps is how many steps a year has.
const yearSteps = 30

// TestNothingTypedIsLost lives through years of random steps: forms come in and are corrected, somebody appraises, units are added,
// forms are made and scored, with --force and without, and some runs are killed. After each step every text that a person typed
// stands in a workbook of the office, unless that person replaced it before any run had seen it. Who looks knows nothing of the
// program: it reads all cells of all workbooks with a foreign library.
func TestNothingTypedIsLost(t *testing.T) {
	t.Parallel()
	for seed := range *years {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			y := newYear(t, rand.New(rand.NewPCG(16, seed)))
			for range yearSteps {
				y.step()
				y.check()
			}
			if len(y.typed) < yearSteps/3 {
				t.Errorf("only %d things were typed: the year says nothing", len(y.typed))
			}
		})
	}
}

// year is an office's folder over a year of random steps.
type year struct {
	*testing.T
	*rand.Rand
	folder string
	units  int
	// typed holds what people typed: for each text whether a run of the program has seen it since.
	typed map[string]bool
	log   []string
	read  map[string]string // the texts of workbooks that were read, by path, time and size
}

func newYear(t *testing.T, random *rand.Rand) *year {
	y := &year{T: t, Rand: random, folder: t.TempDir(), typed: map[string]bool{}}
	y.addUnit()
	y.addUnit()
	return y
}

func (y *year) path(parts ...string) string {
	return filepath.Join(append([]string{y.folder}, parts...)...)
}

// step does one thing of those that happen in an office.
func (y *year) step() {
	steps := []struct {
		name string
		do   func()
	}{
		{"a unit is added", y.addUnit}, {"a form comes in", y.submit}, {"a form comes in", y.submit}, {"a form is corrected", y.correct},
		{"somebody appraises", y.appraise}, {"somebody appraises, and remarks on the summary", func() { y.appraise(); y.remark() }},
		{"somebody writes on another sheet", y.writeBeside},
		{"score", func() { y.program("score", "nop", "-o", "ket-qua") }},
		{"score with the list", func() { y.program("score", "nop", "-o", "ket-qua", "--units", "don-vi.csv") }},
		{"score by force", func() { y.program("score", "nop", "-o", "ket-qua", "--force") }},
		{"score the results again", func() { y.program("score", "ket-qua") }},
		{"score, killed", func() { y.killed("score", "nop", "-o", "ket-qua", "--force") }},
	}
	step := steps[y.IntN(len(steps))]
	y.log = append(y.log, step.name)
	step.do()
}

// addUnit adds a line to the list.
func (y *year) addUnit() {
	y.units++
	var list strings.Builder
	list.WriteString("ma;ten;khoi\n")
	for i := range y.units {
		fmt.Fprintf(&list, "DV%d;Đơn vị %d;Sở\n", i+1, i+1)
	}
	putFile(y.T, y.path("don-vi.csv"), []byte(list.String()))
	y.program("template", "2023", "--units", "don-vi.csv", "-o", fmt.Sprintf("phieu-%d", y.units))
}

// submit has a unit fill in its form and hand it in, over the one that it handed in before.
func (y *year) submit() {
	unit := 1 + y.IntN(y.units)
	blank := y.path(fmt.Sprintf("phieu-%d", y.units), fmt.Sprintf("DV%d.xlsx", unit))
	form := y.path("nop", fmt.Sprintf("DV%d", unit), "phieu.xlsx")
	if _, err := os.Stat(form); err == nil {
		y.replaced(form)
	}
	putFile(y.T, form, []byte(contents(y.T, blank)))
	y.typeInto(form, "kiem_chung", "giai_trinh")
}

// correct changes a form that was handed in.
func (y *year) correct() {
	if form := y.any("nop", "*", "phieu.xlsx"); form != "" {
		y.typeInto(form, "kiem_chung", "giai_trinh")
	}
}

// appraise writes into a result.
func (y *year) appraise() {
	if result := y.any("ket-qua", "DV*.xlsx"); result != "" {
		y.typeInto(result, "ly_do", "an_dinh")
	}
}

// remark writes beside the table of all findings.
func (y *year) remark() {
	if path := y.any("ket-qua", "tong-hop.xlsx"); path != "" {
		y.write(path, 0, fmt.Sprintf("L%d", 1+y.IntN(1e3)), "nhận xét")
	}
}

// writeBeside writes on a sheet of a result that the program prints.
func (y *year) writeBeside() {
	path := y.any("ket-qua", "*.xlsx")
	if path == "" || filepath.Base(path) == "tong-hop.xlsx" {
		return
	}
	printed := []int{0, 2, 3, 5, 6} // Kết quả, Vấn đề, Nhật ký, Cần xác nhận, Hướng dẫn
	y.write(path, printed[y.IntN(len(printed))], fmt.Sprintf("Q%d", 2+y.IntN(40)), "bên lề")
}

// write writes a remark of which there is no other into a cell of a workbook's sheet.
func (y *year) write(path string, sheet int, cell, words string) {
	book, err := excelize.OpenFile(path)
	if err != nil {
		y.Fatal(y.log, err)
	}
	defer book.Close()
	value := fmt.Sprintf("%s %06d", words, y.IntN(1e6))
	if err := book.SetCellStr(book.GetSheetList()[sheet], cell, value); err != nil {
		y.Fatal(err)
	}
	if err := book.Save(); err != nil {
		y.Fatal(err)
	}
	y.typed[value] = false
}

func (y *year) any(pattern ...string) string {
	all, err := filepath.Glob(y.path(pattern...))
	if err != nil || len(all) == 0 {
		return ""
	}
	return all[y.IntN(len(all))]
}

// typeInto types two things into a workbook, as a person with a spreadsheet program does.
func (y *year) typeInto(path string, columns ...string) {
	book, err := excelize.OpenFile(path)
	if err != nil {
		y.Fatal(y.log, err)
	}
	defer book.Close()
	cells := cellsByKey(y.T, book)
	leaves := []string{"1.1", "1.2", "2.2.1", "3.2", "5.9", "7.3"}
	for range 2 {
		column := columns[y.IntN(len(columns))]
		at := cells[leaves[y.IntN(len(leaves))]+" "+column]
		value := fmt.Sprintf("gõ %06d", y.IntN(1e6))
		if column == "an_dinh" { // an unreadable verdict is kept as it was typed
			value = fmt.Sprintf("điểm %06d", y.IntN(1e6))
		}
		if old, _ := book.GetCellValue("Phiếu chấm", at); old != "" && !y.typed[old] {
			delete(y.typed, old) // replaced by whoever typed it, before anybody had seen it
		}
		if err := book.SetCellStr("Phiếu chấm", at, value); err != nil {
			y.Fatal(err)
		}
		y.typed[value] = false
	}
	if err := book.Save(); err != nil {
		y.Fatal(err)
	}
}

// cellsByKey are the places of a form's cells, by the keys of row and column.
func cellsByKey(t *testing.T, book *excelize.File) map[string]string {
	t.Helper()
	return placesOf(t, book, "Phiếu chấm")
}

// placesOf are those of the cells of any sheet with keys.
func placesOf(t *testing.T, book *excelize.File, sheet string) map[string]string {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "khoa" })
	cells := map[string]string{}
	for r, row := range rows {
		for c, name := range rows[head] {
			if len(row) == 0 || row[0] == "" {
				continue
			}
			at, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			cells[row[0]+" "+name] = at
		}
	}
	return cells
}

// replaced drops what stands in a form that its unit hands in anew, as far as no run has seen it.
func (y *year) replaced(form string) {
	for _, text := range textsOf(y.T, form) {
		if seen, typed := y.typed[text]; typed && !seen {
			delete(y.typed, text)
		}
	}
}

// program runs the program to its end: from then on it has seen all that is typed in what it was given.
func (y *year) program(args ...string) {
	y.log = append(y.log, "cchc "+strings.Join(args, " "))
	cmd := exec.CommandContext(y.Context(), "cchc", args...)
	cmd.Dir = y.folder
	said, err := cmd.CombinedOutput()
	y.log = append(y.log, lastLines(string(said)))
	if strings.Contains(string(said), "Không tìm thấy") {
		return // nothing has come yet
	}
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() > 1 {
		y.Fatalf("%v: %v", y.log, err)
	}
	y.seen(args)
}

// lastLines are what the program says at its end.
func lastLines(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return strings.Join(lines[max(0, len(lines)-4):], "\n")
}

func (y *year) killed(args ...string) {
	after, stop := context.WithTimeout(y.Context(), time.Duration(150+y.IntN(400))*time.Millisecond)
	defer stop()
	cmd := exec.CommandContext(after, "cchc", args...)
	cmd.Dir = y.folder
	if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() == statusFindings {
		y.seen(args) // it was done before the kill
	}
}

// seen marks all that is typed, in what a run was given, as seen: from now on it may nowhere be lost. Who scores the results again is
// given no forms, and one that is replaced after that is its unit's own affair; who makes blank forms sees nothing of either.
func (y *year) seen(args []string) {
	if args[0] != "score" {
		return
	}
	all := y.textsBelow("ket-qua")
	if slices.Contains(args, "nop") {
		all += y.textsBelow("nop")
	}
	for text := range y.typed {
		y.typed[text] = y.typed[text] || strings.Contains(all, text)
	}
}

// check looks for everything that was typed in all workbooks of the office, but for the blank ones.
func (y *year) check() {
	all := y.textsBelow("nop") + y.textsBelow("ket-qua")
	for text := range y.typed {
		if !strings.Contains(all, text) {
			y.Fatalf("%q is nowhere any more, after: %s", text, strings.Join(y.log, "; "))
		}
	}
}

// textsBelow are the texts of all workbooks of a folder.
func (y *year) textsBelow(folder string) string {
	var all strings.Builder
	err := filepath.WalkDir(y.path(folder), func(path string, item fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".xlsx") {
			all.WriteString(y.textOf(path, item))
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		y.Fatal(err)
	}
	return all.String()
}

// textOf is what stands in a workbook; one that has not changed since is not read again.
func (y *year) textOf(path string, item fs.DirEntry) string {
	info, err := item.Info()
	if err != nil {
		y.Fatal(err)
	}
	if y.read == nil {
		y.read = map[string]string{}
	}
	key := fmt.Sprint(path, info.ModTime().UnixNano(), info.Size())
	if _, known := y.read[key]; !known {
		y.read[key] = strings.Join(textsOf(y.T, path), "\n")
	}
	return y.read[key]
}

// textsOf are the texts of all cells of a workbook.
func textsOf(t *testing.T, path string) []string {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(path, err)
	}
	defer book.Close()
	var texts []string
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			texts = append(texts, row...)
		}
	}
	return texts
}
