package scoring

import (
	"slices"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// figures checks what the secretariat announces: that it can be reckoned, and that something takes it.
func (c *checker) figures() {
	for i := range c.rs.Figures {
		f := &c.rs.Figures[i]
		at := "figures." + f.Name
		if fault := c.overFault(f); fault != "" {
			c.add(problem.SetFigureOver, at+".over", f.Name, f.Over, fault)
		}
		if f.Places > MaxFigurePlaces {
			c.add(problem.SetFigurePlaces, at+".places", f.Name, f.Places, MaxFigurePlaces)
		}
		if !slices.ContainsFunc(c.rs.Leaves(), func(leaf *Criterion) bool { return leaf.takes(f.Name) }) {
			c.add(problem.SetFigureUnused, at, f.Name)
		}
	}
}

// overFault says why a figure cannot be reckoned over what it names; "" where it can.
func (c *checker) overFault(f *Figure) string {
	switch {
	case f.From == FigureAnnounced && f.Over != "":
		return "số công bố từ bên ngoài không tính trên số liệu của đơn vị"
	case f.From == FigureAnnounced || f.From == "":
		return ""
	case f.Over == "":
		return "chưa nêu tính trên số liệu nào"
	}
	part, of, ok := f.Measured()
	if !ok {
		return "không đúng dạng"
	}
	for _, key := range []expr.Key{part, of} {
		leaf := c.rs.Find(key.Leaf)
		if key == (expr.Key{}) {
			continue
		}
		if leaf == nil {
			return "không có tiêu chí " + key.Leaf
		}
		in, asked := leaf.Input(key.Input)
		switch {
		case !asked || !in.IsNumber():
			return "tiêu chí " + key.Leaf + " không có số liệu dạng số “" + key.Input + "”"
		case in.Figure != "":
			return "“" + key.Input + "” lại là số công bố"
		}
	}
	return ""
}

// takes says that an answer of the leaf is that figure.
func (c *Criterion) takes(figure string) bool {
	return slices.ContainsFunc(c.Inputs, func(in expr.Input) bool { return in.Figure == figure })
}

// supplied checks an answer that the secretariat supplies.
func (c *checker) supplied(in expr.Input, path string) {
	switch {
	case !in.IsSupplied():
	case in.Figure != "" && in.Given != "":
		c.add(problem.RuleSupplied, path, in.Name, "ghi cả figure và given")
	case !in.IsNumber():
		c.add(problem.RuleSupplied, path, in.Name, "không phải là số")
	case in.Figure != "" && c.rs.Figure(in.Figure) == nil:
		c.add(problem.RuleFigureUnknown, path+".figure", in.Name, in.Figure)
	}
}
