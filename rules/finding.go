package rules

import (
	"cmp"
	"fmt"
	"slices"

	"cchc/scoring/problem"
)

// Finding is a problem at its place in a file.
type Finding struct {
	problem.Problem
	File   string // as the caller named it
	Line   int    // from 1; 0 where the finding is about the whole file
	Column int    // in characters, from 1
	Source string // the line itself, without its end; "" where it is too long to be shown
}

// String says all in one line: place, severity, what was found, its code, and what to do, or why it was accepted.
func (f Finding) String() string {
	if f.Accepted != "" {
		return fmt.Sprintf("%s: đã xem xét: %s [%s] — %s", f.place(), f.Text(), f.Code, f.Accepted)
	}
	return fmt.Sprintf("%s: %s: %s [%s] — %s", f.place(), severityWord(f.Severity), f.Text(), f.Code, f.Remedy())
}

func (f Finding) place() string {
	if f.Line == 0 {
		return f.File
	}
	return fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
}

func severityWord(s problem.Severity) string {
	if s == problem.Error {
		return "lỗi"
	}
	return "cảnh báo"
}

// maxFindings is how many findings of one file are listed; nobody reads more, and a hostile file has half a million.
const maxFindings = 500

// ordered sorts findings by place, drops repeated ones and cuts the list where it gets out of hand.
func ordered(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Code, b.Code), slices.Compare(a.Args, b.Args))
	})
	findings = slices.CompactFunc(findings, Finding.same)
	if more := len(findings) - maxFindings; more > 0 {
		rest := Finding{Problem: problem.New(problem.SetMoreFindings, "", more), File: findings[0].File}
		findings = append(findings[:maxFindings:maxFindings], rest)
	}
	return findings
}

func (f Finding) same(g Finding) bool {
	return f.File == g.File && f.Line == g.Line && f.Column == g.Column && f.Code == g.Code && slices.Equal(f.Args, g.Args)
}

// Faulty says that one of the findings is an error that nobody has accepted.
func Faulty(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == problem.Error && f.Accepted == "" })
}
