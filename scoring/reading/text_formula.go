package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// formula reads a formula with what stands around it: (b/a) × điểm tối đa, (b/a × 1 + c/a × 0,5), or a quotient of words; the legend
// of its letters, the ratio under which there are no points, and what holds where a = 0.
func (t *texts) formula() kinds.Rule {
	f := &formula{texts: t, labels: map[string]string{}}
	for _, c := range t.clauses {
		c.raw = formulaSigns.Replace(c.raw)
		for _, part := range strings.Split(c.raw, ";") {
			if c.raw = strings.TrimSpace(part); c.raw != "" {
				f.pieces = append(f.pieces, piecesOf(c)...)
			}
		}
	}
	f.pieces = inlined(f.pieces)
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
	zero    kinds.ZeroRule
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

func (f *formula) takeFormula(body string) bool {
	f.found = true
	switch {
	case f.plain(body), f.weighted(body), f.scaled(body), f.quoted(body), f.told(body):
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

// counted is what can be divided: a number of something, and not "văn bản/năm".
var counted = pattern.Of(`^\(?(?:tổng|số|kinh phí|giá trị)`)

// quoted takes (Số nhiệm vụ hoàn thành/số nhiệm vụ được giao) × 2,5.
func (f *formula) quoted(body string) bool {
	found := wordsShape.FindStringSubmatch(body)
	if found == nil || figures.MatchString(found[1]+found[2]) || !counted.MatchString(found[1]) || !counted.MatchString(found[2]) {
		return false
	}
	f.words = [2]string{strings.TrimSpace(found[1]), strings.TrimSpace(found[2])}
	f.scale = factor(found[3], found[4])
	return true
}

// rule puts together what was found.
func (f *formula) rule() kinds.Rule {
	max := f.leaf.Max
	if !f.illustrated() {
		f.why = "Các mức nêu bên cạnh công thức không khớp với công thức."
		return nil
	}
	if !f.agreeFrom() {
		return nil
	}
	rule := &kinds.Ratio{AtLeast: f.atLeast, IfZero: f.zero}
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
func (f *formula) askFormula(rule *kinds.Ratio, times decimal.Decimal) bool {
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
		rule.Parts = append(rule.Parts, kinds.Term{Answer: f.askLetter(t.letter), Weight: weight.Mul(times)})
	}
	if len(rule.Parts) == 1 && rule.Parts[0].Weight.Equal(one) {
		rule.Part, rule.Parts = rule.Parts[0].Answer, nil
	}
	return f.leftover()
}

func (f *formula) weigh(rule *kinds.Ratio, times decimal.Decimal) bool {
	if !times.Equal(decimal.NewFromInt(1)) {
		rule.Parts, rule.Part = []kinds.Term{{Answer: rule.Part, Weight: times}}, ""
	}
	return true
}

func (f *formula) askLetter(letter string) kinds.InputName {
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
