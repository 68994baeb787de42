package handover

import (
	"fmt"
	"slices"

	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
)

// Why something of a form has no place in another edition.
const (
	leafGone       = "bộ chỉ số mới không còn tiêu chí này"
	inputGone      = "tiêu chí không còn hỏi số liệu này"
	kindChanged    = "cách kê khai số liệu này đã khác"
	exemptGrew     = "trong đó có tiêu chí mới, cũng không đánh giá theo: kiểm tra lại"
	unreadThen     = "số liệu năm trước không đọc được nên không nêu lại"
	textOfThen     = "thuộc năm trước: không chuyển sang năm khác"
	suppliedThen   = "do cơ quan thường trực cấp cho năm trước: năm nay lấy theo số công bố, danh sách đơn vị của năm nay"
	exemptThen     = "thuộc năm trước: lấy theo danh sách đơn vị của năm nay (--units)"
	appraisalStays = "phần thẩm định không chuyển: thẩm định lại sau khi chấm"
)

// match is where the new set asks for what an old input asked for.
type match struct {
	to      string // the input's name; "" where it does not ask for it
	why     string
	options []int // of a choice: of each old option the new place from 1, 0 where it is not offered
	blocked bool  // it is asked for, but an old answer would mean something else
	asked   bool  // the new criterion asks for it in some way
}

// carry puts an answer into the new input's words.
func (m match) carry(a expr.Answer) (carried expr.Answer, ok bool) {
	option, isOption := a.Option()
	switch {
	case m.to == "" || m.blocked:
		return expr.Answer{}, false
	case !isOption:
		return a, true
	case !m.offers(a):
		return expr.Answer{}, false
	}
	return expr.OptionAnswer(m.options[option-1]), true
}

// offers says that the option of an answer is among the new ones.
func (m match) offers(a expr.Answer) bool {
	option, isOption := a.Option()
	return isOption && option <= len(m.options) && m.options[option-1] > 0
}

// matched finds the input of the new criterion that asks for the same: by its label, else by its name, of the same kind, unit
// and options.
func matched(old, now *scoring.Criterion, in expr.Input, o CarryOptions) match {
	if now == nil {
		return match{why: leafGone}
	}
	to, ok := counterpart(old, now, in)
	switch {
	case !ok:
		return match{why: inputGone}
	case !sameKind(to, in), to.IsSupplied() != in.IsSupplied():
		return match{why: kindChanged, asked: true}
	case !compare.SameWords(to.Unit, in.Unit):
		return match{why: fmt.Sprintf("đơn vị tính đã đổi: trước là “%s”, nay là “%s”", in.Unit, to.Unit), asked: true}
	case in.Kind == expr.PointsInput && !old.Max.Equal(now.Max):
		return match{why: fmt.Sprintf("điểm tối đa của tiêu chí đã đổi: trước là %s, nay là %s", expr.FormatNumber(old.Max), expr.FormatNumber(now.Max)), asked: true}
	}
	m := match{to: to.Name, asked: true}
	if !compare.SameWords(to.Label, in.Label) {
		m.why = fmt.Sprintf("tên số liệu đã đổi thành “%s”: kiểm tra lại", to.Label)
	}
	if in.IsChoice() {
		m.matchOptions(in.Options, to.Options, o)
	}
	return m
}

// sameKind says that an answer of the one means the same in the other: a percentage is a number of per cent.
func sameKind(a, b expr.Input) bool {
	return a.Kind == b.Kind || a.IsNumber() && b.IsNumber() && a.Unit == expr.PercentUnit && b.Unit == expr.PercentUnit
}

// counterpart is the one input with the same label; else the one of the same name, unless labels say that it is another.
func counterpart(old, now *scoring.Criterion, in expr.Input) (expr.Input, bool) {
	labelled := func(c *scoring.Criterion, label string) (found []expr.Input) {
		for _, other := range c.Inputs {
			if compare.SameWords(other.Label, label) {
				found = append(found, other)
			}
		}
		return found
	}
	if same := labelled(now, in.Label); len(same) == 1 && len(labelled(old, in.Label)) == 1 {
		return same[0], true
	}
	to, ok := now.Input(in.Name)
	return to, ok && (compare.SameWords(to.Label, in.Label) || len(labelled(old, to.Label)) == 0)
}

// matchOptions pairs options by their texts. Where the lists do not hold the same options an answer may mean something else,
// and is carried only on demand.
func (m *match) matchOptions(old, now []string, o CarryOptions) {
	for _, text := range old {
		m.options = append(m.options, 1+slices.IndexFunc(now, func(other string) bool { return compare.SameWords(other, text) }))
	}
	if len(old) == len(now) && !slices.Contains(m.options, 0) {
		return
	}
	m.why = "các mức để chọn đã đổi"
	m.blocked = !o.KeepOptions
	if !m.blocked {
		m.why += ": kiểm tra lại"
	}
}
