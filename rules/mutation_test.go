package rules_test

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"gopkg.in/yaml.v3"

	"cchc/rules"
)

// mutant is one small slip of an author: a figure or an edge of the 2023 set that is not what the decision says.
type mutant struct {
	kind         string
	line, column int
	old, new     string
}

func (m mutant) String() string {
	return fmt.Sprintf("%s at %d:%d %s → %s", m.kind, m.line, m.column, m.old, m.new)
}

func (m mutant) apply(lines []string) []byte {
	changed := append([]string(nil), lines...)
	runes := []rune(changed[m.line-1])
	changed[m.line-1] = string(runes[:m.column-1]) + m.new + string(runes[m.column-1+len([]rune(m.old)):])
	return []byte(strings.Join(changed, "\n"))
}

var (
	plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
	otherEdge   = map[string]string{"from": "above", "above": "from", "upTo": "below", "below": "upTo"} // open for closed
	otherWay    = map[string]string{"from": "upTo", "above": "below", "upTo": "from", "below": "above"} // ≥ for ≤
	noFigures   = []string{"examples", "announced", "year"}
)

// mutants gathers the slips of a tree: of every figure that counts, and of every edge.
type mutants struct{ all []mutant }

func (m *mutants) add(kind string, n *yaml.Node, text string) {
	m.all = append(m.all, mutant{kind, n.Line, n.Column, n.Value, text})
}

// number changes a figure's last digit, and its sign.
func (m *mutants) number(n *yaml.Node) {
	if !plainNumber.MatchString(n.Value) || n.Style != 0 {
		return
	}
	last := n.Value[len(n.Value)-1]
	digit := last + 1
	if last == '9' {
		digit = '8'
	}
	m.add("figure", n, n.Value[:len(n.Value)-1]+string(digit))
	if strings.Trim(n.Value, "-0.") != "" {
		if positive, negative := strings.CutPrefix(n.Value, "-"); negative {
			m.add("sign", n, positive)
		} else {
			m.add("sign", n, "-"+n.Value)
		}
	}
}

func (m *mutants) edge(key *yaml.Node, inCondition bool) {
	if other := otherEdge[key.Value]; other != "" {
		m.add("edge", key, other)
		if inCondition {
			m.add("comparison", key, otherWay[key.Value])
		}
	}
}

func (m *mutants) walk(n *yaml.Node, inCondition bool) {
	if n.Kind == yaml.ScalarNode {
		m.number(n)
	}
	for i, child := range n.Content {
		if n.Kind != yaml.MappingNode {
			m.walk(child, inCondition)
			continue
		}
		if key := n.Content[i-i%2]; i%2 == 1 && !slices.Contains(noFigures, key.Value) {
			m.edge(key, inCondition)
			m.walk(child, inCondition || key.Value == "when")
		}
	}
}

// TestMutants changes each figure and each edge of the 2023 set in turn: decoding, sums, proofs and the examples beside the rules
// must catch at least 95 % of the slips of each kind. The survivors are logged.
func TestMutants(t *testing.T) {
	data, err := os.ReadFile("hai-phong-so-nganh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	total, survive := tryMutants(t, data)
	for kind, least := range map[string]int{"figure": 300, "sign": 250, "edge": 20, "comparison": 4} {
		t.Logf("%s: %d of %d caught", kind, total[kind]-survive[kind], total[kind])
		if total[kind] < least {
			t.Errorf("only %d mutants of kind %q: the set is not gone through", total[kind], kind)
		}
		if survive[kind]*20 > total[kind] {
			t.Errorf("%d of %d mutants of kind %q survive, more than 5 %%", survive[kind], total[kind], kind)
		}
	}
}

// TestMutantsOfShapes does the same to a leaf of each shape that the 2023 set has no need of: every slip is caught.
func TestMutantsOfShapes(t *testing.T) {
	for file, least := range map[string]int{"shapes.yaml": 150, "reckoned.yaml": 35} {
		data, err := os.ReadFile("../testdata/rules/ok/" + file)
		if err != nil {
			t.Fatal(err)
		}
		total, survive := tryMutants(t, data)
		if all := total["figure"] + total["sign"] + total["edge"] + total["comparison"]; all < least || len(survive) > 0 {
			t.Errorf("%s: of %v survive %v", file, total, survive)
		}
	}
}

// tryMutants counts the slips of each kind, and those that nothing catches.
func tryMutants(t *testing.T, data []byte) (total, survive map[string]int) {
	t.Helper()
	var tree yaml.Node
	if err := yaml.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	var m mutants
	m.walk(tree.Content[0], false)
	if isNoticed(data) {
		t.Fatal("the set itself has findings that nobody accepted")
	}
	lines := strings.Split(string(data), "\n")
	total, survive = map[string]int{}, map[string]int{}
	for i, caught := range caughtOf(m.all, lines) {
		total[m.all[i].kind]++
		if !caught {
			survive[m.all[i].kind]++
			t.Logf("survives: %v in %q", m.all[i], strings.TrimSpace(lines[m.all[i].line-1]))
		}
	}
	return total, survive
}

// caughtOf tries the mutants, on all processors.
func caughtOf(all []mutant, lines []string) []bool {
	caught := make([]bool, len(all))
	var wait sync.WaitGroup
	for part := range runtime.NumCPU() {
		wait.Go(func() {
			for i := part; i < len(all); i += runtime.NumCPU() {
				caught[i] = isNoticed(all[i].apply(lines))
			}
		})
	}
	wait.Wait()
	return caught
}

// isNoticed says that there is a finding that nobody accepted. What loading finds saves the proofs, which are the greater part
// of the work.
func isNoticed(data []byte) bool {
	set := rules.Decode("mutant.yaml", data)
	noticed := func(f rules.Finding) bool { return f.Accepted == "" }
	return slices.ContainsFunc(set.Findings, noticed) || slices.ContainsFunc(set.Proved().Findings, noticed)
}
