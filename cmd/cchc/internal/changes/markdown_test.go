package changes

import "testing"

// TestMarkdownCells: what a text holds never becomes a mark of the table.
func TestMarkdownCells(t *testing.T) {
	m := page{}
	m.row("a|b", "một\nhai", "<x> *y* [z]")
	if want := "| a\\|b | một<br>hai | &lt;x> \\*y\\* \\[z] |\n"; m.String() != want {
		t.Errorf("%q, want %q", m.String(), want)
	}
}
