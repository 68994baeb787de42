package compare_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// The two sets that the letter compares, and what the program makes of them.
func letterChanges(t *testing.T) compare.Changes {
	t.Helper()
	catalog, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	var sets []*scoring.RuleSet
	for _, name := range []string{"hai-phong-so-nganh-2022", "hai-phong-so-nganh-2023"} {
		set, err := catalog.Load(name)
		if err != nil || !set.OK() {
			t.Fatalf("%s: %v %v", name, err, set.Findings)
		}
		sets = append(sets, set.Rules)
	}
	changes, refused := compare.Diff(sets[0], sets[1])
	if refused != nil || len(changes.Remarks) != 1 || changes.Remarks[0].Code != problem.DiffNotDetailed {
		t.Fatalf("refused %v, remarks %v", refused, changes.Remarks)
	}
	return changes
}

// printedRows are the rows of the letter's appendix, copied by hand.
func printedRows(t *testing.T) [][]string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/diff/cong-van-3476.txt")
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return rows
}

func letterRow(row compare.Row) []string {
	change := ""
	if row.Letter.Change.Valid {
		change = expr.FormatNumber(row.Letter.Change.Decimal)
	}
	return []string{row.Number(), row.After.Name, expr.FormatNumber(row.After.Max), change, row.Letter.Status(), row.Letter.OldName, row.Letter.ContentStatus}
}

func TestTheFirstViewIsTheLettersAppendix(t *testing.T) {
	changes := letterChanges(t)
	var got [][]string
	for _, row := range changes.Rows {
		if row.InLetter() {
			got = append(got, letterRow(row))
		}
	}
	got = append(got, []string{"", "TỔNG CỘNG", expr.FormatNumber(changes.After.Total), "", "", "", ""})
	want := printedRows(t)
	if len(want) != 8+38+1 {
		t.Fatalf("the golden has %d rows", len(want))
	}
	const status, content = 4, 6
	for _, slip := range []struct {
		row, column    int
		number         string
		printed, meant string
	}{
		{11, status, "2.3", "Ha điểm", "Hạ điểm"},
		{34, status, "6.2", "", "Hạ điểm"},
		{35, status, "7", "", "Tăng điểm"},
		{35, content, "7", "Tăng điểm", ""},
		{36, status, "7.1", "", "Hạ điểm"},
		{36, content, "7.1", "Hạ điểm", ""},
		{46, 0, "9", "9", ""},
	} {
		row := want[slip.row]
		if row[0] != slip.number || row[slip.column] != slip.printed {
			t.Fatalf("the letter's slip %+v is not in the golden: %q", slip, row)
		}
		row[slip.column] = slip.meant
	}
	ours := []string{"3.4-3.5", "(3.4 và 3.5)", "4,5", "-0,5", "Hạ điểm", "", ""}
	want = slices.Insert(want, 16, ours)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// identity words a row of the second view: what changed, with the letter's figures of the points.
func identity(row compare.Row) string {
	var words []string
	for _, class := range row.Classes {
		words = append(words, string(class))
	}
	return row.Was() + " → " + row.Number() + ": " + strings.Join(words, " ")
}

func TestTheSecondViewSaysWhatTheLetterCannot(t *testing.T) {
	var got []string
	for _, row := range letterChanges(t).Rows {
		if row.Level <= 2 && slices.ContainsFunc(row.Classes, func(c compare.Class) bool { return c != compare.ClassMax && c != compare.ClassRenamed }) {
			got = append(got, identity(row))
		}
	}
	want := []string{" → 3.6: new", " → 3.7: new", "5.5 → 5.4: moved", " → 5.5: new", " → 6.1: new", " → 7.5: new", "5.4 → : dropped", "6.1 → : dropped", "7.5 → : dropped"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheReconciliationWithTheLetter(t *testing.T) {
	changes := letterChanges(t)
	s := changes.Summary
	claims := []compare.Claim{
		{What: "Số mục thay đổi điểm", Announced: 24, Found: 24, Made: "23 dòng lĩnh vực và tiêu chí có số điểm thay đổi, thêm 1 dòng gộp không có trong bản in (3.4-3.5)"},
		{What: "Số mục thay đổi nội dung", Announced: 5, Found: 11, Made: "8 Đổi tiêu chí, 1 Bổ sung tiêu chí, 2 Thêm mới tiêu chí"},
	}
	if diff := cmp.Diff(claims, s.Claims); diff != "" {
		t.Error(diff)
	}
	var classes []string
	for _, count := range s.Classes {
		classes = append(classes, string(count.Class)+": "+strings.Join(count.Criteria, " ")+" | "+strings.Join(count.Components, " "))
	}
	counted := []string{
		"new: 3.6 3.7 5.5 6.1 7.5 | ",
		"dropped: 5.4 6.1 7.5 | ",
		"moved: 5.4 | ",
		"renamed: 1.1 2.2 3.1 3.2 6.2 | ",
		"max: 1 1.2 1.6 1.7 2.1 2.3 3 3.2 3.4-3.5 4 4.1 4.2 4.3 5.2 5.7 5.8 5.9 6.2 7 7.1 7.2 | ",
	}
	if diff := cmp.Diff(counted, classes); diff != "" {
		t.Error(diff)
	}
	if len(changes.Proposals) > 0 || len(s.Gone) > 0 {
		t.Errorf("proposals %v, gone %v", changes.Proposals, s.Gone)
	}
}

func TestTheLinesOfEachAreaAddUp(t *testing.T) {
	var got []string
	for _, area := range letterChanges(t).Summary.Areas {
		head := expr.FormatNumber(area.Before.Max) + " → " + expr.FormatNumber(area.After.Max) + ":"
		for _, line := range area.Lines() {
			if line.Points.Valid {
				head += fmt.Sprintf(" %s %s→%s %s;", line.Class, line.Was, line.Number, expr.FormatNumber(line.Points.Decimal))
			}
		}
		got = append(got, head)
	}
	want := []string{
		"12 → 10: max 1.2→1.2 -1; max 1.6→1.6 -0,5; max 1.7→1.7 -0,5;",
		"5,5 → 5,5: max 2.1→2.1 0,5; max 2.3→2.3 -0,5;",
		"8 → 10: max 3.2→3.2 0,5; max 3.4-3.5→3.4-3.5 -0,5; new →3.6 1; new →3.7 1;",
		"7,5 → 7: max 4.1→4.1 -2; max 4.2→4.2 1; max 4.3→4.3 0,5;",
		"11 → 11: max 5.2→5.2 0,5; moved 5.5→5.4 0; new →5.5 1; max 5.7→5.7 -0,5; max 5.8→5.8 1,25; max 5.9→5.9 -0,25; dropped 5.4→ -2;",
		"1,5 → 1,5: new →6.1 1; max 6.2→6.2 -0,25; dropped 6.1→ -0,75;",
		"14,5 → 15: max 7.1→7.1 -0,3; max 7.2→7.2 0,1; new →7.5 1,5; dropped 7.5→ -0,8;",
		"5 → 5:",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
