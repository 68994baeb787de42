package reader

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// TestConflictsAreMarkedAndReadBack: a merged form marks the open cell as long as it is open, by colour and in words, a decided one
// not, and tells both again when it is read.
func TestConflictsAreMarkedAndReadBack(t *testing.T) {
	l := templates.NewLayout(formtest.SmallRules())
	leaf := l.Rules.Leaves()[0]
	key := leaf.Key(leaf.Inputs[0].Name)
	reply := func(hand string, n int64) handover.Reply {
		return handover.Reply{Hand: hand, Department: "Phòng " + hand, Place: "Phiếu chấm!E12", Answer: expr.NumberAnswer(decimal.NewFromInt(n))}
	}
	for _, taken := range []string{"", "a.xlsx"} {
		f := templates.Filling{Stage: templates.SubmittedStage, Version: "1"}
		f.Conflicts = []handover.Conflict{{Key: key, Replies: []handover.Reply{reply("a.xlsx", 1), reply("b.xlsx", 2)}, Taken: taken}}
		var out bytes.Buffer
		if err := l.BlankForm(f).Write(&out); err != nil {
			t.Fatal(err)
		}
		file, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		formats, err := file.GetConditionalFormats(templates.FormSheet)
		if err != nil {
			t.Fatal(err)
		}
		cell := l.Cell(key.String(), templates.AnswerColumn)
		marked := false
		for _, option := range formats[cell.String()] {
			marked = marked || option.Criteria == cell.Absolute()+`=""`
		}
		words := false
		for _, dxf := range file.Styles.Dxfs.Dxfs {
			words = words || dxf.NumFmt != nil && strings.Contains(dxf.NumFmt.FormatCode, "Các phòng khác nhau")
		}
		if open := taken == ""; marked != open || words != open {
			t.Errorf("taken %q: marked %v, in words %v", taken, marked, words)
		}
		r := written(t, l, f)
		if !templates.SameConflicts(f.Conflicts, r.Conflicts) || len(r.Hand("x").Open) != 1 {
			t.Errorf("read back: %+v", r.Conflicts)
		}
		for _, p := range r.Problems {
			if p.Code == problem.FormSheetAdded || p.Code == problem.FormEdited {
				t.Error(p.Text())
			}
		}
	}
}
