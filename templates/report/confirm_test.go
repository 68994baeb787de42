package report

import (
	"strings"
	"testing"

	"cchc/scoring"
	"cchc/templates"
	"cchc/templates/formtest"
)

func TestConfirmSheet(t *testing.T) {
	formtest.Golden(t, "can-xac-nhan.txt", formtest.SheetText(confirmSheet(templates.NewLayout(formtest.SampleRules()))))
}

func TestConfirmSheetWithNothingToConfirm(t *testing.T) {
	rules := formtest.SampleRules()
	rules.Criteria = rules.Criteria[:1]
	area := &rules.Criteria[0]
	area.Note = ""
	area.Children[0].Note, area.Children[0].Provenance = "", scoring.FromText
	if got := formtest.SheetText(confirmSheet(templates.NewLayout(rules))); !strings.Contains(got, "Không có mục nào") {
		t.Errorf("an empty list says nothing:\n%s", got)
	}
}
