package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRankOfAUnitThatIsThereTwice: it is told once, however the scoring was spread.
func TestRankOfAUnitThatIsThereTwice(t *testing.T) {
	_, e := desk2023(t)
	samples := map[string][]byte{"a": printedForm(t, e, "so-mau-a"), "b": printedForm(t, e, "so-mau-b")}
	t.Chdir(t.TempDir())
	const nop = "nop" // as people name it: what lines tell is linked only from where we are
	first := putFile(t, filepath.Join(nop, "a.xlsx"), samples["a"])
	second := putFile(t, filepath.Join(nop, "a-nop-lai.xlsx"), samples["a"])
	putFile(t, filepath.Join(nop, "b.xlsx"), samples["b"])
	lines := func(name string, of ...string) string {
		return putFile(t, name, []byte(runHere(append([]string{"score", "--json", "-o", t.TempDir()}, of...)...).out))
	}
	ranked := map[string]string{}
	for name, in := range map[string][]string{"forms": {nop}, "one run": {lines("ca.jsonl", nop)},
		"two runs": {lines("2.jsonl", second), lines("1.jsonl", first, filepath.Join(nop, "b.xlsx"))}} {
		const out = "xep.xlsx"
		got := runHere(append([]string{"rank", "-o", out, "--force"}, in...)...)
		if strings.Count(got.err, "unit-twice") != 1 || !strings.Contains(got.err, "2 đơn vị trong 1 khối, 1 được xếp hạng") {
			t.Errorf("%s: %s", name, got.err)
		}
		ranked[name] = contents(t, out)
	}
	if ranked["forms"] != ranked["one run"] || ranked["one run"] != ranked["two runs"] {
		t.Error("the workbooks differ")
	}
	links := 0
	for _, cell := range xmlCells(t, []byte(ranked["forms"])) {
		if cell.Formula == `HYPERLINK("nop/a-nop-lai.xlsx","nop/a-nop-lai.xlsx")` {
			links++
		}
	}
	if links != 1 {
		t.Errorf("%d links open a file of the unit, want 1", links)
	}
}

// TestBlocksInVietnameseOrder: Â is after A, Đ after D, Ủ with U.
func TestBlocksInVietnameseOrder(t *testing.T) {
	var lines, got []string
	for _, block := range []string{"Ủy ban", "Xã", "Đơn vị", "Sở", "Đảng", "Ban", "Doanh nghiệp", "Âu tàu", "An ninh"} {
		lines = append(lines, resultLine(t, block+":"+block, "1"))
	}
	_, out, _ := rankRun(t, strings.Join(lines, ""), "-", "--json")
	for line := range strings.Lines(out) {
		var rec struct{ Block string }
		if err := json.Unmarshal([]byte(line), &rec); err != nil {
			t.Fatal(err)
		}
		got = append(got, rec.Block)
	}
	want := []string{"An ninh", "Âu tàu", "Ban", "Doanh nghiệp", "Đảng", "Đơn vị", "Sở", "Ủy ban", "Xã"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
