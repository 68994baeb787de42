package reading

import (
	"strconv"
	"strings"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

func lineName(number int) string { return strconv.Itoa(number) }

// input finds an answer by its name.
func (p *parser) input(name string) *expr.Input {
	for i := range p.inputs {
		if p.inputs[i].Name == name {
			return &p.inputs[i]
		}
	}
	return nil
}

// calls are the ways in which statements call an answer, folded.
func (p *parser) calls(in expr.Input) []string {
	label, name := fold(in.Label), strings.ToLower(in.Name)
	all := []string{`"` + label + `" [` + name + "]", label + " [" + name + "]"}
	if label == "" {
		return []string{name}
	}
	for _, other := range p.inputs {
		if other.Name != in.Name && fold(other.Label) == label {
			return append(all, name)
		}
	}
	return append(all, `"`+label+`"`, label, unbullet(label), name)
}

// answer takes the name or label of an answer of a fitting kind, where after it the line goes on as fits wants it. Of several
// that could be meant the longest call is.
func (p *parser) answer(c *cursor, kind func(expr.Input) bool, fits func(c *cursor, in expr.Input) bool) (*expr.Input, bool) {
	var best *expr.Input
	longest, after := 0, ""
	for i := range p.inputs {
		if !kind(p.inputs[i]) {
			continue
		}
		for _, call := range p.calls(p.inputs[i]) {
			next := cursor{strings.TrimLeft(c.rest, " ")}
			if len(call) > longest && next.eat(call) && fits(&next, p.inputs[i]) {
				best, longest, after = &p.inputs[i], len(call), next.rest
			}
		}
	}
	if best != nil {
		c.rest = after
	}
	return best, best != nil
}

func isNumber(in expr.Input) bool { return in.IsNumber() }
func isPoints(in expr.Input) bool { return in.Kind == expr.PointsInput }
func isYesNo(in expr.Input) bool  { return in.Kind == expr.YesNoInput }
func isList(in expr.Input) bool   { return in.Kind == expr.ChoiceInput }

// unknown names a line that is no statement, with the statement that it comes closest to.
func (p *parser) unknown(line statement) {
	near := nearest(line.text)
	p.fault(problem.StatementUnknown, line, shorten(line.raw), near)
}

// shorten keeps a message on a line or two.
func shorten(text string) string {
	if letters := []rune(text); len(letters) > 80 {
		return string(letters[:79]) + "…"
	}
	return text
}

// nearest is the example that shares most words with a line.
func nearest(line string) string {
	example, _ := closest(line)
	return example
}

// wellKnown is the likeness from which a line is a statement that only stands in the wrong place.
const wellKnown = 40

// likeness is how like a line is to the statement that it is nearest to: 50 where all words are the same.
func likeness(line string) int {
	_, most := closest(line)
	return most
}

func closest(line string) (best string, most int) {
	best, most = "", -1
	given := strings.Fields(line)
	for _, example := range examples() {
		shared := 0
		words := strings.Fields(fold(example))
		for _, word := range given {
			for _, other := range words {
				if word == other {
					shared++
					break
				}
			}
		}
		if score := 100 * shared / (len(given) + len(words)); score > most {
			best, most = example, score
		}
	}
	return best, most
}
