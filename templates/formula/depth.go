package formula

import "strings"

// Depth is how deep a formula nests; brackets in texts do not count.
func Depth(formula string) int {
	depth, deepest := 0, 0
	for i, part := range strings.Split(formula, `"`) {
		if i%2 == 1 {
			continue
		}
		for _, r := range part {
			switch r {
			case '(':
				depth++
				deepest = max(deepest, depth)
			case ')':
				depth--
			}
		}
	}
	return deepest
}
