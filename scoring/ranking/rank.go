// Package ranking puts units against each other: blocks, places, means, and points of a survey beside those of the rules.
//
// Start with [Rank]. It takes a [Standing] of each result, plain values that a workbook and a line of JSON give alike, and
// returns the [Ranking]: the units block by block, with what every [Place] rests on and why a unit has none.
//
// It promises exact order: values are compared as fractions, equal ones share a rank (1, 2, 2, 4), a unit with several
// results has no rank, and a mean is given only where all that it averages is there.
package ranking

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// Options says by what units are ranked. The zero value ranks by the appraised result where there is one, by points alone.
type Options struct {
	BySelf bool    // by the self scores, whatever the appraisal says
	Survey *Survey // nil without
	Grades []Grade // in place of the rule set's own classes, by percentage alone
}

// Survey holds points from outside the rule set (điều tra xã hội học), which are added to the points rescaled to the full maximum.
type Survey struct {
	Max    decimal.Decimal
	Points map[string]decimal.Decimal // by the unit's code, any case

	spelt map[string]string // the codes as they were given, by their lower case
}

// Grade is a name for results from a percentage on (Xuất sắc, Tốt, …).
type Grade struct {
	Name string
	From decimal.Decimal // per cent, inclusive
}

// Ranking is the units of a rule set in order of their results, block by block.
type Ranking struct {
	Rules    *scoring.RuleSet
	Options  Options
	Blocks   []Block // by name
	Leaves   []LeafMean
	Pasts    []Past            // earlier years that it is held against, from the latest back
	Problems []problem.Problem // their paths are units' codes
}

// Block is the units that are ranked against each other (khối).
type Block struct {
	Name   string
	Places []Place // those with a rank in its order, then the others; equals by code
	Ranked int     // how many have a rank
	Units  int     // how many units there are: fewer than places where a unit has several results
	Means  Means
	Areas  []AreaMean // in the rule set's order
}

// Place is where a unit stands in its block, and by what.
type Place struct {
	File      string
	Origin    string // of the standing
	Unit      scoring.Unit
	Rank      int // 0 for a unit without one
	Unranked  Unranked
	Self      scoring.Tally
	Appraised *scoring.Tally // nil unless the appraisal is done
	Counting  scoring.Tally  // the one that ranks
	StandIn   bool           // the self score ranks in place of an appraised one that is not there yet
	Areas     []scoring.Tally
	Marks     []scoring.Mark      // of the leaves; like Areas those that count
	Survey    decimal.NullDecimal // valid where the survey has the unit
	Grade     string              // "" below all grades, or where there are none
	Reason    string              // why the grade is not a better one, or none yet; "" where the points alone say it

	Changes []Change // against each of the earlier years

	years   []string // what is to be said of them
	hurdles []scoring.Hurdle
	survey  *Survey
	value   expr.Fraction // what ranks, 0–1
}

// Unranked is why a unit has no rank.
type Unranked int

// The reasons. The later ones are faults that somebody has to put right.
const (
	HasRank         Unranked = iota
	ListedOnly               // the secretariat lists it without ranking it (xep_hang = không)
	NothingAssessed          // all of it left the maximum
	NoSurvey                 // the survey does not have it
	UnitRepeated             // several results are this unit's; which one counts is not for us to say
)

// Rank orders results of a rule set. It compares exact values, never rounded ones; equal values share a rank (1, 2, 2, 4).
// The order of the standings does not matter.
func Rank(rs *scoring.RuleSet, standings []Standing, options Options) Ranking {
	r := Ranking{Rules: rs, Options: options}
	r.Options.Survey = options.Survey.folded()
	all := slices.Clone(standings)
	slices.SortFunc(all, compareStandings)
	results := map[string][]Standing{}
	for _, s := range all {
		results[identity(s.Unit)] = append(results[identity(s.Unit)], s)
	}
	places := make([]Place, len(all))
	for i, s := range all {
		places[i] = r.place(s, len(results[identity(s.Unit)]) > 1)
	}
	r.Blocks = blocks(places)
	for i := range r.Blocks {
		r.Blocks[i].order()
		r.bound(&r.Blocks[i])
		r.Blocks[i].Units = units(r.Blocks[i].Places)
		r.Blocks[i].means(rs)
	}
	r.Leaves = leafMeans(rs, places)
	r.report(places, results)
	return r
}

