package reading

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// formula reads a formula with what stands around it: (b/a) × điểm tối đa, (b/a × 1 + c/a × 0,5), or a quotient of words; the legend
// of its letters, the ratio under which there are no points, and what holds where a = 0.
func (t *texts) formula() scoring.Rule {
	f := &formula{texts: t, labels: map[string]string{}}
	for _, c := range t.clauses {
		f.pieces = append(f.pieces, piecesOf(c)...)
	}
	if !slices.ContainsFunc(f.pieces, func(p string) bool { return f.isFormula(strings.ToLower(p)) }) {
		return nil
	}
	for _, piece := range f.pieces {
		if !f.take(piece) {
			t.why = "Có công thức, nhưng chưa hiểu: “" + shorten(piece) + "”."
			return nil
		}
	}
	return f.rule()
}

// formula is what was found of one.
type formula struct {
	*texts
	pieces  []string
	terms   []term
	of      string // a letter, or "" where the quotient is of words
	words   [2]string
	labels  map[string]string // of letters
	atLeast decimal.NullDecimal
	zero    scoring.ZeroRule
	scale   decimal.NullDecimal // what the whole is multiplied by, in points
	levels  []decimal.Decimal   // points of lines that only illustrate the formula
	from    decimal.NullDecimal // the ratio from which it is said to hold
	found   bool
}

// term is one part over the whole, with its weight in points or as a factor.
type term struct {
	letter string
	weight decimal.NullDecimal
}

// starts are where a line says something new: with a capital, or behind a stop, or a letter that is explained.
var starts = regexp.MustCompile(`(?:^|[.;,:] ?| )((?:Trong đó|Nếu|Trường hợp|Khi|Với)[ :,]|[a-zA-Z] ?(?:là|:|=) ?\pL)|[.;] ?((?:trong đó|nếu|trường hợp|khi)[ :,])`)

