package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

func halves(n int64) decimal.Decimal { return decimal.NewFromInt(n).Div(decimal.NewFromInt(2)) }

// twoYears are two small sets: a minimum, a name, a number and a maximum changed, something is new and something gone.
func twoYears() (before, after *scoring.RuleSet) {
	leaf := func(number, name string, points int64, atLeast string) scoring.Criterion {
		return scoring.Criterion{Number: number, Name: name, Max: halves(points), Text: "Tính theo tỷ lệ b/a.",
			Inputs: []expr.Input{{Name: "a", Label: "Số giao"}, {Name: "b", Label: "Số làm"}},
			Rule:   &kinds.Ratio{Part: "b", Of: "a", AtLeast: decimal.NewNullDecimal(decimal.RequireFromString(atLeast)), IfZero: kinds.ZeroNone}}
	}
	set := func(id string, year int, total int64, children ...scoring.Criterion) *scoring.RuleSet {
		return &scoring.RuleSet{ID: id, Kind: "sở", Year: year, Basis: fmt.Sprintf("Quyết định năm %d", year), Total: halves(total),
			Criteria: []scoring.Criterion{{Number: "1", Name: "LĨNH VỰC", Max: halves(total), Children: children}}}
	}
	before = set("so-2022", 2022, 10, leaf("1.1", "Thực hiện kế hoạch hàng năm", 4, "0.8"), leaf("1.2", "Kiểm tra", 4, "0.5"), leaf("1.3", "Việc cũ", 2, "0.5"))
	kept, moved, added := leaf("1.1", "Thực hiện kế hoạch", 3, "0.7"), leaf("1.3", "Kiểm tra", 4, "0.5"), leaf("1.2", "=Việc mới", 5, "0.5")
	kept.ContentStatus, moved.Was, added.Was = "Đổi tiêu chí", "1.2", scoring.NoPrevious
	after = set("so-2023", 2023, 12, kept, added, moved)
	after.Previous, after.Announced = "so-2022", scoring.Announced{Basis: "Công văn", PointsChanged: 4, ContentChanged: 2}
	return before, after
}

func smallDiff(t *testing.T) compare.Changes {
	t.Helper()
	changes, refused := compare.Diff(twoYears())
	if refused != nil {
		t.Fatal(refused)
	}
	return changes
}

// shownRows are a sheet's cells as text, row by row, without empty rows.
func shownRows(s *draft.Sheet) [][]string {
	rows := map[int][]string{}
	last := 0
	for _, cell := range s.Cells {
		if rows[cell.Row] == nil {
			rows[cell.Row] = make([]string, diffColumns)
		}
		text := cell.Value.Shown()
		if cell.Value.Kind == draft.NumberKind {
			text = cell.Value.Number.String()
		}
		rows[cell.Row][cell.Col-1] = text
		last = max(last, cell.Row)
	}
	var all [][]string
	for n := 1; n <= last; n++ {
		if rows[n] != nil {
			all = append(all, rows[n])
		}
	}
	return all
}

