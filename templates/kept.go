package templates

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
)

// What a scored workbook keeps on its hidden sheet, so that scoring it again says all that the first scoring said: findings about
// what was not taken into it, why an answer could not be used, and what was declared when the unit's form was scored.
const (
	FixedFinding   = "phat_hien:"   // and a number
	FixedCause     = "nguyen_nhan:" // and the answer's path
	FixedDeclared  = "so_lieu_khi_cham"
	FixedExplained = "dau_dien_giai"
)

// Finding is a problem with its place in a workbook, as the hidden sheet keeps it. Of a cause, Text is what the workbook shows in
// the place of what could not be used; of what was typed over a formula, how the matter was appraised then: see [Layout.Decided].
type Finding struct {
	Code     problem.Code     `json:"ma"`
	Severity problem.Severity `json:"muc,omitempty"`
	Path     string           `json:"khoa,omitempty"`
	Args     []string         `json:"gia_tri,omitempty"`
	Sheet    string           `json:"trang,omitempty"`
	Cell     string           `json:"o,omitempty"`
	Text     string           `json:"chu,omitempty"`
}

// Decided is the same as long as nobody appraises otherwise what a cell of the form is about; the path is a finding's.
func (l *Layout) Decided(path string, a *scoring.Appraisal, unread map[string]string) string {
	key, _, _ := strings.Cut(path, "@")
	row, _ := l.Row(key)
	marks := handover.MarksOf(l.Rules, a, unread)
	var lines []string
	for _, path := range slices.Sorted(maps.Keys(marks)) {
		leaf := path[:max(0, strings.IndexAny(path, ":@"))]
		if leaf != "" && (row.Node == nil || leaf == row.Node.Number || strings.HasPrefix(leaf, row.Node.Number+".")) {
			lines = append(lines, path+"="+marks[path])
		}
	}
	return ExplanationSum(strings.Join(lines, "\n"))
}

// Problem is the problem that was kept.
func (f Finding) Problem() problem.Problem {
	return problem.Problem{Code: f.Code, Severity: f.Severity, Path: f.Path, Args: f.Args}
}

const (
	mostKept    = 300
	longestKept = 30_000 // bytes of a line: a cell holds somewhat more
)

// keptLines are the lines of the hidden sheet for all of that.
func (v *filled) keptLines() []NamedValue {
	lines := append(v.declaredLines(), v.causeLines()...)
	for i, f := range v.Findings {
		if i == mostKept {
			break
		}
		if f.Code == problem.ResultTypedOver {
			f.Text = v.Decided(f.Path, v.Submission.Appraisal, v.Unread)
		}
		lines = appendJSON(lines, fmt.Sprint(FixedFinding, i+1), f)
	}
	return append(lines, NamedValue{FixedExplained, v.explained()})
}

// declaredLines tell of the answers that were scored first, whatever became of them since.
func (v *filled) declaredLines() []NamedValue {
	if v.Declared != nil {
		return v.Declared
	}
	declared := map[string]string{}
	answers := v.Typed(v.Submission.Answers)
	for key, answer := range answers {
		if text := Declaration(answer); text != "" {
			declared[key.String()] = text
		}
	}
	return appendJSON(Fingerprints(answers), FixedDeclared, declared)
}

// Declaration is what an answer declares: a number, or # and the number of an option; "" for nothing.
func Declaration(a expr.Answer) string {
	if number, ok := a.Number(); ok {
		return number.String()
	}
	if option, ok := a.Option(); ok {
		return fmt.Sprint("#", option)
	}
	return ""
}

// causeLines say why answers could not be used: what is shown in their cells does not tell it any more.
func (v *filled) causeLines() []NamedValue {
	var lines []NamedValue
	add := func(path string, bad problem.Problem, text string) {
		lines = appendJSON(lines, FixedCause+path, Finding{Code: bad.Code, Severity: bad.Severity, Args: bad.Args, Text: text})
	}
	for _, row := range v.Rows {
		switch {
		case row.Kind == InputRow:
			key := row.Node.Key(row.Input.Name)
			if p, bad := v.declared(row).Bad(); bad {
				add(key.String(), p, v.declaredValue(row).Text)
			}
			if p, bad := v.corrected(row).Bad(); bad {
				add(scoring.AppraisedPath(key), p, v.correctedValue(row).Text)
			}
		case row.Kind == NodeRow && row.Node.IsLeaf():
			if verdict := v.Submission.Appraisal.Set[row.Key]; verdict.Bad != nil {
				add(scoring.VerdictPath(row.Key), *verdict.Bad, v.setPoints(row.Node).Text)
			}
		}
	}
	return lines
}

// explained has a sum of each leaf's explanation, so that words which somebody writes into one are seen.
func (v *filled) explained() string {
	var line []byte
	for i, leaf := range v.Rules.Leaves() {
		if i > 0 {
			line = append(line, ' ')
		}
		line = append(append(line, leaf.Number...), '=')
		line = append(line, ExplanationSum(v.explanation(leaf).Text)...)
	}
	return string(line)
}

// ExplanationSum is the same for the same words.
func ExplanationSum(text string) string {
	return strconv.FormatUint(uint64(crc32.ChecksumIEEE([]byte(text))), 36)
}

// appendJSON appends a line with a value as JSON; one that a cell would not hold is left out.
func appendJSON(lines []NamedValue, name string, value any) []NamedValue {
	text, err := json.Marshal(value)
	if err != nil || len(text) > longestKept {
		return lines
	}
	return append(lines, NamedValue{name, string(text)})
}
