package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// starts are where a line says something new: with a capital, or behind a stop, or a letter that is explained.
var starts = pattern.Of(`(?:^|[.;,:] ?| )((?:Trong đó|Nếu|Trường hợp|Khi|Với|Trong năm|Trong kỳ|Không có|Không phát sinh|Đơn vị không|Ví dụ|Ghi chú|Riêng|Đối với)[ :,]|[a-zA-Z] ?(?:là|:|=) ?\pL)|[.;] ?((?:trong đó|nếu|trường hợp|khi|trong năm|không có|không phát sinh|riêng|đối với)[ :,])|, ?(trong đó[ :,])`)

// piecesOf divides a clause into what it says one after the other: the formula, the legend, conditions.
func piecesOf(c clause) []string {
	text := c.raw
	if c.mark != "" {
		text = strings.TrimSpace(strings.TrimPrefix(text, c.mark))
	}
	var all []string
	from := 0
	for _, at := range starts.FindAllStringSubmatchIndex(text, -1) {
		start := max(at[2], at[4], at[6])
		if piece := strings.TrimSpace(text[from:start]); piece != "" {
			all = append(all, piece)
		}
		from = start
	}
	return append(all, strings.TrimSpace(text[from:]))
}

const (
	letterOver  = `\(? ?([a-z]) ?/ ?([a-z]) ?\)?`
	signOfTimes = ` ?(?:\*|×|x|·|nhân với|nhân) ?`
	aFigure     = `(\d+(?:[.,]\d+)?) ?(%)?`
	wholePoints = `(?:số )?(?:điểm tối đa|điểm chuẩn|tổng điểm|thang điểm|điểm)(?: của (?:tiêu chí|tiêu chí thành phần|mục)(?: này| thành phần này)?)?`
)

var (
	lead       = pattern.Of(`^(?:(?:tính )?(?:điểm|điểm số|điểm đánh giá|số điểm|kết quả|cách tính|điểm đạt được|điểm cụ thể)? ?(?:được |đánh giá )*(?:tính |chấm |xác định )?(?:bằng |theo )?(?:công thức|như sau)?(?: sau| như sau)? ?[:=]? ?)+`)
	plainShape = pattern.Of(`^` + letterOver + signOfTimes + `(?:` + aFigure + `|` + wholePoints + `)(?: điểm)?$`)
	termShape  = pattern.Of(`^\(? ?([a-z]) ?/ ?([a-z]) ?\)?(?:` + signOfTimes + aFigure + `)?$`)
	innerShape = pattern.Of(`^\(([^()/]*)\) ?/ ?([a-z])$`)
	partShape  = pattern.Of(`^([a-z])(?:` + signOfTimes + aFigure + `)?$`)
	scaleShape = pattern.Of(`^(.*?)` + signOfTimes + `(?:` + aFigure + `|` + wholePoints + `)(?: điểm)?$`)
	wordsShape = pattern.Of(`^\(? ?([\pL][^/()]{2,200}?) ?/ ?([\pL][^/()]{2,200}?) ?\)?` + signOfTimes + `(?:` + aFigure + `|` + wholePoints + `)(?: điểm)?$`)
	quotient1  = pattern.Of(`(?:^|[^\pL])[a-z] ?/ ?[a-z](?:[^\pL]|$)|\) ?/ ?[a-z](?:[^\pL]|$)`)
)

// isFormula says that a piece has a quotient that is multiplied, and is no condition.
func (f *formula) isFormula(low string) bool {
	if thresholdShape.MatchString(low) || strings.HasPrefix(low, "nếu") || strings.HasPrefix(low, "trường hợp") {
		return false
	}
	body := strip(low)
	said := strings.Contains(low, "công thức") || strings.Contains(low, "=")
	words := wordsShape.FindStringSubmatch(body)
	return quotient1.MatchString(low) || said && toldShape.MatchString(body) ||
		words != nil && (said || strings.Contains(low, "tỷ lệ") || strings.HasPrefix(low, "(") || counted.MatchString(words[1]) && counted.MatchString(words[2]))
}

