// Package problem holds everything wrong or worth a look that a person may be told: its code, its severity, its sentence and
// its remedy, in Vietnamese.
//
// Start with [New], which makes a [Problem] of a [Code]; [Problem.Text] and [Problem.Remedy] say it. A new sentence is a code
// and an entry in the table of the file of its place: form.go and typed.go for what is found while a form's cells are read,
// answers.go for what is found while they are scored, workbook.go for the file around them, yaml.go and rules.go for rule sets,
// table.go for lists, and so on.
//
// It imports nothing of ours. A code never changes once published, and none is without words (a test walks over all).
package problem

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Severity says whether a problem stands in the way of a score.
type Severity int

// An error leaves something unscored or refuses a file; a warning is something a person should look at.
const (
	Warning Severity = iota
	Error
)

// String is the stable English word that JSON carries.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Code names a kind of problem. It never changes once published: scripts rely on it.
type Code string

// Problem is one thing found wrong, in a unit's answers, a workbook or a rule set. It knows no file and
// no cell: Path is an answer's key ("1.1:b"), a criterion's number or a path into the rules
// ("1.4.2.rule.sum.parts[0].max"), and the packages at the edges turn it into a place.
type Problem struct {
	Code     Code
	Severity Severity
	Path     string
	Args     []string // what the wording's {0}, {1}, … stand for
	Accepted string   // of a finding about rules: why its author lets it stand, or ""
}

// wording is how a problem reads: what was found, and what to do about it.
type wording struct {
	severity     Severity
	text, remedy string
}

// New makes a problem of the code's usual severity. The arguments fill the wording's places in order.
// It panics on a code without a wording: that is a slip of ours, which the test over all codes finds.
func New(code Code, path string, args ...any) Problem {
	w, ok := wordings(code)
	if !ok {
		panic(fmt.Sprintf("problem: no wording for problem %q", code))
	}
	p := Problem{Code: code, Severity: w.severity, Path: path}
	for _, a := range args {
		p.Args = append(p.Args, fmt.Sprint(a))
	}
	return p
}

// Text says what was found, in Vietnamese, with the values put in.
func (p Problem) Text() string {
	w, _ := wordings(p.Code)
	return fill(w.text, p.Args)
}

// Remedy says what to do about it, in Vietnamese.
func (p Problem) Remedy() string {
	w, _ := wordings(p.Code)
	return fill(w.remedy, p.Args)
}

// Words say what all findings of a code have in common, with … for what differs, and what to do about them. An unknown code, as
// another program's notes may hold, is only named.
func (c Code) Words() (text, remedy string) {
	w, ok := wordings(c)
	if !ok {
		return string(c), ""
	}
	return gap.ReplaceAllString(w.text, "…"), gap.ReplaceAllString(w.remedy, "…")
}

// gap is a place of a wording.
var gap = regexp.MustCompile(`\{\d\}`)

// Codes lists every problem code there is, sorted: tests walk it, so that none stays untested.
func Codes() []Code {
	var all []Code
	for _, table := range wordingTables {
		for code := range table {
			all = append(all, code)
		}
	}
	slices.Sort(all)
	return all
}

// Known says that there is such a code.
func Known(code Code) bool {
	_, ok := wordings(code)
	return ok
}

// wordingTables holds the words of every problem, a table for each place where problems arise.
var wordingTables = []map[Code]wording{
	answerWordings,
	ruleWordings,
	fileWordings,
	diffWordings,
	workbookWordings,
	formWordings,
	filledWordings,
	tableWordings,
	batchWordings,
	handsWordings,
	againWordings,
	standingWordings,
	typedWordings,
	statementWordings,
	bookWordings,
	appraiseWordings,
	suppliedWordings,
	reckonedWordings,
	noticeWordings,
	classWordings,
}

func wordings(code Code) (wording, bool) {
	for _, table := range wordingTables {
		if w, ok := table[code]; ok {
			return w, true
		}
	}
	return wording{}, false
}

// fill puts the arguments into {0}, {1}, …; a place without an argument stays as it is.
func fill(template string, args []string) string {
	if len(args) == 0 {
		return template
	}
	pairs := make([]string, 0, 2*len(args))
	for i, arg := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", arg)
	}
	return strings.NewReplacer(pairs...).Replace(template)
}
