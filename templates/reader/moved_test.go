package reader

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// TestKeysThatMoved exchanges keys of rows, as a sort without the hidden column does. No answer beside another row's words counts.
func TestKeysThatMoved(t *testing.T) {
	rules := formtest.SmallRules()
	twin := rules.Criteria[0].Children[1] // 1.2, once more under another number: the words of its answer are those of two rows
	twin.Number, twin.Name, twin.Max = "2.2", "Báo cáo khác", formtest.Points("0")
	twin.Inputs = slices.Clone(twin.Inputs)
	rules.Criteria[1].Children = append(rules.Criteria[1].Children, twin)
	l := templates.NewLayout(rules)
	var form bytes.Buffer
	in := formtest.FullSubmission()
	in.Exempt = nil
	if err := l.BlankForm(templates.Filling{Stage: templates.SubmittedStage, Version: "1", Submission: in}).Write(&form); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, one, other string
		bad              []expr.Key
	}{
		{"answers of a criterion", "1.1:a", "1.1:b", []expr.Key{{Leaf: "1.1", Input: "a"}, {Leaf: "1.1", Input: "b"}}},
		{"answers with the same words", "1.2:muc", "2.2:muc", []expr.Key{{Leaf: "1.2", Input: "muc"}, {Leaf: "2.2", Input: "muc"}}},
		{"criteria, whose texts would be exchanged", "1.2", "1.3", nil},
		{"a key with itself", "1.1:a", "1.1:a", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := readExchanged(t, l, form.Bytes(), test.one, test.other)
			var bad []expr.Key
			for key, answer := range r.Submission.Answers {
				if p, isBad := answer.Bad(); isBad && p.Code == problem.FormKeyMoved {
					bad = append(bad, key)
				}
			}
			slices.SortFunc(bad, func(a, b expr.Key) int { return bytes.Compare([]byte(a.String()), []byte(b.String())) })
			if !slices.Equal(bad, test.bad) {
				t.Errorf("bad answers %v, want %v", bad, test.bad)
			}
			told := slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code == problem.FormKeyMoved })
			if isCriterion := !strings.Contains(test.one, ":"); told != isCriterion {
				t.Errorf("told of criteria's rows: %v", told)
			}
		})
	}
}

// readExchanged reads a form in which two rows bear each other's key.
func readExchanged(t *testing.T, l *templates.Layout, form []byte, one, other string) *Reading {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	for from, key := range map[string]string{one: other, other: one} {
		if err := f.SetCellStr(templates.FormSheet, l.Cell(from, templates.KeyColumn).String(), key); err != nil {
			t.Fatal(err)
		}
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, err := Open(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(l, book)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
