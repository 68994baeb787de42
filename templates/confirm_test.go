package templates

import (
	"strings"
	"testing"

	"cchc/scoring"
)

func TestConfirmSheet(t *testing.T) {
	golden(t, "can-xac-nhan.txt", sheetText(confirmSheet(NewLayout(sampleRules()))))
}

func TestConfirmSheetWithNothingToConfirm(t *testing.T) {
	rules := sampleRules()
	rules.Criteria = rules.Criteria[:1]
	area := &rules.Criteria[0]
	area.Note = ""
	area.Children[0].Note, area.Children[0].Provenance = "", scoring.FromText
	if got := sheetText(confirmSheet(NewLayout(rules))); !strings.Contains(got, "Không có mục nào") {
		t.Errorf("an empty list says nothing:\n%s", got)
	}
}
