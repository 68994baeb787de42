package templates

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	textdiff "github.com/google/go-cmp/cmp"

	"cchc/templates/draft"
)

var update = flag.Bool("update", false, "write the expected sheets anew; look at what changes")

// golden holds a text to a file of testdata/sheets.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("../testdata/sheets", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := textdiff.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// sheetText writes what a reader of a sheet sees, a line for each row: "12: A 1.1 | B Kế hoạch | C 1.5", a formula before its
// value as {=…}; at the end what else matters of the sheet.
func sheetText(s *draft.Sheet) string {
	cells := slices.Clone(s.Cells)
	slices.SortFunc(cells, func(a, b draft.Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	var b strings.Builder
	row := 0
	for _, c := range cells {
		text := cellText(c)
		if text == "" {
			continue
		}
		if c.Row != row {
			fmt.Fprintf(&b, "\n%d:", c.Row)
			row = c.Row
		} else {
			b.WriteString(" |")
		}
		fmt.Fprintf(&b, " %s %s", letters(c.Col), text)
	}
	fmt.Fprintf(&b, "\n\nmerges %v, freeze %v, titles %v, breaks %v\n", s.Merges, s.Freeze, s.Page.TitleRows, s.Page.Breaks)
	if s.Page.Scale > 0 {
		fmt.Fprintf(&b, "scale %d%%, column breaks %v\n", s.Page.Scale, s.Page.ColumnBreaks)
	}
	if s.Active != (draft.Place{}) {
		fmt.Fprintf(&b, "active %v\n", s.Active)
	}
	if s.Filter != nil {
		fmt.Fprintf(&b, "filter %v\n", *s.Filter)
	}
	for _, c := range s.Charts {
		fmt.Fprintf(&b, "chart %v %q %s %v", c.At, c.Title, c.Categories, c.Series)
		if c.Highest > 0 {
			fmt.Fprintf(&b, " to %v", c.Highest)
		}
		b.WriteString("\n")
	}
	return strings.TrimPrefix(b.String(), "\n")
}

func cellText(c draft.Cell) string {
	text := strings.ReplaceAll(c.Value.Text, "\n", " ⏎ ")
	switch c.Value.Kind {
	case draft.NumberKind:
		text = c.Value.Number.String()
	case draft.RichKind:
		for _, run := range c.Value.Runs {
			text += strings.ReplaceAll(run.Text, "\n", " ⏎ ")
		}
	}
	if c.Formula != "" {
		return "{=" + c.Formula + "} " + text
	}
	return text
}
