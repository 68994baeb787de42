package rulebook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// describable says that a rule has no fault that keeps it from being said in words.
func describable(c *scoring.Criterion) bool {
	for _, p := range scoring.CheckLeaves(&scoring.RuleSet{Rounding: scoring.Rounding{Places: 4}}, []*scoring.Criterion{c}) {
		if strings.HasPrefix(p.Path, c.Number+".examples") {
			continue
		}
		switch p.Code {
		case problem.RuleUnknownInput, problem.RuleWrongInput, problem.RuleLevelCount, problem.RuleNoZeroRule, problem.RuleOneOf, problem.RuleUnknownOption, problem.RuleOptions:
			return false
		}
	}
	return true
}

// infoLine is a line of the sheet of what holds for the whole set.
type infoLine struct {
	name, value string
	hint        string
}

// The names of the lines.
const (
	infoID       = "Mã bộ chỉ số"
	infoKind     = "Đơn vị áp dụng"
	infoYear     = "Năm"
	infoPrevious = "Mã bộ chỉ số năm trước"
	infoBasis    = "Căn cứ pháp lý"
	infoNote     = "Ghi chú"
	infoTotal    = "Tổng điểm"
	infoCap      = "Trần tổng điểm"
	infoFloor    = "Sàn tổng điểm"
	infoPlaces   = "Làm tròn: số chữ số thập phân"
	infoSource   = "Làm tròn: nguồn"
	infoRemark   = "Làm tròn: ghi chú"
	infoLetter   = "Văn bản công bố thay đổi"
	infoPoints   = "Số mục thay đổi điểm được công bố"
	infoContent  = "Số mục thay đổi nội dung được công bố"
)

func infoLines(rs *scoring.RuleSet) []infoLine {
	announced := func(n int) string {
		if rs.Announced.Basis == "" && n == 0 {
			return ""
		}
		return fmt.Sprint(n)
	}
	return []infoLine{
		{infoID, rs.ID, "chữ thường, số, dấu gạch nối"},
		{infoKind, rs.Kind, ""},
		{infoYear, fmt.Sprint(rs.Year), ""},
		{infoPrevious, rs.Previous, "để trống nếu không có"},
		{infoBasis, rs.Basis, "số, ngày của quyết định"},
		{infoNote, rs.Note, ""},
		{infoTotal, expr.FormatNumber(rs.Total), "phải bằng dòng TỔNG CỘNG"},
		{infoCap, optional(rs.Cap), "để trống nếu không có; tính cả điểm thưởng, điểm trừ"},
		{infoFloor, optional(rs.Floor), "để trống nếu điểm trừ được đưa tổng điểm xuống dưới 0"},
		{infoPlaces, fmt.Sprint(rs.Rounding.Places), "0 đến 4"},
		{infoSource, sourceWord(rs.Rounding.Provenance), sourceWords()},
		{infoRemark, rs.Rounding.Note, ""},
		{infoLetter, rs.Announced.Basis, "nếu có"},
		{infoPoints, announced(rs.Announced.PointsChanged), ""},
		{infoContent, announced(rs.Announced.ContentChanged), ""},
	}
}

func optional(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return expr.FormatNumber(d.Decimal)
}

func writeInfo(rs *scoring.RuleSet) *draft.Sheet {
	p := newPen(infoSheet, 34, 90, 34)
	p.across(3, "THÔNG TIN CHUNG CỦA BỘ CHỈ SỐ", look.Title())
	p.next(24)
	p.headings("Mục", "Nội dung", "Gợi ý")
	for _, line := range infoLines(rs) {
		p.cells(line.name, line.value, line.hint)
	}
	return p.sheet
}

// cells writes a row of texts.
func (p *pen) cells(texts ...string) {
	for i, text := range texts {
		style := look.Body()
		style.Format = look.TextFormat
		p.put(i+1, draft.Text(text), style)
	}
	p.next(16)
}

// writeExamples lists answers with the points that they must give.
func writeExamples(rs *scoring.RuleSet) *draft.Sheet {
	p := newPen(examplesSheet, 12, 80, 24, 60)
	p.across(4, "VÍ DỤ: SỐ LIỆU VÀ ĐIỂM PHẢI ĐẠT", look.Title())
	p.next(24)
	p.headings("Mã dòng", "Số liệu", "Điểm hoặc kết quả", "Tiêu chí")
	for _, leaf := range rs.Leaves() {
		for _, e := range leaf.Examples {
			p.cells(leaf.Number, answersText(leaf, e), outcomeText(e), leaf.Name)
		}
	}
	return p.sheet
}

// answersText writes "a = 10; b = 8", in the order of the answers.
func answersText(leaf *scoring.Criterion, e scoring.Example) string {
	var names []string
	for _, in := range leaf.Inputs {
		names = append(names, in.Name)
	}
	for name := range e.Answers {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names[len(leaf.Inputs):])
	var parts []string
	for _, name := range names {
		if d, given := e.Answers[name]; given {
			in, _ := leaf.Input(name)
			parts = append(parts, name+" = "+in.Words(d))
		}
	}
	return strings.Join(parts, "; ")
}

func outcomeText(e scoring.Example) string {
	if e.Points.Valid {
		return expr.FormatNumber(e.Points.Decimal)
	}
	return e.State.Words()
}

// The kinds of lines of the sheet of checks.
const (
	checkAccepted = "Phát hiện đã xem xét"
	checkStatus   = "Tình trạng nội dung"
	checkCross    = "Đối chiếu chéo"
	checkConfirm  = "Cần xác nhận"
)

// The relations of a cross-check, in words.
const (
	crossEqual  = "bằng"
	crossAtMost = "không lớn hơn"
)

// writeChecks lists what is held against the rules: what their author accepted, relations between answers, and the readings that
// somebody has to confirm, which are only shown.
func writeChecks(rs *scoring.RuleSet) *draft.Sheet {
	p := newPen(checksSheet, 24, 14, 40, 90)
	p.across(4, "KIỂM TRA", look.Title())
	p.next(24)
	p.headings("Loại", "Mã dòng", "Nội dung", "Diễn giải")
	for node := range rs.All() {
		if node.ContentStatus != "" {
			p.cells(checkStatus, node.Number, node.ContentStatus, node.Name)
		}
		for _, a := range node.Accepted {
			p.cells(checkAccepted, node.Number, string(a.Code), a.Reason)
		}
	}
	for _, c := range rs.CrossChecks {
		p.cells(checkCross, "", crossText(c), c.Text)
	}
	for i := range rs.Figures {
		p.cells(checkFigure, rs.Figures[i].Name, rs.Figures[i].Describe(), rs.Figures[i].Label)
	}
	for i := range rs.Classes {
		p.cells(checkClass, rs.Classes[i].Name, classText(&rs.Classes[i]), rs.DescribeClass(&rs.Classes[i]))
	}
	for _, leaf := range rs.Leaves() {
		if leaf.Provenance != scoring.FromText {
			p.cells(checkConfirm, leaf.Number, scoring.ProvenanceWords(leaf.Provenance), leaf.Note)
		}
	}
	return p.sheet
}

func crossText(c scoring.CrossCheck) string {
	is := crossEqual
	if c.Is == scoring.MustAtMost {
		is = crossAtMost
	}
	return c.Left + " " + is + " " + c.Right
}
