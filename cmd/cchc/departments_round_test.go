package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/cmd/cchc/internal/record"
)

// TestDepartmentsThroughLibreOffice goes one whole round with LibreOffice between all steps: parts of the form are filled in
// in it, merged, saved in it, scored, carried into an edition with another level, saved in it, and scored again. The points are
// those of the form filled in as a whole.
func TestDepartmentsThroughLibreOffice(t *testing.T) {
	t.Parallel()
	findOffice(t)
	needPython(t, "uno")
	h := newHands(t, "so-mau-a")
	want := h.score(h.prefilled)

	h.write("phan-cong.csv", "tieu_chi,phong\n1,Văn phòng\n2,Phòng A\n3,Phòng A\n4,Phòng A\n5,Phòng A\n6,Văn phòng\n7,Phòng A\n8,Văn phòng\n")
	h.cchc("template", "2023", "--assign", h.in("phan-cong.csv"), "-o", h.in("phong"))
	for _, department := range []string{"Văn phòng", "Phòng A"} {
		h.typePart(department, func(area string) bool { return strings.Contains("1 6 8", area) == (department == "Văn phòng") })
	}
	h.cchc("merge", h.in("dien/Văn phòng.xlsx"), h.in("dien/Phòng A.xlsx"), "-o", h.in("ghep.xlsx"))
	merged := h.saved("ghep.xlsx")
	h.same("parts merged", want, merged)

	h.write("sua.yaml", withLevel(t))
	h.cchc("carry", merged, "--to", h.in("sua.yaml"), "--keep-options", "-o", h.in("chuyen.xlsx"))
	carried := h.saved("chuyen.xlsx")
	var got record.Record
	if err := json.Unmarshal([]byte(h.cchc("score", carried, "--json", "--rules", h.in("sua.yaml"), "-o", h.in("diem"))), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Self, got.Self); diff != "" || len(got.Criteria) != len(want.Criteria) {
		t.Errorf("carried, the form scores otherwise:\n%s", diff)
	}
	h.cchc("carry", carried, "--to", "2023", "--keep-options", "-o", h.in("ve.xlsx"))
	h.same("carried back", want, h.saved("ve.xlsx"))
}

func (h *hands) write(name, text string) {
	h.Helper()
	if err := os.WriteFile(h.in(name), []byte(text), 0o600); err != nil {
		h.Fatal(err)
	}
}

// typePart has LibreOffice type what belongs to some areas into a department's part.
func (h *hands) typePart(department string, holds func(area string) bool) {
	h.Helper()
	all := typed(h.T, "../../testdata/samples/so-mau-a.yaml")
	for _, cells := range all {
		for key := range cells {
			if area, _, _ := strings.Cut(key, "."); !holds(area) {
				delete(cells, key)
			}
		}
	}
	data, err := json.Marshal(all)
	if err != nil {
		h.Fatal(err)
	}
	h.write("part.json", string(data))
	if err := os.MkdirAll(h.in("dien"), 0o755); err != nil {
		h.Fatal(err)
	}
	h.byCalc(h.in(filepath.Join("phong", department+".xlsx")), h.in(filepath.Join("dien", department+".xlsx")), h.in("part.json"))
}

// saved is a workbook as LibreOffice saves it.
func (h *hands) saved(name string) string {
	h.Helper()
	h.write("nothing.json", "{}")
	out := h.in("lo-" + name)
	h.byCalc(h.in(name), out, h.in("nothing.json"))
	return out
}

// withLevel is the 2023 set with a level more in 1.2.
func withLevel(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../rules/hai-phong-so-nganh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	head, leaf, found := strings.Cut(string(data), `- number: "1.2"`)
	options := strings.Replace(leaf, "              - Thực hiện không đầy đủ", "              - Chậm một lần\n              - Thực hiện không đầy đủ", 1)
	levels := strings.Replace(options, "points: [0.5, 0]}}", "points: [0.5, 0.25, 0]}}", 1)
	examples := strings.Replace(levels, "- {muc: 2, points: 0}", "- {muc: 3, points: 0}", 1)
	if !found || options == leaf || levels == options || examples == levels {
		t.Fatalf("1.2 of the 2023 set is not what this test takes it for")
	}
	return head + `- number: "1.2"` + examples
}
