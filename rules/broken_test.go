package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"cchc/scoring/problem"
)

// A file that is named stops everything where it is no sound set, whatever is wrong with it; one in a folder is said.
func TestBrokenFilesAreNamed(t *testing.T) {
	sound := string(read(t, "hai-phong-so-nganh-2023.yaml"))
	cases := map[string]struct {
		text string
		code problem.Code
	}{
		"tab.yaml":   {sound + "\tx: 1\n", problem.YAMLSyntax},
		"id.yaml":    {"iD: x-2023\n", problem.RuleUnknownKey},
		"hai.yaml":   {sound + "---\na: 1\n", problem.YAMLDocuments},
		"latin.yaml": {sound + "# \xe9\n", problem.YAMLEncoding},
		"rong.yaml":  {"", problem.YAMLEmpty},
		"to.yaml":    {sound + string(make([]byte, 1<<20)), problem.YAMLTooLarge},
		"muc.yaml":   {"", problem.SetNotFile}, // a folder
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, name)
			err := os.WriteFile(path, []byte(c.text), 0o644)
			if c.code == problem.SetNotFile {
				err = os.Remove(path)
				if err == nil {
					err = os.Mkdir(path, 0o755)
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			named, err := open(fstest.MapFS{}, filepath.Join(folder, "none"), []string{path})
			if err != nil {
				t.Fatal(err)
			}
			if found := named.Refused(); !hasCode(found, c.code) || len(named.Broken()) > 0 {
				t.Errorf("named: %v, broken %d", found, len(named.Broken()))
			}
			beside, err := open(fstest.MapFS{}, folder, nil)
			if err != nil {
				t.Fatal(err)
			}
			if broken := beside.Broken(); len(broken) != 1 || len(beside.Refused()) > 0 || !hasCode(broken[0].Findings, c.code) {
				t.Errorf("in a folder: %v", broken)
			}
		})
	}
}

// TestMisnamedFilesAreNamed: a rule set that Notepad saved as 2024.yaml.txt is said, and read where somebody names it.
func TestMisnamedFilesAreNamed(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "2024.yaml.txt")
	if err := os.WriteFile(path, read(t, "hai-phong-so-nganh-2023.yaml"), 0o644); err != nil {
		t.Fatal(err)
	}
	beside, err := open(fstest.MapFS{}, folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	broken := beside.Broken()
	if len(broken) != 1 || broken[0].First().Code != problem.SetMisnamed || !strings.HasPrefix(broken[0].First().Remedy(), "Đổi tên thành 2024.yaml;") {
		t.Errorf("in a folder: %v", broken)
	}
	named, err := open(fstest.MapFS{}, filepath.Join(folder, "none"), []string{path})
	if err != nil || len(named.Refused()) > 0 {
		t.Errorf("named: %v, %v", err, named.Refused())
	}
}

func hasCode(findings []Finding, code problem.Code) bool {
	for _, f := range findings {
		if f.Code == code {
			return true
		}
	}
	return false
}
