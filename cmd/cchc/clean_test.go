package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"cchc/scoring"
)

// TestEveryWorkbookIsClean: of whatever the program makes, each part is well-formed, stands in the order that Excel demands and
// names only what is there; and excelize, openpyxl and LibreOffice open it, with every sheet and every cell.
func TestEveryWorkbookIsClean(t *testing.T) {
	t.Parallel()
	folder := everyWorkbook(t)
	var books []string
	walk := func(path string, item fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".xlsx" {
			books = append(books, path)
		}
		return err
	}
	if err := filepath.WalkDir(folder, walk); err != nil {
		t.Fatal(err)
	}
	if len(books) < 15 {
		t.Errorf("only %d kinds of workbook were made: %v", len(books), books)
	}
	cells := map[string]map[string]int{}
	for _, book := range books {
		name, _ := filepath.Rel(folder, book)
		t.Run(name, func(t *testing.T) {
			checkPackage(t, book)
			cells[book] = filledCells(t, book)
		})
	}
	t.Run("openpyxl", func(t *testing.T) {
		needPython(t, "openpyxl")
		const script = "import sys, warnings, openpyxl\nwarnings.simplefilter('error')\nfor f in sys.argv[1:]: openpyxl.load_workbook(f)"
		if said, err := exec.Command(python, append([]string{"-c", script}, books...)...).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, said)
		}
	})
	t.Run("LibreOffice", func(t *testing.T) {
		office, in, out := findOffice(t), t.TempDir(), t.TempDir()
		for i, book := range books {
			putFile(t, filepath.Join(in, fmt.Sprintf("%02d.xlsx", i)), []byte(contents(t, book)))
		}
		office.recalculate(t, in, out)
		for i, book := range books {
			if diff := cmp.Diff(cells[book], filledCells(t, filepath.Join(out, fmt.Sprintf("%02d.xlsx", i)))); diff != "" {
				t.Errorf("%s: cells in each sheet (-made +saved by LibreOffice):\n%s", book, diff)
			}
		}
	})
}

// everyWorkbook makes one of each kind of workbook that there is, with one command after another.
func everyWorkbook(t *testing.T) string {
	t.Helper()
	samples, err := filepath.Abs("../../testdata/samples")
	if err != nil {
		t.Fatal(err)
	}
	_, e := desk2023(t)
	appraised := scoredBook(t, e, scoring.Submission{Unit: scoring.Unit{Code: "SM-E", Name: "Sở mẫu E & F <G>", Block: "Sở", Ranked: true},
		Answers: bestAnswers(e.Rules), Appraisal: &scoring.Appraisal{Done: true, Set: map[string]scoring.Verdict{
			"1.5": {Points: decimal.NewFromInt(1)}, "5.1.1": {NotAssessed: true}, "1.1": {Points: decimal.NewFromInt(9)}}}})
	folder := t.TempDir()
	putFile(t, filepath.Join(folder, "tham-dinh/e.xlsx"), appraised)
	putFile(t, filepath.Join(folder, "don-vi.csv"), []byte("ma;ten;khoi;xep_hang;khong_danh_gia\nSM-1;Sở mẫu 1;Sở;có;5.1.1, 2.1.1\n"))
	putFile(t, filepath.Join(folder, "phan-cong.csv"), []byte("tieu_chi;phong\n1;Văn phòng\n2;Phòng Pháp chế\n"))
	for _, command := range []string{
		"template 2023 -o trong.xlsx",
		"template 2023 --units don-vi.csv -o mau",
		"template 2023 --assign phan-cong.csv -o phong",
		"template 2023 --answers " + samples + "/so-mau-a.yaml -o a.xlsx",
		"template 2023 --answers " + samples + "/so-mau-b.yaml -o b.xlsx",
		"template 2023 --answers " + samples + "/ban-mau-c.yaml -o c.xlsx",
		"template 2023 --answers " + samples + "/ban-mau-d.yaml -o d.xlsx",
		"score a.xlsx b.xlsx c.xlsx d.xlsx tham-dinh -o cham",
		"merge phong -o ghep.xlsx",
		"carry a.xlsx --to 2023 -o chuyen.xlsx",
		"rank cham -o xep-hang.xlsx",
		"diff 2022 2023 -o so-sanh.xlsx",
		"rules table 2023 -o bang.xlsx",
		"rules book 2023 -o so.xlsx",
		"guide -o huong-dan.xlsx",
	} {
		cmd := exec.CommandContext(t.Context(), "cchc", strings.Fields(command)...)
		cmd.Dir = folder
		if said, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != statusFindings {
			t.Fatalf("%s: %v\n%s", command, err, said)
		}
	}
	return folder
}

// checkPackage holds the parts of a workbook to what Excel asks of them before it offers a repair.
func checkPackage(t *testing.T, book string) {
	t.Helper()
	data := []byte(contents(t, book))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	present := map[string]bool{}
	for _, part := range z.File {
		if present[strings.ToLower(part.Name)] {
			t.Errorf("%s stands twice", part.Name)
		}
		present[strings.ToLower(part.Name)] = true
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
		top := topElements(t, part.Name, text)
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") && !slices.IsSortedFunc(top, bySchema) {
			t.Errorf("%s: %v are not in the order of the schema", part.Name, top)
		}
		if strings.HasSuffix(part.Name, ".rels") {
			checkTargets(t, part.Name, text, present)
		}
	}
}

// sheetOrder is the order that the schema demands of a sheet's parts, as far as we write them.
var sheetOrder = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter",
	"mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
	"rowBreaks", "colBreaks", "ignoredErrors", "drawing", "extLst"}

func bySchema(a, b string) int { return slices.Index(sheetOrder, a) - slices.Index(sheetOrder, b) }

// topElements reads a part to its end and gives the elements below its root.
func topElements(t *testing.T, name string, text []byte) []string {
	t.Helper()
	var top []string
	depth := 0
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return top
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch element := token.(type) {
		case xml.StartElement:
			if depth == 1 {
				top = append(top, element.Name.Local)
			}
			depth++
		case xml.EndElement:
			depth--
		}
	}
}

// checkTargets: what a relation names within the package is there.
func checkTargets(t *testing.T, name string, text []byte, present map[string]bool) {
	t.Helper()
	var list struct {
		Relationship []struct {
			Target, TargetMode string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(text, &list); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	base := path.Dir(path.Dir(name))
	for _, r := range list.Relationship {
		target := strings.TrimPrefix(r.Target, "/")
		if target == r.Target {
			target = path.Join(base, r.Target)
		}
		if r.TargetMode != "External" && !present[strings.ToLower(target)] {
			t.Errorf("%s names %s, which is not there", name, target)
		}
	}
}

// filledCells counts in each sheet the cells that hold something.
func filledCells(t *testing.T, book string) map[string]int {
	t.Helper()
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	counts := map[string]int{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" {
					counts[sheet]++
				}
			}
		}
	}
	return counts
}
