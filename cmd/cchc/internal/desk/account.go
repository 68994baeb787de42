package desk

import (
	"cchc/cmd/cchc/internal/record"
	"cchc/scoring"
	"cchc/scoring/problem"
)

// Account is what is told of a workbook that has a result, whether it was scored now or before.
type Account struct {
	Unit      scoring.Unit
	Rules     *scoring.RuleSet
	Areas     []areaAccount
	Self      scoring.Tally
	Appraised *scoring.Tally // nil unless the appraisal is done
	Errors    int
	Warnings  int
	codes     map[problem.Code]int // how many of each
}

type areaAccount struct {
	Area      *scoring.Criterion
	Self      scoring.Tally
	Appraised *scoring.Tally
}

// Counting is the tally that counts.
func (a *Account) Counting() scoring.Tally {
	if a.Appraised != nil {
		return *a.Appraised
	}
	return a.Self
}

// AccountOf is the account of a workbook; nil where it has no result.
func (d *Desk) AccountOf(s *Scored) *Account {
	switch {
	case s.Rec != nil:
		return d.accountOfRecord(s.Rec)
	case s.Result == nil:
		return nil
	}
	r := s.Result
	a := &Account{Unit: r.Unit, Rules: r.RuleSet, Self: r.Self, codes: map[problem.Code]int{}}
	if r.Done {
		a.Appraised = r.Appraised
	}
	for i := range r.Nodes {
		if node := &r.Nodes[i]; node.Level == 1 {
			area := areaAccount{node.Criterion, node.Self, nil}
			if r.Done {
				area.Appraised = node.Appraised
			}
			a.Areas = append(a.Areas, area)
		}
	}
	for _, p := range s.Problems {
		a.count(p.Code, p.Severity.String())
	}
	return a
}

// accountOfRecord is that of a line of results; nil where the line does not fit its rules, which no note of ours does.
func (d *Desk) accountOfRecord(rec *record.Record) *Account {
	e, err := d.Edition(rec.RuleSet)
	if err != nil {
		return nil
	}
	standing, misfit := rec.Standing(e.Rules, 0)
	if misfit != nil {
		return nil
	}
	a := &Account{Unit: scoring.Unit(rec.Unit), Rules: e.Rules, codes: map[problem.Code]int{}}
	areas, total := e.Rules.Sum(standing.Self)
	a.Self = total
	for i := range areas {
		a.Areas = append(a.Areas, areaAccount{Area: &e.Rules.Criteria[i], Self: areas[i]})
	}
	if standing.Appraised != nil {
		areas, total := e.Rules.Sum(standing.Appraised)
		a.Appraised = &total
		for i := range areas {
			a.Areas[i].Appraised = &areas[i]
		}
	}
	for _, p := range rec.Problems {
		a.count(problem.Code(p.Code), p.Severity)
	}
	return a
}

func (a *Account) count(code problem.Code, severity string) {
	a.codes[code]++
	if severity == problem.Error.String() {
		a.Errors++
	} else {
		a.Warnings++
	}
}
