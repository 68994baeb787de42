package scoring

import (
	"maps"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Settle gives answers that follow from others what they have of those: one that another leaf asks for its unit and bounds, and its
// label where it has none of its own; one that is reckoned is whole where all of it is. Whoever makes a rule set of a text calls it.
func (rs *RuleSet) Settle() {
	for _, leaf := range rs.Leaves() {
		for i := range leaf.Inputs {
			in := &leaf.Inputs[i]
			if source, ok := rs.source(leaf, *in); ok {
				in.Kind, in.Unit, in.Whole, in.Min, in.Max = source.Kind, source.Unit, source.Whole, source.Min, source.Max
				if in.Label == "" {
					in.Label = source.Label
				}
			}
		}
	}
	for _, leaf := range rs.Leaves() {
		if len(kinds.CheckFrom(leaf.Inputs, "")) > 0 {
			continue
		}
		for i := range leaf.Inputs {
			if leaf.Inputs[i].IsDerived() {
				leaf.Inputs[i].Whole = isWhole(leaf, leaf.Inputs[i])
			}
		}
	}
}

// isWhole says that an answer has no fractions.
func isWhole(leaf *Criterion, in expr.Input) bool {
	for _, t := range in.From {
		if from, _ := leaf.Input(t.Answer); !t.Times.IsInteger() || !isWhole(leaf, from) {
			return false
		}
	}
	return in.IsDerived() || in.Whole
}

// source is the answer of another leaf that an answer is; ok is false where it is none, or cannot be.
func (rs *RuleSet) source(leaf *Criterion, in expr.Input) (source expr.Input, ok bool) {
	if in.Use == "" || rs.useFault(leaf, in) != "" {
		return expr.Input{}, false
	}
	key, _ := in.UsedFrom()
	return rs.Find(key.Leaf).Input(key.Input)
}

// useFault says why an answer cannot be the one that it names; "" where it can.
func (rs *RuleSet) useFault(leaf *Criterion, in expr.Input) string {
	key, ok := in.UsedFrom()
	if !ok {
		return "không đúng dạng"
	}
	if key.Leaf == leaf.Number {
		return "đó là số liệu của chính tiêu chí này"
	}
	of := rs.Find(key.Leaf)
	if of == nil || !of.IsLeaf() {
		return "không có tiêu chí " + key.Leaf + " được chấm điểm"
	}
	source, found := of.Input(key.Input)
	switch {
	case !found:
		return "tiêu chí " + key.Leaf + " không có số liệu “" + key.Input + "”"
	case !source.IsNumber():
		return "số liệu đó không phải là số"
	case source.Use != "":
		return "số liệu đó lại lấy từ “" + source.Use + "”: ghi thẳng nơi kê khai"
	case source.IsDerived():
		return "số liệu đó tự tính: lấy từng số mà nó được tính từ, rồi tính lại bằng from"
	case source.Figure != "":
		return "số liệu đó là số công bố: ghi figure: " + source.Figure
	}
	return ""
}

// uses says that another leaf takes an answer.
func (rs *RuleSet) uses(key expr.Key) bool {
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			if in.Use == key.String() {
				return true
			}
		}
	}
	return false
}

// used checks an answer that follows from others.
func (c *checker) used(leaf *Criterion, in expr.Input) {
	path := leaf.Number + ".answers." + in.Name
	switch {
	case in.Use != "" && (in.IsDerived() || in.IsSupplied()):
		c.add(problem.RuleUse, path+".use", in.Name, in.Use, "cũng ghi from, figure hoặc given")
	case in.Use != "":
		if fault := c.rs.useFault(leaf, in); fault != "" {
			c.add(problem.RuleUse, path+".use", in.Name, in.Use, fault)
		}
	case in.IsDerived() && in.IsSupplied():
		c.add(problem.RuleFrom, path+".from", in.Name, "cũng ghi figure hoặc given")
	case in.IsDerived() && in.Kind != expr.NumberInput:
		c.add(problem.RuleFrom, path+".from", in.Name, "không phải là số (kind: number)")
	}
}

