package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// summary tells of a batch as it goes: a table or JSON Lines on standard output, in the order of the files; problems and what
// became of the whole on standard error.
type summary struct {
	*app
	desk     *desk.Desk
	o        scoreOptions
	many     bool // a line for each workbook, else the table of the one
	bar      *terminal.Progress
	whole    int // scored, nothing pending
	partly   int // scored, but provisional
	faulty   int // scored and final, but with errors, as in an appraisal that does not count yet
	refused  []desk.Scored
	failures []desk.Scored
	owners   map[desk.Owner]string // the file of each
	came     map[string]bool       // the units, by folded code
	twice    []reader.Problem
	outcomes map[desk.Owner]*desk.Scored // of those whose result is nobody else's, too
	skipped  []disk.Skipped
}

func newSummary(a *app, d *desk.Desk, o scoreOptions, files int) *summary {
	return &summary{app: a, desk: d, o: o, many: files > 1, bar: terminal.NewProgress(a.err, files), owners: map[desk.Owner]string{}, came: map[string]bool{}, outcomes: map[desk.Owner]*desk.Scored{}}
}

// take tells of one workbook.
func (r *summary) take(s desk.Scored) error {
	r.bar.Step()
	r.markTwice(&s)
	account := r.desk.AccountOf(&s)
	switch {
	case s.Failure != nil:
		r.failures = append(r.failures, s)
		return nil
	case s.PassedOver() != nil:
		r.skipped = append(r.skipped, *s.PassedOver())
		return nil
	case account == nil:
		r.refused = append(r.refused, s)
	default:
		r.count(&s, account)
	}
	switch {
	case r.o.json:
		rec := s.Record()
		return rec.Write(r.out)
	case account == nil:
	case r.many:
		r.line(&s, account)
	default:
		r.table(&s, account)
	}
	return nil
}

// count counts a workbook that has a result.
func (r *summary) count(s *desk.Scored, a *desk.Account) {
	r.came[desk.FoldedCode(a.Unit.Code)] = true
	switch {
	case a.Counting().Provisional():
		r.partly++
	case a.Errors > 0:
		r.faulty++
	default:
		r.whole++
	}
}

// markTwice adds a problem where another workbook of the batch is the same unit's: only one of the two can be meant.
func (r *summary) markTwice(s *desk.Scored) {
	if s.Whose == (desk.Owner{}) {
		return
	}
	first, twice := r.owners[s.Whose]
	if !twice {
		r.owners[s.Whose], r.outcomes[s.Whose] = s.Path, &desk.Scored{Outcome: s.Outcome, Target: s.Target, Earlier: s.Earlier}
		return
	}
	delete(r.outcomes, s.Whose)
	rec := s.Record()
	p := desk.Alone(problem.New(problem.FormTwice, "", desk.OrNobody(scoring.Unit(rec.Unit)), first+" và "+s.Path))[0]
	s.Problems, r.twice = append(s.Problems, p), append(r.twice, p)
	if s.Rec != nil {
		s.Rec.Problems = append(s.Rec.Problems, record.Refused("", []reader.Problem{p}).Problems...)
	}
}

// line is one workbook's line of a batch.
func (r *summary) line(s *desk.Scored, a *desk.Account) {
	if r.scored() == 1 {
		fmt.Fprintf(r.out, "%-28s %9s %9s %8s  %s\n", "ĐƠN VỊ", "TỰ CHẤM", "THẨM ĐỊNH", "TỶ LỆ", "GHI CHÚ")
	}
	places := int32(a.Rules.Rounding.Places)
	appraised := "—"
	if a.Appraised != nil {
		appraised = expr.FormatPoints(a.Appraised.Points, places)
	}
	fmt.Fprintf(r.out, "%s %9s %9s %7s%%  %s\n", padded(unitName(s, a), 28), expr.FormatPoints(a.Self.Points, places), appraised,
		expr.FormatPoints(a.Counting().Percent(2), 2), remark(s, a))
}

// table is the short account of a single workbook: its areas and its total.
func (r *summary) table(s *desk.Scored, a *desk.Account) {
	places := int32(a.Rules.Rounding.Places)
	fmt.Fprintf(r.out, "%s\n", unitName(s, a))
	fmt.Fprintf(r.out, "%-52s %7s %8s %9s\n", "LĨNH VỰC", "TỐI ĐA", "TỰ CHẤM", "THẨM ĐỊNH")
	row := func(name string, self scoring.Tally, appraised *scoring.Tally) {
		other := "—"
		if appraised != nil {
			other = expr.FormatPoints(appraised.Points, places)
		}
		fmt.Fprintf(r.out, "%s %7s %8s %9s\n", padded(name, 52), expr.FormatPoints(self.Max, places), expr.FormatPoints(self.Points, places), other)
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
func (r *summary) problems(s *desk.Scored, a *desk.Account) {
	told := 0
	for _, p := range s.Problems {
		if p.Severity == problem.Error && told < maxProblemLines {
			fmt.Fprintln(r.err, problemLine(p))
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
func (r *summary) scored() int { return r.whole + r.partly + r.faulty }

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

// padded fills a text up to a width, or cuts it with an ellipsis.
func padded(text string, width int) string {
	runes := []rune(text)
	if len(runes) > width {
		runes = append(runes[:width-1], '…')
	}
	return string(runes) + strings.Repeat(" ", width-len(runes))
}

func (r *summary) sayRefused(s *desk.Scored) {
	for _, p := range s.Problems {
		fmt.Fprintf(r.err, "Không chấm %s: %s %s [%s]\n", terminal.PlainLine(s.Path), terminal.PlainLine(p.Text()), terminal.PlainLine(p.Remedy()), p.Code)
	}
}

// problemLine is a problem as the terminal shows it.
func problemLine(p reader.Problem) string {
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
