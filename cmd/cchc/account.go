package main

import (
	"cchc/cmd/cchc/internal/record"
	"cchc/scoring"
	"cchc/scoring/problem"
)

// account is what is told of a workbook that has a result, whether it was scored now or before.
type account struct {
	unit      scoring.Unit
	rules     *scoring.RuleSet
	areas     []areaAccount
	self      scoring.Tally
	appraised *scoring.Tally // nil unless the appraisal is done
	errors    int
	warnings  int
	codes     map[problem.Code]int // how many of each
}

type areaAccount struct {
	area      *scoring.Criterion
	self      scoring.Tally
	appraised *scoring.Tally
}

// counting is the tally that counts.
func (a *account) counting() scoring.Tally {
	if a.appraised != nil {
		return *a.appraised
	}
	return a.self
}

// accountOf is the account of a workbook; nil where it has no result.
func (d *desk) accountOf(s *scored) *account {
	switch {
	case s.rec != nil:
		return d.accountOfRecord(s.rec)
	case s.result == nil:
		return nil
	}
	r := s.result
	a := &account{unit: r.Unit, rules: r.RuleSet, self: r.Self, codes: map[problem.Code]int{}}
	if r.Done {
		a.appraised = r.Appraised
	}
	for i := range r.Nodes {
		if node := &r.Nodes[i]; node.Level == 1 {
			area := areaAccount{node.Criterion, node.Self, nil}
			if r.Done {
				area.appraised = node.Appraised
			}
			a.areas = append(a.areas, area)
		}
	}
	for _, p := range s.problems {
		a.count(p.Code, p.Severity.String())
	}
	return a
}

// accountOfRecord is that of a line of results; nil where the line does not fit its rules, which no note of ours does.
func (d *desk) accountOfRecord(rec *record.Record) *account {
	e, err := d.edition(rec.RuleSet)
	if err != nil {
		return nil
	}
	standing, misfit := rec.Standing(e.rules, 0)
	if misfit != nil {
		return nil
	}
	a := &account{unit: scoring.Unit(rec.Unit), rules: e.rules, codes: map[problem.Code]int{}}
	areas, total := e.rules.Sum(standing.Self)
	a.self = total
	for i := range areas {
		a.areas = append(a.areas, areaAccount{area: &e.rules.Criteria[i], self: areas[i]})
	}
	if standing.Appraised != nil {
		areas, total := e.rules.Sum(standing.Appraised)
		a.appraised = &total
		for i := range areas {
			a.areas[i].appraised = &areas[i]
		}
	}
	for _, p := range rec.Problems {
		a.count(problem.Code(p.Code), p.Severity)
	}
	return a
}

func (a *account) count(code problem.Code, severity string) {
	a.codes[code]++
	if severity == problem.Error.String() {
		a.errors++
	} else {
		a.warnings++
	}
}
