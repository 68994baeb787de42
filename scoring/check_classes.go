package scoring

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// classes checks the classes of the set: names and percentages of their own, falling, within reach, over criteria and answers that
// there are.
func (c *checker) classes() {
	names := map[string]bool{}
	var before *Class
	for i := range c.rs.Classes {
		class := &c.rs.Classes[i]
		at := fmt.Sprintf("classes[%d]", i)
		if key := strings.ToLower(class.Name); names[key] {
			c.add(problem.SetClassTwice, at+".name", class.Name)
		} else {
			names[key] = true
		}
		if !class.From.Valid && len(class.KnockOut) == 0 {
			c.add(problem.SetClassNever, at, class.Name)
		}
		c.classFrom(class, before, at)
		if class.From.Valid {
			before = class
		}
		c.classBounds(class, at)
		c.classConditions(class.When, at+".when")
		c.classConditions(class.KnockOut, at+".knockOut")
	}
}

// classFrom reports percentages out of order or out of reach.
func (c *checker) classFrom(class, before *Class, at string) {
	if !class.From.Valid {
		return
	}
	most := decimal.NewFromInt(100)
	if c.rs.Total.IsPositive() {
		most = expr.Whole(c.rs.most().Mul(most)).Over(expr.Whole(c.rs.Total)).Round(4)
	}
	if class.From.Decimal.GreaterThan(most) || class.From.Decimal.IsNegative() && !c.rs.mayFallBelowZero() {
		c.add(problem.SetClassFrom, at+".from", class.Name, expr.FormatNumber(class.From.Decimal), expr.FormatNumber(most))
	}
	if before != nil && class.From.Decimal.GreaterThanOrEqual(before.From.Decimal) {
		c.add(problem.SetClassOrder, at+".from", class.Name, expr.FormatNumber(class.From.Decimal), before.Name, expr.FormatNumber(before.From.Decimal))
	}
}

// mayFallBelowZero says that penalties can lead a total below 0.
func (rs *RuleSet) mayFallBelowZero() bool {
	for node := range rs.All() {
		if node.Beyond == BeyondMinus {
			return !rs.Floor.Valid || rs.Floor.Decimal.IsNegative()
		}
	}
	return false
}

func (c *checker) classBounds(class *Class, at string) {
	one := decimal.NewFromInt(1)
	ratio := func(d decimal.NullDecimal, path string) {
		if d.Valid && (d.Decimal.IsNegative() || d.Decimal.GreaterThan(one)) {
			c.add(problem.SetClassRatio, path, expr.FormatNumber(d.Decimal))
		}
	}
	ratio(class.EachArea, at+".eachArea")
	ratio(class.EachCriterion, at+".eachCriterion")
	ratio(class.AtMost, at+".atMost")
	for i, least := range class.AtLeast {
		path := fmt.Sprintf("%s.atLeast[%d]", at, i)
		node := c.rs.Find(least.Criterion)
		switch {
		case node == nil:
			c.add(problem.SetClassCriterion, path+".criterion", least.Criterion)
			continue
		case least.Points.Valid == least.Ratio.Valid:
			c.add(problem.RuleOneOf, path, "points", "ratio")
		case least.Points.Valid && (least.Points.Decimal.IsNegative() || least.Points.Decimal.GreaterThan(node.Max)):
			c.add(problem.RulePointsOutside, path+".points", expr.FormatNumber(least.Points.Decimal), expr.FormatNumber(node.Max))
		}
		ratio(least.Ratio, path+".ratio")
	}
}

func (c *checker) classConditions(list []kinds.Condition, at string) {
	for i := range list {
		c.problems = append(c.problems, list[i].Check(c.rs.classScope(fmt.Sprintf("%s[%d]", at, i)))...)
	}
}
