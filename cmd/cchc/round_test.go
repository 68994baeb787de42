package main

import (
	"archive/zip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cchc/cmd/cchc/internal/record"
	"cchc/templates"
)

// TestAppraisalRound goes the whole way, each step through LibreOffice, which rewrites the file: form, filled, scored,
// appraised, scored again, and once more. No answer, text, validation or protection gets lost, and the appraisal counts.
func TestAppraisalRound(t *testing.T) {
	t.Parallel()
	findOffice(t)
	needPython(t, "uno")
	h := newHands(t, "so-mau-b")
	first := h.score(h.byLibreOffice("filled.xlsx"))
	scoredForm := theOnly(t, h.in("ket-qua"))
	if first.Appraised != nil {
		t.Fatal("nobody has appraised yet")
	}

	appraised := h.appraise(scoredForm, map[string]map[string]any{
		"tham_dinh": {"1.1:b": json.Number("36"), "3.4:diem": json.Number("3"), "3.3.4:diem": json.Number("0.75"), "4.3:1": json.Number("1.5")},
		"an_dinh":   {"5.2": json.Number("0.5"), "7.3": "KĐG"},
		"ly_do":     {"1.1": "Thêm 12 nhiệm vụ", "5.2": "Có giải trình", "7.3": "Cổng đang nâng cấp", "3.4": "x", "3.3.4": "x", "4.3": "x"},
		"ten":       {templates.AppraisalField: templates.AppraisalStates()[1]},
	})
	second := h.score(appraised)
	if second.Appraised == nil {
		t.Fatalf("the appraisal does not count: %v", findingsOf(second))
	}
	if *second.Self != *first.Self {
		t.Errorf("the appraisal changed the unit's own total: %v, was %v", second.Self, first.Self)
	}
	want := map[string]string{"1.1": "scored 1.42", "3.4": "scored 3", "5.2": "scored 0.5", "7.3": "notAssessed", "1.2": "scored 0.5"}
	for _, leaf := range second.Criteria {
		if words, ok := want[leaf.Number]; ok && markWords(leaf.Appraised) != words {
			t.Errorf("%s appraised: %s, want %s", leaf.Number, markWords(leaf.Appraised), words)
		}
	}

	third := h.score(h.appraise(theOnly(t, h.in("ket-qua")), nil))
	if *third.Appraised != *second.Appraised || *third.Self != *second.Self || len(findingsOf(third)) != len(findingsOf(second)) {
		t.Errorf("scored again without a change: %v %v, was %v %v", third.Self, third.Appraised, second.Self, second.Appraised)
	}
	sameGuards(t, theOnly(t, h.in("ket-qua")), h.in("appraised.xlsx"))
}

// appraise has LibreOffice open a scored workbook, type into it, and save it.
func (h *hands) appraise(workbook string, cells map[string]map[string]any) string {
	h.Helper()
	data, err := json.Marshal(cells)
	if err != nil {
		h.Fatal(err)
	}
	if cells == nil {
		data = []byte("{}")
	}
	todo, out := h.in("appraisal.json"), h.in("appraised.xlsx")
	if err := os.WriteFile(todo, data, 0o600); err != nil {
		h.Fatal(err)
	}
	h.byCalc(workbook, out, todo)
	return out
}

func markWords(m *record.Mark) string {
	if m == nil || m.Points == nil {
		return strings.TrimSpace(m.State)
	}
	return m.State + " " + *m.Points
}

// sameGuards holds a workbook that LibreOffice saved to the one it opened: protected, with as many validated cells.
func sameGuards(t *testing.T, ours, theirs string) {
	t.Helper()
	a, b := guards(t, ours), guards(t, theirs)
	if a != b || a.protected == 0 || a.validations == 0 {
		t.Errorf("%s has %+v, after LibreOffice %+v", filepath.Base(ours), a, b)
	}
}

type guarded struct {
	protected   int // sheets
	validations int // cells of the form with one
}

func guards(t *testing.T, path string) guarded {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	validations, err := book.GetDataValidations(templates.FormSheet)
	if err != nil {
		t.Fatal(err)
	}
	g := guarded{protected: protectedSheets(t, path)}
	for _, v := range validations {
		for _, area := range strings.Fields(v.Sqref) {
			g.validations += cellsOf(t, area)
		}
	}
	return g
}

var protection = regexp.MustCompile(`<sheetProtection[^>]* sheet="(1|true)"`)

func protectedSheets(t *testing.T, path string) int {
	t.Helper()
	parts, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer parts.Close()
	count := 0
	for _, part := range parts.File {
		file, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		if protection.Match(data) {
			count++
		}
	}
	return count
}

func cellsOf(t *testing.T, area string) int {
	t.Helper()
	from, to, isRange := strings.Cut(area, ":")
	if !isRange {
		to = from
	}
	c1, r1, err1 := excelize.CellNameToCoordinates(from)
	c2, r2, err2 := excelize.CellNameToCoordinates(to)
	if err1 != nil || err2 != nil {
		t.Fatalf("a validation on %q", area)
	}
	return (c2 - c1 + 1) * (r2 - r1 + 1)
}
