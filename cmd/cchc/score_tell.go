package main

import (
	"fmt"
	"path/filepath"
	"strings"

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
	desk     *desk
	o        scoreOptions
	many     bool // a line for each workbook, else the table of the one
	bar      *terminal.Progress
	whole    int // scored, nothing pending
	partly   int // scored, but provisional
	faulty   int // scored and final, but with errors, as in an appraisal that does not count yet
	refused  []scored
	failures []scored
	owners   map[owner]string // the file of each
	came     map[string]bool  // the units, by folded code
	twice    []reader.Problem
	outcomes map[owner]*scored // of those whose result is nobody else's, too
	skipped  []disk.Skipped
}

func newSummary(a *app, d *desk, o scoreOptions, files int) *summary {
	return &summary{app: a, desk: d, o: o, many: files > 1, bar: terminal.NewProgress(a.err, files), owners: map[owner]string{}, came: map[string]bool{}, outcomes: map[owner]*scored{}}
}

// take tells of one workbook.
func (r *summary) take(s scored) error {
	r.bar.Step()
	r.markTwice(&s)
	account := r.desk.accountOf(&s)
	switch {
	case s.failure != nil:
		r.failures = append(r.failures, s)
		return nil
	case s.isRanking():
		r.skipped = append(r.skipped, *s.passedOver())
		return nil
	case account == nil:
		r.refused = append(r.refused, s)
	default:
		r.count(&s, account)
	}
	switch {
	case r.o.json:
		rec := s.record()
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
func (r *summary) count(s *scored, a *account) {
	r.came[foldedCode(a.unit.Code)] = true
	switch {
	case a.counting().Provisional():
		r.partly++
	case a.errors > 0:
		r.faulty++
	default:
		r.whole++
	}
}

// markTwice adds a problem where another workbook of the batch is the same unit's: only one of the two can be meant.
func (r *summary) markTwice(s *scored) {
	if s.whose == (owner{}) {
		return
	}
	first, twice := r.owners[s.whose]
	if !twice {
		r.owners[s.whose], r.outcomes[s.whose] = s.path, &scored{outcome: s.outcome, target: s.target, earlier: s.earlier}
		return
	}
	delete(r.outcomes, s.whose)
	rec := s.record()
	p := alone(problem.New(problem.FormTwice, "", orNobody(scoring.Unit(rec.Unit)), first+" và "+s.path))[0]
	s.problems, r.twice = append(s.problems, p), append(r.twice, p)
	if s.rec != nil {
		s.rec.Problems = append(s.rec.Problems, record.Refused("", []reader.Problem{p}).Problems...)
	}
}

// line is one workbook's line of a batch.
func (r *summary) line(s *scored, a *account) {
	if r.scored() == 1 {
		fmt.Fprintf(r.out, "%-28s %9s %9s %8s  %s\n", "ĐƠN VỊ", "TỰ CHẤM", "THẨM ĐỊNH", "TỶ LỆ", "GHI CHÚ")
	}
	places := int32(a.rules.Rounding.Places)
	appraised := "—"
	if a.appraised != nil {
		appraised = expr.FormatPoints(a.appraised.Points, places)
	}
	fmt.Fprintf(r.out, "%s %9s %9s %7s%%  %s\n", padded(unitName(s, a), 28), expr.FormatPoints(a.self.Points, places), appraised,
		expr.FormatPoints(a.counting().Percent(2), 2), remark(s, a))
}

// table is the short account of a single workbook: its areas and its total.
func (r *summary) table(s *scored, a *account) {
	places := int32(a.rules.Rounding.Places)
	fmt.Fprintf(r.out, "%s\n", unitName(s, a))
	fmt.Fprintf(r.out, "%-52s %7s %8s %9s\n", "LĨNH VỰC", "TỐI ĐA", "TỰ CHẤM", "THẨM ĐỊNH")
	row := func(name string, self scoring.Tally, appraised *scoring.Tally) {
		other := "—"
		if appraised != nil {
			other = expr.FormatPoints(appraised.Points, places)
		}
		fmt.Fprintf(r.out, "%s %7s %8s %9s\n", padded(name, 52), expr.FormatPoints(self.Max, places), expr.FormatPoints(self.Points, places), other)
	}
	for _, area := range a.areas {
		row(area.area.Number+". "+area.area.Name, area.self, area.appraised)
	}
	row("TỔNG CỘNG", a.self, a.appraised)
	fmt.Fprintf(r.out, "Tỷ lệ: %s%% của %s điểm được đánh giá%s\n",
		expr.FormatPoints(a.counting().Percent(2), 2), expr.FormatPoints(a.counting().Assessed(), places), inBrackets(remark(s, a)))
	r.problems(s, a)
}

// maxProblemLines is how many errors of a workbook the terminal shows; a form sent in blank has over a hundred.
const maxProblemLines = 20

// problems tells a single workbook's errors, and where all its problems stand.
func (r *summary) problems(s *scored, a *account) {
	told := 0
	for _, p := range s.problems {
		if p.Severity == problem.Error && told < maxProblemLines {
			fmt.Fprintln(r.err, problemLine(p))
			told++
		}
	}
	var rest []string
	if n := a.errors - told; n > 0 {
		rest = append(rest, fmt.Sprintf("%d lỗi nữa", n))
	}
	if n := a.warnings; n > 0 {
		rest = append(rest, fmt.Sprintf("%d cảnh báo", n))
	}
	if len(rest) > 0 {
		fmt.Fprintf(r.err, "Còn %s: xem trang “%s” của %s.\n", strings.Join(rest, " và "), templates.ProblemSheet, terminal.PlainLine(s.target))
	}
}

// scored is how many workbooks have a result so far.
func (r *summary) scored() int { return r.whole + r.partly + r.faulty }

// unitName is who the workbook is of, or its file where it does not say.
func unitName(s *scored, a *account) string {
	if name := strings.TrimSpace(a.unit.Code + " " + a.unit.Name); name != "" {
		return terminal.PlainLine(name)
	}
	return terminal.PlainLine(filepath.Base(s.path))
}

// remark says in a few words what is not final, and what is other than before.
func remark(s *scored, a *account) string {
	var parts []string
	if counting := a.counting(); counting.Provisional() {
		parts = append(parts, fmt.Sprintf("tạm tính, %d tiêu chí chưa có điểm", counting.Pending))
	}
	if a.errors > 0 {
		parts = append(parts, fmt.Sprintf("%d lỗi", a.errors))
	}
	if a.warnings > 0 {
		parts = append(parts, fmt.Sprintf("%d cảnh báo", a.warnings))
	}
	if s.outcome == corrected {
		parts = append(parts, "có thay đổi")
	}
	return strings.Join(parts, ", ") + a.kindWords()
}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// padded fills a text up to a width, or cuts it with an ellipsis.
func padded(text string, width int) string {
	runes := []rune(text)
	if len(runes) > width {
		runes = append(runes[:width-1], '…')
	}
	return string(runes) + strings.Repeat(" ", width-len(runes))
}

func (r *summary) sayRefused(s *scored) {
	for _, p := range s.problems {
		fmt.Fprintf(r.err, "Không chấm %s: %s %s [%s]\n", terminal.PlainLine(s.path), terminal.PlainLine(p.Text()), terminal.PlainLine(p.Remedy()), p.Code)
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
