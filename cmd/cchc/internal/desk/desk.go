package desk

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

// Desk holds what scoring needs besides the files: each rule set with the layout of its form, prepared once and shared
// by all workers.
type Desk struct {
	Catalog *rules.Catalog
	tool    string
	mu      sync.Mutex
	ready   map[string]*Edition
	shelves map[string]*shelf // folders of results, by their clean names
	List    *UnitList         // nil where no list of units was named
	// Announced is what the secretariat announces; nil where no list of that was named.
	Announced *Announced
	// Day is that of the scoring, in words; "" where it was not given: results keep theirs as long as nothing in them changes.
	Day string
	// writing is held while a result is written, so that a kill leaves one temporary file at most, whatever the number of workers.
	writing sync.Mutex
}

// Edition is a rule set made ready for reading and writing its forms.
type Edition struct {
	Set    *rules.Set
	Rules  *scoring.RuleSet
	basis  string // what results by it depend on: the rules, those of the year before, the program
	Layout *templates.Layout
	packer *packer // of notes, for whoever holds desk.writing
	// printer writes forms and scored workbooks of the set.
	Printer *report.Printer
}

// New is a desk with those rule sets; tool is the program's version, which workbooks bear.
func New(catalog *rules.Catalog, tool string) *Desk {
	return &Desk{Catalog: catalog, tool: tool, ready: map[string]*Edition{}, shelves: map[string]*shelf{}}
}

// Tool is the program's version, on which depends what it writes.
func (d *Desk) Tool() string { return d.tool }

// Knows says that a name is the id of a set at hand. What a file says of itself is only ever an id: as a path it would choose
// which file is read.
func (d *Desk) Knows(id string) bool { return slices.Contains(d.Catalog.IDs(), id) }

// Edition gives the rule set of that name. A faulty one, or one without detailed rules, is a *faultySet.
func (d *Desk) Edition(name string) (*Edition, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if e := d.ready[name]; e != nil {
		return e, nil
	}
	set, err := d.Catalog.Load(name)
	if err != nil {
		return nil, err
	}
	if set.Rules == nil {
		return nil, &FaultySet{set.Findings}
	}
	if !set.Rules.Detailed() {
		p := problem.New(problem.SetNotDetailed, "", set.ID)
		return nil, &FaultySet{[]rules.Finding{{Problem: p, File: set.File}}}
	}
	e := &Edition{Set: set, Rules: set.Rules, Layout: templates.NewLayout(set.Rules), basis: set.Rules.RulesHash() + " " + d.tool}
	if set.Previous != nil {
		e.basis += " " + set.Previous.RulesHash()
	}
	e.Printer = report.NewPrinter(e.Layout, d.tool, e.Changes())
	if e.packer, err = newPacker(e); err != nil {
		return nil, err
	}
	d.ready[name] = e
	return e, nil
}

// Changes are those since the previous rule set, nil where that is not at hand or for other units.
func (e *Edition) Changes() *compare.Changes {
	if e.Set.Previous == nil {
		return nil
	}
	changes, refused := compare.Diff(e.Set.Previous, e.Rules)
	if refused != nil {
		return nil
	}
	return &changes
}

// OfForm is the problem of a workbook whose rule set it is.
func (e *FaultySet) OfForm() problem.Problem {
	first := e.Findings[0]
	if first.Code == problem.SetNotDetailed {
		return problem.New(problem.FormNotDetailed, "", first.File)
	}
	return problem.New(problem.FormRulesFaulty, "", first.File)
}

// FaultySet is the error of a rule set that cannot be used, with everything that is wrong with it.
type FaultySet struct{ Findings []rules.Finding }

func (e *FaultySet) Error() string { return e.Findings[0].String() }
