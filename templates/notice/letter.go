package notice

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/report"
	"cchc/templates/word"
)

// Kind says what a letter is for.
type Kind string

// The kinds: before the appraisal the request to complete, after it the notice of the result.
const (
	Complete Kind = "bo-sung"
	Results  Kind = "ket-qua"
)

// Letter is what is told to one unit.
type Letter struct {
	Kind     Kind
	Layout   *templates.Layout
	Declared *scoring.Submission
	Result   *scoring.Result
	Mend     []Mend // what the unit is to mend, errors first
	File     string // of the form that was scored
	Date     string // "ngày 20 tháng 12 năm 2023"; "" leaves room for it
	Deadline string // "" leaves room for it
}

// Mend is a finding that the unit is to see to.
type Mend struct {
	Error        bool
	Place        string // criterion and cell
	Text, Remedy string
}

// most is how many lines a table of a letter has, and mostReasons the one of what the appraiser saw otherwise; what is left is named by
// its numbers below it, so that a letter stays two or three pages long.
const (
	most        = 10
	mostReasons = 16
)

// blank is room to write something in by hand.
const blank = "……………"

// Empty says that there is nothing to ask the unit for.
func (l *Letter) Empty() bool {
	return l.Kind == Complete && len(l.Mend) == 0 && len(l.unproven()) == 0 && len(l.pending()) == 0
}

// Values are the fields of the letter.
func (l *Letter) Values() word.Values {
	r := l.Result
	counting, _ := r.Counting()
	v := word.Values{
		Texts: map[string]string{
			"tên đơn vị": strings.TrimSpace(r.Unit.Name), "mã đơn vị": r.Unit.Code, "khối": r.Unit.Block,
			"năm": fmt.Sprint(r.RuleSet.Year), "bộ chỉ số": r.RuleSet.Kind, "căn cứ": r.RuleSet.Basis,
			"ngày": l.Date, "hạn": l.Deadline, "tệp": l.File,
			"tự chấm": l.points(r.Self.Points), "thẩm định": "", "chênh lệch": "",
			"điểm tối đa": expr.FormatNumber(r.Self.Max), "được đánh giá": expr.FormatNumber(counting.Assessed()),
			"điểm đạt": l.points(counting.Points), "tỷ lệ": expr.FormatPoints(counting.Percent(2), 2),
			"quy đổi": l.points(counting.Rescaled(l.places())), "tạm tính": "", "xếp loại": l.class(),
		},
		Lists: map[string]word.List{},
	}
	if r.Unit.Name == "" {
		v.Texts["tên đơn vị"] = r.Unit.Code
	}
	if l.Date == "" {
		v.Texts["ngày"] = "ngày …… tháng …… năm ………"
	}
	if l.Deadline == "" {
		v.Texts["hạn"] = blank
	}
	if r.Appraised != nil && r.Done {
		v.Texts["thẩm định"] = l.points(r.Appraised.Points)
		v.Texts["chênh lệch"] = l.change(r.Appraised.Points.Sub(r.Self.Points))
	}
	if counting.Provisional() {
		v.Texts["tạm tính"] = fmt.Sprintf("Đây là kết quả tạm tính: còn %d tiêu chí chưa có điểm.", counting.Pending)
	}
	l.lists(&v)
	return v
}

