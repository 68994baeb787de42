package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// openFixture opens a catalog over the folders program, beside and given of a fixture, as far as they are there.
func openFixture(t *testing.T, name string) *Catalog {
	t.Helper()
	root := filepath.Join(fixtures, "catalog", name)
	var paths []string
	if _, err := os.Stat(filepath.Join(root, "given")); err == nil {
		paths = append(paths, filepath.Join(root, "given"))
	}
	c, err := open(os.DirFS(filepath.Join(root, "program")), filepath.Join(root, "beside"), paths)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// outcome is what a name leads to, as text.
func outcome(c *Catalog, name string) string {
	s, err := c.Load(name)
	if err != nil {
		return err.Error() + nameCode(err) + "\n"
	}
	text := fmt.Sprintf("%s (%d), %s, OK %v, previous %v\n", s.ID, s.Year, s.File, s.OK(), s.Previous != nil)
	return filepath.ToSlash(text + messages(s.Findings))
}

func nameCode(err error) string {
	if named := (*NameError)(nil); errors.As(err, &named) {
		return " [" + string(named.Problem.Code) + "]"
	}
	return ""
}

func TestCatalogFindsSetsByName(t *testing.T) {
	tests := []struct {
		name string
		ask  []string
	}{
		{"nearest", []string{"2022", "2023", "so-2023", "so-2032", "Sở"}},
		{"names", []string{"2023", "quan-2023", "2024", "xa-2024", "2025", ""}},
		{"forgotten", []string{"so-2024", "so-2025"}},
		{"previous", []string{"so-2022", "so-2023", "so-2024", "so-2025", "so-2026", fixtures + "catalog/previous/given/hong.yaml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := openFixture(t, test.name)
			var b strings.Builder
			for _, s := range c.Sets() {
				fmt.Fprintf(&b, "%d %q %s\n", s.Year, s.ID, filepath.ToSlash(s.File))
			}
			for _, name := range test.ask {
				fmt.Fprintf(&b, "\n== %s\n%s", name, outcome(c, name))
			}
			expect(t, filepath.Join(fixtures, "catalog", test.name, "loads.out"), b.String())
		})
	}
}

// A folder beside the program may be missing; what the caller names may not.
func TestOpenSaysWhatCannotBeRead(t *testing.T) {
	tests := []struct{ name, path, want string }{
		{"no such file", "khong-co.yaml", "Không có tệp hoặc thư mục khong-co.yaml."},
		{"no rule set by its ending", "catalog_test.go", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Open(test.path)
			if got := fmt.Sprint(err); test.want != "" && got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if test.want == "" && err != nil {
				t.Errorf("a named file is read whatever it is called: %v", err)
			}
		})
	}
	if _, err := (&Catalog{}).Load("khong-co.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want a missing file", err)
	}
	if _, err := (&Catalog{}).Load(t.TempDir()); err == nil {
		t.Error("a folder was loaded as a file")
	}
}

// A set named by its path needs no catalog entry, and finds its previous set in the catalog.
func TestLoadByPathResolvesPrevious(t *testing.T) {
	c, err := open(os.DirFS(fixtures+"catalog/nearest/program"), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Load(fixtures + "catalog/nearest/given/so-2023.yaml")
	if err != nil || s.Previous == nil || s.Previous.ID != "so-2022" || len(s.Findings) > 0 {
		t.Errorf("previous %v, findings %v, error %v", s.Previous, s.Findings, err)
	}
}

// Loading says the same again and again, and in any order: a set is never changed by a load.
func TestLoadIsRepeatable(t *testing.T) {
	c := openFixture(t, "previous")
	first := outcome(c, "so-2024")
	for _, name := range []string{"so-2023", "so-2025", "so-2022"} {
		outcome(c, name)
	}
	if again := outcome(c, "so-2024"); again != first {
		t.Errorf("first:\n%s\nthen:\n%s", first, again)
	}
}
