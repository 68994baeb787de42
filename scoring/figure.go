package scoring

import (
	"fmt"
	"strings"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Figure is a number that the secretariat announces (số công bố), and that points depend on though no unit knows it while it fills
// in its form: the best of all units, the mean of a block, the national average. What counts is the number as announced, rounded
// to Places; never what was reckoned before rounding.
type Figure struct {
	Name   string // by which answers and the list of figures know it
	Label  string
	From   FigureFrom // how it comes about
	Over   string     // what it is reckoned over, "3.1:b" or "3.1:b/a"; "" of one that comes from outside
	Places int        // decimal places that it is announced with
	By     FigureBy   // among whom it is reckoned
}

// FigureFrom says how a figure comes about.
type FigureFrom string

// The ways, in the words of the YAML.
const (
	FigureMean      FigureFrom = "mean"
	FigureMax       FigureFrom = "highest"
	FigureMin       FigureFrom = "lowest"
	FigureSum       FigureFrom = "sum"
	FigureDeviation FigureFrom = "deviation" // the standard deviation over the units that count, all of them (n below the line)
	FigureAnnounced FigureFrom = "announced" // by somebody else: a national average, another agency's index
)

// FigureBy says among whom a figure is reckoned.
type FigureBy string

// ByBlock is of a figure that each block of units has its own of.
const ByBlock FigureBy = "block"

// MaxFigurePlaces is how many decimal places a figure may be announced with.
const MaxFigurePlaces = 6

// Fields lists the keys of a figure.
func (f *Figure) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("label", "tên số công bố", "as it is announced", &f.Label),
		kinds.Needed("from", "cách có", "mean, highest, lowest, sum or standard deviation over the units, or announced where it comes from outside",
			kinds.WordOf(&f.From, []string{string(FigureMean), string(FigureMax), string(FigureMin), string(FigureSum), string(FigureDeviation), string(FigureAnnounced)})),
		kinds.Optional("over", "tính trên", `what it is reckoned over: "3.1:b", or a ratio "3.1:b/a"`, &f.Over),
		kinds.Needed("places", "số chữ số thập phân", "decimal places that it is announced with; the rounded number is what counts", &f.Places),
		kinds.Optional("by", "tính riêng theo", "block where each block of units has its own", kinds.WordOf(&f.By, []string{string(ByBlock)})),
	}
}

// RecordName is the name that it stands under.
func (f *Figure) RecordName() string { return f.Name }

// figureDict is the mapping of a set's figures.
type figureDict struct{ items *[]Figure }

// Put adds a figure of that name.
func (d figureDict) Put(name string) kinds.Record {
	*d.items = append(*d.items, Figure{Name: name})
	return &(*d.items)[len(*d.items)-1]
}

// Records are the figures there are.
func (d figureDict) Records() []kinds.Record {
	all := make([]kinds.Record, len(*d.items))
	for i := range *d.items {
		all[i] = &(*d.items)[i]
	}
	return all
}

// Figure finds a figure by name, or nil.
func (rs *RuleSet) Figure(name string) *Figure {
	for i := range rs.Figures {
		if rs.Figures[i].Name == name {
			return &rs.Figures[i]
		}
	}
	return nil
}

// Measured is what a figure is reckoned over: an answer, or one against another. ok is false where Over says neither.
func (f *Figure) Measured() (part, of expr.Key, ok bool) {
	text, below, isRatio := strings.Cut(f.Over, "/")
	part, ok = expr.ParseKey(text)
	if !isRatio {
		return part, expr.Key{}, ok
	}
	of = expr.Key{Leaf: part.Leaf, Input: below}
	return part, of, ok && below != "" && !strings.ContainsAny(below, "/:")
}

// Describe says how a figure comes about, in a sentence.
func (f *Figure) Describe() string {
	words := map[FigureFrom]string{FigureMean: "bình quân", FigureMax: "lớn nhất", FigureMin: "nhỏ nhất", FigureSum: "tổng", FigureDeviation: "độ lệch chuẩn"}[f.From]
	text := "công bố từ bên ngoài"
	if words != "" {
		text = words + " của " + f.Over + " ở các đơn vị"
	}
	if f.By == ByBlock {
		text += ", riêng từng khối"
	}
	if f.Places == 0 {
		return text + ", làm tròn đến số nguyên"
	}
	return fmt.Sprintf("%s, làm tròn %d chữ số thập phân", text, f.Places)
}
