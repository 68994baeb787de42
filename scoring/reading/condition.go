package reading

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// condition takes “Số đề nghị” từ 5 văn bản trở lên, “Mức” là “Đủ”, and several of them joined by và or hoặc; what is joined otherwise
// inside stands in brackets.
func (p *parser) condition(c *cursor) (kinds.Condition, bool) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > 4*maxDepth {
		return kinds.Condition{}, false
	}
	first, ok := p.oneCondition(c)
	if !ok {
		return first, false
	}
	list := []kinds.Condition{first}
	join := ""
	for {
		word := joinOf(c)
		if word == "" {
			break
		}
		if join != "" && join != word {
			return first, false
		}
		join = word
		next, ok := p.oneCondition(c)
		if !ok {
			return first, false
		}
		list = append(list, next)
	}
	switch join {
	case "và":
		return kinds.Condition{All: list}, true
	case "hoặc":
		return kinds.Condition{Any: list}, true
	}
	return first, true
}

func joinOf(c *cursor) string {
	for _, word := range []string{"và", "hoặc"} {
		if c.eat(word) {
			return word
		}
	}
	return ""
}

// oneCondition takes a condition that stands by itself or in brackets.
func (p *parser) oneCondition(c *cursor) (kinds.Condition, bool) {
	all, any := c.eat("đồng thời"), false
	if !all {
		any = c.eat("một trong")
	}
	if c.eat("(") {
		inner, ok := p.condition(c)
		if !ok || !c.eat(")") {
			return inner, false
		}
		switch {
		case all:
			return kinds.Condition{All: []kinds.Condition{inner}}, true
		case any:
			return kinds.Condition{Any: []kinds.Condition{inner}}, true
		}
		return inner, true
	}
	if all || any {
		return kinds.Condition{}, false
	}
	return p.atom(c)
}

// atom is a condition on one answer. Where a label goes on like another, the call counts that leaves most understood.
func (p *parser) atom(c *cursor) (when kinds.Condition, ok bool) {
	fits := func(in expr.Input) bool { return in.Kind != expr.PointsInput }
	in, ok := p.answer(c, fits, func(c *cursor, in expr.Input) bool {
		if in.IsChoice() {
			number, ok := option(c, in)
			when = kinds.Condition{Is: decimal.NewNullDecimal(decimal.NewFromInt(int64(number)))}
			return ok
		}
		if isDay(in) {
			s, ok := c.daySpan()
			when = s.condition()
			return ok && !s.rest
		}
		if of, s, ok := p.shareSpan(c); ok {
			when = s.condition()
			when.Of = of
			return true
		}
		s, ok := p.span(c, fold(in.Unit), false)
		when = s.condition()
		return ok && !s.rest
	})
	if ok {
		when.Answer = kinds.InputName(in.Name)
	}
	return when, ok
}

// shareSpan takes từ 80% của “Tổng số” trở lên.
func (p *parser) shareSpan(c *cursor) (of kinds.InputName, s span, ok bool) {
	best := *c
	longest := 0
	for _, in := range p.inputs {
		for _, call := range p.calls(in) {
			unit := "của " + call
			next := *c
			if !isNumber(in) || len(unit) <= longest || !strings.Contains(c.rest, unit) {
				continue
			}
			if found, fits := p.span(&next, unit, true); fits && !found.rest && strings.Contains(c.rest[:len(c.rest)-len(next.rest)], unit) {
				of, s, ok, longest, best = kinds.InputName(in.Name), found, true, len(unit), next
			}
		}
	}
	*c = best
	return of, s, ok
}

// option takes là “Đủ”, and gives the option's number in data.
func option(c *cursor, in expr.Input) (number int, ok bool) {
	if !c.eat("là", ":", "=") {
		return 0, false
	}
	best, rest := 0, ""
	longest := 0
	for i, text := range in.Options {
		for _, call := range []string{`"` + fold(text) + `"`, fold(text)} {
			next := cursor{strings.TrimLeft(c.rest, " ")}
			if len(call) > longest && next.eat(call) {
				best, rest, longest = i+1, next.rest, len(call)
			}
		}
	}
	if best == 0 {
		return 0, false
	}
	c.rest = rest
	return in.NumberOf(best), true
}

func (s span) condition() kinds.Condition {
	var when kinds.Condition
	set := func(b bound, closed, open *decimal.NullDecimal) {
		switch {
		case b.set && b.open:
			*open = decimal.NewNullDecimal(b.value)
		case b.set:
			*closed = decimal.NewNullDecimal(b.value)
		}
	}
	set(s.lower, &when.From, &when.Above)
	set(s.upper, &when.UpTo, &when.Below)
	return when
}
