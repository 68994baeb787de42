package lists

import (
	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
)

// surveyPlaces is how many decimal places survey points may have.
const surveyPlaces = 6

// ReadSurvey reads the points of the sociological survey (khao-sat.csv or .xlsx: ma, diem), from 0 to most. Where anything is wrong,
// all of it is reported and nothing is given.
func ReadSurvey(file string, data []byte, most decimal.Decimal) (*ranking.Survey, []Problem) {
	t := readTable(file, data, []column{{codeColumn, true, disk.MaxCode, codes}, {pointsColumn, true, 20, figures}})
	if t.at(codeColumn) == 0 || t.at(pointsColumn) == 0 {
		return nil, t.found()
	}
	survey := &ranking.Survey{Max: most, Points: map[string]decimal.Decimal{}}
	seen := map[string]int{}
	for _, row := range t.rows {
		code := t.need(row, codeColumn)
		if code != "" {
			t.unique(row, code, seen)
		}
		survey.Points[code] = t.points(row, most)
	}
	if t.faulty() {
		return nil, t.found()
	}
	return survey, t.found()
}

func (t *table) points(row tableRow, most decimal.Decimal) decimal.Decimal {
	text := t.need(row, pointsColumn)
	if text == "" {
		return decimal.Zero
	}
	d, ok := PlainNumber(text, ",.")
	switch {
	case !ok || -d.Exponent() > surveyPlaces:
		t.report(row.line, t.at(pointsColumn), problem.TableNumber, pointsColumn, text, surveyPlaces)
	case d.GreaterThan(most):
		t.report(row.line, t.at(pointsColumn), problem.TableNumberOutside, pointsColumn, expr.FormatNumber(d), expr.FormatNumber(most))
	}
	return d
}