// piecesOf divides a clause into what it says one after the other: the formula, the legend, conditions.
func piecesOf(c clause) []string {
	text := c.raw
	if c.mark != "" {
		text = strings.TrimSpace(strings.TrimPrefix(text, c.mark))
	}
	var all []string
	from := 0
	for _, at := range starts.FindAllStringSubmatchIndex(text, -1) {
		start := max(at[2], at[4])
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
	lead       = regexp.MustCompile(`^(?:(?:tính )?(?:điểm|điểm số|điểm đánh giá|số điểm|kết quả|cách tính|điểm đạt được|điểm cụ thể)? ?(?:được |đánh giá )*(?:tính |chấm |xác định )?(?:bằng |theo )?(?:công thức|như sau|tỷ lệ)?(?: sau| như sau)? ?[:=]? ?)+`)
	plainShape = regexp.MustCompile(`^` + letterOver + signOfTimes + `(?:` + aFigure + `|` + wholePoints + `)(?: điểm)?$`)
	termShape  = regexp.MustCompile(`^\(? ?([a-z]) ?/ ?([a-z]) ?\)?(?:` + signOfTimes + aFigure + `)?$`)
	innerShape = regexp.MustCompile(`^\(([^()/]*)\) ?/ ?([a-z])$`)
	partShape  = regexp.MustCompile(`^([a-z])(?:` + signOfTimes + aFigure + `)?$`)
	scaleShape = regexp.MustCompile(`^(.*?)` + signOfTimes + `(?:` + aFigure + `|` + wholePoints + `)(?: điểm)?$`)
	wordsShape = regexp.MustCompile(`^\(? ?([\pL][^/()]{2,200}?) ?/ ?([\pL][^/()]{2,200}?) ?\)?` + signOfTimes + `(?:` + aFigure + `|` + wholePoints + `)(?: điểm)?$`)
	quotient1  = regexp.MustCompile(`(?:^|[^\pL])[a-z] ?/ ?[a-z](?:[^\pL]|$)|\) ?/ ?[a-z](?:[^\pL]|$)`)
)

// isFormula says that a piece has a quotient that is multiplied, and is no condition.
func (f *formula) isFormula(low string) bool {
	if thresholdShape.MatchString(low) || strings.HasPrefix(low, "nếu") || strings.HasPrefix(low, "trường hợp") {
		return false
	}
	return quotient1.MatchString(low) || wordsShape.MatchString(strip(low)) && (strings.Contains(low, "công thức") || strings.Contains(low, "tỷ lệ") || strings.Contains(low, "=") || strings.HasPrefix(low, "("))
}

// strip takes off what leads to a formula, and what ends its sentence.
func strip(low string) string {
	low = strings.Trim(low, " .;,:")
	if at := strings.LastIndex(low, "công thức"); at >= 0 {
		low = low[at:]
	} else if at := strings.Index(low, "="); at >= 0 {
		low = low[at+1:]
	}
	low = strings.TrimSpace(lead.ReplaceAllString(low, ""))
	return unwrap(strings.Trim(low, " .;,:"))
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

func (f *formula) takeFormula(body string) bool {
	f.found = true
	switch {
	case f.plain(body), f.weighted(body), f.scaled(body), f.quoted(body):
		return true
	}
	return false
}

// plain takes (b/a) × điểm tối đa, and b/a alone where the sentence says that it is multiplied.
func (f *formula) plain(body string) bool {
	found := plainShape.FindStringSubmatch(body)
	if found == nil {
		return false
	}
	f.terms, f.of = []term{{letter: found[1]}}, found[2]
	f.scale = factor(found[3], found[4])
	return true
}

func factor(figure, percent string) decimal.NullDecimal {
	d, ok := parseNumber(figure)
	if !ok {
		return decimal.NullDecimal{}
	}
	if percent == "%" {
		d = d.Div(hundred)
	}
	return decimal.NewNullDecimal(d)
}

// weighted takes (b/a) × 1 + (c/a) × 0,5: the weights are points.
func (f *formula) weighted(body string) bool {
	parts := strings.Split(body, "+")
	var terms []term
	of := ""
	for _, part := range parts {
		found := termShape.FindStringSubmatch(unwrap(strings.TrimSpace(part)))
		if found == nil || of != "" && of != found[2] {
			return false
		}
		of = found[2]
		terms = append(terms, term{found[1], factor(found[3], found[4])})
	}
	if len(terms) < 2 {
		return false
	}
	for i := range terms {
		if !terms[i].weight.Valid {
			terms[i].weight = decimal.NewNullDecimal(f.leaf.Max)
		}
		terms[i].weight.Decimal = terms[i].weight.Decimal.DivRound(f.leaf.Max, 6)
	}
	f.terms, f.of, f.scale = terms, of, decimal.NullDecimal{}
	return true
}

// scaled takes (b + c × 0,5)/a × điểm tối đa, and (b/a + c/a × 0,5) × điểm tối đa: the weights are factors.
func (f *formula) scaled(body string) bool {
	found := scaleShape.FindStringSubmatch(body)
	if found == nil {
		return false
	}
	scale := factor(found[2], found[3])
	inner := strings.TrimSpace(found[1])
	terms, of, ok := innerTerms(inner)
	if !ok {
		terms, of, ok = termsOver(unwrap(inner))
	}
	if !ok {
		return false
	}
	f.terms, f.of, f.scale = terms, of, scale
	return true
}

func innerTerms(text string) (terms []term, of string, ok bool) {
	found := innerShape.FindStringSubmatch(unwrap(text))
	if found == nil {
		return nil, "", false
	}
	for _, part := range strings.Split(found[1], "+") {
		one := partShape.FindStringSubmatch(strings.TrimSpace(part))
		if one == nil {
			return nil, "", false
		}
		terms = append(terms, term{one[1], factor(one[2], one[3])})
	}
	return terms, found[2], true
}

func termsOver(text string) (terms []term, of string, ok bool) {
	for _, part := range strings.Split(text, "+") {
		found := termShape.FindStringSubmatch(strings.TrimSpace(part))
		if found == nil || of != "" && of != found[2] {
			return nil, "", false
		}
		of = found[2]
		terms = append(terms, term{found[1], factor(found[3], found[4])})
	}
	return terms, of, len(terms) > 0
}

// quoted takes (Số nhiệm vụ hoàn thành/số nhiệm vụ được giao) × 2,5.
func (f *formula) quoted(body string) bool {
	found := wordsShape.FindStringSubmatch(body)
	if found == nil || figures.MatchString(found[1]+found[2]) {
		return false
	}
	f.words = [2]string{strings.TrimSpace(found[1]), strings.TrimSpace(found[2])}
	f.scale = factor(found[3], found[4])
	return true
}

var legendShape = regexp.MustCompile(`^([a-zA-Z]) ?(?:là|:|=) ?(.+)$`)

// takeLegend takes "a là tổng số …".
func (f *formula) takeLegend(piece string) bool {
	found := legendShape.FindStringSubmatch(strings.Trim(piece, " .;,"))
	if found == nil {
		return false
	}
	letter := strings.ToLower(found[1])
	if _, twice := f.labels[letter]; twice || quotient1.MatchString(strings.ToLower(found[2])) {
		return false
	}
	f.labels[letter] = found[2]
	return true
}

var thresholdShape = regexp.MustCompile(`^(?:nếu |trường hợp |khi )?(?:mà )?(?:tỷ lệ |tỉ lệ |tỷ số )?(?:\(?[a-z] ?/ ?[a-z]\)? ?|đạt |này |thực hiện |hoàn thành )*(?:<|dưới|nhỏ hơn|thấp hơn|không đạt|chưa đạt) ?(\d+(?:[.,]\d+)?) ?(%)?(?: (số điểm tối đa|điểm tối đa))?[ ,:]*(?:thì )?(?:số )?(?:điểm )?(?:đánh giá |đạt được |tiêu chí này |của tiêu chí này )*(?:là|=|:|bằng|được|đạt|tính|chấm)? ?(?:0(?:[.,]0+)?(?: điểm)?|không điểm|không tính điểm|không có điểm|không được tính điểm)$`)

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

var zeroShape = regexp.MustCompile(`^(?:trường hợp |nếu |khi |với )?([a-z] ?= ?0|mẫu số (?:bằng|=) 0|không (?:có|phát sinh) [^:.]{0,200}?)[ ,:]*(?:thì )?(?:được |đơn vị |điểm đánh giá |điểm )*(?:là |tính |đạt |chấm |cho |bằng )*(không đánh giá|điểm tối đa|tối đa|đạt tối đa|0 điểm|0|không điểm)$`)

// takeZero takes "Trường hợp a = 0 thì đạt điểm tối đa."
func (f *formula) takeZero(low string) bool {
	found := zeroShape.FindStringSubmatch(low)
	if found == nil || f.zero != "" {
		return false
	}
	switch found[2] {
	case "không đánh giá":
		f.zero = scoring.ZeroNotAssessed
	case "0 điểm", "0", "không điểm":
		f.zero = scoring.ZeroNone
	default:
		f.zero = scoring.ZeroMax
	}
	if f.zero == scoring.ZeroNotAssessed && f.inSum {
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

// rule puts together what was found.
func (f *formula) rule() scoring.Rule {
	max := f.leaf.Max
	if !f.illustrated() {
		f.why = "Các mức nêu bên cạnh công thức không khớp với công thức."
		return nil
	}
	if !f.agreeFrom() {
		return nil
	}
	rule := &scoring.Ratio{AtLeast: f.atLeast, IfZero: f.zero}
	times := decimal.NewFromInt(1)
	switch scale := f.scale; {
	case !scale.Valid || scale.Decimal.Equal(max):
	case scale.Decimal.Equal(hundred) || scale.Decimal.Equal(decimal.NewFromInt(1)) && !max.Equal(hundred):
		f.correct("Nguồn nhân với " + expr.FormatNumber(scale.Decimal) + " trong khi điểm tối đa là " + expr.FormatNumber(max) + "; lấy nhân với điểm tối đa.")
	case scale.Decimal.GreaterThan(max) || !scale.Decimal.IsPositive():
		f.why = "Công thức nhân với " + expr.FormatNumber(scale.Decimal) + ", lớn hơn điểm tối đa " + expr.FormatNumber(max) + "."
		return nil
	default:
		times = scale.Decimal.DivRound(max, 6)
		f.infer("Công thức nhân với " + expr.FormatNumber(scale.Decimal) + ", không tới điểm tối đa " + expr.FormatNumber(max) + ".")
	}
	if !f.askFormula(rule, times) {
		return nil
	}
	if rule.IfZero == "" {
		rule.IfZero = f.texts.zero()
	}
	return rule
}

// agreeFrom holds the ratio from which a formula is said to hold to the one below which there is nothing.
func (f *formula) agreeFrom() bool {
	switch {
	case !f.from.Valid:
		return true
	case !f.atLeast.Valid:
		f.atLeast = f.from
		f.infer("Nguồn không nêu điểm khi tỷ lệ thấp hơn " + expr.FormatNumber(f.from.Decimal.Mul(hundred)) + "%; lấy là 0 điểm.")
	case !f.from.Decimal.Equal(f.atLeast.Decimal):
		f.why = "Công thức áp dụng từ " + expr.FormatNumber(f.from.Decimal.Mul(hundred)) + "%, nhưng mức 0 điểm là dưới " + expr.FormatNumber(f.atLeast.Decimal.Mul(hundred)) + "%."
		return false
	}
	return true
}

// illustrated says that lines of levels give what the formula gives where all is of one kind.
func (f *formula) illustrated() bool {
	for _, points := range f.levels {
		fits := points.IsZero()
		for _, t := range f.terms {
			fits = fits || t.weight.Valid && t.weight.Decimal.Mul(f.leaf.Max).Round(4).Equal(points) || !t.weight.Valid && points.Equal(f.leaf.Max)
		}
		if !fits {
			return false
		}
	}
	if len(f.levels) > 0 {
		f.infer("Nguồn nêu các mức và một công thức; lấy công thức, vì công thức cho đúng điểm của các mức.")
	}
	return true
}

// askFormula asks for what the letters or words stand for.
func (f *formula) askFormula(rule *scoring.Ratio, times decimal.Decimal) bool {
	one := decimal.NewFromInt(1)
	if f.of == "" {
		rule.Of, rule.Part = f.askNumber("a", f.words[1]), f.askNumber("b", f.words[0])
		return f.leftover() && f.weigh(rule, times)
	}
	rule.Of = f.askLetter(f.of)
	for _, t := range f.terms {
		weight := one
		if t.weight.Valid {
			weight = t.weight.Decimal
		}
		rule.Parts = append(rule.Parts, scoring.Term{Answer: f.askLetter(t.letter), Weight: weight.Mul(times)})
	}
	if len(rule.Parts) == 1 && rule.Parts[0].Weight.Equal(one) {
		rule.Part, rule.Parts = rule.Parts[0].Answer, nil
	}
	return f.leftover()
}

func (f *formula) weigh(rule *scoring.Ratio, times decimal.Decimal) bool {
	if !times.Equal(decimal.NewFromInt(1)) {
		rule.Parts, rule.Part = []scoring.Term{{Answer: rule.Part, Weight: times}}, ""
	}
	return true
}

func (f *formula) askLetter(letter string) scoring.InputName {
	label, said := f.labels[letter]
	delete(f.labels, letter)
	if !said {
		label = "Số " + letter + " trong công thức của: " + f.leaf.Name
		f.infer("Nguồn không nêu " + letter + " là gì.")
	}
	return f.askNumber(letter, label)
}

// leftover wants no letter explained that the formula does not have.
func (f *formula) leftover() bool {
	for letter := range f.labels {
		f.why = "Lời văn giải thích “" + letter + "” nhưng công thức không có."
		return false
	}
	return true
}
