package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/cmd/cchc/internal/desk"
	"cchc/rules"
	"cchc/scoring/handover"
	"cchc/templates"
)

var appraisals = flag.Uint64("appraisals", 1, "how many random appraisals to split among agencies")

// bureauRules is a small rule set with an answer of every kind.
const bureauRules = `id: van-phong-%[1]d
kind: đơn vị mẫu
year: %[1]d
basis: Quyết định mẫu
total: 8
rounding: {places: 2, provenance: text}
criteria:
  - number: "1"
    name: LĨNH VỰC MỘT
    max: 5
    criteria:
      - number: "1.1"
        name: Theo tỷ lệ
        max: 2
        text: b/a × 2
        provenance: text
        answers:
          a: {label: Tổng số, unit: việc}
          b: {label: Đã xong, unit: việc}
        rule: {ratio: {part: b, of: a, ifZero: zero}}
      - number: "1.2"
        name: Theo mức
        max: 1
        text: "Đủ: 1; thiếu: 0,5; không: 0"
        provenance: text
        answers:
          muc: {label: Mức, kind: choice, options: [Đủ, Thiếu, Không]}
        rule: {levels: {of: muc, points: [1, 0.5, 0]}}
      - number: "1.3"
        name: Theo số lượng
        max: 2
        text: Mỗi sáng kiến 0,5
        provenance: text
        answers:
          "1": {label: Sáng kiến, unit: sáng kiến, max: 50}
        rule: {count: {tariffs: [{answer: "1", each: 0.5}]}}
  - number: "2"
    name: LĨNH VỰC HAI
    max: 3
    criteria:
      - number: "2.1"
        name: Người chấm quyết định
        max: 3
        text: Nguồn không nêu cách tính.
        provenance: missing
        note: Để người chấm.
        answers:
          diem: {label: Điểm đề nghị, kind: points}
        rule: {manual: {of: diem}}
`

// bureau is a folder with the results of a few units.
type bureau struct {
	*testing.T
	folder string
	rules  string
}

func newBureau(t *testing.T, units int) *bureau {
	o := &bureau{t, t.TempDir(), ""}
	o.setRules(fmt.Sprintf(bureauRules, 2023))
	for i := range units {
		o.handIn(fmt.Sprintf("DV%d", i+1), 8)
	}
	o.cchc(0, "score", o.path("nop"), "-o", o.path("ket-qua"))
	return o
}

func (o *bureau) setRules(text string) {
	o.Helper()
	year := "2023"
	if strings.Contains(text, "year: 2024") {
		year = "2024"
	}
	o.rules = o.path("bo", year+".yaml")
	putFile(o.T, o.rules, []byte(text))
}

func (o *bureau) path(parts ...string) string {
	return filepath.Join(append([]string{o.folder}, parts...)...)
}

// handIn makes the form of a unit that has done so many of ten things.
func (o *bureau) handIn(code string, done int) {
	o.Helper()
	answers := fmt.Sprintf(`unit: {code: %s, name: Sở %s, block: Sở}
answers: {"1.1": {a: 10, b: %d}, "1.2": {muc: 2}, "1.3": {"1": 2}, "2.1": {diem: 1.5}}
evidence: {"1.1": Báo cáo 1, "1.2": Báo cáo 2, "1.3": Báo cáo 3, "2.1": Báo cáo 4}
`, code, code, done)
	putFile(o.T, o.path("so-lieu.yaml"), []byte(answers))
	os.Remove(o.path("nop", code+".xlsx"))
	putFile(o.T, o.path("nop", "giu"), nil)
	o.cchc(0, "template", o.rules, "--answers", o.path("so-lieu.yaml"), "-o", o.path("nop", code+".xlsx"))
}

// anyway is for runs of which it is no matter whether they find something.
const anyway = -1

// cchc runs the program, holds it to a status, and gives what it said, with the bureau's folder left out.
func (o *bureau) cchc(status int, args ...string) string {
	o.Helper()
	var out, talk bytes.Buffer
	got := run(append([]string{"--rules", o.path("bo")}, args...), streams{strings.NewReader(""), &out, &talk})
	said := strings.ReplaceAll(out.String()+talk.String(), o.folder+"/", "")
	if got != status && (status != anyway || got > statusFindings) {
		o.Fatalf("cchc %s: status %d, want %d:\n%s", strings.Join(args, " "), got, status, said)
	}
	return said
}

// table makes a table of all criteria for an agency.
func (o *bureau) table(name, agency string) string {
	o.Helper()
	o.cchc(0, "appraise", o.path("ket-qua"), "--criteria", "1,2", "--agency", agency, "-o", o.path(name))
	return o.path(name)
}

// sheetOf is the sheet that holds the keys.
func sheetWithKeys(book *excelize.File) string {
	if i, _ := book.GetSheetIndex(templates.TableSheet); i >= 0 {
		return templates.TableSheet
	}
	return templates.FormSheet
}

// typing types into a workbook: by "key column" the value, a number or a text.
func (o *bureau) typing(path string, entries map[string]any) {
	o.Helper()
	o.editing(path, func(book *excelize.File, sheet string, cells map[string]string) error {
		for at, value := range entries {
			if cells[at] == "" {
				return fmt.Errorf("there is no cell %s", at)
			}
			if err := book.SetCellValue(sheet, cells[at], value); err != nil {
				return err
			}
		}
		return nil
	})
}

func (o *bureau) editing(path string, edit func(book *excelize.File, sheet string, cells map[string]string) error) {
	o.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		o.Fatal(err)
	}
	defer book.Close()
	sheet := sheetWithKeys(book)
	if err := edit(book, sheet, placesOf(o.T, book, sheet)); err != nil {
		o.Fatal(path, err)
	}
	if err := book.Save(); err != nil {
		o.Fatal(err)
	}
}

