package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// conditional are words that make of a line more than a level, a part or an introduction.
var conditional = pattern.Of(`(^|[ (,;])(nếu|trừ|riêng|ngoại trừ|cộng thêm|bị trừ|tính theo|công thức|trong đó|nhân với|chia cho|cứ|mỗi|riêng đối với)([ :,]|$)|[×*÷]|(^|[ )%])x( |$)`)

// levels reads lines that all end in points, which fall, the first being the maximum: the unit chooses one. A pair of which one side is
// left unsaid is completed, and noted.
func (t *texts) levels() kinds.Rule {
	scored := t.intro()
	if rule := t.either(); rule != nil {
		return rule
	}
	if len(scored) == 0 || !allScored(scored) || anyConditional(scored) || t.pointsWithin(scored) || t.onlyUpTo(scored) {
		return nil
	}
	if len(scored) == 1 {
		return t.half(scored[0])
	}
	usual, spare := cutSpare(scored, t.leaf.Max)
	best, least := usual[0], usual[len(usual)-1]
	if climbs(usual) {
		best, least = least, best
	} else if !falls(usual) {
		return nil
	}
	if !t.inCase && !best.points.Equal(t.leaf.Max) {
		return nil
	}
	if !least.points.IsZero() {
		t.infer("Nguồn không nêu mức 0 điểm; lấy các mức như nguồn, người thẩm định quyết định nếu không đạt mức nào.")
	}
	if spare {
		t.infer("Trường hợp riêng ở cuối được lấy là một mức để lựa chọn.")
	}
	return t.choose(scored)
}

// intro passes over a first line without points that only leads in, and gives the others.
func (t *texts) intro() []clause {
	if len(t.clauses) < 3 || t.clauses[0].scored || conditional.MatchString(t.clauses[0].low()) || strings.Contains(t.clauses[0].text, "trường hợp") ||
		strings.Contains(t.clauses[0].text, "điểm") || strings.Contains(t.clauses[0].text, "%") {
		return t.clauses
	}
	if rest := t.clauses[1:]; allScored(rest) {
		if !strings.HasSuffix(strings.TrimSpace(t.clauses[0].raw), ":") {
			t.infer("Dòng đầu không ghi điểm; hiểu là lời dẫn.")
		}
		return rest
	}
	return t.clauses
}

func allScored(list []clause) bool {
	return !slices.ContainsFunc(list, func(c clause) bool { return !c.scored || strings.Trim(c.head, " ") == "" })
}

func anyConditional(list []clause) bool {
	return slices.ContainsFunc(list, func(c clause) bool { return conditional.MatchString(asides.Replace(c.low())) })
}

// asides are no conditions, though they are worded like some.
var asides = strings.NewReplacer("(nếu có)", "", "nếu có", "", "trừ văn bản mật", "", "trừ trường hợp bất khả kháng", "")

// falls says that points go down from line to line.
func falls(list []clause) bool {
	for i := 1; i < len(list); i++ {
		if !list[i].points.LessThan(list[i-1].points) {
			return false
		}
	}
	return len(list) > 1
}

// climbs says that they go up, from nothing.
func climbs(list []clause) bool {
	for i := 1; i < len(list); i++ {
		if !list[i].points.GreaterThan(list[i-1].points) {
			return false
		}
	}
	return len(list) > 1 && list[0].points.IsZero()
}

// cutSpare takes off a last line that gives the maximum where there is nothing to be judged.
func cutSpare(list []clause, max decimal.Decimal) (usual []clause, spare bool) {
	last := list[len(list)-1]
	if len(list) > 2 && last.points.Equal(max) && (strings.HasPrefix(last.text, "trường hợp không") || nothingUp.MatchString(last.low())) {
		return list[:len(list)-1], true
	}
	return list, false
}

// choose makes levels of lines, as they are worded.
func (t *texts) choose(list []clause) kinds.Rule {
	in := expr.Input{Name: "muc", Label: "Mức thực hiện", Kind: expr.ChoiceInput}
	if t.headed {
		in.Label = labelOf(t.leaf.Name)
	}
	rule := &kinds.Levels{}
	for _, c := range list {
		if slices.ContainsFunc(in.Options, func(option string) bool { return strings.EqualFold(option, c.head) }) {
			t.why = "Hai dòng cùng lời nhưng khác điểm: “" + shorten(c.head) + "”."
			return nil
		}
		in.Options = append(in.Options, labelOf(c.head))
		rule.Points = append(rule.Points, c.points)
	}
	rule.Of = t.ask(in)
	return rule
}

// half completes a pair of which only one side is said.
func (t *texts) half(c clause) kinds.Rule {
	e, hasEdge := edgesOf(c.low())
	if hasEdge && !e.all() {
		return nil
	}
	switch {
	case c.points.Equal(t.leaf.Max):
		t.infer("Nguồn chỉ nêu mức điểm tối đa; lấy không đạt mức đó là 0 điểm.")
		return t.choose([]clause{c, {head: "Không đạt mức trên"}})
	case c.points.IsZero() && !c.iffy:
		t.infer("Nguồn chỉ nêu mức 0 điểm; lấy mức còn lại, theo tên tiêu chí, là điểm tối đa.")
		name := t.leaf.Name
		if strings.EqualFold(labelOf(name), labelOf(c.head)) {
			name = "Đạt yêu cầu"
		}
		return t.choose([]clause{{head: name, points: t.leaf.Max}, c})
	}
	return nil
}

// all says that a range is the whole, 100%, or what falls short of it.
func (e edges) all() bool {
	whole := decimal.NewFromInt(1)
	return e.percent && (e.lower.set && !e.upper.set && e.lower.value.Equal(whole) || e.upper.set && !e.lower.set && e.upper.value.Equal(whole) && e.upper.open) || e.span.rest
}

var eitherShape = pattern.Of(`^(đạt|có|hoàn thành|đúng|thực hiện) ?[/;,-] ?(không|chưa)( đạt| có| hoàn thành| đúng| thực hiện)?$`)

// either reads a text that says no more than "Đạt/Không đạt".
func (t *texts) either() kinds.Rule {
	if len(t.clauses) != 1 || t.clauses[0].scored {
		return nil
	}
	found := eitherShape.FindStringSubmatch(strings.Trim(t.clauses[0].text, " .;:"))
	if found == nil {
		return nil
	}
	t.infer("Nguồn chỉ ghi “" + t.clauses[0].raw + "”; lấy đạt là điểm tối đa, không đạt là 0.")
	no := found[2] + found[3]
	if found[3] == "" && found[1] != "có" {
		no += " " + found[1]
	}
	return t.choose([]clause{{head: found[1], points: t.leaf.Max}, {head: no}})
}