func TestDiffSheetsHoldBothViewsAndTheReconciliation(t *testing.T) {
	sheets := diffSheets(smallDiff(t))
	want := map[string][][]string{
		"So sánh": {
			{"STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Số điểm thay đổi so với năm 2022 (=2023-2022)", "Tình trạng", "Nội dung thay đổi so với năm 2022", "Tình trạng"},
			{"1", "LĨNH VỰC", "6", "1", "Tăng điểm", "", ""},
			{"1.1", "Thực hiện kế hoạch", "1.5", "-0.5", "Hạ điểm", "Thực hiện kế hoạch hàng năm", "Đổi tiêu chí"},
			{"1.2", "=Việc mới", "2.5", "0.5", "Tăng điểm", "Kiểm tra", ""},
			{"1.3", "Kiểm tra", "2", "1", "Tăng điểm", "Việc cũ", ""},
			{"", "TỔNG CỘNG", "6", "1", "", "", ""},
		},
		"Theo nội dung": {
			{"STT nay", "Lĩnh vực/Tiêu chí", "STT trước", "Điểm (+/-)", "Thay đổi", "Trước (năm 2022)", "Nay (năm 2023)"},
			{"", "Toàn bộ bộ chỉ số", "", "", "Năm", "2022", "2023"},
			{"", "", "", "", "Căn cứ pháp lý", "Quyết định năm 2022", "Quyết định năm 2023"},
			{"", "", "", "", "Tổng điểm", "5", "6"},
			{"1", "LĨNH VỰC", "1", "1", "Điểm tối đa", "5", "6"},
			{"1.1", "Thực hiện kế hoạch", "1.1", "", "Tên", "Thực hiện kế hoạch hàng năm", "Thực hiện kế hoạch"},
			{"", "", "", "-0.5", "Điểm tối đa", "2", "1,5"},
			{"", "", "", "", "Tỷ lệ tối thiểu", "80%", "70%"},
			{"1.2", "=Việc mới", "", "2.5", "Mới", "", "2,5 điểm"},
			{"1.3", "Kiểm tra", "1.2", "0", "Chuyển số thứ tự", "1.2 (2 điểm)", "1.3 (2 điểm)"},
			{"", "Việc cũ", "1.3", "-1", "Không còn", "1 điểm", ""},
		},
		"Đối chiếu": {
			{"STT", "Lĩnh vực", "năm 2022", "năm 2023", "Thay đổi", "Cộng các dòng", "Nhận xét"},
			{"1", "LĨNH VỰC", "5", "6", "1", "1", "Khớp"},
			{"", "TỔNG CỘNG", "5", "6", "1", "1", "Khớp"},
			{"Số liệu nêu trong Công văn", "", "", "", "", "", ""},
			{"", "Nội dung", "Văn bản nêu", "Đếm được", "Nhận xét", "", ""},
			{"", "Số mục thay đổi điểm", "4", "4", "Khớp: 4 dòng lĩnh vực và tiêu chí có số điểm thay đổi", "", ""},
			{"", "Số mục thay đổi nội dung", "2", "1", "Không khớp: 1 Đổi tiêu chí", "", ""},
			{"Đếm theo số thứ tự", "", "", "", "", "", ""},
			{"", "Nội dung", "Số dòng", "Các dòng", "", "", ""},
			{"", "Lĩnh vực, tiêu chí thay đổi điểm tối đa", "4", "1, 1.1, 1.2, 1.3", "", "", ""},
			{"", "Ghi “Đổi tiêu chí”", "1", "1.1", "", "", ""},
			{"Đếm theo nội dung", "", "", "", "", "", ""},
			{"", "Nội dung", "Số dòng", "Các dòng", "", "", ""},
			{"", "Mới", "1", "1.2", "", "", ""},
			{"", "Không còn", "1", "1.3", "", "", ""},
			{"", "Chuyển số thứ tự", "1", "1.3", "", "", ""},
			{"", "Đổi tên", "1", "1.1", "", "", ""},
			{"", "Đổi điểm tối đa", "2", "1, 1.1", "", "", ""},
			{"", "Đổi cách tính điểm", "1", "1.1", "", "", ""},
		},
	}
	for _, sheet := range sheets {
		rows := shownRows(sheet)
		if diff := cmp.Diff(want[sheet.Name], rows[3:]); diff != "" {
			t.Errorf("%s: %s", sheet.Name, diff)
		}
		if !sheet.Page.Landscape || sheet.Name != reconciliation && sheet.Page.TitleRows.From.Row == 0 {
			t.Errorf("%s prints as %+v", sheet.Name, sheet.Page)
		}
	}
	if len(sheets) != len(want) {
		t.Errorf("%d sheets", len(sheets))
	}
}

