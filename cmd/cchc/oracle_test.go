package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/kinds"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/xlsx"
)

// The oracle: forms filled at random are recalculated by LibreOffice, and every formula must come to what Go says,
// value or state. Go's values are taken out of the files first, so that LibreOffice can't merely repeat them.

// formsOf2023 is how many forms over all leaves of the 2023 set are recalculated; formsPerBook of them stand in one file.
const (
	formsOf2023  = 300
	formsPerBook = 20
	madeRuleSets = 24
	formsPerSet  = 5

	formsOfShapes = 50 // over a leaf of each shape that the 2023 set has no need of
)

func TestLibreOfficeAgreesOn2023(t *testing.T) {
	t.Parallel()
	office := findOffice(t)
	layout := templates.NewLayout(load2023(t))
	random := rand.New(rand.NewPCG(2023, 65))
	var books []sheaf
	for len(books)*formsPerBook < formsOf2023 {
		books = append(books, newSheaf(layout, formsPerBook, random))
	}
	count := office.agree(t, books)
	t.Logf("%d forms, %d formulas, every one as in Go", formsOf2023, count)
}

func TestLibreOfficeAgreesOnMadeRules(t *testing.T) {
	t.Parallel()
	office := findOffice(t)
	random := rand.New(rand.NewPCG(7, 11))
	var books []sheaf
	made := map[string]int{}
	for range madeRuleSets {
		rs := makeRules(t, random)
		for _, leaf := range rs.Leaves() {
			for placed := range leaf.Placed().All() {
				made[placed.Rule.Kind()]++
			}
		}
		books = append(books, newSheaf(templates.NewLayout(rs), formsPerSet, random))
	}
	books = append(books, newSheaf(templates.NewLayout(loadFile(t, "../../testdata/rules/ok/shapes.yaml")), formsOfShapes, random))
	family, err := filepath.Glob("../../testdata/family/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range family {
		books = append(books, newSheaf(templates.NewLayout(loadFile(t, file)), formsPerSet, random))
	}
	for _, rule := range kinds.Kinds() {
		if made[rule.Kind()] < 5 {
			t.Errorf("only %d rules of kind %s were made", made[rule.Kind()], rule.Kind())
		}
	}
	count := office.agree(t, books)
	t.Logf("%d rule sets with rules of %v, %d forms, %d formulas, every one as in Go", madeRuleSets, made, madeRuleSets*formsPerSet, count)
}

// TestFormulasFit prints how long every leaf's formulas are: Excel takes 8,192 characters.
func TestFormulasFit(t *testing.T) {
	layout := templates.NewLayout(load2023(t))
	longest := 0
	for _, leaf := range layout.Rules.Leaves() {
		var lengths []int
		for _, formula := range layout.Formulas(leaf) {
			lengths = append(lengths, utf8.RuneCountInString(formula))
			longest = max(longest, utf8.RuneCountInString(formula))
		}
		t.Logf("%-6s self, appraised and check take %d characters", leaf.Number, lengths)
	}
	t.Logf("longest: %d", longest)
	if problems := layout.FormulaProblems(); problems != nil {
		t.Errorf("%v", problems)
	}
}

func load2023(t *testing.T) *scoring.RuleSet {
	t.Helper()
	catalog, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	set, err := catalog.Load("2023")
	if err != nil {
		t.Fatal(err)
	}
	if !set.OK() {
		t.Fatal(set.Findings)
	}
	return set.Rules
}

// loadFile loads a sound rule set from a file.
func loadFile(t *testing.T, path string) *scoring.RuleSet {
	t.Helper()
	set := rules.Decode(filepath.Base(path), []byte(contents(t, path)))
	if !set.OK() {
		t.Fatal(set.Findings)
	}
	return set.Rules
}

// sheaf is one workbook with several forms of the same layout, a sheet each.
type sheaf struct {
	layout *templates.Layout
	book   draft.Workbook
	forms  []templates.Filling
}

func newSheaf(layout *templates.Layout, forms int, random *rand.Rand) sheaf {
	s := sheaf{layout: layout}
	for i := range forms {
		filling := fillAtRandom(layout, random)
		made := layout.BlankForm(filling)
		for _, sheet := range made.Sheets {
			switch {
			case sheet.Name == templates.FormSheet:
				s.book.Sheets = append(s.book.Sheets, bare(sheet.Whole(), fmt.Sprintf("P%d", i+1), random))
			case sheet.Name == templates.HiddenSheet && i == 0:
				s.book.Sheets = append(s.book.Sheets, sheet)
			}
		}
		s.forms = append(s.forms, filling)
	}
	return s
}