// HasReckoned says that some answers follow from others.
func (rs *RuleSet) HasReckoned() bool {
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			if in.IsReckoned() {
				return true
			}
		}
	}
	return false
}

// Reckoned are answers together with those that follow from them, whatever stood there: one that another leaf asks for is what stands
// there, and one that is reckoned is blank where something that it is reckoned from is not good. What belongs to a leaf that is not in
// the set, as in a part of one, stays as it is.
func (rs *RuleSet) Reckoned(answers expr.Answers) expr.Answers {
	if !rs.HasReckoned() {
		return answers
	}
	all := maps.Clone(answers)
	if all == nil {
		all = expr.Answers{}
	}
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			if from, used := in.UsedFrom(); used && rs.Find(from.Leaf) != nil {
				all.Put(leaf.Key(in.Name), answers[from])
			}
		}
	}
	for _, leaf := range rs.Leaves() {
		leaf.Derive(all)
	}
	return all
}

// Derive puts those of the leaf's answers beside the others that are reckoned from them.
func (c *Criterion) Derive(answers expr.Answers) {
	for _, in := range c.Inputs {
		if in.IsDerived() {
			answers.Put(c.Key(in.Name), c.derivedAnswer(in, answers))
		}
	}
}

// Sum is what one of the leaf's answers is reckoned from, as the core; of one that is not reckoned, the answer.
func (c *Criterion) Sum(in expr.Input) expr.Expr {
	e := kinds.Derived(c.Inputs, in.Name)
	if derived, ok := e.(expr.Derived); ok {
		return derived.Expr
	}
	return e
}

// derivedAnswer is what an answer comes to that is reckoned from others of its leaf.
func (c *Criterion) derivedAnswer(in expr.Input, answers expr.Answers) expr.Answer {
	out := c.Eval(c.Sum(in), answers)
	if out.State != expr.Scored {
		return expr.Answer{}
	}
	number, _ := out.Value.Number()
	return expr.NumberAnswer(number)
}

// Guard is the state of one of the leaf's answers: of one that is reckoned the worst of those that it is reckoned from, too.
func (c *Criterion) Guard(input string, answers expr.Answers) expr.State {
	return c.Eval(kinds.Derived(c.Inputs, input), answers).State
}

// Source is the key of the answer that a unit types for one of the leaf's: its own, or that of the leaf which asks for it.
func (c *Criterion) Source(input string) expr.Key {
	in, _ := c.Input(input)
	if from, used := in.UsedFrom(); used {
		return from
	}
	return c.Key(input)
}

// Effective are the answers of a submission that count, with what follows from them: the corrected ones over those that were declared.
func (rs *RuleSet) Effective(in *Submission) expr.Answers {
	if in.Appraisal == nil {
		return rs.Reckoned(in.Answers)
	}
	all := maps.Clone(in.Answers)
	if all == nil {
		all = expr.Answers{}
	}
	for key, answer := range in.Appraisal.Answers {
		all.Put(key, answer)
	}
	return rs.Reckoned(all)
}

// Otherwise lists the answers that follow from others and stand there otherwise, in the order of the rules.
func (rs *RuleSet) Otherwise(answers expr.Answers) []expr.Key {
	var keys []expr.Key
	reckoned := rs.Reckoned(answers)
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			key := leaf.Key(in.Name)
			if was := answers[key]; in.IsReckoned() && !was.IsBlank() && !was.Equal(reckoned[key]) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// WithoutReckoned are answers without those that follow from others.
func (rs *RuleSet) WithoutReckoned(answers expr.Answers) expr.Answers {
	if !rs.HasReckoned() {
		return answers
	}
	typed := maps.Clone(answers)
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			if in.IsReckoned() {
				delete(typed, leaf.Key(in.Name))
			}
		}
	}
	return typed
}
