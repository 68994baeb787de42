package rules

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// fill repeats a text up to the size that a file may have.
func fill(text string) string { return strings.Repeat(text, maxBytes/len(text)-1) }

// nestedRule wraps a rule into sums, the deepest thing that work grows with.
func nestedRule(depth int, inner string) string {
	return strings.Repeat("{sum: {parts: [{max: 1, rule: ", depth) + inner + strings.Repeat("}]}}", depth)
}

// inLeaf puts answers and a rule into an otherwise sound set.
func inLeaf(answers, rule string) string {
	return "id: a-1\nkind: b\nyear: 2023\nbasis: c\ntotal: 1\nrounding: {places: 2}\ncriteria:\n" +
		"  - {number: \"1\", name: d, max: 1, text: e, provenance: text, answers: {" + answers + "}, rule: " + rule + "}\n"
}

// manyLeaves makes an otherwise sound set of leaves that are all alike.
func manyLeaves(n int, answers, rule string) string {
	leaf := "  - {number: \"%[1]d\", name: d%[1]d, max: 1, text: e, provenance: text, answers: " + answers + ", rule: " + rule + "}\n"
	return fmt.Sprintf("id: a-1\nkind: b\nyear: 2023\nbasis: c\ntotal: %d\nrounding: {places: 2}\ncriteria:\n", n) + numbered(leaf, n)
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// A hostile file ends in findings, soon. The bound here is wide because test machines are slow; on an ordinary one each
// takes under a second.
func TestHostileFilesEndSoon(t *testing.T) {
	staircase := func() string {
		var b strings.Builder
		for i := range 1400 {
			b.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return b.String()
	}
	tests := []struct{ name, text string }{
		{"open brackets", fill("[")}, {"open braces", fill("{")}, {"braces with keys", fill("a: {")}, {"dashes", fill("- ")},
		{"question marks", fill("? ")}, {"colons", fill(": ")}, {"staircase", staircase()}, {"empty lists", "a: [" + fill("[],") + "]"},
		{"a list", "a: [" + fill("a,") + "]"}, {"a mapping", "{" + fill("a,") + "}"}, {"one key often", fill("a: 1\n")},
		{"many keys", numbered("k%d: 1\n", 90000)}, {"many unknown keys", "{" + numbered("criterio%d: 1, ", 20000) + "}"},
		{"bare keys behind a long text", "{x: \"" + fill("a")[:900000] + "\"" + strings.Repeat(", a", 20000) + "}"},
		{"many bad numbers", "rounding: {" + numbered("places: 1e%d, ", 20000) + "}"}, {"comments", fill("# x\n")},
		{"a fault before comments", "a: b: c\n" + fill("#\n")}, {"a fault after much", fill("a: 1\n") + "b: c: d\n"},
		{"a fault after a list", fill("- a\n") + "b: c: d\n"}, {"a fault within long text", "a: |\n" + fill(" x\n") + "b"},
		{"an open quotation mark", "a: \"" + fill("b\n")}, {"quotation marks", fill("\"a\" ")}, {"block heads", fill("a: |x")},
		{"digits after a block head", "a: |" + fill("1")}, {"a long word", fill("a")}, {"a long number", "total: " + fill("1")},
		{"a long criterion number", "criteria: [{number: \"" + fill("1")[:900000] + "\", criteria: [" + strings.Repeat("{max: x},", 10000) + "]}]"},
		{"special spaces", fill("\u00a0\n")}, {"combining marks", "a: " + fill("e\u0301")}, {"stacked marks", "a: e" + fill("\u0301")},
		{"zero bytes", fill("\x00")}, {"invalid bytes", fill("\xff")}, {"documents", fill("---\n")}, {"anchors", "&a " + fill("- &a x\n")},
		{"billion laughs", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"},
		{"rules in rules", inLeaf("a: {label: x}", nestedRule(8, "{sum: {parts: ["+strings.Repeat("{max: 1, rule: {fixed: {points: 1}}},", 4000)+"]}}"))},
		{"wide rules in rules", inLeaf("a: {label: x}", nestedRule(4, "{sum: {parts: ["+strings.Repeat("{max: 1, rule: {fixed: {points: 1}}},", 3000)+"]}}"))},
		{"sound: many answers", inLeaf(numbered("a%[1]d: {label: x%[1]d}, ", 3000), "{count: {tariffs: ["+numbered("{answer: a%d, each: 1},", 3000)+"]}}")},
		{"sound: many cases", inLeaf("a: {label: x}", "{cases: {list: ["+numbered("{when: {answer: a, upTo: %d}, rule: {fixed: {points: 1}}},", 2000)+"]}}")},
		{"sound: many parts", inLeaf(numbered("a%[1]d: {label: x%[1]d, kind: yesNo}, ", 1500), "{sum: {parts: ["+numbered("{max: 1, rule: {levels: {of: a%d, points: [1, 0]}}},", 1500)+"]}}")},
		{"sound: many combinations", manyLeaves(150, "{"+numbered("a%[1]d: {label: x%[1]d}, ", 6)+"}",
			"{cases: {list: [{when: {all: ["+numbered("{answer: a%[1]d, from: 1%[1]d}, ", 6)+"]}, rule: {fixed: {points: 1}}}], else: {fixed: {points: 0}}}}")},
		{"many criteria", "criteria:\n" + strings.Repeat("  - {number: \"1\", name: a, max: 1, notDetailed: true}\n", 3000)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			s := Decode("x.yaml", []byte(test.text)).Proved()
			text := messages(s.Findings)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			} else if took > 300*time.Millisecond {
				t.Logf("took %v", took)
			}
			if sound := strings.HasPrefix(test.name, "sound: "); s.OK() != sound || len(text) > 1<<20 {
				t.Errorf("OK %v, %d bytes of messages", s.OK(), len(text))
			}
		})
	}
}
