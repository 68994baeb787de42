package rulebook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
	"cchc/scoring/reading"
)

// checkClass is the kind of a line, on the sheet of checks, about a class of results: its name, when it is given, and the same in
// words, which are only shown.
const checkClass = "Xếp loại"

// Between what a class asks, and inside of what is made of several conditions.
const (
	betweenBounds     = "; "
	betweenConditions = " | "
)

// classText says when a class is given, as it is read again: "từ 90%; mỗi tiêu chí từ 0,5; khi 3:kyluat là 0".
func classText(c *scoring.Class) string {
	var parts []string
	say := func(format string, d decimal.NullDecimal) {
		if d.Valid {
			parts = append(parts, fmt.Sprintf(format, expr.FormatNumber(d.Decimal)))
		}
	}
	say("từ %s%%", c.From)
	say("mỗi lĩnh vực từ %s", c.EachArea)
	say("mỗi tiêu chí từ %s", c.EachCriterion)
	for _, least := range c.AtLeast {
		say("mục "+least.Criterion+" từ %s điểm", least.Points)
		say("mục "+least.Criterion+" từ %s", least.Ratio)
	}
	say("không quá %s của khối", c.AtMost)
	for i := range c.When {
		parts = append(parts, "khi "+conditionText(&c.When[i]))
	}
	for i := range c.KnockOut {
		parts = append(parts, "bị xếp khi "+conditionText(&c.KnockOut[i]))
	}
	return strings.Join(parts, betweenBounds)
}

// conditionText says a condition by keys: "1.1:b từ 5", "2:a dưới 0,5 của 2:n", "một trong (3:x là 1 | 4:y là 0)".
func conditionText(c *kinds.Condition) string {
	for _, group := range []struct {
		words string
		list  []kinds.Condition
	}{{"cùng lúc", c.All}, {"một trong", c.Any}} {
		if len(group.list) == 0 {
			continue
		}
		var parts []string
		for i := range group.list {
			parts = append(parts, conditionText(&group.list[i]))
		}
		return group.words + " (" + strings.Join(parts, betweenConditions) + ")"
	}
	text := string(c.Answer)
	for _, edge := range edgesOf(c) {
		if edge.at.Valid {
			text += " " + edge.word + " " + expr.FormatNumber(edge.at.Decimal)
		}
	}
	if c.Of != "" {
		text += " của " + string(c.Of)
	}
	return text
}

// conditionEdge is a comparison of a condition with the word that it is written with.
type conditionEdge struct {
	word string
	at   *decimal.NullDecimal
}

func edgesOf(c *kinds.Condition) []conditionEdge {
	return []conditionEdge{{"từ", &c.From}, {"trên", &c.Above}, {"đến", &c.UpTo}, {"dưới", &c.Below}, {"là", &c.Is}}
}

var (
	classFromShape  = pattern.Of(`^từ (\S+?) ?%$`)
	classEachShape  = pattern.Of(`^mỗi (lĩnh vực|tiêu chí) từ (\S+)$`)
	classLeastShape = pattern.Of(`^mục (\S+) từ (\S+)( điểm)?$`)
	classMostShape  = pattern.Of(`^không quá (\S+) của khối$`)
	groupShape      = pattern.Of(`^(cùng lúc|một trong) ?\((.*)\)$`)
	keyShape        = pattern.Of(`^[0-9][0-9.\-]*:\S+$`)
)

// class reads such a line. What cannot be read is named, and the class is left out.
func (r *Reading) class(place, name, content string) {
	class, ok := scoring.Class{Name: name}, name != ""
	for part := range strings.SplitSeq(strings.Join(strings.Fields(content), " "), strings.TrimSpace(betweenBounds)) {
		if part = strings.TrimSpace(part); part != "" && !r.classPart(&class, part) {
			r.fault(place, problem.BookClass, shorten(name), shorten(part))
			ok = false
		}
	}
	if ok {
		r.classes = append(r.classes, place)
		r.Rules.Classes = append(r.Rules.Classes, class)
	}
}

