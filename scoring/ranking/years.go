package ranking

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
)

// Past is a ranking of another year, as far as this one is held against it.
type Past struct {
	Year  int
	Rules *scoring.RuleSet    // nil where only a printed ranking is known
	Full  decimal.NullDecimal // points of which percentages are the share; not valid where not known
	Units []PastUnit          // in the order of that ranking
	Areas map[string][]AreaMean
	Twice []string // codes of units with several results, which say nothing
}

// PastUnit is where a unit stood.
type PastUnit struct {
	Unit  scoring.Unit
	Rank  int                 // 0 for a unit without one
	Index decimal.NullDecimal // what ranked, in per cent, rounded to two places; not valid where the unit had none
	Open  bool                // it was provisional
}

// Change is a unit against an earlier year.
type Change struct {
	Was    *PastUnit           // nil where the year does not have it
	ByName bool                // found by its name, as its code was another one or missing
	Points decimal.NullDecimal // of per cent, by the rounded values that both years print; not valid where one of them has none
}

// PastOf takes a ranking as the past of another one.
func PastOf(r *Ranking) Past {
	past := Past{Year: r.Rules.Year, Rules: r.Rules, Areas: map[string][]AreaMean{}}
	twice := map[string]bool{}
	for i := range r.Blocks {
		b := &r.Blocks[i]
		past.Areas[strings.ToLower(b.Name)] = b.Areas
		for j := range b.Places {
			p := &b.Places[j]
			past.Full = decimal.NewNullDecimal(p.FullMax())
			if p.Unranked == UnitRepeated {
				if key := identity(p.Unit); !twice[key] {
					past.Twice = append(past.Twice, cmp.Or(p.Unit.Code, p.Unit.Name))
					twice[key] = true
				}
				continue
			}
			past.Units = append(past.Units, PastUnit{Unit: p.Unit, Rank: p.Rank, Index: p.Index(meanPlaces), Open: p.Counting.Provisional()})
		}
	}
	return past
}

// Beside holds the ranking against earlier ones, which it keeps from the latest back; each place then knows where its unit stood.
// A unit is known by its code, else by its name, where just one unit of the other year is called so and is nobody else's by code.
func (r *Ranking) Beside(pasts []Past) {
	r.Pasts = slices.Clone(pasts)
	slices.SortStableFunc(r.Pasts, func(a, b Past) int { return b.Year - a.Year })
	for i := range r.Pasts {
		r.beside(&r.Pasts[i])
	}
}

// beside notes of each place where its unit stood in one year.
func (r *Ranking) beside(past *Past) {
	byCode := map[string]*PastUnit{}
	for i := range past.Units {
		if u := &past.Units[i]; u.Unit.Code != "" {
			byCode[scoring.FoldCode(u.Unit.Code)] = u
		}
	}
	taken := map[*PastUnit]bool{}
	var places []*Place
	for i := range r.Blocks {
		for j := range r.Blocks[i].Places {
			p := &r.Blocks[i].Places[j]
			places = append(places, p)
			if u := byCode[scoring.FoldCode(p.Unit.Code)]; u != nil && p.Unit.Code != "" {
				taken[u] = true
			}
		}
	}
	for _, p := range places {
		change := Change{}
		if p.Unit.Code != "" {
			change.Was = byCode[scoring.FoldCode(p.Unit.Code)]
		}
		if change.Was == nil {
			change.Was = past.called(p.Unit.Name, taken)
			change.ByName = change.Was != nil
			taken[change.Was] = true
		}
		if now := p.Index(meanPlaces); change.Was != nil && change.Was.Index.Valid && now.Valid {
			change.Points = decimal.NewNullDecimal(now.Decimal.Sub(change.Was.Index.Decimal))
		}
		p.Changes = append(p.Changes, change)
		p.years = append(p.years, past.notes(p, change)...)
	}
}

// called finds the unit of a name that is nobody's by code; nil where there is none, or are several.
func (past *Past) called(name string, taken map[*PastUnit]bool) *PastUnit {
	var found *PastUnit
	for i := range past.Units {
		u := &past.Units[i]
		if name == "" || taken[u] || foldName(u.Unit.Name) != foldName(name) {
			continue
		}
		if found != nil {
			return nil
		}
		found = u
	}
	return found
}

func foldName(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// Gone are the units of an earlier year that this ranking does not have, in the order of that year.
func (r *Ranking) Gone(year int) []PastUnit {
	here := map[*PastUnit]bool{}
	for i := range r.Blocks {
		for j := range r.Blocks[i].Places {
			here[r.Blocks[i].Places[j].Changes[year].Was] = true
		}
	}
	var gone []PastUnit
	for i := range r.Pasts[year].Units {
		if u := &r.Pasts[year].Units[i]; !here[u] {
			gone = append(gone, *u)
		}
	}
	return gone
}

// notes say what a reader must know of a unit in that year: that it was not there, was in another block, or is known by its name.
func (past *Past) notes(p *Place, change Change) []string {
	was := change.Was
	same := func(code string) bool { return scoring.FoldCode(code) == scoring.FoldCode(p.Unit.Code) }
	switch {
	case was == nil && slices.ContainsFunc(past.Twice, same):
		return []string{fmt.Sprintf("Năm %d có nhiều kết quả của đơn vị, chưa so được", past.Year)}
	case was == nil:
		return []string{fmt.Sprintf("Không có trong kết quả năm %d", past.Year)}
	}
	var notes []string
	if change.ByName {
		notes = append(notes, fmt.Sprintf("So với năm %d theo tên (mã năm đó: %s)", past.Year, cmp.Or(was.Unit.Code, "không ghi")))
	}
	if foldName(was.Unit.Block) != foldName(p.Unit.Block) {
		notes = append(notes, fmt.Sprintf("Năm %d ở khối %s", past.Year, cmp.Or(was.Unit.Block, "(chưa ghi khối)")))
	}
	return notes
}
