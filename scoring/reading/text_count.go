package reading

import (
	"slices"
	"strings"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

var (
	eachShape = pattern.Of(`^(?:cứ |với |có |thêm |01 )*(?:mỗi |cứ (?:mỗi |một |01 |1 ))(?:một |01 |1 )?([^:]+)$`)
	oneShape  = pattern.Of(`^(?:01|1|một) ([^:]+)$`)
	capShape  = pattern.Of(`(?i)^\(?(?:nhưng )?(?:tổng (?:số )?điểm |tổng cộng |điểm |cộng )?(?:tối đa không quá|tối đa|không quá|không vượt quá|không được quá)(?: là)?:? ?(\d+(?:[.,]\d+)?)? ?(?:điểm)?\)?[ .;]*$`)
	noneShape = pattern.Of(`^(?:không|chưa) `)
)

// count reads lines that give points for each of something, up to the maximum, or take some off for each.
func (t *texts) count() kinds.Rule {
	if rule := t.deduct(); rule != nil || t.why != "" {
		return rule
	}
	rule := &kinds.Count{}
	counted := ""
	for i, c := range t.clauses {
		c = t.uncapped(c)
		label := t.eachOf(c)
		switch {
		case label != "" && c.scored && c.points.IsPositive() && !strings.Contains(c.low(), "trừ") && !pointsLeft.MatchString(c.head):
			rule.Tariffs = append(rule.Tariffs, kinds.Tariff{Answer: t.tariff(i, label), Each: c.points})
			counted, _, _ = strings.Cut(strings.ToLower(label), " ")
		case counted != "" && (t.isCap(c) || c.scored && c.points.IsZero() && noneLeft(c, counted)):
		case counted != "":
			t.why = "Có điểm cho mỗi đơn vị, nhưng chưa hiểu dòng: “" + shorten(c.raw) + "”."
			return nil
		default:
			return nil
		}
	}
	if counted == "" {
		return nil
	}
	if len(rule.Tariffs) == 1 && rule.Tariffs[0].Each.Equal(t.leaf.Max) && wholly.MatchString(t.clauses[0].low()) {
		t.why = "Mỗi kỳ đã được điểm tối đa, chưa rõ cần bao nhiêu kỳ: “" + shorten(t.clauses[0].raw) + "”."
		return nil
	}
	return rule
}

// wholly are times of a year: that each of them has something is meant of all.
var wholly = pattern.Of(`mỗi (?:tháng|quý|tuần|kỳ|năm|ngày|đơn vị|cơ quan|phòng)`)

// eachOf is what a line gives points for each of; "" where it does not. "01 tin, bài: 0,1" is that only where a maximum is said.
func (t *texts) eachOf(c clause) string {
	low := strings.Trim(c.low(), " .;,")
	for _, shape := range []*pattern.Pattern{eachShape, introEach} {
		if found := shape.FindStringSubmatch(low); found != nil && !severalOf.MatchString(found[1]) {
			return ending(c.head, found[1])
		}
	}
	if found := oneShape.FindStringSubmatch(low); found != nil && slices.ContainsFunc(t.clauses, t.isCap) {
		return ending(c.head, found[1])
	}
	return ""
}

// severalOf are words that count in tens or hundredths: what each gives is not for one.
var severalOf = pattern.Of(`^\d|%`)

// introEach names what it is about before it says what each gives: "Có mô hình mới: cứ 01 mô hình".
var introEach = pattern.Of(`^[^:0-9]{3,160}[:,] ?(?:cứ |với )*(?:mỗi|cứ một|cứ 01|cứ 1) (?:một |01 |1 )?([^:]+)$`)

// ending is the end of a head, in its own letters.
func ending(head, low string) string {
	head = strings.Trim(head, " .;,")
	if letters := []rune(head); len(letters) >= len([]rune(low)) {
		return string(letters[len(letters)-len([]rune(low)):])
	}
	return low
}

// noneLeft says that a line only says that nothing is given for none, or for one of them that is not as it should be.
func noneLeft(c clause, counted string) bool {
	return noneShape.MatchString(c.text) || strings.HasPrefix(c.text, counted+" ") && (strings.Contains(c.text, " không ") || strings.Contains(c.text, " chưa "))
}

var inlineCap = pattern.Of(`(?i)[ ]*[,;(]?[ ]*(?:nhưng )?(?:tổng điểm |tổng cộng )?(?:tối đa không quá|tối đa|không quá|không vượt quá|không được quá)(?: là)? ` + figure + `[ ]*(?:điểm)?[ ]*\)?[ .;]*$`)

// uncapped takes the maximum, said once more, off a line that gives points for each.
func (t *texts) uncapped(c clause) clause {
	found := inlineCap.FindStringSubmatchIndex(c.raw)
	if found == nil || !strings.Contains(c.text, "mỗi ") && !strings.Contains(c.text, "cứ ") || found[0] == 0 {
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

func (t *texts) tariff(i int, label string) kinds.InputName {
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
