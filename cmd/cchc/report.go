package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/disk"
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
	o        scoreOptions
	many     bool // a line for each workbook, else the table of the one
	bar      *terminal.Progress
	whole    int // scored, nothing pending
	partly   int // scored, but provisional
	faulty   int // scored and final, but with errors, as in an appraisal that does not count yet
	refused  []scored
	failures []scored
	units    map[string]string // the file of each unit
	twice    []reader.Problem
	skipped  []disk.Skipped
}

func newSummary(a *app, o scoreOptions, files int) *summary {
	return &summary{app: a, o: o, many: files > 1, bar: terminal.NewProgress(a.err, files), units: map[string]string{}}
}

// take tells of one workbook.
func (r *summary) take(s scored) error {
	r.bar.Step()
	r.markTwice(&s)
	switch {
	case s.failure != nil:
		r.failures = append(r.failures, s)
		return nil
	case s.isRanking():
		r.skipped = append(r.skipped, *s.passedOver())
		return nil
	case s.result == nil:
		r.refused = append(r.refused, s)
	case s.provisional():
		r.partly++
	case s.count(problem.Error) > 0:
		r.faulty++
	default:
		r.whole++
	}
	switch {
	case r.o.json:
		rec := s.record()
		return rec.Write(r.out)
	case s.result == nil:
	case r.many:
		r.line(&s)
	default:
		r.table(&s)
	}
	return nil
}

// markTwice adds a problem where another workbook of the batch names the same unit: only one of the two can be meant.
func (r *summary) markTwice(s *scored) {
	if s.result == nil || s.result.Unit.Code == "" {
		return
	}
	code := scoring.FoldCode(s.result.Unit.Code)
	if first, twice := r.units[code]; twice {
		p := alone(problem.New(problem.UnitTwice, "", s.result.Unit.Code, first+" và "+s.path))[0]
		s.problems, r.twice = append(s.problems, p), append(r.twice, p)
		return
	}
	r.units[code] = s.path
}

// line is one workbook's line of a batch.
func (r *summary) line(s *scored) {
	if r.scored() == 1 {
		fmt.Fprintf(r.out, "%-28s %9s %9s %8s  %s\n", "ĐƠN VỊ", "TỰ CHẤM", "THẨM ĐỊNH", "TỶ LỆ", "GHI CHÚ")
	}
	places := int32(s.result.RuleSet.Rounding.Places)
	counting, _ := s.result.Counting()
	appraised := "—"
	if s.result.Done && s.result.Appraised != nil {
		appraised = expr.FormatPoints(s.result.Appraised.Points, places)
	}
	fmt.Fprintf(r.out, "%s %9s %9s %7s%%  %s\n", padded(unitName(s), 28), expr.FormatPoints(s.result.Self.Points, places), appraised,
		expr.FormatPoints(counting.Percent(2), 2), remark(s))
}

// table is the short account of a single workbook: its areas and its total.
func (r *summary) table(s *scored) {
	places := int32(s.result.RuleSet.Rounding.Places)
	fmt.Fprintf(r.out, "%s\n", unitName(s))
	fmt.Fprintf(r.out, "%-52s %7s %8s %9s\n", "LĨNH VỰC", "TỐI ĐA", "TỰ CHẤM", "THẨM ĐỊNH")
	row := func(name string, self scoring.Tally, appraised *scoring.Tally) {
		other := "—"
		if appraised != nil && s.result.Done {
			other = expr.FormatPoints(appraised.Points, places)
		}
		fmt.Fprintf(r.out, "%s %7s %8s %9s\n", padded(name, 52), expr.FormatPoints(self.Max, places), expr.FormatPoints(self.Points, places), other)
	}
	for i := range s.result.Nodes {
		if node := &s.result.Nodes[i]; node.Level == 1 {
			row(node.Criterion.Number+". "+node.Criterion.Name, node.Self, node.Appraised)
		}
	}
	row("TỔNG CỘNG", s.result.Self, s.result.Appraised)
	counting, _ := s.result.Counting()
	fmt.Fprintf(r.out, "Tỷ lệ: %s%% của %s điểm được đánh giá%s\n",
		expr.FormatPoints(counting.Percent(2), 2), expr.FormatPoints(counting.Assessed(), places), inBrackets(remark(s)))
	r.problems(s)
}

// maxProblemLines is how many errors of a workbook the terminal shows; a form sent in blank has over a hundred.
const maxProblemLines = 20

