package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"cchc/templates/xlsx"
	"cchc/templates/xlsx/rawzip"
)

const (
	mutations      = 1000
	mutationsShown = 40 // to another program
	longestReading = 5 * time.Second
)

// TestMutatedMarkup changes the markup inside of a sound zip, where no checksum helps. Nothing panics or takes long; and of what
// is taken, openpyxl reads the same cells.
func TestMutatedMarkup(t *testing.T) {
	t.Parallel()
	v := newVictim(t)
	random := rand.New(rand.NewPCG(7, 1000))
	var refused, same int
	var changed, unchanged []string // files that are taken
	folder := t.TempDir()
	for i := range mutations {
		parts, told := mutated(v.parts, random)
		data := rawzip.Pack(t, parts)
		start := time.Now()
		outcome := v.outcome(t, data)
		if took := time.Since(start); took > longestReading {
			t.Errorf("%s takes %v", told, took)
		}
		file := filepath.Join(folder, fmt.Sprintf("%d.xlsx", i))
		switch {
		case outcome == asSound:
			same++
			unchanged = append(unchanged, file)
		case strings.ContainsAny(outcome, "=+ "):
			changed = append(changed, file)
		default:
			refused++
			continue
		}
		putFile(t, file, data)
	}
	t.Logf("%d mutations: %d refused, %d read as the sound form, %d otherwise", mutations, refused, same, len(changed))
	if refused == 0 || same == 0 || len(changed) == 0 {
		t.Error("the mutations do not reach what they are for")
	}
	showOthers(t, sampled(changed, unchanged))
}

// sampled takes as many as are shown, evenly from those that read otherwise and then from the others.
func sampled(changed, unchanged []string) []string {
	var some []string
	for _, files := range [][]string{changed, unchanged} {
		n := min(len(files), (mutationsShown-len(some)+1)/2)
		if len(some) > 0 {
			n = min(len(files), mutationsShown-len(some))
		}
		for i := range n {
			some = append(some, files[i*len(files)/n])
		}
	}
	return some
}

// mutated changes one part that the reader needs, most often the form's sheet.
func mutated(parts []rawzip.Part, random *rand.Rand) ([]rawzip.Part, string) {
	needed := []string{formPart, formPart, formPart, formPart, formPart, formPart, hiddenPart, stringsPart, stringsPart, stylesPart, workbookPart, workbookRels, customPart, typesPart}
	name := needed[random.IntN(len(needed))]
	parts = slices.Clone(parts)
	i := slices.IndexFunc(parts, func(p rawzip.Part) bool { return p.Name == name })
	content, told := mutation([]byte(parts[i].Content), random)
	parts[i].Content = string(content)
	return parts, name + ": " + told
}

// mutation changes a few bytes, or a piece between two tags.
func mutation(content []byte, random *rand.Rand) ([]byte, string) {
	at := random.IntN(len(content))
	const letters = "<>/\"'&;=: \n\x00\xff019AEFrstv"
	switch random.IntN(7) {
	case 0:
		content[at] = letters[random.IntN(len(letters))]
		return content, fmt.Sprintf("byte %d is %q", at, content[at])
	case 1:
		return slices.Delete(content, at, min(len(content), at+1+random.IntN(8))), fmt.Sprintf("bytes after %d gone", at)
	case 2:
		return slices.Insert(content, at, letters[random.IntN(len(letters))]), fmt.Sprintf("a byte more at %d", at)
	case 3: // a digit is another digit
		if next := bytes.IndexAny(content[at:], "0123456789"); next >= 0 {
			at += next
			content[at] = byte('0' + random.IntN(10))
		}
		return content, fmt.Sprintf("the digit at %d is %c", at, content[at])
	}
	from, to := piece(content, at)
	switch taken := bytes.Clone(content[from:to]); random.IntN(3) {
	case 0:
		return slices.Delete(content, from, to), fmt.Sprintf("%q gone", taken)
	case 1:
		return slices.Insert(content, to, taken...), fmt.Sprintf("%q twice", taken)
	default:
		content = slices.Delete(content, from, to)
		other, _ := piece(content, random.IntN(len(content)))
		return slices.Insert(content, other, taken...), fmt.Sprintf("%q moved to %d", taken, other)
	}
}

// piece is the element that begins next after a place, up to its end where that is near.
func piece(content []byte, at int) (from, to int) {
	from = at + max(0, bytes.IndexByte(content[at:], '<'))
	end := content[from:]
	name := end[min(1, len(end)):]
	if stop := bytes.IndexAny(name, " />"); stop > 0 {
		if close := bytes.Index(end, []byte("</"+string(name[:stop])+">")); 0 <= close && close < 2000 {
			return from, from + close + len(name[:stop]) + len("</>")
		}
	}
	return from, from + min(len(end), max(0, bytes.IndexByte(end, '>'))+1)
}

