package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/templates"
	"cchc/templates/report"
)

// partForms makes a form for each department of a unit, or of each unit of a list in its own folder, and says what nobody
// answers for. Where anything in the lists is wrong, nothing is written.
func (a *app) partForms(d *desk.Desk, e *desk.Edition, o templateOptions, units []lists.Unit, filled prefill) error {
	data, err := disk.ReadBounded(o.assign)
	if err != nil {
		return err
	}
	charges, problems := lists.ReadCharges(o.assign, data, e.Rules)
	if a.printTableProblems(problems) {
		return errFindings
	}
	if units == nil {
		units = []lists.Unit{{}} // the one that fills in itself who it is
	}
	assigned := handover.Assign(e.Rules, charges)
	printers := partPrinters(e.Rules, assigned)
	made := &formsMade{app: a, desk: d, edition: e, o: o}
	for _, unit := range units {
		if err := made.parts(printers, unit, filled.of(unit)); err != nil {
			return err
		}
	}
	err = made.tell(fmt.Sprintf("%d phiếu cho %d phòng", len(units)*len(printers), len(printers)))
	a.sayUnassigned(e.Rules, assigned, charges)
	return err
}

// unitsOf are the units of the list; nil without one.
func (a *app) unitsOf(e *desk.Edition, o templateOptions) ([]lists.Unit, error) {
	if o.units == "" {
		return nil, nil
	}
	return a.listedUnits(o.units, e.Rules)
}

// parts writes all parts of one unit; those of a listed unit go into a folder of its own.
func (m *formsMade) parts(printers []partPrinter, unit lists.Unit, filling templates.Filling) error {
	folder := m.o.out
	if unit.File != "" {
		folder = filepath.Join(m.o.out, strings.TrimSuffix(unit.File, ".xlsx"))
	}
	var outs []string
	for _, p := range printers {
		outs = append(outs, filepath.Join(folder, p.file))
	}
	if err := disk.PrepareFolder(folder, outs, m.read(m.o)); err != nil {
		return err
	}
	for i, p := range printers {
		form, err := formBytes(p.Printer, filling)
		if err != nil {
			return err
		}
		if err := m.put(outs[i], form); err != nil {
			return err
		}
	}
	return nil
}

// partPrinter writes the part of one department, for any unit.
type partPrinter struct {
	*report.Printer
	file string
}

func partPrinters(rs *scoring.RuleSet, assigned handover.Assignment) []partPrinter {
	var printers []partPrinter
	files := lists.DepartmentFiles(assigned.Departments())
	for _, department := range assigned.Departments() {
		layout := templates.NewPartLayout(rs, templates.Part{Department: department, Assigned: assigned})
		printers = append(printers, partPrinter{report.NewPrinter(layout, toolVersion(), nil), files[department]})
	}
	return printers
}

// sayUnassigned lists what nobody answers for, and departments for which more specific lines have left nothing.
func (a *app) sayUnassigned(rs *scoring.RuleSet, assigned handover.Assignment, charges []handover.Charge) {
	if open := assigned.Unassigned(rs); len(open) > 0 {
		fmt.Fprintln(a.err, "Chưa giao cho phòng nào:")
		for _, node := range open {
			fmt.Fprintf(a.err, "  %s. %s\n", node.Number, terminal.PlainLine(node.Name))
		}
	}
	idle := map[string]bool{}
	for _, charge := range charges {
		for _, department := range charge.Departments {
			if len(assigned.Leaves(rs, department)) == 0 && !idle[department] {
				idle[department] = true
				fmt.Fprintf(a.err, "%s không còn tiêu chí nào vì các dòng cụ thể hơn đã giao cho phòng khác.\n", terminal.PlainLine(department))
			}
		}
	}
}

// printTableProblems lists what is wrong or odd in a table, and says whether it may not be used.
func (a *app) printTableProblems(problems []lists.Problem) bool {
	for _, p := range problems {
		fmt.Fprintln(a.err, terminal.PlainLine(p.String()))
	}
	return lists.Faulty(problems)
}
