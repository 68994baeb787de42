package rulebook

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cchc/rules"
	"cchc/scoring"
)

// everyKind is the fixture that has a rule of every kind.
func everyKind(t *testing.T) *scoring.RuleSet {
	t.Helper()
	file := "../../testdata/rules/ok/every-kind.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return rules.Decode(file, data).Rules
}

// edited prints a set as a book, and types into cells of it.
func edited(t *testing.T, rs *scoring.RuleSet, cells map[string]any) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book(t, rs)))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range cells {
		sheet, cell, _ := strings.Cut(name, "!")
		if err := f.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// told lists what is wrong with a book, as place and code.
func told(t *testing.T, data []byte) string {
	t.Helper()
	got, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range got.Faults {
		all = append(all, f.Place+" "+string(f.Code))
	}
	if len(all) == 0 {
		written, err := rules.Write(got.Rules, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range rules.Decode("so.yaml", written).Findings {
			if f.Accepted == "" {
				all = append(all, got.Locate(f.Path)+" "+string(f.Code))
			}
		}
	}
	return strings.Join(all, "\n")
}

// TestFaultsNameTheirCells: what somebody typed wrong is named where it stands. In the book of every kind the criteria begin in row 5:
// 1, 1.1, 1.2, … 1.9, 2.
func TestFaultsNameTheirCells(t *testing.T) {
	sheet := rulesSheet + "!"
	for _, test := range []struct {
		name  string
		cells map[string]any
		want  string
	}{
		{"nothing", nil, ""},
		{"points that do not add up", map[string]any{sheet + "C5": 13}, "'Bộ chỉ số'!C5 set-sum\n'Thông tin'!B9 set-total"},
		{"points that the rule does not give", map[string]any{sheet + "C10": 2}, "'Bộ chỉ số'!F10 rule-reach\n'Bộ chỉ số'!C5 set-sum"},
		{"points that the rule says otherwise", map[string]any{sheet + "C14": 3}, "'Bộ chỉ số'!F14 statement-max"},
		{"two of one number", map[string]any{sheet + "A8": "1.2"}, "'Bộ chỉ số'!A8 set-number-twice"},
		{"an unknown word", map[string]any{sheet + "F7": "Điểm = b/a × 2.\nNếu b/a thấp quá: 0 điểm.\nKhi a = 0: 0 điểm."}, "'Bộ chỉ số'!F7 statement-unknown"},
		{"another maximum", map[string]any{sheet + "F7": "Điểm = b/a × 3.\nKhi a = 0: 0 điểm."}, "'Bộ chỉ số'!F7 statement-max"},
		{"a label that no statement uses", map[string]any{sheet + "E7": "a: Tổng số [việc, số nguyên]\nb: Đã xong [việc, số nguyên]\nc: Thừa [việc, số nguyên]"}, "'Bộ chỉ số'!E7 rule-unused-input"},
		{"an answer that is no line of one", map[string]any{sheet + "E7": "a: Tổng số\nĐã xong"}, "'Bộ chỉ số'!E7 book-input\n'Bộ chỉ số'!F7 statement-unknown"},
		{"no number", map[string]any{sheet + "A7": ""}, "'Bộ chỉ số'!A7 book-no-number"},
		{"no points", map[string]any{sheet + "C7": "nhiều"}, "'Bộ chỉ số'!C7 book-max"},
		{"an unknown source", map[string]any{sheet + "G7": "nghe nói"}, "'Bộ chỉ số'!G7 book-source"},
		{"no rule", map[string]any{sheet + "F7": ""}, "'Bộ chỉ số'!F7 book-no-rule"},
		{"a year that is none", map[string]any{infoSheet + "!B5": "năm nay"}, "'Thông tin'!B5 book-info"},
		{"an example", map[string]any{examplesSheet + "!B3": "muc bằng hai"}, "'Ví dụ'!B3 book-example"},
		{"an example that fails", map[string]any{examplesSheet + "!C3": "0,7"}, "'Ví dụ'!B3 example-fails"},
		{"a line of checks", map[string]any{checksSheet + "!A3": "Khác"}, "'Kiểm tra'!C3 book-check"},
		{"a column of one's own", map[string]any{sheet + "N4": "Ý kiến"}, "'Bộ chỉ số'!N4 book-unknown-column"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := told(t, edited(t, everyKind(t), test.cells))
			for _, want := range strings.Split(test.want, "\n") {
				if want != "" && !strings.Contains("\n"+got+"\n", "\n"+want+"\n") {
					t.Errorf("told\n%s\nwant\n%s", got, test.want)
				}
			}
			if test.want == "" && got != "" {
				t.Errorf("of a sound book is told\n%s", got)
			}
		})
	}
}

// TestSumsThatNobodyWorkedOut: a program that works out no formula leaves the sums blank. They are taken from what they add up, which is
// said once; a criterion with nothing to add up is named.
func TestSumsThatNobodyWorkedOut(t *testing.T) {
	rs := everyKind(t)
	for _, test := range []struct{ name, formula, want string }{
		{"C5", "C6+C7", "'Bộ chỉ số'!C5 book-summed"},
		{"C7", "1+1", "'Bộ chỉ số'!C7 book-formula"},
	} {
		f, err := excelize.OpenReader(bytes.NewReader(book(t, rs)))
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range []error{f.SetCellValue(rulesSheet, test.name, nil), f.SetCellFormula(rulesSheet, test.name, test.formula)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		got, err := Read(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Faults) == 0 || got.Faults[0].Place+" "+string(got.Faults[0].Code) != test.want {
			t.Errorf("%s: told %v", test.name, got.Faults)
		}
		if test.name == "C5" && got.Rules.RulesHash() != rs.RulesHash() {
			t.Error("the sum is another one")
		}
	}
}

// TestBlankRowsAndSignaturesSayNothing: blank rows and notes below the total change nothing.
func TestBlankRowsAndSignaturesSayNothing(t *testing.T) {
	rs := everyKind(t)
	f, err := excelize.OpenReader(bytes.NewReader(book(t, rs)))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []int{8, 6} {
		if err := f.InsertRows(rulesSheet, row, 2); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellValue(rulesSheet, "B30", "Đã trình Chủ tịch ngày 5/1"); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	got, err := Read(out.Bytes())
	if err != nil || len(got.Faults) > 0 || got.Rules.RulesHash() != rs.RulesHash() {
		t.Errorf("%v %v", err, got.Faults)
	}
}
