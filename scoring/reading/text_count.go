package reading

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

var (
	eachShape = regexp.MustCompile(`^(?:cứ |với |có )?mỗi ([^:]+)$`)
	capShape  = regexp.MustCompile(`(?i)^(?:tổng (?:số )?điểm |tổng cộng |điểm )?(?:tối đa|không quá|không vượt quá)(?: là)?:? ?(\d+(?:[.,]\d+)?)? ?(?:điểm)?[ .;]*$`)
	noneShape = regexp.MustCompile(`^(?:không|chưa) `)
	lessShape = regexp.MustCompile(`^(?:trừ|bị trừ) ?(\d+(?:[.,]\d+)?) ?(?:điểm)? ?(?:cho |/ ?|với |đối với )?(?:cứ )?(?:mỗi|một|1|01) (.+)$|^(?:cứ |với )?mỗi (.+?)[ ,:]+(?:thì )?(?:bị )?trừ:? ?(\d+(?:[.,]\d+)?) ?(?:điểm)?$`)
)

// count reads lines that give points for each of something, up to the maximum, or take some off for each.
func (t *texts) count() scoring.Rule {
	if rule := t.deduct(); rule != nil || t.why != "" {
		return rule
	}
	rule := &scoring.Count{}
	for i, c := range t.clauses {
		c = t.uncapped(c)
		each := eachShape.FindStringSubmatch(strings.Trim(c.low(), " .;,"))
		switch {
		case each != nil && c.scored && c.points.IsPositive() && !strings.Contains(c.low(), "trừ"):
			label := c.head[len(c.head)-len(strings.TrimLeft(each[1], " ")):]
			rule.Tariffs = append(rule.Tariffs, scoring.Tariff{Answer: t.tariff(i, label), Each: c.points})
		case len(rule.Tariffs) > 0 && t.isCap(c), len(rule.Tariffs) > 0 && c.scored && c.points.IsZero() && noneShape.MatchString(c.text):
		case len(rule.Tariffs) > 0:
			t.why = "Có điểm cho mỗi đơn vị, nhưng chưa hiểu dòng: “" + shorten(c.raw) + "”."
			return nil
		default:
			return nil
		}
	}
	if len(rule.Tariffs) == 0 {
		return nil
	}
	return rule
}

var inlineCap = regexp.MustCompile(`(?i)[ ]*[,;(]?[ ]*(?:nhưng )?(?:tổng điểm |tổng cộng )?(?:tối đa|không quá|không vượt quá)(?: là)? ` + figure + `[ ]*(?:điểm)?[ ]*\)?[ .;]*$`)

// uncapped takes the maximum, said once more, off a line that gives points for each.
func (t *texts) uncapped(c clause) clause {
	found := inlineCap.FindStringSubmatchIndex(c.raw)
	if found == nil || !strings.Contains(c.text, "mỗi ") || found[0] == 0 {
		return c
	}
	if d, ok := parseNumber(c.raw[found[2]:found[3]]); !ok || !d.Equal(t.leaf.Max) {
		return c
	}
	list := clausesOf(c.raw[:found[0]], t.leaf.Max)
	if len(list) != 1 {
		return c
	}
	return list[0]
}

func (t *texts) tariff(i int, label string) scoring.InputName {
	label = labelOf(label)
	if lower := strings.ToLower(label); !strings.HasPrefix(lower, "số ") {
		label = "Số " + strings.ToLower(label[:len(firstRune(label))]) + label[len(firstRune(label)):]
	}
	return t.ask(expr.Input{Name: lineName(i + 1), Label: label, Kind: expr.NumberInput, Whole: true})
}

func firstRune(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

// isCap says that a line only says the most that all gives, which is the maximum.
func (t *texts) isCap(c clause) bool {
	found := capShape.FindStringSubmatch(c.raw)
	if found == nil {
		return false
	}
	d, ok := parseNumber(found[1])
	return found[1] == "" || ok && d.Equal(t.leaf.Max)
}

// maxDeductions is how many steps a deduction may have until nothing is left.
const maxDeductions = 40

// deduct reads "Trừ 0,1 điểm cho mỗi …": from the maximum down to nothing. It is bands of a count, a step for each.
func (t *texts) deduct() scoring.Rule {
	var each decimal.Decimal
	of := ""
	for i, c := range t.clauses {
		found := lessShape.FindStringSubmatch(strings.Trim(c.text, " .;,"))
		switch {
		case found != nil && of == "":
			figure, words := found[1], found[2]
			if figure == "" {
				figure, words = found[4], found[3]
			}
			each, _ = parseNumber(figure)
			of = words
		case found != nil:
			t.why = "Có hai mức trừ điểm: “" + shorten(c.raw) + "”."
			return nil
		case i == 0 && c.scored && c.points.Equal(t.leaf.Max) && !conditional.MatchString(c.low()):
		default:
			if strings.Contains(c.text, "trừ ") && c.scored {
				t.why = "Có trừ điểm, nhưng chưa hiểu dòng: “" + shorten(c.raw) + "”."
			}
			if of != "" {
				t.why = "Có trừ điểm, nhưng chưa hiểu dòng: “" + shorten(c.raw) + "”."
			}
			return nil
		}
	}
	if of == "" || !each.IsPositive() || figures.MatchString(of) {
		return nil
	}
	return t.steps(each, of)
}

func (t *texts) steps(each decimal.Decimal, of string) scoring.Rule {
	rule := &scoring.Bands{Else: t.leaf.Max}
	left := t.leaf.Max
	for n := int64(1); left.IsPositive(); n++ {
		if n > maxDeductions {
			t.why = "Trừ điểm quá nhiều bậc."
			return nil
		}
		left = decimal.Max(left.Sub(each), decimal.Zero)
		rule.Steps = append([]scoring.Band{{From: decimal.NewNullDecimal(decimal.NewFromInt(n)), Points: left}}, rule.Steps...)
	}
	if !strings.HasPrefix(of, "số ") {
		of = "số " + of
	}
	rule.Number = t.askNumber("a", of)
	t.infer("Trừ điểm từ điểm tối đa cho đến hết; được ghi thành các bậc theo số lượng.")
	return rule
}
