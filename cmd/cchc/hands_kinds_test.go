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

const dayRules = `id: ngay-2024
kind: đơn vị mẫu
year: 2024
basis: Quyết định mẫu
total: 20
rounding: {places: 2}
criteria:
  - {number: "1", name: Một, max: 10, text: Theo quyết định, provenance: text, answers: {n: {label: Ngày gửi, kind: date, better: less}}, rule: {bands: {number: n, steps: [{from: 2023-12-15, points: 0}], else: 10}}}
  - {number: "2", name: Hai, max: 10, text: Theo quyết định, provenance: text, answers: {n: {label: Ngày nhận, kind: date}, h: {label: Ngày hạn, kind: date}, c: {label: Số ngày chậm, min: -400, better: less, from: [{answer: n, times: 1}, {answer: h, times: -1}]}}, rule: {line: {number: c, zeroAt: 10, fullAt: 0}}}
`

// TestDaysTypedByOtherPrograms has openpyxl and LibreOffice fill in days: numbers, from the keyboard, and texts.
func TestDaysTypedByOtherPrograms(t *testing.T) {
	t.Parallel()
	findOffice(t)
	needPython(t, "openpyxl", "uno")
	h := &hands{T: t, folder: t.TempDir()}
	h.blank, h.cells = h.in("blank.xlsx"), h.in("cells.json")
	h.write("bo.yaml", dayRules)
	h.cchc("template", h.in("bo.yaml"), "-o", h.blank)
	key := map[string]string{"go": "2023-12-18"}
	h.filled("openpyxl", map[string]any{"1:n": "14/12/2023", "2:n": 45278, "2:h": 45275}, h.byOpenpyxl,
		map[string]string{"1:n": "2023-12-14", "2:n": "2023-12-18", "2:h": "2023-12-15"}, map[string]string{"1": "10", "2": "7"})
	h.filled("LibreOffice", map[string]any{"1:n": "15/12/2023", "2:n": key, "2:h": 45275}, func() string { return h.byLibreOffice("lo.xlsx") },
		map[string]string{"1:n": "2023-12-15", "2:n": "2023-12-18", "2:h": "2023-12-15"}, map[string]string{"1": "0", "2": "7"})
}

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
	read, points := map[string]string{"1:p": "12.34", "2:p": "90", "3:p": "75.5"}, map[string]string{"1": "1.23", "2": "10", "3": "5.1"}
	h.filled("openpyxl", map[string]any{"1:p": 0.1234, "2:p": 0.9, "3:p": "75,5 %"}, h.byOpenpyxl, read, points)
	typed := map[string]any{"1:p": map[string]string{"go": "12.34%"}, "2:p": map[string]string{"go": "=9/10"}, "3:p": "75,5%"}
	h.filled("LibreOffice", typed, func() string { return h.byLibreOffice("lo.xlsx") }, read, points)
}

// filled has a program type into the form of bo.yaml, and holds what is read and what it comes to.
func (h *hands) filled(program string, typed map[string]any, fill func() string, read, points map[string]string) {
	h.Helper()
	data, err := json.Marshal(map[string]any{"ke_khai": typed})
	if err != nil {
		h.Fatal(err)
	}
	h.write("cells.json", string(data))
	got := h.score(fill(), "--rules", h.in("bo.yaml"))
	answers, scored := map[string]string{}, map[string]string{}
	for key, text := range got.Answers {
		if text != nil {
			answers[key] = *text
		}
	}
	for _, c := range got.Criteria {
		if c.Self.Points != nil {
			scored[c.Number] = *c.Self.Points
		}
	}
	if diff := cmp.Diff(read, answers); diff != "" {
		h.Errorf("%s: %s", program, diff)
	}
	if diff := cmp.Diff(points, scored); diff != "" {
		h.Errorf("%s: %s", program, diff)
	}
}
