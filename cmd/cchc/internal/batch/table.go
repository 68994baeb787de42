package batch

import (
	"fmt"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// line is one workbook's line of a batch.
func (r *Summary) line(s *desk.Scored, a *desk.Account) {
	if r.scored() == 1 {
		fmt.Fprintf(r.out, "%-28s %9s %9s %8s  %s\n", "ĐƠN VỊ", "TỰ CHẤM", "THẨM ĐỊNH", "TỶ LỆ", "GHI CHÚ")
	}
	places := int32(a.Rules.Rounding.Places)
	appraised := "—"
	if a.Appraised != nil {
		appraised = expr.FormatPoints(a.Appraised.Points, places)
	}
	fmt.Fprintf(r.out, "%s %9s %9s %7s%%  %s\n", Padded(unitName(s, a), 28), expr.FormatPoints(a.Self.Points, places), appraised,
		expr.FormatPoints(a.Counting().Percent(2), 2), remark(s, a))
}

// table is the short account of a single workbook: its areas and its total.
func (r *Summary) table(s *desk.Scored, a *desk.Account) {
	places := int32(a.Rules.Rounding.Places)
	fmt.Fprintf(r.out, "%s\n", unitName(s, a))
	fmt.Fprintf(r.out, "%-52s %7s %8s %9s\n", "LĨNH VỰC", "TỐI ĐA", "TỰ CHẤM", "THẨM ĐỊNH")
	row := func(name string, self scoring.Tally, appraised *scoring.Tally) {
		other := "—"
		if appraised != nil {
			other = expr.FormatPoints(appraised.Points, places)
		}
		fmt.Fprintf(r.out, "%s %7s %8s %9s\n", Padded(name, 52), expr.FormatPoints(self.Max, places), expr.FormatPoints(self.Points, places), other)
	}
	for _, area := range a.Areas {
		row(area.Area.Number+". "+area.Area.Name, area.Self, area.Appraised)
	}
	row("TỔNG CỘNG", a.Self, a.Appraised)
	fmt.Fprintf(r.out, "Tỷ lệ: %s%% của %s điểm được đánh giá%s\n",
		expr.FormatPoints(a.Counting().Percent(2), 2), expr.FormatPoints(a.Counting().Assessed(), places), terminal.InBrackets(remark(s, a)))
	r.problems(s, a)
}

// maxProblemLines is how many errors of a workbook the terminal shows; a form sent in blank has over a hundred.
const maxProblemLines = 20

// problems tells a single workbook's errors, and where all its problems stand.
func (r *Summary) problems(s *desk.Scored, a *desk.Account) {
	told := 0
	for _, p := range s.Problems {
		if p.Severity == problem.Error && told < maxProblemLines {
			fmt.Fprintln(r.err, ProblemLine(p))
			told++
		}
	}
	var rest []string
	if n := a.Errors - told; n > 0 {
		rest = append(rest, fmt.Sprintf("%d lỗi nữa", n))
	}
	if n := a.Warnings; n > 0 {
		rest = append(rest, fmt.Sprintf("%d cảnh báo", n))
	}
	if len(rest) > 0 {
		fmt.Fprintf(r.err, "Còn %s: xem trang “%s” của %s.\n", strings.Join(rest, " và "), templates.ProblemSheet, terminal.PlainLine(s.Target))
	}
}

// scored is how many workbooks have a result so far.
func (r *Summary) scored() int { return r.whole + r.partly + r.faulty }

// unitName is who the workbook is of, or its file where it does not say.
func unitName(s *desk.Scored, a *desk.Account) string {
	if name := strings.TrimSpace(a.Unit.Code + " " + a.Unit.Name); name != "" {
		return terminal.PlainLine(name)
	}
	return terminal.PlainLine(filepath.Base(s.Path))
}

// remark says in a few words what is not final, and what is other than before.
func remark(s *desk.Scored, a *desk.Account) string {
	var parts []string
	if counting := a.Counting(); counting.Provisional() {
		parts = append(parts, fmt.Sprintf("tạm tính, %d tiêu chí chưa có điểm", counting.Pending))
	}
	if a.Errors > 0 {
		parts = append(parts, fmt.Sprintf("%d lỗi", a.Errors))
	}
	if a.Warnings > 0 {
		parts = append(parts, fmt.Sprintf("%d cảnh báo%s", a.Warnings, terminal.InBrackets(a.KindWords())))
	}
	if s.Outcome == desk.Corrected {
		parts = append(parts, "có thay đổi")
	}
	return strings.Join(parts, ", ")
}

// Padded fills a text up to a width, or cuts it with an ellipsis.
func Padded(text string, width int) string {
	runes := []rune(text)
	if len(runes) > width {
		runes = append(runes[:width-1], '…')
	}
	return string(runes) + strings.Repeat(" ", width-len(runes))
}

func (r *Summary) sayRefused(s *desk.Scored) {
	for _, p := range s.Problems {
		fmt.Fprintf(r.err, "Không chấm %s: %s %s [%s]\n", terminal.PlainLine(s.Path), terminal.PlainLine(p.Text()), terminal.PlainLine(p.Remedy()), p.Code)
	}
}

// ProblemLine is a problem as the terminal shows it.
func ProblemLine(p reader.Problem) string {
	word := "cảnh báo"
	if p.Severity == problem.Error {
		word = "lỗi"
	}
	where := p.Where()
	if where != "" {
		where += ": "
	}
	return terminal.PlainLine(fmt.Sprintf("%s%s: %s [%s] — %s", where, word, p.Text(), p.Code, p.Remedy()))
}
