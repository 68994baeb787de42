package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Rule reads the statements of a leaf, a line each, and gives the rule that describes itself so. Inputs are the leaf's answers as
// far as they are declared; a choice without options takes them from the levels that the statements name, and all are
// given back so completed. There is a rule only where there is no problem. A problem's path is the line, counted from 1.
func Rule(statements string, inputs []expr.Input, max decimal.Decimal) (kinds.Rule, []expr.Input, []problem.Problem) {
	p := &parser{inputs: cloneInputs(inputs)}
	for i, line := range strings.Split(strings.ReplaceAll(statements, "\r\n", "\n"), "\n") {
		if text := unbulleted(line); text != "" {
			p.lines = append(p.lines, statement{number: i + 1, column: indent(line), text: text, raw: tidy(line)})
		}
	}
	p.options()
	if len(p.lines) == 0 {
		p.say(problem.New(problem.StatementNone, "1"))
		return nil, p.inputs, p.problems
	}
	rule := p.rule(&limit{value: max, known: true})
	p.leftover()
	if len(p.problems) > 0 {
		return nil, p.inputs, p.problems
	}
	return rule, p.inputs, nil
}

// leftover names the lines that no statement took. Behind one that is not understood, sentences that are known have only lost what they
// go on from: they are not named, and one that says what holds where the denominator is 0 is not missed.
func (p *parser) leftover() {
	for first := p.at; p.at < len(p.lines); p.at++ {
		line := p.lines[p.at]
		if p.at == first || likeness(line.text) < wellKnown {
			p.unknown(line)
		} else if strings.HasPrefix(line.text, "khi ") {
			p.problems = slices.DeleteFunc(p.problems, func(found problem.Problem) bool { return found.Code == problem.StatementZero })
		}
	}
}

func cloneInputs(inputs []expr.Input) []expr.Input { return append([]expr.Input(nil), inputs...) }

// unbulleted is a line as it is compared, without the mark of a list before it. A negative number is no list.
func unbulleted(line string) string { return unbullet(fold(line)) }

// statement is one line.
type statement struct {
	number int    // from 1
	column int    // how far it is indented
	text   string // folded
	raw    string // in its own capitals
}

// parser reads lines from the first on; a kind takes those that are its own. It goes on after a problem, so that all are named.
type parser struct {
	inputs   []expr.Input
	lines    []statement
	at       int
	depth    int
	problems []problem.Problem
}

// limit is the maximum of the place that a rule stands in. That of a part is known where its mark says it, or else once one of
// its statements does.
type limit struct {
	value decimal.Decimal
	known bool
}

func (p *parser) say(found ...problem.Problem) { p.problems = append(p.problems, found...) }

// here is the line that comes next; its column is -1 where there is none.
func (p *parser) here() statement {
	if p.at < len(p.lines) {
		return p.lines[p.at]
	}
	return statement{column: -1}
}

// fault names what is wrong with a line.
func (p *parser) fault(code problem.Code, line statement, args ...any) {
	p.say(problem.New(code, lineName(line.number), append([]any{line.number}, args...)...))
}

// agree holds a number of points that a statement says to the maximum.
func (p *parser) agree(most *limit, line statement, stated decimal.Decimal) {
	switch {
	case !most.known:
		most.value, most.known = stated, true
	case !most.value.Equal(stated):
		p.fault(problem.StatementMax, line, expr.FormatNumber(stated), expr.FormatNumber(most.value))
	}
}

// maxDepth is how deep rules may stand in rules; no set that loads has more.
const maxDepth = 6

// rule reads one rule of whatever kind, with all the lines that belong to it.
func (p *parser) rule(most *limit) kinds.Rule {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		p.fault(problem.StatementDeep, p.here(), maxDepth)
		p.at = len(p.lines)
		return nil
	}
	for _, kind := range phrasings() {
		if rule, ok := kind.read(p, most); ok {
			return rule
		}
	}
	if p.at < len(p.lines) {
		p.unknown(p.lines[p.at])
		p.at++
	} else {
		p.fault(problem.StatementShort, p.lines[len(p.lines)-1])
	}
	return nil
}

// inside is the scope in which a rule that was read stands.
func (p *parser) inside(most *limit) kinds.Scope {
	return kinds.Scope{Inputs: p.inputs, Max: most.value}
}
