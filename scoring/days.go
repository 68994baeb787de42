package scoring

import (
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// DayEdges are the numbers of a criterion that stand for days: bounds of its answers, and edges of its rule.
func (c *Criterion) DayEdges() []kinds.DayEdge {
	var all []kinds.DayEdge
	for i := range c.Inputs {
		if in := &c.Inputs[i]; in.Kind == expr.DateInput {
			at := c.Number + ".answers." + in.Name
			all = append(all, kinds.DayEdge{Path: at + ".min", Place: &in.Min}, kinds.DayEdge{Path: at + ".max", Place: &in.Max})
		}
	}
	if c.Rule == nil {
		return all
	}
	return append(all, c.Placed().DayEdges()...)
}
