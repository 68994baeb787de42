// Package record is a result as a line of JSON, the contract with scripts: what score prints, and what rank reads again.
//
// [New] makes a [Record] of a result, [NewReader] reads lines that nobody vouches for, and [Record.Standing] holds one to a rule
// set. [Lines] writes any object in a line of its own, with nothing in it that a terminal obeys.
package record

import (
	"io"

	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/lists"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates/reader"
)

// Record is the line that score --json writes for one workbook, and that rank reads back. Its shape is public: scripts rely
// on it. Points are decimal strings, so that no reader makes floats of them.
type Record struct {
	File      string    `json:"file"`
	Unit      Unit      `json:"unit"`
	RuleSet   string    `json:"ruleSet"`
	Self      *Total    `json:"self"`            // null where the workbook was refused
	Appraised *Total    `json:"appraised"`       // null unless the appraisal is done
	Class     *Class    `json:"class,omitempty"` // of the total that counts; only where the rule set has classes
	Criteria  []Leaf    `json:"criteria"`        // the leaves, in the rule set's order
	Problems  []Problem `json:"problems"`
	FormHash  string    `json:"formHash"` // of the edition that was scored by
	RulesHash string    `json:"rulesHash"`

	// What the points come from: see Carrying.
	Answers   map[string]*string `json:"answers"`
	Exempt    []string           `json:"exempt"`
	Appraisal *Appraisal         `json:"appraisal"` // null before anybody has appraised
}

type Unit struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Block  string `json:"block"`
	Ranked bool   `json:"ranked"`
}

type Total struct {
	Points      string `json:"points"`
	Max         string `json:"max"`
	AssessedMax string `json:"assessedMax"`
	Percent     string `json:"percent"`
	Rescaled    string `json:"rescaled"`
	Provisional bool   `json:"provisional"`
}

// Class is the class of a unit (xếp loại), why it is that one, and what it lacks to the next.
type Class struct {
	Name   string `json:"name"`   // "" for none, or none yet
	Reason string `json:"reason"` // "" where the points alone say it
	Next   string `json:"next"`
}

type Leaf struct {
	Number    string `json:"number"`
	Max       string `json:"max"`
	Self      Mark   `json:"self"`
	Appraised *Mark  `json:"appraised"`
}

type Mark struct {
	State       string  `json:"state"`
	Points      *string `json:"points"` // null unless scored
	Explanation string  `json:"explanation"`
}

type Problem struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Key      string `json:"key"`
	Cell     string `json:"cell"`
	Text     string `json:"text"`
	Remedy   string `json:"remedy"`
}

// ShownPlaces is to how many places percents are given; points have the rule set's.
const ShownPlaces = 2

// New is the record of a scored workbook.
func New(file string, r *scoring.Result, problems []reader.Problem) Record {
	rec := Refused(file, problems)
	rec.Unit = Unit(r.Unit)
	rec.RuleSet = r.RuleSet.ID
	rec.Self = TotalOf(r.Self, r.RuleSet)
	counts := r.Done && r.Appraised != nil
	if counts {
		rec.Appraised = TotalOf(*r.Appraised, r.RuleSet)
	}
	rec.Class = classOf(r)
	for i := range r.Nodes {
		node := &r.Nodes[i]
		if !node.Criterion.IsLeaf() {
			continue
		}
		leaf := Leaf{Number: node.Criterion.Number, Max: node.Criterion.Max.String(), Self: markOf(node.Self)}
		if counts {
			mark := markOf(*node.Appraised)
			leaf.Appraised = &mark
		}
		rec.Criteria = append(rec.Criteria, leaf)
	}
	return rec
}

// Refused is the record of a workbook that could not be scored: its problems, and nothing else.
func Refused(file string, problems []reader.Problem) Record {
	rec := Record{File: file, Criteria: []Leaf{}, Problems: []Problem{},
		Answers: map[string]*string{}, Exempt: []string{}}
	for _, p := range problems {
		rec.Problems = append(rec.Problems, Problem{Code: string(p.Code), Severity: p.Severity.String(),
			Key: p.Path, Cell: p.Where(), Text: p.Text(), Remedy: p.Remedy()})
	}
	return rec
}

// classOf is the class of what counts; nil where the rule set has none.
func classOf(r *scoring.Result) *Class {
	if len(r.RuleSet.Classes) == 0 {
		return nil
	}
	counting, _ := r.Counting()
	class := Class(r.Class(counting, r.CountingHurdles()))
	return &class
}

