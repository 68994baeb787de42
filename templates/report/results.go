package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
	"cchc/templates/reader"
)

// The columns of the results, the same in all of their tables, so that one grid of widths serves them without merges.
const (
	resultNumber = iota + 1
	resultName
	resultMax
	resultSpecial // what the table is about: assessed maximum, points lost
	resultSelf
	resultAppraised
	resultGap
	resultGot
	resultPercent
	resultWords
)

// resultWidth is that of all columns together.
const resultWidth = 8 + 42 + 8 + 9 + 8 + 8 + 8.5 + 8 + 8.5 + 56

const gapFormat = "+0.00;-0.00;0.00"

// results writes the sheet of one unit's results.
type results struct {
	*pen
	layout   *templates.Layout
	in       *scoring.Submission
	result   *scoring.Result
	problems []reader.Problem
	may      []int  // rows before which a page may end
	day      string // of the scoring
	mark     string // of the form
}

// resultScale is how small the results print, in per cent: as wide as a page, with letters of 9 points.
const resultScale = 82

// resultSheet is the first thing that a reader of a scored workbook sees: what the unit got, where it lost points and what
// would bring them back, and what is still open.
func resultSheet(l *templates.Layout, f *templates.Filling, r *scoring.Result, problems []reader.Problem) *draft.Sheet {
	s := &results{pen: newPen(templates.ResultSheet, 8, 42, 7.5, 10, 7.5, 8, 8.5, 7.5, 8, 57), layout: l, in: &f.Submission, result: r, problems: problems,
		may: []int{1}, day: f.Memory.Day, mark: l.FormMark(f)}
	s.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter, Scale: resultScale}
	s.head()
	top := s.row
	s.summary()
	s.areas(top)
	s.losses()
	s.pending()
	s.notAssessed()
	s.differences()
	s.closing()
	s.sheet.Page.Breaks = look.RowBreaks(s.sheet, draft.Range{}, append(s.may, s.row), resultScale)
	return s.sheet
}

// head says whose results these are, by which rules, and how firm they are.
func (s *results) head() {
	rules, unit := s.result.RuleSet, s.result.Unit
	bold := draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center, Wrap: true}
	motto := bold
	motto.Font.Underline = true
	s.across(bold, strings.ToUpper(unit.Name), bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 18)
	s.across(look.Subtitle(), s.identity(), motto, "Độc lập - Tự do - Hạnh phúc", 18)
	s.next(8)
	s.wide(fmt.Sprintf("KẾT QUẢ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM %d", rules.Year), look.Title(), 24)
	s.wide(fmt.Sprintf("Bộ chỉ số dành cho %s, theo %s (mã: %s)", rules.Kind, rules.Basis, rules.ID), look.Subtitle(), 18)
	s.wide(s.status(), draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center, Wrap: true}, 18)
	s.class()
	s.wide(s.findings(), look.Subtitle(), 18)
	s.next(8)
}

// across writes a row in two halves.
func (s *results) across(style draft.Style, left string, otherStyle draft.Style, right string, height float64) {
	s.put(resultNumber, draft.Text(left), style)
	s.merge(resultNumber, resultMax)
	s.put(resultSpecial, draft.Text(right), otherStyle)
	s.merge(resultSpecial, resultWords)
	s.next(height)
}

// wide writes a row of one text.
func (s *results) wide(text string, style draft.Style, height float64) {
	s.put(resultNumber, draft.Text(text), style)
	s.merge(resultNumber, resultWords)
	s.next(height)
}

// identity is who the unit is, besides its name.
func (s *results) identity() string {
	unit := s.result.Unit
	var parts []string
	if unit.Code != "" {
		parts = append(parts, "Mã đơn vị: "+unit.Code)
	}
	if unit.Block != "" {
		parts = append(parts, "Khối: "+unit.Block)
	}
	if !unit.Ranked {
		parts = append(parts, "không xếp hạng")
	}
	return strings.Join(parts, " – ")
}

// status says how firm the result is, and what it still lacks.
func (s *results) status() string {
	counting, appraised := s.result.Counting()
	firm := "Kết quả tự chấm, chưa thẩm định"
	switch {
	case appraised:
		firm = "Đã thẩm định"
	case s.result.Appraised != nil:
		firm = "Kết quả tự chấm, việc thẩm định chưa hoàn thành"
	}
	if !counting.Provisional() {
		return firm + "."
	}
	var open []string
	for i := range s.result.Nodes {
		if n := &s.result.Nodes[i]; n.Criterion.IsLeaf() && s.counting(n).State.Pending() {
			open = append(open, n.Criterion.Number)
		}
	}
	const most = 12
	if more := len(open) - most; more > 0 {
		open = append(open[:most], fmt.Sprintf("và %d tiêu chí khác", more))
	}
	return fmt.Sprintf("Kết quả tạm tính (%s): còn %d tiêu chí chưa có điểm (%s), xem mục III.",
		lowerFirst(firm), counting.Pending, strings.Join(open, ", "))
}

