package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cchc/scoring/pattern"
)

// shares are wordings that are rewritten as what all read: parts of the maximum as a percentage of it, points for each.
var shares = []struct {
	shape *pattern.Pattern
	as    string
}{
	{pattern.Of(`(\d)[ ]*(?i:phần trăm)`), "$1%"},
	{pattern.Of(`[ ]*(?:=>|→|⇒|->)[ ]*(\d+(?:[.,]\d+)?[ ]*(?i:điểm|đ)(?:[^\pL]|$))`), ": $1"},
	{pattern.Of(`=>[ ]*(\d+(?:[.,]\d+)?[ ]*%)`), "≥ $1"},
	{pattern.Of(`(?i)(trừ (?:tối đa )?\d+(?:[.,]\d+)?)[ ]*(?:điểm|đ)[ ]*/[ ]*(?:mỗi |01 |1 |một )?(\pL)`), "$1 điểm cho mỗi $2"},
	{pattern.Of(`(?i)(\d+(?:[.,]\d+)?)[ ]*(?:điểm|đ)[ ]*/[ ]*(?:mỗi |01 |1 |một )?(\pL[\pL ]*)`), "mỗi $2: $1 điểm"},
	{pattern.Of(`(?i)([:=]|được|đạt|chấm|tính|thì|bằng|cho)[ ]*(?:1/2|một nửa|nửa)[ ]*(?:[x×*][ ]*)?(?:của )?(?:số |tổng số )?điểm(?: tối đa| chuẩn)?`), "$1 50% số điểm"},
	{pattern.Of(`(?i)([:=]|được|đạt|chấm|tính|thì|bằng|cho)[ ]*(\d+(?:[.,]\d+)?)[ ]*%[ ]*(?:[x×*]|của)[ ]*(?:số |tổng số )?điểm(?: tối đa| chuẩn)?`), "$1 $2% số điểm"},
}

