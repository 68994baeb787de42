package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cchc/cmd/cchc/internal/disk"
)

// TestNothingIsWrittenOntoAnInput: no command writes onto what it was given to read, with --force neither, under another name
// neither.
func TestNothingIsWrittenOntoAnInput(t *testing.T) {
	_, e := desk2023(t)
	form := string(printedForm(t, e, "so-mau-a"))
	sample, err := os.ReadFile("../../testdata/samples/so-mau-a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	set, err := os.ReadFile("../../rules/hai-phong-so-nganh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		args []string
	}{
		{"score into the forms' folder", []string{"score", "nop", "-o", "nop"}},
		{"score into the same folder by another name", []string{"score", "nop/a.xlsx", "-o", "lien-ket"}},
		{"rank onto a form", []string{"rank", "nop/a.xlsx", "-o", "nop/a.xlsx"}},
		{"rank onto a form of its folder", []string{"rank", "nop", "-o", "nop/a.xlsx"}},
		{"rank onto a form by a link", []string{"rank", "nop", "-o", "lien-ket/a.xlsx"}},
		{"template onto its answers", []string{"template", "2023", "--answers", "tra-loi.yaml", "-o", "tra-loi.yaml"}},
		{"template onto its rules", []string{"template", "bo.yaml", "-o", "bo.yaml"}},
		{"template onto rules of an option", []string{"template", "2023", "--rules", "bo.yaml", "-o", "bo.yaml"}},
		{"templates onto the list of units", []string{"template", "2023", "--units", "ds/SM-A.xlsx", "-o", "ds"}},
		{"rules new onto its rules", []string{"rules", "new", "2024", "--from", "bo.yaml", "-o", "bo.yaml"}},
		{"rules read onto last year's rules", []string{"rules", "read", "ds/SM-A.xlsx", "--year", "2024", "--from", "bo.yaml", "-o", "bo.yaml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			files := map[string]string{"nop/a.xlsx": form, "tra-loi.yaml": string(sample), "bo.yaml": string(set),
				"ds/SM-A.xlsx": "ma;ten;khoi\nSM-A;Sở mẫu A;Sở\n"}
			for path, data := range files {
				putFile(t, path, []byte(data))
			}
			if err := os.Symlink("nop", "lien-ket"); err != nil {
				t.Fatal(err)
			}
			got := runHere(append(test.args, "--force")...)
			if got.status != statusUsage || !strings.Contains(got.err, "là tệp đầu vào nên không ghi lên") {
				t.Errorf("status %d, said %s", got.status, got.err)
			}
			for path, data := range files {
				if contents(t, path) != data {
					t.Errorf("%s was written to", path)
				}
			}
		})
	}
}

// TestRankPassesOverItsOwnRanking: an earlier ranking among the forms is no form, and may be written anew.
func TestRankPassesOverItsOwnRanking(t *testing.T) {
	_, e := desk2023(t)
	form := printedForm(t, e, "so-mau-a")
	t.Chdir(t.TempDir())
	putFile(t, "nop/a.xlsx", form)
	args := []string{"rank", "nop", "-o", filepath.Join("nop", "xep-hang.xlsx"), "--force"}
	first := runHere(args...)
	if again := runHere(args...); first.status != again.status || !strings.Contains(again.err, "Bỏ qua nop/xep-hang.xlsx: bảng xếp hạng lần trước.") {
		t.Errorf("status %d, then %d, said %s", first.status, again.status, again.err)
	}
}

// TestLeftoversOfOneFile: a run that writes one file clears what a killed run left beside it.
func TestLeftoversOfOneFile(t *testing.T) {
	t.Chdir(t.TempDir())
	putFile(t, ".phieu.xlsx.00000000"+disk.TemporarySuffix, nil)
	if got := runHere("template", "2023", "-o", "phieu.xlsx"); got.status != statusOK {
		t.Fatal(got.err)
	}
	if names := listed(t, "."); len(names) != 1 || names[0] != "phieu.xlsx" {
		t.Errorf("left %v", names)
	}
}