// showOthers has openpyxl read the files, and holds every cell to what the gate reads. Where openpyxl stumbles over something that
// the gate has no need of, LibreOffice reads the file, and saves it anew.
func showOthers(t *testing.T, files []string) {
	t.Helper()
	cells := 0
	var stumbled []string
	for i, read := range readByOpenpyxl(t, files) {
		if read.Error != "" {
			t.Logf("%s: openpyxl can't read it: %s", filepath.Base(files[i]), read.Error)
			stumbled = append(stumbled, files[i])
			continue
		}
		cells += sameCells(t, files[i], read.Cells, func(c xlsx.Cell) bool { return !isNoNumber(c) })
	}
	t.Logf("openpyxl reads the same %d cells in %d of the files that are taken", cells, len(files)-len(stumbled))
	if len(files) < mutationsShown || len(stumbled) > len(files)/4 {
		t.Errorf("%d files were shown, %d of them in vain", len(files), len(stumbled))
	}
	if len(stumbled) > 0 {
		showOffice(t, stumbled)
	}
}

// isNoNumber says that a cell tells what is no number for one. Scoring names such a cell; others make of it what they like.
func isNoNumber(c xlsx.Cell) bool {
	_, err := decimal.NewFromString(c.Text)
	return c.Kind == xlsx.Number && err != nil
}

// showOffice holds the cells to LibreOffice's, but for those of formulas: it calculates them anew.
func showOffice(t *testing.T, files []string) {
	t.Helper()
	in, out, cells := t.TempDir(), t.TempDir(), 0
	var saved []string
	for _, file := range files {
		putFile(t, filepath.Join(in, filepath.Base(file)), []byte(contents(t, file)))
		saved = append(saved, filepath.Join(out, filepath.Base(file)))
	}
	findOffice(t).recalculate(t, in, out)
	for i, read := range readByOpenpyxl(t, saved) {
		if read.Error != "" {
			t.Errorf("%s: saved by LibreOffice openpyxl can't read it: %s", files[i], read.Error)
			continue
		}
		cells += sameCells(t, files[i], read.Cells, func(c xlsx.Cell) bool { return !c.Formula && !isNoNumber(c) })
	}
	t.Logf("LibreOffice reads the same %d cells in %d others", cells, len(files))
}

// otherReading is what openpyxl makes of a file: a line of cells_openpyxl.py.
type otherReading struct {
	Cells [][]any
	Error string
}

func readByOpenpyxl(t *testing.T, files []string) []otherReading {
	t.Helper()
	needPython(t, "openpyxl")
	out, err := exec.Command(python, append([]string{"../../testdata/hands/cells_openpyxl.py"}, files...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []otherReading
	for line := range strings.Lines(string(out)) {
		var read otherReading
		if err := json.Unmarshal([]byte(line), &read); err != nil {
			t.Fatal(err)
		}
		all = append(all, read)
	}
	if len(all) != len(files) {
		t.Fatalf("openpyxl tells of %d files of %d", len(all), len(files))
	}
	return all
}

// sameCells holds those cells of a file that count to what another program reads, and counts them.
func sameCells(t *testing.T, file string, theirs [][]any, counts func(xlsx.Cell) bool) int {
	t.Helper()
	book, err := xlsx.Open([]byte(contents(t, file)))
	if err != nil {
		t.Fatal(err)
	}
	ours, passed, unused := map[string]string{}, map[string]bool{}, map[any]bool{}
	for _, info := range book.Sheets() {
		sheet, err := book.Sheet(info.Name)
		if err != nil {
			unused[info.Name] = true // scoring has no use for it, so that its faults are no matter
			continue
		}
		for _, cell := range sheet.Cells() {
			ref := info.Name + "!" + cell.Ref()
			if passed[ref] = !counts(cell); cell.Text != "" && counts(cell) {
				ours[ref] = cellWords([...]string{"empty", "number", "text", "bool", "error"}[cell.Kind], cell.Text)
			}
		}
	}
	same := 0
	for _, cell := range theirs {
		ref := fmt.Sprintf("%v!%s%v", cell[0], xlsx.ColumnName(int(cell[2].(float64))), cell[1])
		if passed[ref] || unused[cell[0]] || cell[4] == "" { // an empty text is no text to us
			continue
		}
		if want := cellWords(cell[3].(string), cell[4].(string)); ours[ref] != want {
			t.Errorf("%s, %s: we read %q, the other %q", file, ref, ours[ref], want)
		}
		delete(ours, ref)
		same++
	}
	if len(ours) > 0 {
		t.Errorf("%s: the other does not read %v", file, ours)
	}
	return same
}

// cellWords says a cell as both programs would.
func cellWords(kind, text string) string {
	if d, err := decimal.NewFromString(text); kind == "number" && err == nil {
		return kind + " " + d.Round(12).String()
	}
	return kind + " " + strings.ToLower(strings.ReplaceAll(text, "\r", ""))
}
