package rules_test

import (
	"strings"
	"testing"

	"cchc/rules"
	"cchc/scoring"
)

func TestNextDiffersInYearAndBasisAlone(t *testing.T) {
	set := loadSet(t, "2023")
	data, err := set.Next(2024)
	if err != nil {
		t.Fatal(err)
	}
	next := rules.Decode("2024.yaml", data)
	if !next.OK() {
		t.Fatalf("next year's file is faulty: %v", next.Findings)
	}
	if next.ID != "hai-phong-so-nganh-2024" || next.Rules.Previous != set.ID {
		t.Errorf("id %s, previous %s", next.ID, next.Rules.Previous)
	}
	if found := scoring.Check(next.Rules, set.Rules); len(found) > 0 {
		t.Errorf("against its previous set: %v", found)
	}
	changes, refused := scoring.Diff(set.Rules, next.Rules)
	if refused != nil || len(changes.Remarks) > 0 {
		t.Errorf("refused %v, remarks %v", refused, changes.Remarks)
	}
	for _, row := range changes.Rows {
		if len(row.Classes) > 0 {
			t.Errorf("%s changed: %v %v", row.Number(), row.Classes, row.Details)
		}
	}
	if len(changes.Set) != 2 {
		t.Errorf("of the set as a whole changed %v, want the year and the basis", changes.Set)
	}
	if leaves := len(next.Rules.Leaves()); strings.Count(string(data), "rà soát theo quyết định mới") < leaves {
		t.Errorf("not every one of %d provenances is marked for review", leaves)
	}
	if strings.Contains(string(data), "contentStatus") || strings.Contains(string(data), "announced") {
		t.Error("last year's words of change are still there")
	}
}
