package kinds_test

import (
	"strings"
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Every kind and every key of it has a row, nested ones too, and no row breaks the table.
func TestKindTableHoldsEveryKey(t *testing.T) {
	table := kinds.KindTable()
	for _, row := range []string{
		"| `levels` | `points` | list of numbers, or % of max | yes |", "| `ratio` | `parts[].weight` | number | yes |",
		"| `bands` | `steps[].above` | number |  |", "| `count` | `tariffs[].answer` | an answer's name | yes |",
		"| `sum` | `parts[].rule` | a rule | yes |", "| `cases` | `list[].when.any` | list of keys |  |",
		"| `cases` | `else` | a rule |  |", "| `fixed` | `points` | number, or % of max | yes |", "| `manual` | `of` | an answer's name | yes |",
		"| `ratio` | `ifZero` | `max`, `zero`, `notAssessed` |  |",
	} {
		if !strings.Contains(table, "\n"+row) {
			t.Errorf("no row %s", row)
		}
	}
	for _, rule := range kinds.Kinds() {
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

// Every key of an answer has its row, with what is written there, so that nobody has to look for `whole` in the code.
func TestAnswerTableHoldsEveryKey(t *testing.T) {
	table := kinds.AnswerTable()
	for _, row := range []string{
		"| `label` | text | yes |", "| `kind` | `number`, `percent`, `date`, `choice`, `yesNo`, `points` |  |", "| `unit` | text |  |", "| `whole` | `true`, `false` |  |",
		"| `min` | number |  |", "| `max` | number |  |", "| `options` | list of texts |  |",
	} {
		if !strings.Contains(table, "\n"+row) {
			t.Errorf("no row %s", row)
		}
	}
	fields := kinds.InputRecord{Input: &expr.Input{}}.Fields()
	if lines := strings.Count(table, "\n"); lines != len(fields)+4 { // two more are of what an answer is reckoned from
		t.Errorf("%d lines for %d keys", lines, len(fields))
	}
}

// A kind may have a key of any sort of place that decoding knows.
func TestKindTableWordsEveryPlace(t *testing.T) {
	for _, field := range new(scoring.Criterion).Fields() {
		switch field.Place.(type) {
		case kinds.Dict, *[]scoring.Example, *scoring.Was:
			continue // of a criterion alone
		}
		if words := kinds.ValueWords(field.Place); words == "" {
			t.Errorf("no words for %s", field.Key)
		}
	}
	var over bool
	if words := kinds.ValueWords(&over); words != "`true`, `false`" {
		t.Errorf("a truth value is %q", words)
	}
}
