package main

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestTablesKeepWhatWasTyped: a table is made again by force while nobody has touched it, and never over what was typed into it,
// however the results have changed since.
func TestTablesKeepWhatWasTyped(t *testing.T) {
	_, e := desk2023(t)
	first, second := scoredBook(t, e, sampleFilling(t, e, "so-mau-a").Submission), scoredBook(t, e, sampleFilling(t, e, "so-mau-b").Submission)
	t.Chdir(t.TempDir())
	putFile(t, "ket-qua/a.xlsx", first)
	for _, args := range [][]string{
		{"rank", "ket-qua", "-o", "xep-hang.xlsx"}, {"status", "ket-qua", "-o", "tinh-hinh.xlsx"}, {"diff", "2022", "2023", "-o", "so-sanh.xlsx"},
		{"rules", "book", "2022", "-o", "so.xlsx"}, {"guide", "-o", "huong-dan.xlsx"},
	} {
		t.Run(args[0]+" "+args[1], func(t *testing.T) {
			table, force := args[len(args)-1], append(args, "--force")
			putFile(t, "ket-qua/a.xlsx", first)
			made := runHere(args...)
			putFile(t, "ket-qua/a.xlsx", second)
			if again := runHere(force...); made.status == statusUsage || again.status != made.status {
				t.Fatalf("made with %d, then %d: %s%s", made.status, again.status, made.err, again.err)
			}
			typeRemark(t, table)
			typed := contents(t, table)
			putFile(t, "ket-qua/a.xlsx", first)
			got := runHere(force...)
			want := "“" + table + "” đã có và khác với tệp mà lệnh này lập, nên có thể đã được sửa. Không ghi lên, kể cả với --force."
			if got.status != statusUsage || !strings.Contains(got.err, want) || contents(t, table) != typed {
				t.Errorf("status %d, the remark is there: %v, said %s", got.status, contents(t, table) == typed, got.err)
			}
		})
	}
}

func typeRemark(t *testing.T, workbook string) {
	t.Helper()
	f, err := excelize.OpenFile(workbook)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.SetCellStr(f.GetSheetList()[0], "B40", "đã hỏi đơn vị"); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}