// problems tells a single workbook's errors, and where all its problems stand.
func (r *summary) problems(s *scored) {
	told := 0
	for _, p := range s.problems {
		if p.Severity == problem.Error && told < maxProblemLines {
			fmt.Fprintln(r.err, problemLine(p))
			told++
		}
	}
	var rest []string
	if n := s.count(problem.Error) - told; n > 0 {
		rest = append(rest, fmt.Sprintf("%d lỗi nữa", n))
	}
	if n := s.count(problem.Warning); n > 0 {
		rest = append(rest, fmt.Sprintf("%d cảnh báo", n))
	}
	if len(rest) > 0 {
		fmt.Fprintf(r.err, "Còn %s: xem trang “%s” của %s.\n", strings.Join(rest, " và "), templates.ProblemSheet, terminal.PlainLine(s.out))
	}
}

// scored is how many workbooks have a result so far.
func (r *summary) scored() int { return r.whole + r.partly + r.faulty }

// unitName is who the workbook is of, or its file where it does not say.
func unitName(s *scored) string {
	unit := s.result.Unit
	switch {
	case unit.Code != "" && unit.Name != "":
		return terminal.PlainLine(unit.Code + " " + unit.Name)
	case unit.Code+unit.Name != "":
		return terminal.PlainLine(unit.Code + unit.Name)
	}
	return terminal.PlainLine(filepath.Base(s.path))
}

// remark says in a few words what is not final.
func remark(s *scored) string {
	var parts []string
	if counting, _ := s.result.Counting(); counting.Provisional() {
		parts = append(parts, fmt.Sprintf("tạm tính, %d tiêu chí chưa có điểm", counting.Pending))
	}
	if n := s.count(problem.Error); n > 0 {
		parts = append(parts, fmt.Sprintf("%d lỗi", n))
	}
	if n := s.count(problem.Warning); n > 0 {
		parts = append(parts, fmt.Sprintf("%d cảnh báo", n))
	}
	return strings.Join(parts, ", ") + kindWords(s)
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

// close says what was done and what was not. It is an error where something was.
func (r *summary) close(skipped []disk.Skipped, untouched int) error {
	r.bar.Finish()
	for _, s := range append(skipped, r.skipped...) {
		fmt.Fprintf(r.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	for i := range r.refused {
		r.sayRefused(&r.refused[i])
	}
	for _, p := range r.twice {
		fmt.Fprintln(r.err, problemLine(p))
	}
	r.sayFailures()
	r.sum(untouched)
	switch {
	case len(r.failures) > 0:
		return reported{worst(r.failures)}
	case r.partly+r.faulty+len(r.refused)+len(r.twice)+untouched > 0 || r.whole == 0:
		return errFindings
	}
	return nil
}

// manyThere is how many results that are there already are too many to be named each.
const manyThere = 4

// sayFailures names what the disk refused. Of results that are there already, as after a second run into the same folder, one
// line says what to do.
func (r *summary) sayFailures() {
	there := 0
	for _, s := range r.failures {
		if errors.Is(s.failure, fs.ErrExist) {
			there++
		}
	}
	for _, s := range r.failures {
		if there < manyThere || !errors.Is(s.failure, fs.ErrExist) {
			fmt.Fprintf(r.err, "Không chấm được %s: %s\n", terminal.PlainLine(s.path), terminal.PlainLine(disk.Sentence(s.failure)))
		}
	}
	if there >= manyThere {
		fmt.Fprintf(r.err, "Không ghi %d kết quả đã có trong thư mục %s. Chọn thư mục khác, hoặc thêm --force để ghi đè.\n", there, terminal.PlainLine(r.o.out))
	}
}

// sum is the last line: how many of what, and where the results are.
func (r *summary) sum(untouched int) {
	var notFinal []string
	if r.partly > 0 {
		notFinal = append(notFinal, fmt.Sprintf("%d tạm tính", r.partly))
	}
	if r.faulty > 0 {
		notFinal = append(notFinal, fmt.Sprintf("%d có lỗi", r.faulty))
	}
	fmt.Fprintf(r.err, "Đã chấm %d phiếu%s", r.scored(), inBrackets(strings.Join(notFinal, ", ")))
	if n := len(r.refused) + len(r.failures); n > 0 {
		fmt.Fprintf(r.err, ", không chấm được %d", n)
	}
	if n := len(r.twice); n > 0 {
		fmt.Fprintf(r.err, ", %d phiếu trùng đơn vị với phiếu khác", n)
	}
	if untouched > 0 {
		fmt.Fprintf(r.err, ", dừng theo yêu cầu khi còn %d phiếu chưa chấm", untouched)
	}
	if r.scored() > 0 {
		fmt.Fprintf(r.err, ". Kết quả ở thư mục %s", terminal.PlainLine(r.o.out))
	}
	fmt.Fprintln(r.err, ".")
}

// worst is the failure that decides the exit status: a disk's before that of a result which is already there.
func worst(failures []scored) error {
	for _, s := range failures {
		if !errors.Is(s.failure, fs.ErrExist) {
			return s.failure
		}
	}
	return failures[0].failure
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
