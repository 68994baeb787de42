package reading

import (
	"strings"

	"cchc/scoring/pattern"
)

// formulaSigns writes the signs of a formula one way.
var formulaSigns = strings.NewReplacer("[", "(", "]", ")", " chia cho ", "/", " chia ", "/", "Tỉ lệ", "Tỷ lệ", "tỉ lệ", "tỷ lệ")

const scaleWords = `(?:` + aFigure + `|` + wholePoints + `)(?: điểm)?`

var (
	// scaledInside is (số văn bản ký số x 2)/tổng số văn bản: the scale stands within.
	scaledInside = pattern.Of(`^\(? ?([^()/+×*=]+?)(` + signOfTimes + scaleWords + `) ?\)? ?/ ?([^()/+×*=%]+)$`)
	// scaledFirst is điểm tối đa x tỷ lệ: the scale stands before.
	scaledFirst = pattern.Of(`^(\d+(?:[.,]\d+)?(?: điểm)?|` + wholePoints + `)` + signOfTimes + `(tỷ lệ[^/()×*]*|\([^×*+]+/[^×*+]+\))$`)
	// toldShape is a ratio that has but a name: tỷ lệ giải ngân x 2.
	toldShape = pattern.Of(`^\(? ?tỷ lệ(?: %| phần trăm| \(%\))?([^()/:;=×*]{0,160}?)(?: ?/ ?100 ?%?)? ?\)?` + signOfTimes + scaleWords + ` ?\)?(?: ?/ ?100 ?%?)?$`)
	// defined is "Tỷ lệ = a/b", and used is the formula that goes on from it.
	defined = pattern.Of(`(?i)^[-+•* ]*(?:tỷ lệ[^=/]{0,80}?|k|t) ?= ?([^=]+/[^=]+?)(?: ?[x×*] ?100 ?%?)?[ .;,]*$`)
	used    = pattern.Of(`(?i)^[-+•* ]*((?:số )?điểm[^=/]{0,60}= ?)(?:tỷ lệ[^=/]{0,80}?|k|t)(` + signOfTimes + scaleWords + `)[ .;,]*$`)
)

// inlined puts a ratio that is defined apart into the formula that uses it.
func inlined(pieces []string) []string {
	def, use := -1, -1
	for i, piece := range pieces {
		switch {
		case defined.MatchString(piece):
			if def >= 0 {
				return pieces
			}
			def = i
		case used.MatchString(piece):
			if use >= 0 {
				return pieces
			}
			use = i
		}
	}
	if def < 0 || use < 0 {
		return pieces
	}
	ratio := unwrap(strings.TrimSpace(defined.FindStringSubmatch(pieces[def])[1]))
	found := used.FindStringSubmatch(pieces[use])
	var all []string
	for i, piece := range pieces {
		switch i {
		case def:
		case use:
			all = append(all, found[1]+"("+ratio+")"+found[2])
		default:
			all = append(all, piece)
		}
	}
	return all
}

// told takes a ratio that has but a name.
func (f *formula) told(body string) bool {
	found := toldShape.FindStringSubmatch(body)
	if found == nil || figures.MatchString(found[1]) {
		return false
	}
	subject := strings.TrimSpace(found[1])
	if subject == "" {
		subject = "(mẫu số của: " + f.leaf.Name + ")"
	}
	f.words = [2]string{"Số đạt được: " + f.leaf.Name, "Tổng số: " + subject}
	f.scale = factor(found[2], found[3])
	return true
}
