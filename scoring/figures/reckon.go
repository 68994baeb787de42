// Package figures reckons what the secretariat announces after a first pass over all units (số công bố), and puts what was announced
// in the place of the answers that wait for it.
//
// Start with [Reckon]: it takes what each unit [Declared] and gives a [Row] for each figure of the rule set, of each block where
// each has its own. What is announced comes back as a [List], and [List.Supply] puts it into a submission.
//
// It promises that a figure is reckoned exactly and rounded once, to the places that the rules say: the rounded number is what is
// announced and what counts. Who is left out is named, with the reason; nobody counts as 0.
package figures

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
)

// Declared is what one result has to say to the figures.
type Declared struct {
	Unit    scoring.Unit
	File    string
	Answers expr.Answers          // that count, of the leaves that figures are reckoned over
	States  map[string]expr.State // of those leaves
	StandIn bool                  // nobody has appraised them yet
}

// whose tells units apart; one without a code is known by its file.
func (d Declared) whose() string { return cmp.Or(scoring.FoldCode(d.Unit.Code), "/"+d.File) }

// DeclaredBy is what a scored submission has to say.
func DeclaredBy(file string, in *scoring.Submission, r *scoring.Result) Declared {
	d := Declared{Unit: r.Unit, File: file, Answers: expr.Answers{}, States: map[string]expr.State{}}
	d.StandIn = !r.Done || r.Appraised == nil
	for i := range r.RuleSet.Figures {
		part, _, ok := r.RuleSet.Figures[i].Measured()
		node := r.Node(part.Leaf)
		if !ok || node == nil {
			continue
		}
		for key, answer := range in.Counting(r.RuleSet, node.Criterion) {
			d.Answers[key] = answer
		}
		d.States[part.Leaf] = node.Self.State
		if !d.StandIn {
			d.States[part.Leaf] = node.Appraised.State
		}
	}
	return d
}

// Row is a figure as it is announced, for all units or for a block.
type Row struct {
	Figure   *scoring.Figure
	Block    string              // "" of a figure that all units share
	Value    decimal.NullDecimal // rounded; not valid where it comes from outside, or where nobody counts
	Counted  int
	StandIns int // of those counted, how many nobody has appraised yet
	Out      []LeftOut
}

// LeftOut is a unit that does not count, and why.
type LeftOut struct {
	Unit scoring.Unit
	Why  string
}

// Reckon gives the rows of all figures of a set, in its order, and of a block's in the order of the blocks' names.
func Reckon(rs *scoring.RuleSet, all []Declared) []Row {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Declared) int {
		return cmp.Or(strings.Compare(scoring.FoldCode(a.Unit.Code), scoring.FoldCode(b.Unit.Code)), strings.Compare(a.File, b.File))
	})
	times := map[string]int{}
	for _, d := range all {
		times[d.whose()]++
	}
	var rows []Row
	for i := range rs.Figures {
		f := &rs.Figures[i]
		for _, block := range blocksOf(f, all) {
			row := Row{Figure: f, Block: block.name}
			if f.From != scoring.FigureAnnounced {
				row.reckon(rs, block.units, times)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// block is the units that share a figure.
type block struct {
	name  string
	units []Declared
}

// blocksOf parts the units where each block has a figure of its own, upper and lower case alike.
func blocksOf(f *scoring.Figure, all []Declared) []block {
	if f.By != scoring.ByBlock {
		return []block{{"", all}}
	}
	var blocks []block
	for _, d := range all {
		at := slices.IndexFunc(blocks, func(b block) bool { return foldBlock(b.name) == foldBlock(d.Unit.Block) })
		if at < 0 {
			at, blocks = len(blocks), append(blocks, block{name: d.Unit.Block})
		}
		blocks[at].name = min(blocks[at].name, d.Unit.Block)
		blocks[at].units = append(blocks[at].units, d)
	}
	slices.SortFunc(blocks, func(a, b block) int { return strings.Compare(foldBlock(a.name), foldBlock(b.name)) })
	return blocks
}

func foldBlock(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// reckon takes the values of those that count together.
func (row *Row) reckon(rs *scoring.RuleSet, units []Declared, times map[string]int) {
	var values []expr.Fraction
	for _, d := range units {
		value, why := valueOf(rs, row.Figure, d)
		switch {
		case times[d.whose()] > 1:
			why = "có nhiều kết quả"
		case !d.Unit.Ranked:
			why = "không xếp hạng"
		}
		if why != "" {
			row.Out = append(row.Out, LeftOut{d.Unit, why})
			continue
		}
		values = append(values, value)
		if row.Counted++; d.StandIn {
			row.StandIns++
		}
	}
	if len(values) == 0 {
		return
	}
	places := int32(row.Figure.Places)
	value := together(row.Figure.From, values).Round(places)
	if row.Figure.From == scoring.FigureDeviation {
		value = root(variance(values), places)
	}
	row.Value = decimal.NewNullDecimal(value)
}

// variance is the mean of the squares of what values lie from their mean.
func variance(values []expr.Fraction) expr.Fraction {
	mean := together(scoring.FigureMean, values)
	squares := make([]expr.Fraction, len(values))
	for i, value := range values {
		from := value.Minus(mean)
		squares[i] = from.Times(from)
	}
	return together(scoring.FigureMean, squares)
}

// root is the square root, rounded half up to the places. Twice the root is cut to a whole number of the last place, which loses nothing
// that the rounding would see.
func root(f expr.Fraction, places int32) decimal.Decimal {
	whole, _ := f.Num.Mul(decimal.New(4, 2*places)).QuoRem(f.Den, 0)
	twice := new(big.Int).Sqrt(whole.BigInt())
	twice.Add(twice, big.NewInt(1))
	return decimal.NewFromBigInt(twice.Rsh(twice, 1), -places)
}

func together(from scoring.FigureFrom, values []expr.Fraction) expr.Fraction {
	sym := map[scoring.FigureFrom]expr.Symbol{scoring.FigureMax: expr.Max, scoring.FigureMin: expr.Min}[from]
	total := values[0]
	for _, value := range values[1:] {
		total = expr.Combine(cmp.Or(sym, expr.Add), total, value)
	}
	if from == scoring.FigureMean {
		total = total.Over(expr.Whole(decimal.NewFromInt(int64(len(values)))))
	}
	return total
}

// valueOf is what a unit has of what a figure is reckoned over; why says that it does not count.
func valueOf(rs *scoring.RuleSet, f *scoring.Figure, d Declared) (value expr.Fraction, why string) {
	part, of, _ := f.Measured()
	switch d.States[part.Leaf] {
	case expr.NotAssessed:
		return value, "không đánh giá"
	case expr.Invalid:
		return value, "số liệu không dùng được"
	}
	value, why = number(rs, part, d)
	if why != "" || of == (expr.Key{}) {
		return value, why
	}
	below, why := number(rs, of, d)
	switch {
	case why != "":
		return value, why
	case below.IsZero():
		return value, "mẫu số bằng 0"
	}
	return value.Over(below), ""
}

// number is one answer of a unit.
func number(rs *scoring.RuleSet, key expr.Key, d Declared) (value expr.Fraction, why string) {
	in, _ := rs.Find(key.Leaf).Input(key.Input)
	state, _ := in.Guard(d.Answers[key])
	switch n, _ := d.Answers[key].Number(); state {
	case expr.Scored:
		return expr.Whole(n), ""
	case expr.Invalid:
		return value, "số liệu không dùng được"
	}
	return value, "chưa có số liệu"
}
