package templates

import (
	"strconv"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/templates/formula"
)

// A percentage is 90 wherever it is reckoned with and 0.9 in its cell, whose format shows 90%: what a person types there, 90 or 90%,
// becomes that in every spreadsheet.

// percentShift is between a percentage and its cell. Times 100 is not exact in binary floats, so [floatPlaces] of it count.
const percentShift = 2

// InCell is the number that stands in the cell of an answer.
func InCell(in expr.Input, n decimal.Decimal) decimal.Decimal {
	if in.Kind == expr.PercentInput {
		return n.Shift(-percentShift)
	}
	return n
}

// FromCell is the reverse of InCell, rounded as the formulas round.
func FromCell(in expr.Input, n decimal.Decimal) decimal.Decimal {
	if in.Kind == expr.PercentInput {
		return n.Shift(percentShift).Round(floatPlaces)
	}
	return n
}

// reckoned is how formulas read the cell of an answer.
func reckoned(in *expr.Input, cell string) string {
	if in.Kind == expr.PercentInput {
		return formula.Call("ROUND", cell+"*100", strconv.Itoa(floatPlaces))
	}
	return cell
}
