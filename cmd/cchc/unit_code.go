package main

import (
	"strconv"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
)

// codeProblem says what the list of units would refuse of a unit's code: such a code would rank as another unit's.
func codeProblem(unit scoring.Unit) *problem.Problem {
	if unit.Code == "" {
		return nil
	}
	if _, fault := disk.FileNameOf(unit.Code); fault != "" {
		p := problem.New(problem.UnitCode, templates.UnitCodeField, strconv.Quote(unit.Code), fault)
		return &p
	}
	return nil
}