// linesOf are the lines of a text, tidied; one that was only broken for want of room is joined again.
func linesOf(text string) []string {
	var lines []string
	shouted := isShouted(text)
	for _, line := range strings.FieldsFunc(strings.ReplaceAll(latex.Replace(text), "\r\n", "\n"), isLineEnd) {
		if line = tidy(line); shouted {
			line = sentenceCase(line)
		}
		for _, share := range shares {
			line = share.shape.ReplaceAllString(line, share.as)
		}
		if n := len(lines); n > 0 && broken(lines[n-1], line) {
			lines[n-1] += " " + line
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// isShouted says that a text is all in capitals: which of them begin something cannot be seen.
func isShouted(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 8
}

var (
	sentenceStart = pattern.Of(`(?:^|[.] |[-+•] ?)\pL`)
	listLetter    = pattern.Of(`^(?:\(?[A-ZĐ][).]|[IVX]{1,4}\))`)
	ordinal       = pattern.Of(`(?:^| )(?:quý|kỳ|cấp|loại|nhóm|hạng|giai đoạn) [ivx]+(?:[^\pL]|$)`)
)

// sentenceCase writes a line of capitals as others are written.
func sentenceCase(line string) string {
	line = sentenceStart.ReplaceAllStringFunc(strings.ToLower(line), strings.ToUpper)
	line = listLetter.ReplaceAllStringFunc(line, strings.ToLower)
	return ordinal.ReplaceAllStringFunc(line, func(found string) string {
		at := strings.LastIndex(found, " ")
		return found[:at] + strings.ToUpper(found[at:])
	})
}

func isLineEnd(r rune) bool { return r == '\n' || r == '\r' || r == '\v' || r == '\u2028' }

var (
	endsOpen   = pattern.Of(`[\pL\d,]$`)
	endsScored = pattern.Of(`(?i)(?:[:=]|được|đạt|thì|chấm|,)[ ]*\d+(?:[.,]\d+)?(?:[ ]*(?:điểm|đ))?$|điểm(?: tối đa| chuẩn)?$`)
	beginsNew  = pattern.Of(`^(?:[a-zđ] ?(?:là|:|=|\))|(?:trong đó|nếu|trường hợp|khi|với|dưới|trên|từ|đạt|còn|các trường hợp|mỗi|cứ|không|chưa|chậm|thiếu|có|trước|sau|trừ|hoàn thành|thực hiện|tỷ lệ|tỉ lệ|điểm|tối đa|riêng|mức)(?: |$))`)
)

// broken says that a line goes on with the one above it: that one stops in mid-sentence, without points, and this begins small with
// no word that begins a level.
func broken(above, line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r) && endsOpen.MatchString(above) && !endsScored.MatchString(above) && !strings.Contains(above, "=") && !beginsNew.MatchString(line)
}

// partEnd are points in a line behind which something new may begin.
var partEnd = pattern.Of(`(?i)(?:(?:[:=][ ]*|(?:được|đạt|chấm|tính|cộng|trừ)[ ]+)(?:tối đa )?\d{1,3}(?:[.,]\d+)?[ ]*(?:điểm|đ|%[ ]*(?:số )?điểm)?(?: tối đa| chuẩn)?` +
	`|[.][ ]+\d[.,]\d{1,2}` +
	`|[ ][-–][ ]*\d+(?:[.,]\d+)?[ ]*(?:điểm|đ)` +
	`|theo (?:tỷ lệ|tỉ lệ)(?: %| phần trăm)?(?: tương ứng| hoàn thành| thực tế| đạt được| thực hiện)*` +
	`|\([ ]*\d+(?:[.,]\d+)?[ ]*(?:điểm|đ)[ ]*\)` +
	`|(?:[:=,]|thì|được|đạt)[ ]*(?:điểm tối đa|điểm chuẩn|tối đa điểm|trọn điểm|đủ điểm)` +
	`|không (?:có |được |được tính |tính |chấm |cho )?điểm` +
	`|[ ]0(?:[.,]0+)?[ ]*điểm)(?:[ ]*[;.,][ ]*|[ ]+)`)

// partStart are points before what they are given for, in mid-line.
var partStart = pattern.Of(`(?i)[;,.][ ]+(\d+(?:[.,]\d+)?[ ]*(?:điểm|đ)[ ]*(?:nếu|khi|đối với|:))`)

// parts divides a line after each number of points with which something new begins, and before points that stand first.
func parts(line string) []string {
	var all []string
	if at := partStart.FindStringSubmatchIndex(line); at != nil {
		return append(parts(strings.TrimSpace(line[:at[2]])), parts(line[at[2]:])...)
	}
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

// percentFirst is a range that begins with a percentage: no decimals behind a comma.
var percentFirst = pattern.Of(`^\d+(?:[.,]\d+)?[ ]*%`)

// beginsPart says that what follows points is something new: it stands behind a semicolon, has a mark or a capital letter, or
// comes behind a comma and has points of its own.
func beginsPart(rest, ended string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	low := strings.ToLower(rest)
	blank := strings.HasSuffix(ended, " ")
	switch ended = strings.TrimSpace(ended); {
	case rest == "" || strings.HasPrefix(low, "điểm"):
		return false
	case strings.HasSuffix(ended, ";"):
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("<>≥≤+-(", r)
	case blank && (unicode.IsUpper(r) || markShape.MatchString(rest) && strings.ContainsRune("-+•(", r)):
		return true
	case strings.HasSuffix(ended, ",") && blank:
		return (unicode.IsLower(r) || percentFirst.MatchString(rest) || strings.ContainsRune("<>≥≤", r)) && hasPoints(rest)
	}
	return false
}

// hasPoints says that a text gives points somewhere.
func hasPoints(text string) bool {
	if partEnd.MatchString(text + " ") {
		return true
	}
	c := clause{head: text}
	c.cut(hundred)
	return c.scored
}

func lastLetter(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}