// class is the unit's class, with the reason and what it lacks to the next one; "" where the rule set has no classes.
func (l *Letter) class() string {
	counting, _ := l.Result.Counting()
	class := l.Result.Class(counting, l.Result.CountingHurdles())
	var parts []string
	if class.Name != "" {
		parts = append(parts, "Xếp loại: "+class.Name)
	}
	for _, more := range []string{class.Reason, class.Next} {
		if more != "" {
			parts = append(parts, strings.ToUpper(string([]rune(more)[:1]))+string([]rune(more)[1:]))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ". ") + "."
}

// lists are what tables are repeated for. What does not fit is a text of its own.
func (l *Letter) lists(v *word.Values) {
	add := func(name string, columns []string, rows [][]string) {
		rest, most := "", most
		if name == "chênh lệch" {
			most = mostReasons
		}
		if len(rows) > most {
			var numbers []string
			for _, row := range rows[most:] {
				numbers = append(numbers, row[0])
			}
			rest = fmt.Sprintf("Ngoài ra còn %d mục nêu trong phiếu kết quả: %s.", len(numbers), strings.Join(numbers, "; "))
			rows = rows[:most]
		}
		v.Lists[name] = word.List{Columns: columns, Rows: rows}
		v.Texts["còn "+name] = rest
	}
	v.Lists["lĩnh vực"] = word.List{Columns: []string{"stt", "tên", "điểm tối đa", "tự chấm", "thẩm định", "chênh lệch", "tỷ lệ"}, Rows: l.areas()}
	add("chênh lệch", []string{"stt", "tên", "tự chấm", "thẩm định", "chênh lệch", "lý do"}, l.differences())
	add("hụt điểm", []string{"stt", "tên", "điểm tối đa", "điểm đạt", "điểm hụt", "còn thiếu"}, l.losses())
	add("chưa có điểm", []string{"stt", "tên", "điểm tối đa", "lý do"}, l.pending())
	add("thiếu kiểm chứng", []string{"stt", "tên", "tự chấm"}, l.unproven())
	var errors, warnings [][]string
	for _, m := range l.Mend {
		if m.Error {
			errors = append(errors, []string{m.Place, m.Text, m.Remedy})
		} else {
			warnings = append(warnings, []string{m.Place, m.Text, m.Remedy})
		}
	}
	add("lỗi", []string{"chỗ", "nội dung", "cách sửa"}, errors)
	add("cần xem", []string{"chỗ", "nội dung", "cách sửa"}, warnings)
}

func (l *Letter) places() int32 { return int32(l.Result.RuleSet.Rounding.Places) }

func (l *Letter) points(d decimal.Decimal) string { return expr.FormatPoints(d, l.places()) }

// change has its sign on either side of 0.
func (l *Letter) change(d decimal.Decimal) string {
	if d.IsPositive() {
		return "+" + l.points(d)
	}
	return l.points(d)
}

func (l *Letter) counting(n *scoring.Node) scoring.Tally { return l.Result.CountingOf(n) }

func (l *Letter) areas() [][]string {
	var rows [][]string
	for i := range l.Result.Nodes {
		n := &l.Result.Nodes[i]
		if n.Level != 1 {
			continue
		}
		appraised, change := "", ""
		if l.Result.Done && n.Appraised != nil {
			appraised, change = l.points(n.Appraised.Points), l.change(n.Appraised.Points.Sub(n.Self.Points))
		}
		c := n.Criterion
		rows = append(rows, []string{c.Number, c.Title(), expr.FormatNumber(c.Max), l.points(n.Self.Points), appraised, change,
			expr.FormatPoints(l.counting(n).Percent(2), 2)})
	}
	return rows
}

// differences are the leaves where the appraisal came to something else, with its reason.
func (l *Letter) differences() [][]string {
	if !l.Result.Done {
		return nil
	}
	var rows [][]string
	for _, n := range l.Result.Leaves(l.differs) {
		reason := n.Reason
		switch {
		case reason != "":
		case n.Appraised.State == expr.Awaiting:
			reason = n.Appraised.Explanation // there is nothing to give a reason for yet
		default:
			reason = "(chưa ghi lý do)"
		}
		rows = append(rows, []string{n.Criterion.Number, n.Criterion.Name, l.stateOr(n.Self), l.stateOr(*n.Appraised),
			l.change(n.Appraised.Points.Sub(n.Self.Points)), reason})
	}
	return rows
}

func (l *Letter) differs(n *scoring.Node) bool {
	return n.Appraised != nil && (n.Appraised.State != n.Self.State || !n.Appraised.Points.Equal(n.Self.Points))
}

// isSet says that the appraiser set the leaf's points by hand, and that this counts.
func (l *Letter) isSet(n *scoring.Node) bool {
	if !l.Result.Done || l.Declared.Appraisal == nil {
		return false
	}
	_, set := l.Declared.Appraisal.Set[n.Criterion.Number]
	return set
}

// stateOr is the points of a leaf, or why it has none.
func (l *Letter) stateOr(t scoring.Tally) string {
	if t.State == expr.Scored {
		return l.points(t.Points)
	}
	return t.State.Words()
}

// losses are the leaves where points are lost, the most first, with what is missing to the next step. Where the appraiser set the points
// otherwise than the unit, the reason is all that there is to say, and stands among the differences.
func (l *Letter) losses() [][]string {
	lost := slices.DeleteFunc(l.Result.Losses(), func(n *scoring.Node) bool { return l.isSet(n) && l.differs(n) })
	var rows [][]string
	for _, n := range lost {
		t := l.counting(n)
		rows = append(rows, []string{n.Criterion.Number, n.Criterion.Name, expr.FormatNumber(t.Max), l.points(t.Points), l.points(t.Lost()),
			report.Needs(l.Layout, l.Declared, l.Result, n.Criterion)})
	}
	return rows
}

// pending are the leaves that count and have no points yet, but those that only await the appraiser.
func (l *Letter) pending() [][]string {
	var rows [][]string
	for _, n := range l.Result.Leaves(func(n *scoring.Node) bool {
		state := l.counting(n).State
		return state.Pending() && state != expr.Awaiting
	}) {
		rows = append(rows, []string{n.Criterion.Number, n.Criterion.Name, expr.FormatNumber(n.Criterion.Max), l.counting(n).Explanation})
	}
	return rows
}

// unproven are the leaves for which points are claimed with neither evidence nor justification.
func (l *Letter) unproven() [][]string {
	var rows [][]string
	for _, n := range l.Result.Leaves(func(n *scoring.Node) bool {
		return l.Declared.Unproven(l.Result.RuleSet, n.Criterion, n.Self)
	}) {
		rows = append(rows, []string{n.Criterion.Number, n.Criterion.Name, l.points(n.Self.Points)})
	}
	return rows
}