// strip takes off what leads to a formula, and what ends its sentence.
func strip(low string) string {
	low = strings.Trim(low, " .;,:")
	if at := strings.LastIndex(low, "công thức"); at >= 0 {
		low = low[at:]
	} else if at := strings.Index(low, "="); at >= 0 {
		low = low[at+1:]
	}
	low = unwrap(strings.Trim(strings.TrimSpace(lead.ReplaceAllString(low, "")), " .;,:"))
	if rest, found := strings.CutPrefix(low, "tỷ lệ "); found && (strings.HasPrefix(rest, "(") || quotient1.MatchString(rest) || counted.MatchString(rest)) {
		low = unwrap(rest)
	}
	if found := scaledInside.FindStringSubmatch(low); found != nil {
		return "(" + found[1] + "/" + found[5] + ")" + found[2]
	}
	if found := scaledFirst.FindStringSubmatch(low); found != nil {
		return found[2] + " x " + found[1]
	}
	return low
}

// unwrap takes off brackets around the whole.
func unwrap(text string) string {
	for strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		depth := 0
		for i, r := range text {
			switch r {
			case '(':
				depth++
			case ')':
				depth--
			}
			if depth == 0 && i < len(text)-1 {
				return text
			}
		}
		text = strings.TrimSpace(text[1 : len(text)-1])
	}
	return text
}

// take accounts for one piece.
func (f *formula) take(piece string) bool {
	low := strings.ToLower(piece)
	switch trimmed := strings.Trim(low, " .;,:"); {
	case trimmed == "" || trimmed == "trong đó" || trimmed == "với":
		return true
	case f.takeThreshold(trimmed), f.takeZero(trimmed), f.takeLegend(piece):
		return true
	case f.isFormula(low):
		return !f.found && f.takeHead(low) && f.takeFormula(strip(low))
	}
	return f.takeBelow(piece) || f.takeLevel(piece)
}

// takeHead accounts for what stands before a formula: nothing that says a figure but the ratio from which it holds.
func (f *formula) takeHead(low string) bool {
	head, _, found := strings.Cut(low, "công thức")
	if !found || !figures.MatchString(head) {
		return true
	}
	e, ok := edgesOf(head)
	if !ok || !e.percent || !e.lower.set || e.lower.open || figures.MatchString(e.rest) {
		return false
	}
	f.from = decimal.NewNullDecimal(e.lower.value)
	return true
}

// takeBelow takes a line that gives nothing below a ratio: "Dưới 70% …: 0".
func (f *formula) takeBelow(piece string) bool {
	c := clause{head: strings.TrimLeft(piece, "-+• ")}
	c.cut(f.leaf.Max)
	e, ok := edgesOf(c.low())
	if !c.scored || !c.points.IsZero() || !ok || f.atLeast.Valid || !e.percent || e.lower.set || !e.upper.open || figures.MatchString(e.rest) {
		return false
	}
	f.atLeast = decimal.NewNullDecimal(e.upper.value)
	return true
}

var legendShape = pattern.Of(`^([a-zA-Z]) ?(?:là|:|=) ?(.+)$`)

// sentences are words that no label has: what is explained has ended, and more is said.
var sentences = pattern.Of(`(?i)\. ?\p{Lu}|(?:^| )(?:thì|nếu|không đánh giá|điểm tối đa|không tính|được \d)(?: |$)|= ?\d`)

// takeLegend takes "a là tổng số …".
func (f *formula) takeLegend(piece string) bool {
	found := legendShape.FindStringSubmatch(strings.Trim(piece, " .;,"))
	if found == nil {
		return false
	}
	letter := strings.ToLower(found[1])
	if _, twice := f.labels[letter]; twice || sentences.MatchString(found[2]) || quotient1.MatchString(strings.ToLower(found[2])) {
		return false
	}
	f.labels[letter] = found[2]
	return true
}

