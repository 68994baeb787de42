package main

import (
	"strings"
	"testing"
)

// Lines of another edition of one rule set do not rank beside the others: they are named, whatever their points.
func TestLinesOfAnotherEdition(t *testing.T) {
	a, b := resultLine(t, "Sở:A", "0.5"), resultLine(t, "Sở:B", "1")
	_, hash, _ := strings.Cut(b, `"rulesHash":"`)
	status, out, talk := rankRun(t, a+strings.Replace(b, hash[:8], "00000000", 1), "-", "--json")
	if status != statusFindings || strings.Count(out, "\n") != 1 || !strings.Contains(out, `"code":"A"`) || !strings.Contains(talk, "[results-edition]") {
		t.Errorf("status %d, out %s, talk %s", status, out, talk)
	}
}

// What a form itself says is not assessed is named beside the ranking, as long as no list of units vouches for it.
func TestExemptionsAreNamed(t *testing.T) {
	line := strings.Replace(resultLine(t, "Sở:A", "0"), `"exempt":[]`, `"exempt":["1.1"]`, 1)
	_, _, talk := rankRun(t, line, "-", "--json")
	if !strings.Contains(talk, "[results-rescored]") && !strings.Contains(talk, "[results-sum]") {
		t.Errorf("a forged exemption ranks: %s", talk)
	}
}

// Codes that only look alike rank as two units and are named; those that differ by what nobody sees are refused or one unit.
func TestCodesAreNotForged(t *testing.T) {
	for unit, want := range map[string]string{"Sở:В": "[unit-alike]", "Sở:Ｂ": "[unit-twice]", "Sở:B\u200b": "[unit-code]"} {
		_, _, talk := rankRun(t, resultLine(t, "Sở:B", "0.5")+resultLine(t, unit, "1"), "-", "--json")
		if !strings.Contains(talk, want) {
			t.Errorf("%q: %s", unit, talk)
		}
	}
}
