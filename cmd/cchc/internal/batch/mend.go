package batch

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/record"
	"cchc/scoring/problem"
	"cchc/templates/notice"
)

// ToMend are the findings that are a unit's to see to, errors first, of many alike one line with all their places; without those of the
// codes that are told elsewhere.
func ToMend(found []record.Problem, elsewhere ...problem.Code) []notice.Mend {
	var all []notice.Mend
	for _, g := range grouped(found) {
		if slices.Contains(elsewhere, g.code) {
			continue
		}
		own := slices.DeleteFunc(slices.Clone(g.all), func(p record.Problem) bool { return !isForUnit(p) })
		isError := g.severity == problem.Error.String()
		if len(own) <= mostAlone {
			for _, p := range own {
				all = append(all, notice.Mend{Error: isError, Place: strings.TrimSuffix(placeWords(p), ": "), Text: p.Text, Remedy: p.Remedy})
			}
			continue
		}
		text, remedy := g.code.Words()
		all = append(all, notice.Mend{Error: isError, Place: fmt.Sprintf("%d chỗ", len(own)), Text: text + " " + strings.Join(cells(own), "; "), Remedy: remedy})
	}
	return all
}