// classPart reads one thing that a class asks.
func (r *Reading) classPart(class *scoring.Class, part string) bool {
	number := func(text string) (d decimal.NullDecimal, ok bool) {
		d.Decimal, d.Valid = reading.Number(text)
		return d, d.Valid
	}
	ok := false
	if found := classFromShape.FindStringSubmatch(part); found != nil {
		class.From, ok = number(found[1])
		return ok
	}
	if found := classEachShape.FindStringSubmatch(part); found != nil {
		place := &class.EachArea
		if found[1] == "tiêu chí" {
			place = &class.EachCriterion
		}
		*place, ok = number(found[2])
		return ok
	}
	if found := classLeastShape.FindStringSubmatch(part); found != nil {
		least := scoring.ClassLeast{Criterion: r.movedNumber(found[1])}
		place := &least.Ratio
		if found[3] != "" {
			place = &least.Points
		}
		*place, ok = number(found[2])
		class.AtLeast = append(class.AtLeast, least)
		return ok
	}
	if found := classMostShape.FindStringSubmatch(part); found != nil {
		class.AtMost, ok = number(found[1])
		return ok
	}
	list := &class.When
	text, when := strings.CutPrefix(part, "khi ")
	if !when {
		list = &class.KnockOut
		text, when = strings.CutPrefix(part, "bị xếp khi ")
	}
	condition, ok := r.condition(text)
	*list = append(*list, condition)
	return when && ok
}

// condition reads what conditionText wrote.
func (r *Reading) condition(text string) (c kinds.Condition, ok bool) {
	if found := groupShape.FindStringSubmatch(text); found != nil {
		list := &c.All
		if found[1] == "một trong" {
			list = &c.Any
		}
		for _, part := range splitOutside(found[2]) {
			inner, ok := r.condition(part)
			if !ok {
				return c, false
			}
			*list = append(*list, inner)
		}
		return c, true
	}
	words := strings.Fields(text)
	if len(words) < 3 || len(words)%2 == 0 || !keyShape.MatchString(words[0]) {
		return c, false
	}
	c.Answer = kinds.InputName(r.moved(words[0]))
	for i := 1; i < len(words); i += 2 {
		if !r.edge(&c, words[i], words[i+1]) {
			return c, false
		}
	}
	return c, true
}

// edge reads a word of comparison with what follows it.
func (r *Reading) edge(c *kinds.Condition, word, value string) bool {
	if word == "của" {
		c.Of = kinds.InputName(r.moved(value))
		return keyShape.MatchString(value)
	}
	for _, e := range edgesOf(c) {
		if e.word == word && !e.at.Valid {
			e.at.Decimal, e.at.Valid = reading.Number(value)
			return e.at.Valid
		}
	}
	return false
}

// splitOutside parts conditions where they are not inside of brackets.
func splitOutside(text string) []string {
	var parts []string
	depth, from := 0, 0
	for i, letter := range text {
		switch letter {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			if depth == 0 {
				parts = append(parts, strings.TrimSpace(text[from:i]))
				from = i + 1
			}
		}
	}
	return append(parts, strings.TrimSpace(text[from:]))
}

// movedNumber is a criterion's number after it got another one.
func (r *Reading) movedNumber(number string) string {
	if now, moved := r.keys[number]; moved {
		return now
	}
	return number
}

// classPlace is the line that a path of the rules about classes stands in; "" where it is about none.
func (r *Reading) classPlace(path string) string {
	found := classPath.FindStringSubmatch(path)
	if found == nil || atoi(found[1]) >= len(r.classes) {
		return ""
	}
	return r.classes[atoi(found[1])]
}

var classPath = pattern.Of(`^classes\[(\d+)\]`)

// keptClasses are last year's classes, by the numbers of now; what looks at something that is gone keeps its old number, so that
// the check of the rules names it.
func keptClasses(before *scoring.RuleSet, now map[string]string) []scoring.Class {
	number := func(old string) string {
		if today, still := now[old]; still {
			return today
		}
		return old
	}
	return before.Renumbered(number, func(key string) string {
		leaf, input, _ := strings.Cut(key, ":")
		return number(leaf) + ":" + input
	})
}
