package report

import (
	"fmt"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/proof"
	"cchc/templates"
	"cchc/templates/draft"
)

// list writes a section with a row for each of some leaves; nothing where there is none.
func (s *results) list(title, special, words string, nodes []*scoring.Node, row func(*scoring.Node) (draft.Value, string)) {
	if len(nodes) == 0 {
		return
	}
	s.may = append(s.may, s.row)
	s.heading(title)
	s.headings("STT", "Tiêu chí", "Điểm tối đa", special, "Tự chấm", "Thẩm định", "Chênh lệch", "Điểm đạt", "Tỷ lệ (%)", words)
	for i, n := range nodes {
		if i > 1 && i < len(nodes)-1 { // no row stands on a page alone
			s.may = append(s.may, s.row)
		}
		value, text := row(n)
		s.node(n, value, &text)
	}
}

// losses lists where the most points were lost, with what would bring them back.
func (s *results) losses() {
	lost := s.result.Losses()
	const most = 10
	title := "II. Các tiêu chí hụt điểm"
	if len(lost) > most {
		title = fmt.Sprintf("II. %d tiêu chí hụt nhiều điểm nhất (trong %d tiêu chí hụt điểm)", most, len(lost))
		lost = lost[:most]
	}
	s.list(title, "Điểm hụt", "Cần gì để tăng điểm", lost, func(n *scoring.Node) (draft.Value, string) {
		return draft.Number(s.counting(n).Lost()), s.needs(n.Criterion)
	})
	if len(lost) == 0 {
		s.heading("II. Các tiêu chí hụt điểm: không có.")
	}
}

// Needs words what a leaf is missing to more points, a line for each answer, as the results say it.
func Needs(l *templates.Layout, in *scoring.Submission, result *scoring.Result, leaf *scoring.Criterion) string {
	return (&results{layout: l, in: in, result: result}).needs(leaf)
}

// needs words what a leaf is missing: the smallest step and the one to the maximum, or the way where one step is not enough.
func (s *results) needs(leaf *scoring.Criterion) string {
	if _, set := s.verdict(leaf); set {
		return "Điểm do người thẩm định ấn định."
	}
	scorer, answers := s.layout.Scorer, s.in.Counting(s.result.RuleSet, leaf)
	next, full := proof.Gains(scorer, leaf, answers)
	var steps []proof.Gain
	switch {
	case full == nil:
		steps = proof.Way(scorer, leaf, answers)
	case full.Text == next.Text:
		steps = []proof.Gain{*full}
	default:
		steps = []proof.Gain{*next, *full}
	}
	return strings.Join(append(gainLines(steps, leaf, int32(s.result.RuleSet.Rounding.Places)), s.byHand(leaf, steps)...), "\n")
}

// gainLines words gains, a line for each answer that changes.
func gainLines(steps []proof.Gain, leaf *scoring.Criterion, places int32) []string {
	var lines []string
	for i, gain := range steps {
		text := expr.UpperFirst(gain.Text)
		if i > 0 && gain.Input == steps[i-1].Input {
			text = lines[len(lines)-1] + "; " + gain.Change
			lines = lines[:len(lines)-1]
		}
		lines = append(lines, text)
	}
	const most = 3
	if more := len(lines) - most; more > 0 {
		points := expr.FormatPoints(steps[len(steps)-1].Points, places)
		lines = append(lines[:most], fmt.Sprintf("và %d việc khác → %s", more, points))
	}
	if len(steps) > 0 && steps[len(steps)-1].Points.Equal(leaf.Max) {
		lines[len(lines)-1] += " (tối đa)"
	}
	return lines
}

// byHand says why the steps do not lead to the maximum, where they do not.
func (s *results) byHand(leaf *scoring.Criterion, steps []proof.Gain) []string {
	if len(steps) > 0 && steps[len(steps)-1].Points.Equal(leaf.Max) {
		return nil
	}
	if slices.ContainsFunc(leaf.Inputs, func(in expr.Input) bool { return in.Kind == expr.PointsInput }) {
		return []string{"Phần điểm còn lại do người thẩm định cho."}
	}
	if len(steps) > 0 {
		return nil
	}
	if both := leaf.Placed().BothWays(); len(both) > 0 {
		var labels []string
		for _, name := range both {
			in, _ := leaf.Input(name)
			labels = append(labels, "“"+in.Label+"”")
		}
		return []string{strings.Join(labels, ", ") + " có cả ở số được tính và ở số so sánh: thêm thì cả hai cùng đổi, không nêu riêng mức cần thêm."}
	}
	return []string{"Phải thay đổi nhiều số liệu cùng lúc."}
}

