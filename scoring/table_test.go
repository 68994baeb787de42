package scoring_test

import (
	"strings"
	"testing"

	"cchc/scoring"
)

// Every kind and every key of it has a row, nested ones too, and no row breaks the table.
func TestKindTableHoldsEveryKey(t *testing.T) {
	table := scoring.KindTable()
	for _, row := range []string{
		"| `levels` | `points` | list of numbers | yes |", "| `ratio` | `parts[].weight` | number | yes |",
		"| `bands` | `steps[].above` | number |  |", "| `count` | `tariffs[].answer` | an answer's name | yes |",
		"| `sum` | `parts[].rule` | a rule | yes |", "| `cases` | `list[].when.any` | list of keys |  |",
		"| `cases` | `else` | a rule |  |", "| `fixed` | `points` | number | yes |", "| `manual` | `of` | an answer's name | yes |",
		"| `ratio` | `ifZero` | `max`, `zero`, `notAssessed` |  |",
	} {
		if !strings.Contains(table, "\n"+row) {
			t.Errorf("no row %s", row)
		}
	}
	for _, rule := range scoring.Kinds() {
		for _, field := range rule.Fields() {
			if !strings.Contains(table, "\n| `"+rule.Kind()+"` | `"+field.Key+"` |") {
				t.Errorf("no row for %s.%s", rule.Kind(), field.Key)
			}
		}
	}
	for line := range strings.Lines(table) {
		if strings.Count(line, "|") != 6 {
			t.Errorf("not five columns: %s", line)
		}
	}
}