// result is the file of a unit's result.
func (o *bureau) result(code string) string { return o.path("ket-qua", code+" Sở "+code+".xlsx") }

// marks are what the results hold as appraised, with the points of each leaf.
func (o *bureau) marks() map[string]any {
	o.Helper()
	catalog, err := rules.Open(o.path("bo"))
	if err != nil {
		o.Fatal(err)
	}
	d := desk.New(catalog, "thử")
	all, err := filepath.Glob(o.path("ket-qua", "DV*.xlsx"))
	if err != nil || len(all) == 0 {
		o.Fatal("no results", err)
	}
	found := map[string]any{}
	for _, file := range all {
		e, reading, err := d.Open(file)
		if err != nil {
			o.Fatal(file, err)
		}
		found[filepath.Base(file)] = handover.MarksOf(e.Rules, reading.Submission.Appraisal, reading.Unread)
		result := e.Layout.Scorer.Score(reading.Submission)
		for i := range result.Nodes {
			n := &result.Nodes[i]
			line := n.Self.Points.String() + " " + n.Self.State.String()
			if n.Appraised != nil {
				line += " → " + n.Appraised.Points.String() + " " + n.Appraised.State.String() + " " + n.Appraised.Explanation
			}
			found[filepath.Base(file)+" "+n.Criterion.Number] = line
		}
	}
	return found
}

// TestAppraisalsSplitAmongAgencies: whatever is appraised, by whichever agencies, and in whatever order their tables are taken in,
// the results are those that come of typing all of it into each result.
func TestAppraisalsSplitAmongAgencies(t *testing.T) {
	for seed := range *appraisals {
		random := rand.New(rand.NewPCG(19, seed))
		o, byHand := newBureau(t, 2), newBureau(t, 2)
		for _, bureau := range []*bureau{o, byHand} {
			bureau.typing(bureau.result("DV2"), map[string]any{"@tham_dinh ten": "Đã"})
			bureau.cchc(anyway, "score", bureau.path("ket-qua"))
		}
		agencies := []string{"A", "B", "C"}
		said := map[string]map[string]any{}
		for _, agency := range agencies {
			o.table(agency+".xlsx", "Cơ quan "+agency)
			said[agency] = map[string]any{}
		}
		for unit := range 2 {
			typed := map[string]any{}
			for _, leaf := range []string{"1.1", "1.2", "1.3", "2.1"} {
				agency := agencies[random.IntN(len(agencies))]
				for at, value := range randomEntries(random, leaf) {
					typed[strings.ReplaceAll(at, "%", "")] = value
					said[agency][strings.ReplaceAll(at, "%", fmt.Sprintf("#%d", unit+1))] = value
				}
			}
			byHand.typing(byHand.result(fmt.Sprintf("DV%d", unit+1)), typed)
		}
		var from []string
		for _, i := range random.Perm(len(agencies)) {
			o.typing(o.path(agencies[i]+".xlsx"), said[agencies[i]])
			from = append(from, "--from", o.path(agencies[i]+".xlsx"))
		}
		if random.IntN(2) == 0 {
			o.cchc(0, append([]string{"appraise", o.path("ket-qua")}, from...)...)
		} else {
			for i := 0; i < len(from); i += 2 {
				o.cchc(0, "appraise", o.path("ket-qua"), from[i], from[i+1])
			}
		}
		byHand.cchc(anyway, "score", byHand.path("ket-qua"))
		if diff := cmp.Diff(byHand.marks(), o.marks()); diff != "" {
			t.Fatalf("seed %d (-by hand +taken):\n%s", seed, diff)
		}
		one, other := byHand.cchc(anyway, "score", byHand.path("ket-qua"), "--json"), o.cchc(anyway, "score", o.path("ket-qua"), "--json")
		if diff := cmp.Diff(strings.Split(one, "\n"), strings.Split(other, "\n")); diff != "" {
			t.Fatalf("seed %d, the lines of results (-by hand +taken):\n%s", seed, diff)
		}
		again := o.cchc(0, append([]string{"appraise", o.path("ket-qua")}, from...)...)
		if !strings.Contains(again, "Không có gì mới: mọi mục trong bảng đã có trong kết quả.") {
			t.Errorf("seed %d: taking again says:\n%s", seed, again)
		}
	}
}

// randomEntries are what somebody types about a leaf, with % in the place of the unit.
func randomEntries(random *rand.Rand, leaf string) map[string]any {
	entries := map[string]any{}
	if random.IntN(3) == 0 {
		return entries
	}
	if random.IntN(4) > 0 {
		entries[leaf+"% ly_do"] = fmt.Sprintf("Lý do %d", random.IntN(1000))
	}
	if random.IntN(2) == 0 {
		entries[leaf+"% an_dinh"] = []any{0.25, 1, 0, "KĐG", 0.5}[random.IntN(5)]
		return entries
	}
	switch leaf {
	case "1.1":
		entries[leaf+"%:b tham_dinh"] = random.IntN(11)
	case "1.2":
		entries[leaf+"%:muc tham_dinh"] = []any{"1. Đủ", "2. Thiếu", "3. Không"}[random.IntN(3)]
	case "1.3":
		entries[leaf+"%:1 tham_dinh"] = random.IntN(9)
	case "2.1":
		entries[leaf+"%:diem tham_dinh"] = []any{0, 0.75, 3}[random.IntN(3)]
	}
	return entries
}
