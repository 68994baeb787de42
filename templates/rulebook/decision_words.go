package rulebook

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/pattern"
	"cchc/scoring/reading"
)

// isCounting says that a row only numbers the columns: (1) (2) (3), or A B 1 2.
func isCounting(cells []string) bool {
	n := 0
	for i, cell := range cells {
		text := strings.Trim(cell, " ()[]")
		if text == "" {
			continue
		}
		if n++; text != strconv.Itoa(n) && text != strconv.Itoa(i+1) && !(n <= 2 && (text == "A" || text == "B")) {
			return false
		}
	}
	return n >= 3
}

var totalShape = pattern.Of(`^(tổng cộng|tổng điểm|tổng số điểm|cộng|tổng số|tổng)( \(.*\))?$`)

var pointsShape = pattern.Of(`^(?:tối đa )?(\d+(?:[.,]\d+)?)(?: ?(?:điểm|đ))?\.?$`)

// pointsText reads the points of a cell: "1,5", "1,5 điểm".
func pointsText(text string) (decimal.Decimal, bool) {
	found := pointsShape.FindStringSubmatch(fold(text))
	if found == nil {
		return decimal.Zero, false
	}
	return reading.Number(found[1])
}

var (
	listBegins = pattern.Of(`[:.] ?((?:\(1\)|1\)|a\)) )`)
	dashBegins = pattern.Of(`: ?([-+•] )`)
)

// nameAndText parts a cell that holds a name and the rule below it.
func nameAndText(cell string) (name string, text []string) {
	lines := strings.Split(strings.ReplaceAll(cell, "\r\n", "\n"), "\n")
	name = strings.TrimSpace(lines[0])
	rest := lines[1:]
	for len(rest) > 0 && goesOn(rest[0]) {
		name, rest = name+" "+strings.TrimSpace(rest[0]), rest[1:]
	}
	for _, shape := range []*pattern.Pattern{listBegins, dashBegins} {
		if at := shape.FindStringSubmatchIndex(name); at != nil {
			rest = append([]string{name[at[2]:]}, rest...)
			name = name[:at[0]]
			break
		}
	}
	for _, line := range rest {
		if strings.TrimSpace(line) != "" {
			text = append(text, strings.TrimSpace(line))
		}
	}
	return strings.Join(strings.Fields(strings.TrimRight(name, " .:;")), " "), text
}

// goesOn says that a line goes on with the name above it: it begins small and ends in no points.
func goesOn(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" {
		return false
	}
	first := []rune(line)[0]
	return strings.ToLower(string(first)) == string(first) && strings.ToUpper(string(first)) != string(first) && !strings.ContainsAny(line, ":=")
}

// loosePoints are points within a name, but for what stands in brackets.
var (
	loosePoints = pattern.Of(`(?:[^\d][:=][ ]*|\.[ ]+)\d+(?:[.,]\d+)?(?:[ ]*điểm)?(?:[ .;,]|$)`)
	asides      = pattern.Of(`\([^()]*\)`)
)

var nameTail = pattern.Of(`^(.*?)[ ]*[:(-][ ]*(\d+(?:[.,]\d+)?)[ ]*(?:điểm)?[ ]*\)?$`)

// withoutPoints takes off a name the points that it repeats.
func withoutPoints(name string, max decimal.NullDecimal) string {
	found := nameTail.FindStringSubmatch(name)
	if found == nil || !max.Valid {
		return name
	}
	if d, ok := reading.Number(found[2]); ok && d.Equal(max.Decimal) {
		return strings.TrimRight(found[1], " :-(")
	}
	return name
}
