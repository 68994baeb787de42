package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"cchc/scoring/pattern"
)

// clause is one thing that a decision says: mostly a line, or a part of one that ends in points of its own.
type clause struct {
	raw    string // as it was written, tidied
	text   string // folded, without the mark before it
	mark   string // "(1)", "a)", "-", or ""
	head   string // raw without mark and tail
	points decimal.Decimal
	scored bool // it ends in points
	upTo   bool // these are the most that it gives: "tối đa 1 điểm"
	iffy   bool // it began with "Nếu", which the head does not have any more
}

// low is the head, folded.
func (c clause) low() string { return strings.ToLower(c.head) }

// figure is a number of points, or a part of the maximum.
const figure = `(\d+(?:[.,]\d+)?)`

// pointsOf are points with their unit: the figure, a sign of per cent, the words.
const pointsOf = figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm|đ)?`

var tails = []*pattern.Pattern{
	pattern.Of(`(?i)^(.*?)[ ]*[:=][ ]*(?:được |đạt |tính |chấm |cộng |thêm |là )*(?:tối đa )?(?:là )?` + pointsOf + `[ .;,]*$`),
	pattern.Of(`(?i)^(.*?)[ ,]+(?:thì )?(?:được |đạt |chấm |tính |cộng |cho )+(?:tối đa )?` + pointsOf + `[ .;,]*$`),
	pattern.Of(`(?i)^(.*?)[ ]*\([ ]*` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm|đ)[ ]*\)[ .;,:]*$`),
	pattern.Of(`(?i)^(.*?)[ ]*[-.,;][ ]+` + pointsOf + `[ .;,]*$`),
	pattern.Of(`(?i)^(.*?)[ ]+(?:thì )?` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm)[ .;,]*$`),
	pattern.Of(`^(.*?\pL)[ ]+(\d,\d{1,2})()()[ .;,]*$`),
}

// fronts are points that stand before what they are given for.
var fronts = []*pattern.Pattern{
	pattern.Of(`(?i)^` + figure + `[ ]*()(điểm|đ)[ ]*[:=-][ ]*(?:nếu |khi |đối với )?(.+)$`),
	pattern.Of(`(?i)^(?:(?:chấm|được|đạt|tính|cho)[ ]+)?` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm)[ ]*[:,]?[ ]*(?:nếu|khi|đối với|cho|/)[ ]*(.+)$`),
}

// words are tails that say points without a figure.
var wordTails = []struct {
	shape *pattern.Pattern
	full  bool
}{
	{pattern.Of(`(?i)^(.*?)(?:[ ]*[:=,]|[ ]+(?:thì|được|đạt))[ ]*(?:được |đạt |tính |chấm |cho )*(?:điểm tối đa|điểm chuẩn|tối đa điểm|trọn điểm|đủ điểm|toàn bộ số điểm)[ .;,]*$`), true},
	{pattern.Of(`(?i)^(.*?)(?:[ ]*[:=,]|[ ]+thì|[ ])[ ]*(?:không có điểm|không được điểm|không được tính điểm|không điểm|không tính điểm|không chấm điểm|không cho điểm)[ .;,]*$`), false},
}

// cut takes points off a clause's end, or its beginning.
func (c *clause) cut(max decimal.Decimal) {
	if !c.cutFront(max) && !c.cutTail(max) {
		c.cutWords(max)
	}
	if found := supposed.FindString(c.head); c.scored && found != "" {
		c.head, c.iffy = c.head[len(found):], true
	}
	if strings.EqualFold(c.head, "thì") {
		c.head = ""
	}
}

// supposed is how a line begins that says a condition where others only say the thing.
var supposed = pattern.Of(`(?i)^nếu[ ,]+`)

func (c *clause) cutFront(max decimal.Decimal) bool {
	for _, front := range fronts {
		found := front.FindStringSubmatch(c.head)
		if found == nil || upToNow.MatchString(found[4]) {
			continue
		}
		if points, ok := parseNumber(found[1]); ok {
			if found[2] == "%" {
				points = points.Mul(max).Div(hundred)
			}
			c.head, c.points, c.scored = strings.TrimRight(found[4], " :;,.-"), points, true
			return true
		}
	}
	return false
}

