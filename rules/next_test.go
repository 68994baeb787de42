package rules_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/problem"
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
	if found := append(scoring.Check(next.Rules), compare.CheckOrigins(next.Rules, set.Rules)...); len(found) > 0 {
		t.Errorf("against its previous set: %v", found)
	}
	changes, refused := compare.Diff(set.Rules, next.Rules)
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
	checkReview(t, next, data)
	if strings.Contains(string(data), "contentStatus") || strings.Contains(string(data), "announced") {
		t.Error("last year's words of change are still there")
	}
}

// checkReview says whether everything that must be held against the new decision is marked, and the marks are told of.
func checkReview(t *testing.T, next *rules.Set, data []byte) {
	t.Helper()
	const mark = "# rà soát theo quyết định mới"
	marked := 0
	for line := range strings.Lines(string(data)) {
		key, _, _ := strings.Cut(strings.TrimSpace(line), ":")
		has := strings.Contains(line, mark)
		if has {
			marked++
		}
		if key == "provenance" || key == "basis" {
			if !has {
				t.Errorf("not marked for review: %s", line)
			}
		}
	}
	if leaves := len(next.Rules.Leaves()); marked < leaves {
		t.Errorf("%d marks for %d leaves", marked, leaves)
	}
	at := slices.IndexFunc(next.Findings, func(f rules.Finding) bool { return f.Code == problem.SetUnreviewed })
	if at < 0 || next.Findings[at].Args[0] != strconv.Itoa(marked) {
		t.Errorf("%d marks, findings %v", marked, next.Findings)
	}
	reviewed := rules.Decode("2024.yaml", []byte(strings.ReplaceAll(string(data), mark, "")))
	if len(reviewed.Findings) > 0 {
		t.Errorf("with the marks taken away: %v", reviewed.Findings)
	}
}