var thresholdShape = pattern.Of(`^(?:nếu |trường hợp |khi )?(?:mà )?(?:tỷ lệ |tỉ lệ |tỷ số )?(?:\(?[a-z] ?/ ?[a-z]\)? ?|đạt |này |thực hiện |hoàn thành )*(?:<|dưới|nhỏ hơn|thấp hơn|không đạt|chưa đạt) ?(\d+(?:[.,]\d+)?) ?(%)?(?: (số điểm tối đa|điểm tối đa))?[ ,:]*(?:thì )?(?:số )?(?:điểm )?(?:đánh giá |đạt được |tiêu chí này |của tiêu chí này )*(?:là|=|:|bằng|được|đạt|tính|chấm)? ?(?:0(?:[.,]0+)?(?: điểm)?|không điểm|không tính điểm|không có điểm|không được tính điểm)$`)

// takeThreshold takes "Nếu tỷ lệ b/a < 0,8 thì điểm đánh giá là 0."
func (f *formula) takeThreshold(low string) bool {
	found := thresholdShape.FindStringSubmatch(low)
	if found == nil || f.atLeast.Valid {
		return false
	}
	d, ok := parseNumber(found[1])
	one := decimal.NewFromInt(1)
	switch {
	case !ok:
		return false
	case found[2] == "%" && d.LessThan(one):
		f.correct("Nguồn ghi “" + found[1] + "%” bên cạnh tỷ lệ; lấy tỷ lệ tối thiểu là " + expr.FormatNumber(d.Mul(hundred)) + "%.")
	case found[2] == "%":
		d = d.Div(hundred)
	case d.GreaterThan(one):
		return false
	case found[3] != "":
		f.infer("Lấy tỷ lệ tối thiểu là " + expr.FormatNumber(d.Mul(hundred)) + "%.")
	}
	f.atLeast = decimal.NewNullDecimal(d)
	return true
}

var zeroShape = pattern.Of(`^(?:trường hợp |nếu |khi |với |trong năm |trong kỳ |đơn vị |mà )*([a-z] ?= ?0|mẫu số (?:bằng|=) 0|không (?:có|phát sinh) [^:.]{0,200}?)[ ,:]*(?:thì )?(?:được |đơn vị |điểm đánh giá |điểm )*(?:là |tính |đạt |chấm |cho |bằng )*(không đánh giá|điểm tối đa|tối đa|đạt tối đa|0 điểm|0|không điểm)$`)

// takeZero takes "Trường hợp a = 0 thì đạt điểm tối đa."
func (f *formula) takeZero(low string) bool {
	found := zeroShape.FindStringSubmatch(low)
	if found == nil || f.zero != "" {
		return false
	}
	switch found[2] {
	case "không đánh giá":
		f.zero = kinds.ZeroNotAssessed
	case "0 điểm", "0", "không điểm":
		f.zero = kinds.ZeroNone
	default:
		f.zero = kinds.ZeroMax
	}
	if f.zero == kinds.ZeroNotAssessed && f.inSum {
		return false
	}
	if strings.HasPrefix(found[1], "không") {
		f.infer("“" + shorten(found[1]) + "” được hiểu là mẫu số bằng 0.")
	}
	return true
}

// takeLevel takes a line that says in points what the formula gives anyway: all of one kind.
func (f *formula) takeLevel(piece string) bool {
	c := clause{head: piece}
	if c.cut(f.leaf.Max); !c.scored || !strings.HasPrefix(strings.ToLower(piece), "tất cả") && !f.whole(c) {
		return false
	}
	f.levels = append(f.levels, c.points)
	return true
}

// whole says that a line gives the maximum for 100%.
func (f *formula) whole(c clause) bool {
	e, ok := edgesOf(c.low())
	return ok && e.all() && e.lower.set && c.points.Equal(f.leaf.Max)
}
