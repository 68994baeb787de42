package scoring

import (
	"slices"
	"strconv"
	"strings"
)

// outcome is what an expression came to for one set of answers. In any state but Scored the value means nothing.
type outcome struct {
	value    fraction
	state    State
	words    string    // what the steps said on the way
	problems []Problem // paths are input names
	read     []string  // the inputs that were really read
	steps    []*Step   // the steps that were taken, in order
}

// evaluator walks an expression for one leaf's answers.
type evaluator struct {
	inputs []Input
	answer func(input string) Answer
}

// eval computes an expression exactly. A branch that is not taken is not read; the worst state of what was read wins.
func (ev evaluator) eval(e Expr) outcome {
	switch e := e.(type) {
	case Num:
		return outcome{value: whole(e.Value)}
	case Ask:
		return ev.ask(e.Input)
	case Is:
		return ev.is(e)
	case Op:
		return ev.op(e)
	case If:
		return ev.choose(e)
	case *Step:
		return ev.step(e)
	case Stop:
		return ev.stop(e)
	}
	panic("scoring: unknown expression")
}

func (ev evaluator) ask(name string) outcome {
	answer := ev.answer(name)
	state, problems := ev.input(name).Guard(answer)
	return outcome{value: whole(answer.number), state: state, problems: problems, read: []string{name}}
}

func (ev evaluator) is(e Is) outcome {
	out := ev.ask(e.Input)
	out.value = truth(ev.answer(e.Input).option == e.Option)
	return out
}

func (ev evaluator) input(name string) Input {
	for _, in := range ev.inputs {
		if in.Name == name {
			return in
		}
	}
	panic("scoring: rule names an input that the leaf does not declare: " + name)
}

func (ev evaluator) op(e Op) outcome {
	var all outcome
	values := make([]fraction, len(e.Args))
	for i, arg := range e.Args {
		out := ev.eval(arg)
		values[i] = out.value
		all = all.and(out, "; ")
	}
	if all.state == Scored {
		all.value = apply(e.Sym, values)
	}
	return all
}

func (ev evaluator) choose(e If) outcome {
	cond := ev.eval(e.Cond)
	if cond.state != Scored {
		return cond
	}
	branch := e.Then
	if cond.value.isZero() {
		branch = e.Else
	}
	out := ev.eval(branch)
	cond.words, cond.steps = "", nil // what a condition computes is not what happened
	taken := cond.and(out, "")
	taken.value, taken.state = out.value, out.state
	return taken
}

func (ev evaluator) step(e *Step) outcome {
	out := ev.eval(e.Expr)
	out.steps = append(out.steps, e)
	words := ev.fill(e.Words, e.Args, out)
	switch {
	case strings.Contains(words, "{...}"):
		out.words = strings.Replace(words, "{...}", out.words, 1)
	case out.words == "":
		out.words = words
	default:
		out.words = words + " → " + out.words
	}
	return out
}

func (ev evaluator) stop(e Stop) outcome {
	out := outcome{state: e.State}
	if e.Code == "" {
		out.words = ev.fill(e.Words, e.Args, out)
		return out
	}
	var args []any
	for _, label := range e.Labels {
		args = append(args, label)
	}
	for _, arg := range e.Args {
		args = append(args, ev.show(arg))
	}
	p := NewProblem(e.Code, e.Input, args...)
	out.words, out.problems = p.Text(), []Problem{p}
	return out
}

// and joins two outcomes that were both read; the value is the caller's to set.
func (out outcome) and(next outcome, glue string) outcome {
	out.state = max(out.state, next.state)
	if out.words != "" && next.words != "" {
		out.words += glue
	}
	out.words += next.words
	out.problems = append(out.problems, next.problems...)
	out.steps = append(out.steps, next.steps...)
	for _, name := range next.read {
		if !slices.Contains(out.read, name) {
			out.read = append(out.read, name)
		}
	}
	return out
}

// fill puts the arguments' values into a step's words.
func (ev evaluator) fill(words string, args []Expr, out outcome) string {
	for i, arg := range args {
		place := strconv.Itoa(i)
		if strings.Contains(words, "{"+place+"%}") {
			words = strings.ReplaceAll(words, "{"+place+"%}", formatPercent(ev.eval(arg).value))
		}
		if strings.Contains(words, "{"+place+"}") {
			words = strings.ReplaceAll(words, "{"+place+"}", ev.show(arg))
		}
	}
	if out.state != Scored || !strings.Contains(words, "{=}") {
		return words
	}
	text, exact := formatValue(out.value)
	if !exact {
		words = strings.ReplaceAll(words, "= {=}", "≈ {=}")
	}
	return strings.ReplaceAll(words, "{=}", text)
}

func (ev evaluator) show(arg Expr) string {
	text, _ := formatValue(ev.eval(arg).value)
	return text
}

func apply(sym Symbol, v []fraction) fraction {
	switch sym {
	case Less:
		return truth(v[0].cmp(v[1]) < 0)
	case AtMost:
		return truth(v[0].cmp(v[1]) <= 0)
	case Equal:
		return truth(v[0].cmp(v[1]) == 0)
	case AtLeast:
		return truth(v[0].cmp(v[1]) >= 0)
	case More:
		return truth(v[0].cmp(v[1]) > 0)
	}
	total := v[0]
	for _, next := range v[1:] {
		total = combine(sym, total, next)
	}
	return total
}

func combine(sym Symbol, a, b fraction) fraction {
	switch sym {
	case Add:
		return a.plus(b)
	case Sub:
		return a.minus(b)
	case Mul:
		return a.times(b)
	case Div:
		return a.over(b)
	case Min:
		if b.cmp(a) < 0 {
			return b
		}
		return a
	case Max:
		if b.cmp(a) > 0 {
			return b
		}
		return a
	}
	panic("scoring: unknown operation " + string(sym))
}