// verdict is what the appraiser set for a leaf, where that counts.
func (s *results) verdict(leaf *scoring.Criterion) (v scoring.Verdict, set bool) {
	if a := s.in.Appraisal; a != nil && a.Done {
		v, set = a.Set[leaf.Number]
	}
	return v, set
}

// pending lists what makes the total provisional.
func (s *results) pending() {
	open := s.result.Leaves(func(n *scoring.Node) bool { return s.counting(n).State.Pending() })
	s.list("III. Tiêu chí chưa có điểm", "Trạng thái", "Lý do", open, func(n *scoring.Node) (draft.Value, string) {
		t := s.counting(n)
		return draft.Text(expr.UpperFirst(t.State.Words())), t.Explanation
	})
	if len(open) == 0 {
		s.heading("III. Tiêu chí chưa có điểm: không có.")
	}
}

// notAssessed lists what left the maximum.
func (s *results) notAssessed() {
	out := s.result.Leaves(func(n *scoring.Node) bool { return s.counting(n).State == expr.NotAssessed })
	s.list("IV. Tiêu chí không đánh giá", "Điểm trừ khỏi tối đa", "Lý do", out, func(n *scoring.Node) (draft.Value, string) {
		t, reason := s.counting(n), ""
		if _, set := s.verdict(n.Criterion); set && n.Reason != "" {
			reason = ": " + n.Reason
		}
		return draft.Number(t.NotAssessed), t.Explanation + reason
	})
	if len(out) == 0 {
		s.heading("IV. Tiêu chí không đánh giá: không có.")
	}
}

// differences lists where the appraisal came to something else than the unit, with the appraiser's reason.
func (s *results) differences() {
	changed := s.result.Leaves(func(n *scoring.Node) bool {
		return n.Appraised != nil && (n.Appraised.State != n.Self.State || !n.Appraised.Points.Equal(n.Self.Points))
	})
	s.list("V. Tiêu chí có chênh lệch giữa tự chấm và thẩm định", "Trạng thái", "Lý do thẩm định", changed,
		func(n *scoring.Node) (draft.Value, string) {
			reason := n.Reason
			switch {
			case reason != "":
			case n.Appraised.State == expr.Awaiting:
				reason = n.Appraised.Explanation // there is nothing to give a reason for yet
			default:
				reason = "(chưa ghi lý do)"
			}
			return draft.Text(expr.UpperFirst(n.Appraised.State.Words())), reason
		})
	if len(changed) == 0 && s.result.Appraised != nil {
		s.heading("V. Tiêu chí có chênh lệch giữa tự chấm và thẩm định: không có.")
	}
}

// closing is the place to sign.
func (s *results) closing() {
	plain := draft.Style{Font: draft.Font{Size: 11, Italic: true}, Align: draft.Center}
	bold := draft.Style{Font: draft.Font{Size: 11, Bold: true}, Align: draft.Center}
	s.next(12)
	s.put(resultWords, draft.Text("…………, ngày …… tháng …… năm ………"), plain)
	s.next(18)
	s.put(resultName, draft.Text("NGƯỜI LẬP BIỂU"), bold)
	s.put(resultWords, draft.Text("THỦ TRƯỞNG CƠ QUAN"), bold)
	s.next(18)
	s.put(resultName, draft.Text("(Ký, ghi rõ họ tên)"), plain)
	s.put(resultWords, draft.Text("(Ký tên, đóng dấu)"), plain)
	s.next(18)
	s.next(54)
	s.put(resultNumber, draft.Text(s.foot()), draft.Style{Font: draft.Font{Size: 10.5, Italic: true}})
	s.next(16)
}

// foot says what the result was made of, and when: whoever holds the paper can tell that it is of this form.
func (s *results) foot() string {
	day := "…… / …… / ………"
	if s.day != "" {
		day = strings.TrimPrefix(s.day, "ngày ")
	}
	return "Ngày chấm: " + day + ". Dấu của phiếu: " + s.mark + "."
}
