package rulebook

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/proof"
)

// maxTrials is how many answers a rule is tried with; more would hide the few that tell.
const maxTrials = 4

// understood says how a rule works: what answers at its edges come to. The words of the rule stand in their own column, and are not
// said again; levels say by themselves what they give.
func understood(rs *scoring.RuleSet, c *scoring.Criterion) string {
	const same = "Như cột Cách tính."
	switch c.Rule.(type) {
	case *kinds.Manual:
		return "Người thẩm định cho điểm."
	case *kinds.Levels, *kinds.Fixed:
		return same
	}
	lines := []string{same + " Thử:"}
	for _, row := range trials(proof.Boundaries(rs, c)) {
		lines = append(lines, "– "+trialText(c, row))
	}
	if len(lines) == 1 {
		return same
	}
	return strings.Join(lines, "\n")
}

// trials are the first answers for each thing that comes of them: points, the highest first, then what is no points. Answers
// that break a bound tell nothing of the rule.
func trials(rows []proof.Boundary) []proof.Boundary {
	var chosen []proof.Boundary
	for _, row := range rows {
		known := func(other proof.Boundary) bool {
			return other.Tally.State == row.Tally.State && other.Tally.Points.Equal(row.Tally.Points)
		}
		if (row.Tally.State == expr.Scored || row.Tally.State == expr.NotAssessed) && !slices.ContainsFunc(chosen, known) {
			chosen = append(chosen, row)
		}
	}
	slices.SortStableFunc(chosen, func(a, b proof.Boundary) int {
		if a.Tally.State != b.Tally.State {
			if a.Tally.State == expr.Scored {
				return -1
			}
			return 1
		}
		return b.Tally.Points.Cmp(a.Tally.Points)
	})
	if extra := len(chosen) - maxTrials; extra > 0 {
		chosen = slices.Delete(chosen, 1, 1+extra) // the highest and the lowest tell most
	}
	return chosen
}

// trialText says what answers come to, in the words of the explanation that a unit gets; a sum's is too long, and says its points only.
func trialText(c *scoring.Criterion, row proof.Boundary) string {
	switch c.Rule.(type) {
	case *kinds.Ratio, *kinds.Bands, *kinds.Count:
		said, _, _ := strings.Cut(row.Tally.Explanation, "; hụt ") // what is short of the maximum is for units
		return said
	}
	var given []string
	for _, in := range c.Inputs {
		answer := row.Answers[c.Key(in.Name)]
		if d, ok := answer.Number(); ok {
			given = append(given, in.Name+" = "+in.Words(d))
		}
		if option, ok := answer.Option(); ok {
			given = append(given, in.Name+": "+in.Options[option-1])
		}
	}
	result := row.Tally.State.Words()
	if row.Tally.State == expr.Scored {
		result = expr.FormatNumber(row.Tally.Points) + " điểm"
	}
	return strings.Join(given, "; ") + " → " + result
}