// bare is a sheet with nothing but its cells; names and rule texts, which no formula reads, are left out. Some texts are in
// capitals: to a spreadsheet they are the same.
func bare(sheet *draft.Sheet, name string, random *rand.Rand) *draft.Sheet {
	plain := &draft.Sheet{Name: name}
	for _, cell := range sheet.Cells {
		if cell.Col == int(templates.NameColumn) {
			continue
		}
		if cell.Formula == "" && random.IntN(5) == 0 {
			cell.Value.Text = strings.ToUpper(cell.Value.Text)
		}
		plain.Cells = append(plain.Cells, draft.Cell{Place: cell.Place, Value: cell.Value, Formula: cell.Formula})
	}
	return plain
}

type office struct{ program string }

// findOffice skips loudly where there is no LibreOffice; on the build server that is a failure.
func findOffice(t *testing.T) office {
	t.Helper()
	if testing.Short() {
		t.Skip("the oracle takes a minute")
	}
	program, err := exec.LookPath("soffice")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("LibreOffice is not installed, and nothing else checks the formulas")
	}
	if err != nil {
		t.Skip("SKIPPED: LibreOffice is not installed, so NOTHING has checked the formulas of the form")
	}
	return office{program}
}

// agree recalculates the books in one run, and returns how many formulas came out as Go says.
func (o office) agree(t *testing.T, books []sheaf) int {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	for i, book := range books {
		var file bytes.Buffer
		if err := book.book.Write(&file); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%03d.xlsx", i)), withoutValues(t, file.Bytes()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o.recalculate(t, in, out)
	count := 0
	for i, book := range books {
		data, err := os.ReadFile(filepath.Join(out, fmt.Sprintf("%03d.xlsx", i)))
		if err != nil {
			t.Fatal(err)
		}
		count += book.compare(t, data)
	}
	return count
}

func (o office) recalculate(t *testing.T, in, out string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(in, "*.xlsx"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	args := append([]string{"--headless", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", "xlsx", "--outdir", out}, files...)
	start := time.Now()
	if text, err := exec.Command(o.program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	t.Logf("LibreOffice took %.0f s for %d files", time.Since(start).Seconds(), len(files))
}

var (
	cachedValue = regexp.MustCompile(`</f><v(/>|>[^<]*</v>)`)
	cachedType  = regexp.MustCompile(`(<c [^>]*) t="str"([^>]*><f>)`)
)

// withoutValues takes out of a file what Go says that its formulas come to.
func withoutValues(t *testing.T, data []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	to := zip.NewWriter(&file)
	for _, entry := range from.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(entry.Name, "xl/worksheets/sheet") {
			content = cachedType.ReplaceAll(cachedValue.ReplaceAll(content, []byte("</f>")), []byte("$1$2"))
		}
		w, err := to.Create(entry.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// compare holds what LibreOffice made of a book against what Go wrote, formula by formula.
func (s sheaf) compare(t *testing.T, data []byte) int {
	t.Helper()
	file, err := xlsx.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	count, form := 0, -1
	for _, want := range s.book.Sheets {
		if want.Name == templates.HiddenSheet {
			continue
		}
		form++
		got, err := file.Sheet(want.Name)
		if err != nil || got == nil {
			t.Fatal(want.Name, err)
		}
		for _, cell := range want.Cells {
			if cell.Formula == "" {
				continue
			}
			count++
			if found := got.Cell(cell.Row, cell.Col); !agrees(cell.Value, found) {
				t.Errorf("%s!%s: LibreOffice %v %q, Go %q\n=%s\n%s", want.Name, found.Ref(), found.Kind, found.Text, shownIn(cell.Value), cell.Formula,
					s.story(form, cell.Row))
			}
		}
	}
	return count
}

// ofMachine takes away what a form says of the machine that shows it: how decimals are typed there.
var ofMachine = strings.NewReplacer("0.5 (dấu chấm)", "0,5 (dấu phẩy)")

// agrees says that a recalculated cell holds a value, numbers to twelve digits.
func agrees(want draft.Value, got xlsx.Cell) bool {
	switch want.Kind {
	case draft.NumberKind:
		n, err := decimal.NewFromString(got.Text)
		return err == nil && got.Kind == xlsx.Number && n.Sub(want.Number).Abs().LessThan(decimal.New(1, -9))
	case draft.TextKind:
		return got.Kind == xlsx.Text && strings.EqualFold(ofMachine.Replace(got.Text), want.Text)
	}
	return got.Text == "" && (got.Kind == xlsx.Empty || got.Kind == xlsx.Text)
}

func shownIn(v draft.Value) string {
	if v.Kind == draft.NumberKind {
		return v.Number.String()
	}
	return v.Text
}

// story tells which answers a row's formula was reckoned from.
func (s sheaf) story(form, row int) string {
	at := s.layout.Rows[row-1]
	if at.Node == nil {
		return at.Key
	}
	f, text := s.forms[form], at.Key
	for _, in := range at.Node.Inputs {
		key := at.Node.Key(in.Name)
		text += fmt.Sprintf("\n  %s: %+v, appraised %+v", key, f.Submission.Answers[key], f.Submission.Appraisal.Answers[key])
	}
	return text
}
