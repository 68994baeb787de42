package kinds

import (
	"slices"
	"strconv"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// SummandRecord is what an answer counts in one that is reckoned, as a record of the YAML.
type SummandRecord struct{ *expr.Term }

// Fields lists its keys.
func (t SummandRecord) Fields() []Field {
	return []Field{
		{"answer", "số liệu", "an answer of the same leaf", true, (*InputName)(&t.Answer)},
		{"times", "hệ số", "what one of it counts; below 0 where it is taken off", true, &t.Times},
	}
}

// terms is the list of them.
type terms struct{ items *[]expr.Term }

func (l terms) Append() Record {
	*l.items = append(*l.items, expr.Term{})
	return SummandRecord{&(*l.items)[len(*l.items)-1]}
}

func (l terms) Records() []Record {
	all := make([]Record, len(*l.items))
	for i := range *l.items {
		all[i] = SummandRecord{&(*l.items)[i]}
	}
	return all
}

// Spoken is a list that reads as one thing.
type Spoken interface {
	List
	Spoken() string
}

// Spoken says the sum as people write it: "so − 0,5 × tru".
func (l terms) Spoken() string { return expr.Input{From: *l.items}.FromWords() }

// Derived is an answer of a leaf as the core reads it: what it is reckoned from, all the way down, or the answer itself where it is
// not reckoned.
func Derived(inputs []expr.Input, name string) expr.Expr { return derived(inputs, name, nil) }

func derived(inputs []expr.Input, name string, within []string) expr.Expr {
	at := slices.IndexFunc(inputs, func(in expr.Input) bool { return in.Name == name })
	if at < 0 || !inputs[at].IsDerived() || slices.Contains(within, name) {
		return expr.Ask{Input: name}
	}
	within = append(slices.Clip(within), name)
	var more, less []expr.Expr
	for _, t := range inputs[at].From {
		term := expr.Times(derived(inputs, t.Answer, within), t.Times.Abs())
		if t.Times.IsNegative() {
			less = append(less, term)
		} else {
			more = append(more, term)
		}
	}
	return expr.Derived{Input: inputs[at], Expr: difference(more, less)}
}

// difference adds the ones up and takes the others off.
func difference(more, less []expr.Expr) expr.Expr {
	var sum expr.Expr = expr.Int(0)
	switch {
	case len(more) == 1:
		sum = more[0]
	case len(more) > 1:
		sum = expr.Op{Sym: expr.Add, Args: more}
	}
	if len(less) == 0 {
		return sum
	}
	return expr.Op{Sym: expr.Sub, Args: append([]expr.Expr{sum}, less...)}
}

// derive puts what answers are reckoned from into an expression that asks for them. A step that stands in it twice stays one.
func (s Scope) derive(e expr.Expr) expr.Expr {
	if !slices.ContainsFunc(s.Inputs, expr.Input.IsDerived) {
		return e
	}
	d := deriver{s.Inputs, map[*expr.Step]*expr.Step{}}
	return d.derive(e)
}

type deriver struct {
	inputs []expr.Input
	steps  map[*expr.Step]*expr.Step
}

func (d deriver) derive(e expr.Expr) expr.Expr {
	switch e := e.(type) {
	case expr.Ask:
		return Derived(d.inputs, e.Input)
	case expr.Op:
		return expr.Op{Sym: e.Sym, Args: d.all(e.Args)}
	case expr.If:
		return expr.If{Cond: d.derive(e.Cond), Then: d.derive(e.Then), Else: d.derive(e.Else)}
	case expr.Rank:
		e.Args = d.all(e.Args)
		return e
	case expr.Stop:
		e.Args = d.all(e.Args)
		return e
	case *expr.Step:
		return d.step(e)
	}
	return e
}

func (d deriver) step(e *expr.Step) *expr.Step {
	if known := d.steps[e]; known != nil {
		return known
	}
	step := *e
	step.Args, step.Expr = d.all(e.Args), d.derive(e.Expr)
	d.steps[e] = &step
	return &step
}

func (d deriver) all(list []expr.Expr) []expr.Expr {
	out := make([]expr.Expr, len(list))
	for i, e := range list {
		out[i] = d.derive(e)
	}
	return out
}

// CheckFrom says what is wrong with how a leaf's answers are reckoned from others; path is where they stand.
func CheckFrom(inputs []expr.Input, path string) []problem.Problem {
	var problems []problem.Problem
	for _, in := range inputs {
		add := func(i int, key string, fault string) {
			problems = append(problems, problem.New(problem.RuleFrom, path+"."+in.Name+".from["+strconv.Itoa(i)+"]."+key, in.Name, fault))
		}
		if fault := dayFault(inputs, in); fault != "" {
			add(0, "times", fault)
		}
		for i, t := range in.From {
			switch fault := termFault(inputs, in, i); {
			case fault != "":
				add(i, "answer", fault)
			case t.Times.IsZero():
				add(i, "times", "hệ số (times) của “"+t.Answer+"” là 0")
			}
		}
	}
	return problems
}

// termFault says why an answer cannot be reckoned from its ith term; "" where it can, or where the name is missing.
func termFault(inputs []expr.Input, in expr.Input, i int) string {
	name := in.From[i].Answer
	at := slices.IndexFunc(inputs, func(other expr.Input) bool { return other.Name == name })
	earlier := slices.ContainsFunc(in.From[:i], func(t expr.Term) bool { return t.Answer == name })
	switch {
	case name == "":
		return ""
	case at < 0:
		return "tiêu chí không có số liệu “" + name + "”"
	case !inputs[at].IsOrdered():
		return "“" + name + "” không phải là số hoặc ngày"
	case earlier:
		return "“" + name + "” có hai lần"
	case reaches(inputs, name, in.Name, nil):
		return "vòng quanh: “" + name + "” lại tính từ “" + in.Name + "”"
	}
	return ""
}

// reaches says that one answer is, or is reckoned from, another.
func reaches(inputs []expr.Input, from, to string, within []string) bool {
	if from == to {
		return true
	}
	at := slices.IndexFunc(inputs, func(in expr.Input) bool { return in.Name == from })
	if at < 0 || slices.Contains(within, from) {
		return false
	}
	within = append(slices.Clip(within), from)
	return slices.ContainsFunc(inputs[at].From, func(t expr.Term) bool { return reaches(inputs, t.Answer, to, within) })
}

// sources are the answers that some are reckoned from, all the way down; of one that is not reckoned, it itself.
func (s Scope) sources(names []string) []string {
	var all []string
	for _, name := range names {
		for _, source := range expr.InputsOf(Derived(s.Inputs, name)) {
			if !slices.Contains(all, source) {
				all = append(all, source)
			}
		}
	}
	return all
}

// namesIn are the answers that a record of a rule names, with all in it, each once.
func namesIn(r Record, names []string) []string {
	for _, field := range r.Fields() {
		switch place := field.Place.(type) {
		case *InputName:
			if !slices.Contains(names, string(*place)) {
				names = append(names, string(*place))
			}
		case *Rule:
			if *place != nil {
				names = namesIn(*place, names)
			}
		case Record:
			names = namesIn(place, names)
		case List:
			for _, item := range place.Records() {
				names = namesIn(item, names)
			}
		}
	}
	return names
}

// fewerSources adds to the answers of which fewer is better those that others are reckoned from: what is taken off counts the other way
// round. Of one that the rule asks for itself, or that counts both ways, nothing follows.
func (p Placed) fewerSources(fewer []string) []string {
	if !slices.ContainsFunc(p.Inputs, expr.Input.IsDerived) {
		return fewer
	}
	less, more := map[string]bool{}, map[string]bool{}
	for _, name := range p.counted() {
		p.follow(name, slices.Contains(fewer, name), less, more)
	}
	names := slices.Clone(fewer)
	for _, in := range p.Inputs {
		if less[in.Name] && !more[in.Name] && !slices.Contains(names, in.Name) {
			names = append(names, in.Name)
		}
	}
	return names
}

// follow notes of what an answer is reckoned from whether fewer of it is better, or more.
func (s Scope) follow(name string, fewer bool, less, more map[string]bool) {
	in, _ := s.input(InputName(name))
	for _, t := range in.From {
		s.follow(t.Answer, fewer != t.Times.IsNegative(), less, more)
	}
	if fewer {
		less[name] = true
	} else {
		more[name] = true
	}
}

// counted are the answers that the rule names and measures nothing against.
func (p Placed) counted() []string {
	measured := p.measured()
	return slices.DeleteFunc(namesIn(p.Rule, nil), func(name string) bool { return slices.Contains(measured, name) })
}

// BothWays are the answers, by name, that a rule counts and also measures others against, because of what is reckoned from them: with
// one more of them both change, along no straight line.
func (p Placed) BothWays() []string {
	if !slices.ContainsFunc(p.Inputs, expr.Input.IsDerived) {
		return nil
	}
	yardsticks := p.sources(p.measured())
	return slices.DeleteFunc(p.sources(p.counted()), func(name string) bool { return !slices.Contains(yardsticks, name) })
}
