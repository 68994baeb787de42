package templates

import (
	"strings"
	"testing"

	"cchc/scoring"
	"cchc/templates/draft"
	"cchc/templates/formtest"
)

// TestLayout: every answer has its place, and everything that is looked up by key is found there.
func TestLayout(t *testing.T) {
	l := NewLayout(formtest.SampleRules())
	seen := map[string]bool{}
	for i, row := range l.Rows {
		if row.Number != i+1 {
			t.Errorf("row %d says it is %d", i+1, row.Number)
		}
		if row.Key == "" {
			continue
		}
		if seen[row.Key] {
			t.Errorf("key %s is there twice", row.Key)
		}
		seen[row.Key] = true
		if found, ok := l.Row(row.Key); !ok || found.Number != row.Number {
			t.Errorf("key %s is found in row %d, not %d", row.Key, found.Number, row.Number)
		}
	}
	for _, leaf := range l.Rules.Leaves() {
		for _, in := range leaf.Inputs {
			row, ok := l.Row(leaf.Key(in.Name).String())
			if !ok || row.Kind != InputRow || row.Node != leaf || row.Input.Name != in.Name || (row.Options != nil) != in.IsChoice() {
				t.Errorf("%s:%s stands in %+v", leaf.Number, in.Name, row)
			}
		}
	}
	if _, ok := l.Row("9.9"); ok {
		t.Error("a key that is not there was found")
	}
	if got, want := l.Ref("1.1:b", AnswerColumn), "'Phiếu chấm'!E13"; got != want {
		t.Errorf("1.1:b stands at %s, want %s", got, want)
	}
}

// TestLevels: a node's level is its depth, which a number under a range does not tell.
func TestLevels(t *testing.T) {
	rs := formtest.SampleRules()
	rs.Criteria[1].Children = []scoring.Criterion{{Number: "2.1-2.2", Name: "(cả hai)", Max: formtest.Points("5"), Children: rs.Criteria[1].Children}}
	l := NewLayout(rs)
	for key, want := range map[string]int{"1": 1, "1.1": 2, "2.1-2.2": 2, "2.1": 3} {
		if row, _ := l.Row(key); row.Level != want {
			t.Errorf("%s has level %d, want %d", key, row.Level, want)
		}
	}
}

// TestOptionLists: equal lists share one place, and no two places overlap.
func TestOptionLists(t *testing.T) {
	l := NewLayout(formtest.SampleRules())
	one, _ := l.Row("1.3:1")
	other, _ := l.Row("1.3:4")
	if one.Options != other.Options {
		t.Error("two inputs with Có and Không have lists of their own")
	}
	level, _ := l.Row("1.2:muc")
	if got, want := strings.Join(level.Options.Texts, "|"), "1. Đầy đủ|2. Chậm|3. Không có"; got != want {
		t.Errorf("the levels are offered as %s, want %s", got, want)
	}
	taken := map[draft.Place]bool{}
	for _, list := range l.Options {
		for n := range list.Texts {
			if at := list.place(n + 1); taken[at] || at.Col < FirstListColumn {
				t.Errorf("%v is taken twice, or by the stamp", at)
			} else {
				taken[at] = true
			}
		}
	}
	if got, want := level.Options.Range(), "'_cchc'!$E$2:$E$4"; got != want {
		t.Errorf("the list stands at %s, want %s", got, want)
	}
}

func TestColumnKeys(t *testing.T) {
	seen := map[string]bool{}
	for i, c := range Columns() {
		if int(c) != i+1 || c.Key() == "" || seen[c.Key()] {
			t.Errorf("column %d has the key %q", c, c.Key())
		}
		seen[c.Key()] = true
		if shown := c.Title() != ""; shown == c.hidden(true) {
			t.Errorf("column %s with the title %q is hidden: %v", c.Key(), c.Title(), c.hidden(true))
		}
		if c.hidden(true) && !c.hidden(false) {
			t.Errorf("column %s shows in a form but not in a scored workbook", c.Key())
		}
	}
}