// compareStandings puts a unit's results together, in an order that does not depend on how they came.
func compareStandings(a, b Standing) int {
	return cmp.Or(strings.Compare(identity(a.Unit), identity(b.Unit)), strings.Compare(a.File, b.File), strings.Compare(a.Origin, b.Origin))
}

// sources names where a unit's results are from.
func sources(results []Standing) string {
	files := map[string]bool{}
	for _, s := range results {
		files[s.File] = true
	}
	var names []string
	for _, s := range results {
		name := s.File
		if s.Origin != "" && len(files) < len(results) {
			name += " (" + s.Origin + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// identity is what makes two results those of one unit.
func identity(u scoring.Unit) string { return scoring.FoldCode(cmp.Or(u.Code, u.Name)) }

// folded is the survey with its codes ready for comparison.
func (s *Survey) folded() *Survey {
	if s == nil {
		return nil
	}
	points, spelt := make(map[string]decimal.Decimal, len(s.Points)), make(map[string]string, len(s.Points))
	for code, d := range s.Points {
		points[scoring.FoldCode(code)], spelt[scoring.FoldCode(code)] = d, code
	}
	return &Survey{s.Max, points, spelt}
}

func (r *Ranking) place(s Standing, repeated bool) Place {
	p := Place{File: s.File, Origin: s.Origin, Unit: s.Unit, Marks: s.Self, survey: r.Options.Survey}
	p.Areas, p.Self = r.Rules.Sum(s.Self)
	p.Counting = p.Self
	if s.Appraised != nil {
		areas, total := r.Rules.Sum(s.Appraised)
		p.Appraised = &total
		if !r.Options.BySelf {
			p.Areas, p.Counting, p.Marks = areas, total, s.Appraised
		}
	}
	p.StandIn = !r.Options.BySelf && s.Appraised == nil
	if survey := r.Options.Survey; survey != nil {
		p.Survey.Decimal, p.Survey.Valid = survey.Points[scoring.FoldCode(p.Unit.Code)]
	}
	p.Unranked = p.unranked(repeated)
	if p.hasIndex() {
		p.value = p.total().Over(expr.Whole(p.FullMax()))
	}
	if p.hasIndex() && !repeated {
		r.grade(&p, s)
	}
	return p
}

// HasGrades says that units are put into grades: those that were asked for, or the rule set's own classes.
func (r *Ranking) HasGrades() bool { return len(r.Options.Grades)+len(r.Rules.Classes) > 0 }

// grade gives a place its grade.
func (r *Ranking) grade(p *Place, s Standing) {
	if len(r.Options.Grades) > 0 {
		p.Grade = r.Options.grade(p.value)
		return
	}
	hurdles := s.SelfHurdles
	if s.Appraised != nil && !r.Options.BySelf {
		hurdles = s.AppraisedHurdles
	}
	p.hurdles = hurdles
	r.classify(p)
}

func (r *Ranking) classify(p *Place) {
	class := r.Rules.Classify(p.value, p.FullMax(), p.hurdles)
	p.Grade, p.Reason = class.Name, class.Reason
}

// bound keeps classes to the share of a block's ranked units that may be put there: of those in the class and the next one. Where units
// that are exactly equal would be parted, none of them is put there.
func (r *Ranking) bound(b *Block) {
	if len(r.Options.Grades) > 0 {
		return
	}
	for i, class := range r.Rules.Classes {
		if !class.AtMost.Valid {
			continue
		}
		var reached []*Place
		below := 0
		for j := range b.Places[:b.Ranked] {
			switch p := &b.Places[j]; {
			case p.Grade == class.Name:
				reached = append(reached, p)
			case i+1 < len(r.Rules.Classes) && p.Grade == r.Rules.Classes[i+1].Name:
				below++
			}
		}
		room := int(class.AtMost.Decimal.Mul(decimal.NewFromInt(int64(len(reached) + below))).IntPart())
		for room > 0 && room < len(reached) && reached[room-1].value.Cmp(reached[room].value) == 0 {
			room--
		}
		for _, p := range reached[min(room, len(reached)):] {
			p.hurdles = r.Rules.Crowded(p.hurdles, i)
			r.classify(p)
		}
	}
}

func (p *Place) unranked(repeated bool) Unranked {
	switch {
	case repeated:
		return UnitRepeated
	case !p.Unit.Ranked:
		return ListedOnly
	case !p.Counting.Assessed().IsPositive():
		return NothingAssessed
	case p.survey != nil && !p.Survey.Valid:
		return NoSurvey
	}
	return HasRank
}

// grade is the grade of a value from 0 to 1: the highest whose bound it reaches.
func (o *Options) grade(value expr.Fraction) string {
	best := Grade{}
	for _, c := range o.Grades {
		reached := value.Times(expr.Whole(hundred)).Cmp(expr.Whole(c.From)) >= 0
		if reached && (best.Name == "" || c.From.GreaterThan(best.From)) {
			best = c
		}
	}
	return best.Name
}

// blocks puts places together by block, upper and lower case alike, in the order of the blocks' names.
func blocks(places []Place) []Block {
	byName := map[string]*Block{}
	var list []*Block
	for _, p := range places {
		key := strings.ToLower(p.Unit.Block)
		b := byName[key]
		if b == nil {
			b = &Block{Name: p.Unit.Block}
			byName[key] = b
			list = append(list, b)
		}
		b.Name = min(b.Name, p.Unit.Block)
		b.Places = append(b.Places, p)
	}
	sorted := make([]Block, len(list))
	for i, b := range list {
		sorted[i] = *b
	}
	slices.SortFunc(sorted, func(a, b Block) int {
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return sorted
}

// order sorts a block's places, which stand in the order of their codes, and counts ranks.
func (b *Block) order() {
	slices.SortStableFunc(b.Places, func(p, q Place) int {
		if p.Unranked != HasRank || q.Unranked != HasRank {
			return cmp.Compare(min(p.Unranked, 1), min(q.Unranked, 1))
		}
		return q.value.Cmp(p.value)
	})
	for i := range b.Places {
		p := &b.Places[i]
		if p.Unranked != HasRank {
			return
		}
		b.Ranked = i + 1
		p.Rank = i + 1
		if i > 0 && p.value.Cmp(b.Places[i-1].value) == 0 {
			p.Rank = b.Places[i-1].Rank
		}
	}
}

// report says what stands in the way of a full ranking.
func (r *Ranking) report(places []Place, results map[string][]Standing) {
	known := map[string]bool{}
	for i, p := range places {
		key := identity(p.Unit)
		known[key] = true
		switch {
		case p.Unranked == NoSurvey:
			r.add(problem.SurveyMissing, p.Unit.Code, p.Unit.Name)
		case p.Unranked == UnitRepeated && (i == 0 || identity(places[i-1].Unit) != key):
			r.add(problem.UnitTwice, p.Unit.Code, cmp.Or(p.Unit.Name, p.Unit.Code), sources(results[key]))
		}
	}
	r.reportAlike(places)
	if r.Options.Survey == nil {
		return
	}
	var strangers []string
	for code := range r.Options.Survey.Points {
		if !known[code] {
			strangers = append(strangers, code)
		}
	}
	slices.Sort(strangers)
	for _, code := range strangers {
		spelt := r.Options.Survey.spelt[code]
		r.add(problem.SurveyUnknown, spelt, spelt)
	}
}

func (r *Ranking) add(code problem.Code, path string, args ...any) {
	r.Problems = append(r.Problems, problem.New(code, path, args...))
}
