package expr

import (
	"slices"
	"strconv"
	"strings"

	"cchc/scoring/problem"
)

// Outcome is what an expression came to for one set of answers. In any state but Scored the value means nothing.
type Outcome struct {
	Value    Fraction
	State    State
	Words    string            // what the steps said on the way
	Problems []problem.Problem // paths are input names
	Read     []string          // the inputs that were really read
	Steps    []*Step           // the steps that were taken, in order
}

// evaluator walks an expression for one leaf's answers.
type evaluator struct {
	inputs []Input
	answer func(input string) Answer
}

// eval computes an expression exactly. A branch that is not taken is not read; the worst state of what was read wins.
func (ev evaluator) eval(e Expr) Outcome {
	switch e := e.(type) {
	case Num:
		return Outcome{Value: Whole(e.Value)}
	case Ask:
		return ev.ask(e.Input)
	case Derived:
		return ev.derived(e)
	case Is:
		return ev.is(e)
	case Op:
		return ev.op(e)
	case If:
		return ev.choose(e)
	case Rank:
		return ev.rank(e)
	case *Step:
		return ev.step(e)
	case Stop:
		return ev.stop(e)
	}
	panic("expr: unknown expression")
}

func (ev evaluator) ask(name string) Outcome {
	answer := ev.answer(name)
	state, problems := ev.input(name).Guard(answer)
	return Outcome{Value: Whole(answer.number), State: state, Problems: problems, Read: []string{name}}
}

// derived is good where all that it is reckoned from is, and the number is within its bounds.
func (ev evaluator) derived(e Derived) Outcome {
	out := ev.eval(e.Expr)
	if out.State != Scored {
		return out
	}
	number, _ := out.Value.Number()
	out.State, out.Problems = e.Input.Guard(NumberAnswer(number))
	return out
}

func (ev evaluator) is(e Is) Outcome {
	out := ev.ask(e.Input)
	out.Value = Truth(ev.answer(e.Input).option == e.Option)
	return out
}

func (ev evaluator) input(name string) Input {
	for _, in := range ev.inputs {
		if in.Name == name {
			return in
		}
	}
	panic("expr: a rule names an input that the leaf does not declare: " + name)
}

func (ev evaluator) op(e Op) Outcome {
	var all Outcome
	values := make([]Fraction, len(e.Args))
	for i, arg := range e.Args {
		out := ev.eval(arg)
		values[i] = out.Value
		all = all.and(out, "; ")
	}
	if all.State == Scored {
		all.Value = compute(e.Sym, values)
	}
	return all
}

func (ev evaluator) choose(e If) Outcome {
	cond := ev.eval(e.Cond)
	if cond.State != Scored {
		return cond
	}
	branch := e.Then
	if cond.Value.IsZero() {
		branch = e.Else
	}
	out := ev.eval(branch)
	cond.Words, cond.Steps = "", nil // what a condition computes is not what happened
	taken := cond.and(out, "")
	taken.Value, taken.State = out.Value, out.State
	return taken
}

func (ev evaluator) step(e *Step) Outcome {
	out := ev.eval(e.Expr)
	out.Steps = append(out.Steps, e)
	words := ev.fill(e.Words, e.Args, out)
	switch {
	case strings.Contains(words, "{...}"):
		out.Words = strings.Replace(words, "{...}", out.Words, 1)
	case out.Words == "":
		out.Words = words
	default:
		out.Words = words + " → " + out.Words
	}
	return out
}

func (ev evaluator) stop(e Stop) Outcome {
	out := Outcome{State: e.State}
	if e.Code == "" {
		out.Words = ev.fill(e.Words, e.Args, out)
		return out
	}
	var args []any
	for _, label := range e.Labels {
		args = append(args, label)
	}
	for _, text := range ev.apart(e.Args) {
		args = append(args, text)
	}
	p := problem.New(e.Code, e.Input, args...)
	out.Words, out.Problems = p.Text(), []problem.Problem{p}
	return out
}

