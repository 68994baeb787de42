package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// clause is one thing that a decision says: mostly a line, or a part of one that ends in points of its own.
type clause struct {
	raw    string // as it was written, tidied
	text   string // folded, without the mark before it
	mark   string // "(1)", "a)", "-", or ""
	head   string // raw without mark and tail
	points decimal.Decimal
	scored bool // it ends in points
	own    bool // it begins a line of its own
}

// low is the head, folded.
func (c clause) low() string { return strings.ToLower(c.head) }

// figure is a number of points, or a part of the maximum.
const figure = `(\d+(?:[.,]\d+)?)`

var tails = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^(.*?)[ ]*[:=][ ]*(?:được |đạt |tính |chấm |cộng |là )*(?:tối đa )?(?:là )?` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm|đ)?[ .;,]*$`),
	regexp.MustCompile(`(?i)^(.*?)[ ,]+(?:thì )?(?:được |đạt |chấm |tính |cộng |cho )+(?:tối đa )?` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm|đ)?[ .;,]*$`),
	regexp.MustCompile(`(?i)^(.*?)[ ]*\([ ]*` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm|đ)[ ]*\)[ .;,]*$`),
	regexp.MustCompile(`(?i)^(.*?)[ ]*[-.,;][ ]+` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm|đ)?[ .;,]*$`),
	regexp.MustCompile(`(?i)^(.*?)[ ]+` + figure + `[ ]*(%)?[ ]*(?:số )?(điểm tối đa|điểm chuẩn|điểm)[ .;,]*$`),
}

// fronts are points that stand before what they are given for.
var fronts = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^` + figure + `[ ]*()(điểm|đ)[ ]*[:=-][ ]*(?:nếu |khi |đối với )?(.+)$`),
	regexp.MustCompile(`(?i)^(?:chấm|được|đạt|tính|cho)[ ]+` + figure + `[ ]*(%)?[ ]*(điểm tối đa|điểm)[ ]*[:,]?[ ]*(?:nếu|khi|đối với)[ ]+(.+)$`),
}

// words are tails that say points without a figure.
var wordTails = []struct {
	shape *regexp.Regexp
	full  bool
}{
	{regexp.MustCompile(`(?i)^(.*?)(?:[ ]*[:=,]|[ ]+(?:thì|được))[ ]*(?:được |đạt |tính |chấm |cho )*(?:điểm tối đa|điểm chuẩn|tối đa điểm|trọn điểm|đủ điểm)[ .;,]*$`), true},
	{regexp.MustCompile(`(?i)^(.*?)(?:[ ]*[:=,]|[ ]+thì)[ ]*(?:không có điểm|không được điểm|không điểm|không tính điểm|không chấm điểm)[ .;,]*$`), false},
}

// cut takes points off a clause's end, or its beginning. A percentage without the word điểm is no number of points.
func (c *clause) cut(max decimal.Decimal) {
	for _, front := range fronts {
		if found := front.FindStringSubmatch(c.head); found != nil {
			if points, ok := parseNumber(found[1]); ok {
				if found[2] == "%" {
					points = points.Mul(max).Div(hundred)
				}
				c.head, c.points, c.scored = strings.TrimRight(found[4], " :;,.-"), points, true
				return
			}
		}
	}
	for _, tail := range tails {
		found := tail.FindStringSubmatch(c.head)
		if found == nil {
			continue
		}
		points, ok := parseNumber(found[2])
		if !ok || found[3] == "%" && found[4] == "" {
			return
		}
		if found[3] == "%" {
			points = points.Mul(max).Div(hundred)
		}
		if points.GreaterThan(max) && figures.MatchString(lastLetter(found[1])) {
			continue // a name such as ISO 9001:2015
		}
		c.head, c.points, c.scored = strings.TrimRight(found[1], " :;,.-"), points, true
		return
	}
	for _, tail := range wordTails {
		if found := tail.shape.FindStringSubmatch(c.head); found != nil {
			c.head, c.scored = strings.TrimRight(found[1], " :;,.-"), true
			if tail.full {
				c.points = max
			}
			return
		}
	}
}

func lastLetter(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

var latex = strings.NewReplacer(`\text{`, "", `\times`, "×", `\frac`, "", "$", "", "{", "", "}", "", `\%`, "%", "**", "", "<p>", "\n", "</p>", "\n", "<br>", "\n", "<br/>", "\n",
	"<i>", "", "</i>", "", "<b>", "", "</b>", "", "<u>", "", "</u>", "")

// Plain is a text without the marks that machines leave in what they recognise: of formulas and of pages.
func Plain(text string) string { return strings.TrimSpace(latex.Replace(text)) }

var markShape = regexp.MustCompile(`^(\(\d{1,2}\)|\d{1,2}\)|[a-zđ]\)|\([a-zđ]\)|[-+*•·▪●○➢✓]+)[ ]*`)

// clausesOf takes a text apart.
func clausesOf(text string, max decimal.Decimal) []clause {
	var all []clause
	for _, line := range strings.Split(strings.ReplaceAll(latex.Replace(text), "\r\n", "\n"), "\n") {
		for i, part := range parts(tidy(line)) {
			c := clause{raw: part, head: part, own: i == 0}
			if found := markShape.FindString(part); found != "" && !minus(part) {
				c.mark, c.head = strings.TrimSpace(found), part[len(found):]
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

// minus says that what looks like the mark of a list is the sign of a number.
func minus(text string) bool {
	return len(text) > 1 && text[0] == '-' && unicode.IsDigit(rune(text[1]))
}

var partEnd = regexp.MustCompile(`(?i)(?:[:=][ ]*|(?:được|đạt)[ ]+)\d+(?:[.,]\d+)?[ ]*(?:điểm|đ|%[ ]*(?:số )?điểm(?: tối đa)?)?(?:[ ]*[;.,][ ]+|[ ]+)`)

// parts divides a line after each number of points with which something new begins.
func parts(line string) []string {
	var all []string
	from := 0
	for _, found := range partEnd.FindAllStringIndex(line, -1) {
		rest := line[found[1]:]
		if found[0] < from || !beginsPart(rest, line[found[0]:found[1]]) {
			continue
		}
		all = append(all, strings.TrimSpace(line[from:found[1]]))
		from = found[1]
	}
	return append(all, strings.TrimSpace(line[from:]))
}

// beginsPart says that what follows points is something new: after a semicolon, with a mark or a capital letter.
func beginsPart(rest, ended string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.HasSuffix(strings.TrimSpace(ended), ";") && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("<>≥≤", r)) ||
		unicode.IsUpper(r) || markShape.MatchString(rest) && strings.ContainsRune("-+•(", r)
}