// upToNow are words behind points that only say how they are given.
var upToNow = pattern.Of(`(?i)^(?:tối đa|không quá)`)

var upTo = pattern.Of(`(?i)tối đa[ ]+(?:là )?` + figure + `[ ]*(?:điểm|đ)?[ .;,]*$`)

// cutTail takes points off the end. A percentage without the word điểm is no number of points.
func (c *clause) cutTail(max decimal.Decimal) bool {
	for _, tail := range tails {
		found := tail.FindStringSubmatch(c.head)
		if found == nil {
			continue
		}
		points, ok := parseNumber(found[2])
		if !ok || found[3] == "%" && found[4] == "" {
			return true
		}
		if found[3] == "%" {
			points = points.Mul(max).Div(hundred)
		}
		if points.GreaterThan(max) && figures.MatchString(lastLetter(found[1])) {
			continue // a name such as ISO 9001:2015
		}
		c.upTo = upTo.MatchString(c.head)
		c.head, c.points, c.scored = strings.TrimRight(found[1], " :;,.-"), points, true
		return true
	}
	return false
}

// unsettled says that "không tính điểm" may mean that nothing is scored: where nothing came up.
var unsettled = pattern.Of(`(?i)phát sinh.*không (?:tính|chấm) điểm`)

func (c *clause) cutWords(max decimal.Decimal) {
	for _, tail := range wordTails {
		if found := tail.shape.FindStringSubmatch(c.head); found != nil && !unsettled.MatchString(c.head) {
			c.head, c.scored = strings.TrimRight(found[1], " :;,.-"), true
			if tail.full {
				c.points = max
			}
			return
		}
	}
}

var latex = strings.NewReplacer(`\text{`, "", `\times`, "×", `\frac`, "", "$", "", "{", "", "}", "", `\%`, "%", "**", "", "<p>", "\n", "</p>", "\n", "<br>", "\n", "<br/>", "\n",
	"<i>", "", "</i>", "", "<b>", "", "</b>", "", "<u>", "", "</u>", "")

// Plain is a text without the marks that machines leave in what they recognise: of formulas and of pages.
func Plain(text string) string { return strings.TrimSpace(latex.Replace(text)) }

var (
	markShape = pattern.Of(`^(\(\d{1,2}\)|\d{1,2}\)|\d{1,2}\.[ ]|[a-zđ]\.[ ]|[ivx]{1,4}\)|[a-zđ]\)|\([a-zđ]\)|[-+*•·▪●○➢✓]+)[ ]*`)
	levelMark = pattern.Of(`(?i)^mức (?:độ )?(?:\d{1,2}|[IVX]{1,4})[ ]*[:.-][ ]*`)
)

// clausesOf takes a text apart.
func clausesOf(text string, max decimal.Decimal) []clause {
	var all []clause
	for _, line := range linesOf(text) {
		for _, part := range parts(line) {
			c := clause{raw: part, head: part}
			if found := markShape.FindString(part); found != "" && !minus(part) && holdsWords(part[len(found):]) {
				c.mark, c.head = strings.TrimSpace(found), part[len(found):]
			}
			if rest := c.head[len(levelMark.FindString(c.head)):]; holdsWords(rest) {
				c.head = rest
			}
			if c.text = strings.ToLower(c.head); strings.Trim(c.text, " .;,:") == "" {
				continue
			}
			c.cut(max)
			all = append(all, c)
		}
	}
	return all
}

// holdsWords says that what is left of a line without its mark is more than a figure.
func holdsWords(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || strings.ContainsRune("<>≥≤(=\"", r) || unicode.IsDigit(r) && strings.IndexFunc(rest, unicode.IsLetter) >= 0 || percentFirst.MatchString(rest)
}

// minus says that what looks like the mark of a list is the sign of a number.
func minus(text string) bool {
	return len(text) > 1 && text[0] == '-' && unicode.IsDigit(rune(text[1]))
}