func upperFirst(s string) string {
	first := []rune(s)[:1]
	return strings.ToUpper(string(first)) + strings.TrimPrefix(s, string(first))
}

func lowerFirst(s string) string {
	first := []rune(s)[:1]
	return strings.ToLower(string(first)) + strings.TrimPrefix(s, string(first))
}

// findings counts what stands on the sheets beside, and warns that these figures are no formulas.
func (s *results) findings() string {
	failures, warnings := 0, 0
	for _, p := range s.problems {
		if p.Severity == problem.Error {
			failures++
		} else {
			warnings++
		}
	}
	var found []string
	if failures > 0 {
		found = append(found, fmt.Sprintf("%d lỗi", failures))
	}
	if warnings > 0 {
		found = append(found, fmt.Sprintf("%d cảnh báo", warnings))
	}
	text := "Không có lỗi và cảnh báo"
	if len(found) > 0 {
		text = fmt.Sprintf("Có %s, xem trang %s", strings.Join(found, " và "), templates.ProblemSheet)
	}
	if n := len(toConfirm(s.result.RuleSet)); n > 0 {
		text += fmt.Sprintf("; bộ chỉ số có %d mục cần xác nhận, xem trang %s", n, templates.ConfirmSheet)
	}
	return text + ". Trang này được cập nhật khi chấm lại, không đổi theo phiếu."
}

// counting is the tally of a node that counts.
func (s *results) counting(n *scoring.Node) scoring.Tally { return s.result.CountingOf(n) }

// summary is the table of the totals.
func (s *results) summary() {
	s.put(resultNumber, draft.Text("Kết quả chung"), look.Header(look.HeaderFill))
	for col := resultName; col <= resultSpecial; col++ {
		s.put(col, draft.Value{}, look.Header(look.HeaderFill))
	}
	s.merge(resultNumber, resultSpecial)
	for i, title := range []string{"Tự chấm", "Thẩm định", "Chênh lệch", "Tính kết quả"} {
		s.put(resultSelf+i, draft.Text(title), look.Header(look.HeaderFill))
	}
	s.next(18)
	places := int32(s.result.RuleSet.Rounding.Places)
	full := expr.FormatNumber(s.result.RuleSet.Total)
	s.total("Tổng điểm", true, func(t scoring.Tally) decimal.Decimal { return t.Points })
	s.total("Điểm của các tiêu chí không đánh giá (không tính vào điểm tối đa)", false, func(t scoring.Tally) decimal.Decimal { return t.NotAssessed })
	s.total("Điểm tối đa được đánh giá", false, scoring.Tally.Assessed)
	s.total("Tỷ lệ đạt (%) = tổng điểm ÷ điểm tối đa được đánh giá", true, func(t scoring.Tally) decimal.Decimal { return t.Percent(2) })
	s.total("Điểm quy đổi theo thang "+full+" điểm", false, func(t scoring.Tally) decimal.Decimal { return t.Rescaled(places) })
}

// class says the unit's class where the rule set has classes, why it is that one, and what it lacks to the next.
func (s *results) class() {
	if len(s.result.RuleSet.Classes) == 0 {
		return
	}
	counting, _ := s.result.Counting()
	got := s.result.Class(counting, s.result.CountingHurdles())
	text := "Xếp loại: " + cmp.Or(got.Name, "chưa có")
	if counting.Provisional() {
		text += " (tạm tính)"
	}
	if s.result.RuleSet.Bounded(got.Name) {
		text += " (còn xét tỷ lệ của khối khi xếp hạng)"
	}
	for _, more := range []string{got.Reason, got.Next} {
		if more != "" {
			text += ". " + upperFirst(more)
		}
	}
	style := draft.Style{Font: draft.Font{Size: 12, Bold: true}, Align: draft.Center, Wrap: true}
	s.wide(text+".", style, look.Fit(18, look.Passage{Text: text, Width: resultWidth, Font: style.Font}))
}

// total is a row of the summary.
func (s *results) total(label string, strong bool, figure func(scoring.Tally) decimal.Decimal) {
	style := look.Body()
	style.Font.Bold = strong
	s.put(resultNumber, draft.Text(label), style)
	for col := resultName; col <= resultSpecial; col++ {
		s.put(col, draft.Value{}, style)
	}
	s.merge(resultNumber, resultSpecial)
	counting, _ := s.result.Counting()
	self := figure(s.result.Self)
	points, gap := look.Points(style), look.Points(style)
	gap.Format = gapFormat
	s.put(resultSelf, draft.Number(self), points)
	if s.result.Appraised == nil {
		s.put(resultAppraised, draft.Value{}, points)
		s.put(resultGap, draft.Value{}, gap)
	} else {
		appraised := figure(*s.result.Appraised)
		s.put(resultAppraised, draft.Number(appraised), points)
		s.put(resultGap, draft.Number(appraised.Sub(self)), gap)
	}
	s.put(resultGot, draft.Number(figure(counting)), points)
	s.next(18)
}