func TestTheDiffOnOneSheetIsAllThree(t *testing.T) {
	one := diffSheet(smallDiff(t))
	if one.Name != templates.DiffSheet || len(one.Page.Breaks) != 2 {
		t.Errorf("%s, page ends %v", one.Name, one.Page.Breaks)
	}
	held := fmt.Sprint(shownRows(one))
	for _, sheet := range diffSheets(smallDiff(t)) {
		for _, row := range shownRows(sheet)[3:] {
			if !strings.Contains(held, fmt.Sprint(row)) {
				t.Errorf("%q of %s is not there", row, sheet.Name)
			}
		}
	}
}

// Whatever rows a sheet has, none is higher than a page, and none has no height.
func TestDiffRowsHaveAHeight(t *testing.T) {
	before, after := twoYears()
	after.Criteria[0].Children[0].Text = strings.Repeat("rất dài ", 9000)
	changes, _ := compare.Diff(before, after)
	var out bytes.Buffer
	if err := WriteDiff(&out, changes); err != nil {
		t.Fatal(err)
	}
	for _, sheet := range diffSheets(changes) {
		for _, cell := range sheet.Cells {
			if height := sheet.Rows[cell.Row].Height; height <= 0 || height > 409 {
				t.Errorf("%s: row %d is %v high", sheet.Name, cell.Row, height)
			}
		}
	}
}

func TestDiffWorkbookOpensAgain(t *testing.T) {
	var out, again bytes.Buffer
	if err := WriteDiff(&out, smallDiff(t)); err != nil {
		t.Fatal(err)
	}
	if err := WriteDiff(&again, smallDiff(t)); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("the same comparison gave other bytes (%v)", err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	found := false
	for n := 1; n < 30; n++ {
		runs, err := book.GetCellRichText(identitySheet, fmt.Sprintf("F%d", n))
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range runs {
			if run.Text == " hàng năm" {
				found = run.Font != nil && run.Font.Strike
			}
		}
	}
	if !found {
		t.Error("the word that is gone is not struck out")
	}
}

func TestMarkedTexts(t *testing.T) {
	plain := draft.Font{Size: 11}
	gone, added := draft.Font{Size: 11, Strike: true, Color: look.RedInk}, draft.Font{Size: 11, Bold: true, Color: look.Ink}
	for _, c := range []struct {
		name, old, now string
		before, after  draft.Value
	}{
		{"a word", "kế hoạch năm cũ", "kế hoạch năm mới",
			draft.Rich(draft.Run{Text: "kế hoạch năm ", Font: plain}, draft.Run{Text: "cũ", Font: gone}),
			draft.Rich(draft.Run{Text: "kế hoạch năm ", Font: plain}, draft.Run{Text: "mới", Font: added})},
		{"nothing in common", "việc cũ", "chuyện khác", draft.Text("việc cũ"), draft.Text("chuyện khác")},
		{"new", "", "thêm", draft.Value{}, draft.Text("thêm")},
		{"gone", "bỏ", "", draft.Text("bỏ"), draft.Value{}},
		{"hardly anything in common", "năm 2022 có một việc rất khác", "năm kia", draft.Text("năm 2022 có một việc rất khác"), draft.Text("năm kia")},
	} {
		before, after := markedTexts(c.old, c.now)
		if diff := cmp.Diff([]draft.Value{c.before, c.after}, []draft.Value{before, after}); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	if before, _ := markedTexts(strings.Repeat("ô", 9000), ""); len([]rune(before.Text)) > mostShown+40 {
		t.Errorf("a long text is shown whole")
	}
}

func TestNothingChangedIsSaid(t *testing.T) {
	before, _ := twoYears()
	changes, _ := compare.Diff(before, before)
	if rows := fmt.Sprint(shownRows(diffSheets(changes)[1])); !strings.Contains(rows, "Không có thay đổi nào.") {
		t.Error(rows)
	}
}