func TotalOf(t scoring.Tally, rs *scoring.RuleSet) *Total {
	return &Total{
		Points:      t.Points.String(),
		Max:         t.Max.String(),
		AssessedMax: t.Assessed().String(),
		Percent:     t.Percent(ShownPlaces).String(),
		Rescaled:    t.Rescaled(int32(rs.Rounding.Places)).String(),
		Provisional: t.Provisional(),
	}
}

func markOf(t scoring.Tally) Mark {
	mark := Mark{State: t.State.String(), Explanation: t.Explanation}
	if t.State == expr.Scored {
		points := t.Points.String()
		mark.Points = &points
	}
	return mark
}

// Write puts the record on a line of its own.
func (rec *Record) Write(out io.Writer) error {
	return Lines{out}.Write(rec)
}

// Standing reads the record against the rule set that it names. What does not hold is a problem: the leaves must be those of
// the rule set, and the totals must be what they add up to.
func (rec *Record) Standing(rs *scoring.RuleSet, line int) (ranking.Standing, *problem.Problem) {
	s := ranking.Standing{File: rec.File, Unit: scoring.Unit(rec.Unit)}
	leaves, places := rs.Leaves(), int32(rs.Rounding.Places)
	if len(leaves) != len(rec.Criteria) {
		return s, rec.mismatch(line, "số tiêu chí khác nhau")
	}
	for i := range rec.Criteria {
		leaf := &rec.Criteria[i]
		self, ok := leaf.Self.mark(leaves[i], places)
		if leaf.Number != leaves[i].Number || leaf.Max != leaves[i].Max.String() || !ok {
			return s, rec.mismatch(line, "tiêu chí "+leaf.Number)
		}
		s.Self = append(s.Self, self)
		if (leaf.Appraised == nil) != (rec.Appraised == nil) {
			return s, rec.mismatch(line, "điểm thẩm định của tiêu chí "+leaf.Number)
		}
		if leaf.Appraised == nil {
			continue
		}
		appraised, ok := leaf.Appraised.mark(leaves[i], places)
		if !ok {
			return s, rec.mismatch(line, "điểm thẩm định của tiêu chí "+leaf.Number)
		}
		s.Appraised = append(s.Appraised, appraised)
	}
	return s, rec.wrongSum(rs, line, s)
}

func (rec *Record) mismatch(line int, what string) *problem.Problem {
	p := problem.New(problem.ResultsLeaves, "", line, rec.RuleSet, what)
	return &p
}

// wrongSum finds totals that are not those of the marks.
func (rec *Record) wrongSum(rs *scoring.RuleSet, line int, s ranking.Standing) *problem.Problem {
	_, self := rs.Sum(s.Self)
	sums := []struct {
		name         string
		stated, true *Total
	}{{"self", rec.Self, TotalOf(self, rs)}, {"appraised", rec.Appraised, nil}}
	if s.Appraised != nil {
		_, appraised := rs.Sum(s.Appraised)
		sums[1].true = TotalOf(appraised, rs)
	}
	for _, sum := range sums {
		if sum.stated != nil && sum.true != nil && *sum.stated != *sum.true {
			p := problem.New(problem.ResultsSum, "", line, sum.name, sum.stated.words(), sum.true.words())
			return &p
		}
	}
	return nil
}

func (t Total) words() string {
	text := t.Points + "/" + t.AssessedMax + " = " + t.Percent + "% → " + t.Rescaled + "/" + t.Max
	if t.Provisional {
		text += " (tạm tính)"
	}
	return text
}

// mark reads a mark; ok is false where it is none of the leaf.
func (m Mark) mark(leaf *scoring.Criterion, places int32) (mark scoring.Mark, ok bool) {
	state, known := expr.ParseState(m.State)
	if !known || (m.Points != nil) != (state == expr.Scored) {
		return mark, false
	}
	mark.State = state
	if m.Points == nil {
		return mark, true
	}
	points, ok := lists.PlainNumber(*m.Points, ".")
	mark.Points = points
	return mark, ok && inRange(points, leaf.Max) && points.Equal(points.Round(places))
}

func inRange(d, most decimal.Decimal) bool { return !d.IsNegative() && d.LessThanOrEqual(most) }
