package rules_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"cchc/rules"
)

// mutant is one small slip of an author: a figure or an edge of the 2023 set that is not what the decision says.
type mutant struct {
	line, column int
	old, new     string
}

func (m mutant) String() string {
	return fmt.Sprintf("%d:%d %s → %s", m.line, m.column, m.old, m.new)
}

func (m mutant) apply(lines []string) []byte {
	changed := append([]string(nil), lines...)
	runes := []rune(changed[m.line-1])
	changed[m.line-1] = string(runes[:m.column-1]) + m.new + string(runes[m.column-1+len([]rune(m.old)):])
	return []byte(strings.Join(changed, "\n"))
}

var (
	plainNumber = regexp.MustCompile(`^\d+(\.\d+)?$`)
	edgeKeys    = map[string]string{"from": "above", "above": "from", "upTo": "below", "below": "upTo"}
)

// mutantsOf makes a mutant of every number below the rules and maxima of a tree, and of every edge.
func mutantsOf(n *yaml.Node, inRule bool) []mutant {
	var all []mutant
	for i := 0; i < len(n.Content); i++ {
		child := n.Content[i]
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			value := n.Content[i+1]
			if other := edgeKeys[child.Value]; other != "" && inRule {
				all = append(all, mutant{child.Line, child.Column, child.Value, other})
			}
			if child.Value == "examples" || child.Value == "rounding" || child.Value == "announced" {
				i++
				continue
			}
			if (child.Value == "max" || child.Value == "total") && value.Kind == yaml.ScalarNode {
				all = append(all, numberMutant(value))
			}
			all = append(all, mutantsOf(value, inRule || child.Value == "rule")...)
			if value.Kind == yaml.ScalarNode && inRule && child.Value != "max" && plainNumber.MatchString(value.Value) && value.Style == 0 {
				all = append(all, numberMutant(value))
			}
			i++
			continue
		}
		if inRule && child.Kind == yaml.ScalarNode && plainNumber.MatchString(child.Value) && child.Style == 0 {
			all = append(all, numberMutant(child))
			continue
		}
		all = append(all, mutantsOf(child, inRule)...)
	}
	return all
}

// numberMutant changes a number's last digit.
func numberMutant(n *yaml.Node) mutant {
	last := n.Value[len(n.Value)-1]
	digit := last + 1
	if last == '9' {
		digit = '8'
	}
	return mutant{n.Line, n.Column, n.Value, n.Value[:len(n.Value)-1] + string(digit)}
}

// TestMutants changes each number and edge of the 2023 set in turn: decoding, sums, proofs and the examples beside the rules
// must catch at least 95 % of the slips. The survivors are logged.
func TestMutants(t *testing.T) {
	data, err := os.ReadFile("hai-phong-so-nganh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var tree yaml.Node
	if err := yaml.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	mutants := mutantsOf(tree.Content[0], false)
	lines := strings.Split(string(data), "\n")
	if clean := noticed(data); clean != 0 {
		t.Fatalf("the set itself has %d findings that nobody accepted", clean)
	}
	caught := make([]bool, len(mutants))
	t.Run("each", func(t *testing.T) {
		for part := range 4 {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				for i := part; i < len(mutants); i += 4 {
					caught[i] = noticed(mutants[i].apply(lines)) > 0
				}
			})
		}
	})
	survivors := 0
	for i, m := range mutants {
		if !caught[i] {
			survivors++
			t.Logf("survives: %v in %q", m, strings.TrimSpace(lines[m.line-1]))
		}
	}
	t.Logf("%d of %d mutants caught", len(mutants)-survivors, len(mutants))
	if len(mutants) < 300 {
		t.Errorf("only %d mutants: numbers of the set are passed over", len(mutants))
	}
	if survivors*20 > len(mutants) {
		t.Errorf("%d of %d mutants survive, more than 5 %%", survivors, len(mutants))
	}
}

// noticed counts the findings that nobody accepted.
func noticed(data []byte) int {
	count := 0
	for _, finding := range rules.Decode("mutant.yaml", data).Proved().Findings {
		if finding.Accepted == "" {
			count++
		}
	}
	return count
}
