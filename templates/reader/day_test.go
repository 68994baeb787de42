package reader

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/formtest"
)

// dayStyle is Excel's own format of days.
const dayStyle = 14

// TestDayCells goes through the hands that fill in a day: what is taken, with which warning, and what is refused.
func TestDayCells(t *testing.T) {
	for _, c := range []struct {
		name   string
		style  int
		value  any
		want   string
		warned problem.Code
	}{
		{"typed into a cell that shows days", dayStyle, 45275, "45275", ""},
		{"written by a program", 0, time.Date(2023, 12, 15, 0, 0, 0, 0, time.UTC), "45275", ""},
		{"with an hour", dayStyle, 45275.5, "“Số nhiệm vụ hoàn thành”: ô ghi cả giờ của ngày 15/12/2023.", ""},
		{"the format is lost", plainStyle, 45275, "“Số nhiệm vụ hoàn thành”: ô không còn định dạng ngày tháng, giá trị lưu là 45.275; có phải là 15/12/2023?", ""},
		{"a year alone", plainStyle, 12, "“Số nhiệm vụ hoàn thành”: ô không còn định dạng ngày tháng, giá trị lưu là 12", ""},
		{"29 February 1900, which never was", dayStyle, 60, "“Số nhiệm vụ hoàn thành”: giá trị lưu là 60, không phải một ngày từ 01/03/1900 trở đi.", ""},
		{"a text", textStyle, "15/12/2023", "45275", problem.CellDayText},
		{"a text without noughts", textStyle, " 5/1/2023 ", "44931", problem.CellDayText},
		{"a text as data files have it", textStyle, "2023-12-15", "45275", problem.CellDayText},
		{"month before day", textStyle, "12/15/2023", `“Số nhiệm vụ hoàn thành” là văn bản "12/15/2023", không có ngày như vậy; có phải là 15/12/2023?`, ""},
		{"no day of any month", textStyle, "31/02/2023", `“Số nhiệm vụ hoàn thành” là văn bản "31/02/2023", không phải một ngày có đủ ngày, tháng và năm bốn chữ số.`, ""},
		{"two digits of a year", textStyle, "15/12/23", `“Số nhiệm vụ hoàn thành” là văn bản "15/12/23", không phải một ngày có đủ ngày, tháng và năm bốn chữ số.`, ""},
		{"no year", textStyle, "15/12", `“Số nhiệm vụ hoàn thành” là văn bản "15/12", không phải một ngày có đủ ngày, tháng và năm bốn chữ số.`, ""},
		{"words", textStyle, "cuối năm", `“Số nhiệm vụ hoàn thành” là văn bản "cuối năm", không phải một ngày có đủ ngày, tháng và năm bốn chữ số.`, ""},
		{"TRUE", dayStyle, true, "“Số nhiệm vụ hoàn thành” là giá trị logic TRUE, không phải số liệu.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newDayFile(t)
			f.set(aNumber, templates.AnswerColumn, c.value)
			if c.style != 0 {
				f.format(aNumber, templates.AnswerColumn, c.style)
			}
			r := f.read()
			if got := answerWords(r.Submission.Answers[expr.Key{Leaf: "1.1", Input: "b"}]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			var warned []problem.Code
			for _, p := range r.Problems {
				if p.Path == aNumber && p.Severity == problem.Warning {
					warned = append(warned, p.Code)
				}
			}
			if want := slices.DeleteFunc([]problem.Code{c.warned}, func(code problem.Code) bool { return code == "" }); !slices.Equal(warned, want) {
				t.Errorf("warned of %v, want %v", warned, want)
			}
		})
	}
}

// TestDaysFrom1904 refuses a day of a workbook that counts from 1904: the same number is another day there.
func TestDaysFrom1904(t *testing.T) {
	f := newDayFile(t)
	f.set(aNumber, templates.AnswerColumn, 45275)
	f.format(aNumber, templates.AnswerColumn, dayStyle)
	yes := true
	f.must(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
	got := answerWords(f.read().Submission.Answers[expr.Key{Leaf: "1.1", Input: "b"}])
	if !strings.Contains(got, "đếm ngày từ năm 1904") {
		t.Error(got)
	}
}

func newDayFile(t *testing.T) *sheetFile {
	t.Helper()
	rules := formtest.SmallRules()
	in := &rules.Find("1.1").Inputs[1]
	*in = expr.Input{Name: in.Name, Label: in.Label, Kind: expr.DateInput}
	in.SetDate()
	return newSheetFileOf(t, templates.SubmittedStage, rules)
}