// and joins two outcomes that were both read; the value is the caller's to set.
func (out Outcome) and(next Outcome, glue string) Outcome {
	out.State = max(out.State, next.State)
	if out.Words != "" && next.Words != "" {
		out.Words += glue
	}
	out.Words += next.Words
	out.Problems = append(out.Problems, next.Problems...)
	out.Steps = append(out.Steps, next.Steps...)
	for _, name := range next.Read {
		if !slices.Contains(out.Read, name) {
			out.Read = append(out.Read, name)
		}
	}
	return out
}

// fill puts the arguments' values into a step's words.
func (ev evaluator) fill(words string, args []Expr, out Outcome) string {
	for i, arg := range args {
		place := strconv.Itoa(i)
		if strings.Contains(words, "{"+place+"%}") {
			words = strings.ReplaceAll(words, "{"+place+"%}", FormatPercent(ev.eval(arg).Value))
		}
		if strings.Contains(words, DaySlot(i)) {
			n, _ := ev.eval(arg).Value.Number()
			words = strings.ReplaceAll(words, DaySlot(i), FormatDay(n))
		}
		if strings.Contains(words, "{"+place+"}") {
			words = strings.ReplaceAll(words, "{"+place+"}", ev.show(arg))
		}
	}
	if out.State != Scored || !strings.Contains(words, "{=}") {
		return words
	}
	text, exact := FormatValue(out.Value)
	if !exact {
		words = strings.ReplaceAll(words, "= {=}", "≈ {=}")
	}
	return strings.ReplaceAll(words, "{=}", text)
}

func (ev evaluator) show(arg Expr) string {
	text, _ := FormatValue(ev.eval(arg).Value)
	return text
}

// apart shows values with so many digits that different ones look different: "là 4, lớn hơn mức cao nhất là 4" says nothing.
func (ev evaluator) apart(args []Expr) []string {
	values, texts := make([]Fraction, len(args)), make([]string, len(args))
	for i, arg := range args {
		values[i] = ev.eval(arg).Value
		texts[i], _ = FormatValue(values[i])
	}
	for i := range values {
		for j := range values[:i] {
			for places := int32(5); texts[i] == texts[j] && values[i].Cmp(values[j]) != 0 && places <= mostApart; places++ {
				texts[i], texts[j] = FormatNumber(values[i].Round(places)), FormatNumber(values[j].Round(places))
			}
		}
	}
	return texts
}

// mostApart is more digits than any number of a sheet has.
const mostApart = 400

func compute(sym Symbol, v []Fraction) Fraction {
	switch sym {
	case Less:
		return Truth(v[0].Cmp(v[1]) < 0)
	case AtMost:
		return Truth(v[0].Cmp(v[1]) <= 0)
	case Equal:
		return Truth(v[0].Cmp(v[1]) == 0)
	case AtLeast:
		return Truth(v[0].Cmp(v[1]) >= 0)
	case More:
		return Truth(v[0].Cmp(v[1]) > 0)
	}
	total := v[0]
	for _, next := range v[1:] {
		total = Combine(sym, total, next)
	}
	return total
}

func Combine(sym Symbol, a, b Fraction) Fraction {
	switch sym {
	case Add:
		return a.Plus(b)
	case Sub:
		return a.Minus(b)
	case Mul:
		return a.Times(b)
	case Div:
		return a.Over(b)
	case Min:
		if b.Cmp(a) < 0 {
			return b
		}
		return a
	case Max:
		if b.Cmp(a) > 0 {
			return b
		}
		return a
	}
	panic("expr: unknown operation " + string(sym))
}

// Slot is where a step's words take the ith of its arguments.
func Slot(i int) string { return "{" + strconv.Itoa(i) + "}" }

// DaySlot is the same of a day.
func DaySlot(i int) string { return "{" + strconv.Itoa(i) + "/}" }

// Eval computes an expression exactly. It asks for answers by the input's name, and only for those that the value depends
// on; every input that the expression names must be among those given.
func Eval(e Expr, inputs []Input, answer func(input string) Answer) Outcome {
	return evaluator{inputs, answer}.eval(e)
}
