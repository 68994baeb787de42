package main

import (
	"slices"
	"sync"

	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/report"
)

// desk holds what scoring needs besides the files: each rule set with the layout of its form, prepared once and shared
// by all workers.
type desk struct {
	catalog *rules.Catalog
	mu      sync.Mutex
	ready   map[string]*edition
	shelves map[string]*shelf // folders of results, by their clean names
	list    *unitList         // nil where no list of units was named
	// writing is held while a result is written, so that a kill leaves one temporary file at most, whatever the number of workers.
	writing sync.Mutex
}

// edition is a rule set made ready for reading and writing its forms.
type edition struct {
	set    *rules.Set
	rules  *scoring.RuleSet
	basis  string // what results by it depend on: the rules, those of the year before, the program
	layout *templates.Layout
	packer *packer // of notes, for whoever holds desk.writing
	// printer writes forms and scored workbooks of the set.
	printer *report.Printer
}

func (a *app) newDesk() (*desk, error) {
	catalog, err := a.catalog()
	if err != nil {
		return nil, err
	}
	return &desk{catalog: catalog, ready: map[string]*edition{}, shelves: map[string]*shelf{}}, nil
}

// knows says that a name is the id of a set at hand. What a file says of itself is only ever an id: as a path it would choose
// which file is read.
func (d *desk) knows(id string) bool { return slices.Contains(d.catalog.IDs(), id) }

// edition gives the rule set of that name. A faulty one, or one without detailed rules, is a *faultySet.
func (d *desk) edition(name string) (*edition, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if e := d.ready[name]; e != nil {
		return e, nil
	}
	set, err := d.catalog.Load(name)
	if err != nil {
		return nil, err
	}
	if set.Rules == nil {
		return nil, &faultySet{set.Findings}
	}
	if !set.Rules.Detailed() {
		p := problem.New(problem.SetNotDetailed, "", set.ID)
		return nil, &faultySet{[]rules.Finding{{Problem: p, File: set.File}}}
	}
	e := &edition{set: set, rules: set.Rules, layout: templates.NewLayout(set.Rules), basis: set.Rules.RulesHash() + " " + toolVersion()}
	if set.Previous != nil {
		e.basis += " " + set.Previous.RulesHash()
	}
	e.printer = report.NewPrinter(e.layout, toolVersion(), e.changes())
	if e.packer, err = newPacker(e); err != nil {
		return nil, err
	}
	d.ready[name] = e
	return e, nil
}

// changes are those since the previous rule set, nil where that is not at hand or for other units.
func (e *edition) changes() *compare.Changes {
	if e.set.Previous == nil {
		return nil
	}
	changes, refused := compare.Diff(e.set.Previous, e.rules)
	if refused != nil {
		return nil
	}
	return &changes
}

// ofForm is the problem of a workbook whose rule set it is.
func (e *faultySet) ofForm() problem.Problem {
	first := e.findings[0]
	if first.Code == problem.SetNotDetailed {
		return problem.New(problem.FormNotDetailed, "", first.File)
	}
	return problem.New(problem.FormRulesFaulty, "", first.File)
}

// faultySet is the error of a rule set that cannot be used, with everything that is wrong with it.
type faultySet struct{ findings []rules.Finding }

func (e *faultySet) Error() string { return e.findings[0].String() }
