package rules_test

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cchc/rules"
)

// everyLine is how many lines of the 2023 set the census goes on by: it takes one line of so many.
var everyLine = flag.Int("every-line", 61, "the census of silence over rule files takes one line of so many; 1 takes all")

// TestCensusOfLines changes lines of the 2023 set, one at a time: a figure, a word, the line gone, the line twice. Either the set's hash
// says that it means something else, which every form and result tells, or a finding names the file, or the line is a remark to
// whoever reads the file. There is no fourth.
func TestCensusOfLines(t *testing.T) {
	data, err := os.ReadFile("hai-phong-so-nganh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	sound := rules.Decode("set.yaml", data)
	changes, told := 0, map[string]int{}
	for at := 0; at < len(lines); at += *everyLine {
		for kind, with := range lineChanges(lines[at]) {
			changed := slices.Concat(lines[:at], with, lines[at+1:])
			what := toldOf(sound, rules.Decode("set.yaml", []byte(strings.Join(changed, "\n")+"\n")))
			if what == "" && isRemark(lines[at]) {
				what = "remark"
			}
			changes, told[what] = changes+1, told[what]+1
			if what == "" {
				t.Errorf("passed over in silence: line %d, %s: %q", at+1, kind, strings.TrimSpace(lines[at]))
			}
		}
	}
	t.Logf("%d changes of lines: %d mean something else, %d are findings, %d are of remarks, %d silent", changes, told["meaning"], told["finding"], told["remark"], told[""])
}

var (
	lineFigure = regexp.MustCompile(`\d`)
	lineWord   = regexp.MustCompile(`\pL{2,}`)
)

// lineChanges are the lines that stand in a line's place.
func lineChanges(line string) map[string][]string {
	changes := map[string][]string{"deleted": nil, "doubled": {line, line}}
	if at := lineFigure.FindAllStringIndex(line, -1); at != nil {
		last := at[len(at)-1]
		digit := string('0' + (line[last[0]]-'0'+1)%10)
		changes["figure"] = []string{line[:last[0]] + digit + line[last[1]:]}
	}
	if at := lineWord.FindAllStringIndex(line, -1); at != nil {
		last := at[len(at)-1]
		changes["word"] = []string{line[:last[0]] + "khácchữ" + line[last[1]:]}
	}
	return changes
}

// toldOf says how a changed set tells that it was changed; "" where it doesn't. The proofs are asked last, being most of the work.
func toldOf(sound, now *rules.Set) string {
	noticed := func(f rules.Finding) bool { return f.Accepted == "" }
	switch {
	case now.Rules == nil || slices.ContainsFunc(now.Findings, noticed):
		return "finding"
	case now.Rules.RulesHash() != sound.Rules.RulesHash() || now.Rules.FormHash() != sound.Rules.FormHash():
		return "meaning"
	case slices.ContainsFunc(now.Proved().Findings, noticed):
		return "finding"
	}
	return ""
}

// isRemark says that a line is there for whoever reads the file, or is blank.
func isRemark(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.HasPrefix(line, "#")
}
