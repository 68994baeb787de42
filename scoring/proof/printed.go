package proof

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// printedPoints are the points that a text names: at the end of a line behind a colon (“Đúng hạn: 0,5”), and before the word.
var printedPoints = regexp.MustCompile(`(?m):\s*([0-9]+(?:[.,][0-9]+)?)\s*(?:điểm)?\s*[.;,]?\s*$|([0-9]+(?:[.,][0-9]+)?)\s*điểm`)

// printed reports the points that the source's wording names and the rule gives nowhere: a maximum that was changed where the wording
// was left as it was. Points that a person gives may be any.
func (p *proof) printed() {
	for inner := range p.leaf.Placed().All() {
		if _, byHand := inner.Rule.(*kinds.Manual); byHand {
			return
		}
	}
	given := p.figures()
	var strange []string
	for _, found := range printedPoints.FindAllStringSubmatch(p.leaf.Text, -1) {
		d, err := decimal.NewFromString(strings.Replace(found[1]+found[2], ",", ".", 1))
		if err == nil && !d.IsZero() && !given[d.String()] {
			given[d.String()] = true
			strange = append(strange, expr.FormatNumber(d))
		}
	}
	if len(strange) > 0 {
		p.add(problem.SourcePoints, p.leaf.Number+".text", strings.Join(strange, "; "))
	}
}

// figures are the points that a rule states: its own, the maxima, and what a weight comes to of the maximum that it stands under.
func (p *proof) figures() map[string]bool {
	under, all := p.leaf.Max, map[string]bool{p.leaf.Max.String(): true}
	scoring.Flatten(p.leaf.Rule, "", func(path, value string) {
		key, _, _ := strings.Cut(path[strings.LastIndex(path, ".")+1:], "[")
		d, err := decimal.NewFromString(value)
		switch {
		case err != nil:
			return
		case key == "max": // of a part, whose rule comes next
			under = d
		case key == "weight":
			d = d.Mul(under)
		case key != "points" && key != "else" && key != "each" && key != "floor":
			return
		}
		all[d.String()] = true
	})
	return all
}

// alike reports neighbouring steps of the same points: one of them changes nothing. Of bands the rest is the last.
func (p *proof) alike(r kinds.Placed) {
	points, word, key := []decimal.Decimal(nil), "mức", ".points"
	switch rule := r.Rule.(type) {
	case *kinds.Levels:
		points = rule.Points
	case *kinds.Bands:
		word, key = "bậc", ".steps"
		for _, step := range rule.Steps {
			points = append(points, step.Points)
		}
		points = append(points, rule.Else)
	}
	for i := 1; i < len(points); i++ {
		if points[i].Equal(points[i-1]) && !p.toldApart(r.Rule) {
			p.add(problem.StepIdle, r.Path+key, word, i, i+1, expr.FormatNumber(points[i]))
		}
	}
}

// toldApart says that the levels of one answer are told apart by another part of the leaf's rule.
func (p *proof) toldApart(r kinds.Rule) bool {
	levels, ok := r.(*kinds.Levels)
	return ok && p.uses(string(levels.Of)) > 1
}

// uses counts how often the leaf's rule names an answer.
func (p *proof) uses(answer string) int {
	if p.named == nil {
		p.named = map[string]int{}
		scoring.Flatten(p.leaf.Rule, "", func(path, value string) {
			switch path[strings.LastIndex(path, ".")+1:] {
			case "of", "answer", "part", "number":
				p.named[value]++
			}
		})
	}
	return p.named[answer]
}
