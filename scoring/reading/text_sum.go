package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// sum reads lines that all give points which add up to the maximum: parts that are there or not. A last line of 0 says that none is.
func (t *texts) sum() kinds.Rule {
	scored := t.intro()
	if len(scored) < 2 || !allScored(scored) || anyConditional(scored) || t.pointsWithin(scored) || t.onlyUpTo(scored) {
		return nil
	}
	if rule := t.choices(scored); rule != nil {
		return rule
	}
	if last := scored[len(scored)-1]; last.points.IsZero() && (strings.HasPrefix(last.text, "không") || strings.HasPrefix(last.text, "chưa")) {
		scored = scored[:len(scored)-1]
	}
	total := decimal.Zero
	for _, c := range scored {
		if total = total.Add(c.points); c.points.IsZero() || len(scored) < 2 {
			return t.unclear(scored)
		}
		if e, ok := edgesOf(c.low()); ok && !e.rest0() && e.percent {
			t.why = "Các dòng có tỷ lệ và điểm nhưng không nối thành bậc: “" + shorten(c.raw) + "”."
			return nil
		}
	}
	if !total.Equal(t.leaf.Max) {
		return t.unclear(scored)
	}
	rule := &kinds.Sum{}
	for i, c := range scored {
		name := t.ask(expr.Input{Name: lineName(i + 1), Label: labelOf(c.head), Kind: expr.YesNoInput, Options: kinds.YesNoOptions()})
		rule.Parts = append(rule.Parts, kinds.Part{Max: c.points, Rule: &kinds.Levels{Of: name, Points: []decimal.Decimal{c.points, decimal.Zero}}})
	}
	return rule
}

func (e edges) rest0() bool { return e.span.rest || e.all() }

// unclear says why lines with points are neither levels nor parts.
func (t *texts) unclear(list []clause) kinds.Rule {
	total := decimal.Zero
	for _, c := range list {
		total = total.Add(c.points)
	}
	t.why = "Các dòng có điểm không giảm dần từ điểm tối đa " + expr.FormatNumber(t.leaf.Max) + ", cũng không cộng lại bằng điểm tối đa (cộng được " + expr.FormatNumber(total) + ")."
	return nil
}

// choices reads lines that fall to nothing more than once, the first of each run adding up to the maximum: parts, each with its levels.
func (t *texts) choices(list []clause) kinds.Rule {
	var runs [][]clause
	total := decimal.Zero
	for from, i := 0, 0; i < len(list); i++ {
		if list[i].points.IsZero() {
			runs = append(runs, list[from:i+1])
			total = total.Add(list[from].points)
			from = i + 1
		} else if i == len(list)-1 {
			return nil
		}
	}
	if len(runs) < 2 || !total.Equal(t.leaf.Max) {
		return nil
	}
	rule := &kinds.Sum{}
	for _, run := range runs {
		if !falls(run) {
			return nil
		}
	}
	for _, run := range runs {
		rule.Parts = append(rule.Parts, kinds.Part{Max: run[0].points, Rule: t.choose(run)})
	}
	if t.why != "" {
		return nil
	}
	t.infer("Các dòng có mấy lượt giảm dần về 0, cộng các mức cao nhất được điểm tối đa; lấy mỗi lượt là một phần, các phần cộng lại.")
	return rule
}
