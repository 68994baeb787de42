package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const percentRules = `id: ty-le-2024
kind: đơn vị mẫu
year: 2024
basis: Quyết định mẫu
total: 30
rounding: {places: 2}
criteria:
  - {number: "1", name: Một, max: 10, text: Theo quyết định, provenance: text, answers: {p: {label: Tỷ lệ một, kind: percent}}, rule: {line: {number: p, fullAt: 100}}}
  - {number: "2", name: Hai, max: 10, text: Theo quyết định, provenance: text, answers: {p: {label: Tỷ lệ hai, kind: percent}}, rule: {bands: {number: p, steps: [{from: 90, points: 10}], else: 0}}}
  - {number: "3", name: Ba, max: 10, text: Theo quyết định, provenance: text, answers: {p: {label: Tỷ lệ ba, kind: percent}}, rule: {line: {number: p, zeroAt: 50, fullAt: 100}}}
`

// TestPercentagesTypedByOtherPrograms has openpyxl and LibreOffice fill in percentages: a number into a cell that shows per cent, 90%
// from the keyboard, and a text.
func TestPercentagesTypedByOtherPrograms(t *testing.T) {
	t.Parallel()
	findOffice(t)
	needPython(t, "openpyxl", "uno")
	h := &hands{T: t, folder: t.TempDir()}
	h.blank, h.cells = h.in("blank.xlsx"), h.in("cells.json")
	h.write("bo.yaml", percentRules)
	h.cchc("template", h.in("bo.yaml"), "-o", h.blank)
	for _, way := range []struct {
		name  string
		typed map[string]any
		fill  func() string
	}{
		{"openpyxl", map[string]any{"1:p": 0.1234, "2:p": 0.9, "3:p": "75,5 %"}, h.byOpenpyxl},
		{"LibreOffice", map[string]any{"1:p": map[string]string{"go": "12.34%"}, "2:p": map[string]string{"go": "=9/10"}, "3:p": "75,5%"},
			func() string { return h.byLibreOffice("lo.xlsx") }},
	} {
		data, err := json.Marshal(map[string]any{"ke_khai": way.typed})
		if err != nil {
			t.Fatal(err)
		}
		h.write("cells.json", string(data))
		answers, points := map[string]string{}, map[string]string{}
		got := h.score(way.fill(), "--rules", h.in("bo.yaml"))
		for key, text := range got.Answers {
			answers[key] = *text
		}
		if diff := cmp.Diff(map[string]string{"1:p": "12.34", "2:p": "90", "3:p": "75.5"}, answers); diff != "" {
			t.Errorf("%s: %s", way.name, diff)
		}
		for _, c := range got.Criteria {
			if c.Self.Points != nil {
				points[c.Number] = *c.Self.Points
			}
		}
		if diff := cmp.Diff(map[string]string{"1": "1.23", "2": "10", "3": "5.1"}, points); diff != "" {
			t.Errorf("%s: %s", way.name, diff)
		}
	}
}
