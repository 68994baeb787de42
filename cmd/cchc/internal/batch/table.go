package batch

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// row is one workbook's line of a batch, until all are there: names are as wide as they have room.
type row struct {
	name, file               string
	self, appraised, percent string
	remark                   string
	owner                    desk.Owner
}

// line keeps a workbook's line of a batch.
func (r *Summary) line(s *desk.Scored, a *desk.Account) {
	places := int32(a.Rules.Rounding.Places)
	appraised := "—"
	if a.Appraised != nil {
		appraised = expr.FormatPoints(a.Appraised.Points, places)
	}
	r.rows = append(r.rows, row{name: unitName(s, a), file: terminal.PlainLine(s.Path), self: expr.FormatPoints(a.Self.Points, places), appraised: appraised,
		percent: expr.FormatPoints(a.Counting().Percent(2), 2), remark: remark(s, a), owner: s.Whose})
}

// figures is how wide the columns between name and remark are.
const figures = 32

// lines print the batch's table. A unit of several forms has the file beside its name.
func (r *Summary) lines() {
	several := map[desk.Owner]int{}
	for _, row := range r.rows {
		several[row.owner]++
	}
	names, widest := make([]string, len(r.rows)), utf8.RuneCountInString("ĐƠN VỊ")
	for i, row := range r.rows {
		if names[i] = row.name; row.owner != (desk.Owner{}) && several[row.owner] > 1 {
			names[i] += " (" + row.file + ")"
		}
		widest = max(widest, utf8.RuneCountInString(names[i]))
	}
	width := r.nameWidth(widest, figures)
	for i, row := range r.rows {
		if i == 0 {
			fmt.Fprintf(r.out, "%s %9s %9s %8s  %s\n", Padded("ĐƠN VỊ", width), "TỰ CHẤM", "THẨM ĐỊNH", "TỶ LỆ", "GHI CHÚ")
		}
		fmt.Fprintf(r.out, "%s %9s %9s %7s%%  %s\n", Padded(names[i], width), row.self, row.appraised, row.percent, row.remark)
	}
}

// nameWidth is how wide names may be beside columns of that width: as wide as the widest, but on a terminal no wider than there is room.
func (r *Summary) nameWidth(widest, beside int) int {
	room, known := terminal.Width(r.out)
	if !known {
		return widest
	}
	return roomFor(widest, room-beside)
}

// roomFor is how wide names are where there is room for so many letters; a few are shown in the narrowest window.
func roomFor(widest, room int) int {
	const least = 20
	return min(widest, max(room, least))
}

// table is the short account of a single workbook: its areas and its total.
func (r *Summary) table(s *desk.Scored, a *desk.Account) {
	const beside = 27
	places := int32(a.Rules.Rounding.Places)
	widest := utf8.RuneCountInString("TỔNG CỘNG")
	for _, area := range a.Areas {
		widest = max(widest, utf8.RuneCountInString(area.Area.Number+". "+area.Area.Title()))
	}
	width := min(r.nameWidth(widest, beside), terminal.TextWidth-beside)
	fmt.Fprintf(r.out, "%s\n", unitName(s, a))
	fmt.Fprintf(r.out, "%s %7s %8s %9s\n", Padded("LĨNH VỰC", width), "TỐI ĐA", "TỰ CHẤM", "THẨM ĐỊNH")
	row := func(name string, self scoring.Tally, appraised *scoring.Tally) {
		other := "—"
		if appraised != nil {
			other = expr.FormatPoints(appraised.Points, places)
		}
		fmt.Fprintf(r.out, "%s %7s %8s %9s\n", Padded(name, width), expr.FormatPoints(self.Max, places), expr.FormatPoints(self.Points, places), other)
	}
	for _, area := range a.Areas {
		row(area.Area.Number+". "+area.Area.Title(), area.Self, area.Appraised)
	}
	row("TỔNG CỘNG", a.Self, a.Appraised)
	fmt.Fprintf(r.out, "Tỷ lệ: %s%% của %s điểm được đánh giá%s\n",
		expr.FormatPoints(a.Counting().Percent(2), 2), expr.FormatPoints(a.Counting().Assessed(), places), terminal.InBrackets(remark(s, a)))
	r.problems(s, a)
}

// maxProblemLines is how many lines about a workbook the terminal shows.
const maxProblemLines = 20

// problems tells what was found in a single workbook, many of a kind in one line, and where all of it stands.
func (r *Summary) problems(s *desk.Scored, a *desk.Account) {
	rec := s.Record()
	told, errors, warnings := 0, a.Errors, a.Warnings
	for _, g := range grouped(rec.Problems) {
		lines := g.lines()
		if told+len(lines) > maxProblemLines {
			break
		}
		if told == 0 {
			fmt.Fprintf(r.err, "Trong tệp %s:\n", terminal.PlainLine(s.Path))
		}
		told += len(lines)
		for _, p := range lines {
			fmt.Fprintln(r.err, recordLine(p))
		}
		if severityOf(g.severity) == problem.Error {
			errors -= len(g.all)
		} else {
			warnings -= len(g.all)
		}
	}
	var rest []string
	if errors > 0 {
		rest = append(rest, fmt.Sprintf("%d lỗi nữa", errors))
	}
	if warnings > 0 {
		rest = append(rest, fmt.Sprintf("%d cảnh báo", warnings))
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
	return recordLine(record.Refused("", []reader.Problem{p}).Problems[0])
}

func recordLine(p record.Problem) string {
	word := "cảnh báo"
	if severityOf(p.Severity) == problem.Error {
		word = "lỗi"
	}
	where := p.Cell
	if where != "" {
		where += ": "
	}
	return terminal.PlainLine(fmt.Sprintf("%s%s: %s [%s] — %s", where, word, p.Text, p.Code, p.Remedy))
}
