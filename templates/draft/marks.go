package draft

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// validations sets what may be typed. excelize writes these formulas as they are, so they are escaped here.
func (b *builder) validations(s *Sheet) error {
	for _, v := range s.Validations {
		if err := b.file.AddDataValidation(s.Name, excelValidation(v)); err != nil {
			return err
		}
	}
	return nil
}

func excelValidation(v Validation) *excelize.DataValidation {
	dv := excelize.NewDataValidation(true)
	for _, r := range v.Cells {
		dv.SetSqref(r.String())
	}
	dv.Type, dv.Formula1 = "custom", escapeFormula(v.Formula)
	if v.List != "" {
		dv.Type, dv.Formula1 = "list", escapeFormula(v.List)
	}
	if v.HintTitle+v.Hint != "" {
		dv.SetInput(clean(v.HintTitle), clean(v.Hint))
	}
	dv.SetError(excelize.DataValidationErrorStyleStop, clean(v.ErrorTitle), clean(v.Error))
	return dv
}

func escapeFormula(f string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(clean(f))
}

// conditions sets the conditional formats; where two hold, the first in order wins.
func (b *builder) conditions(s *Sheet) error {
	for _, m := range s.Marks {
		option, err := b.condition(m)
		if err != nil {
			return err
		}
		if err := b.file.SetConditionalFormat(s.Name, m.Cells.String(), []excelize.ConditionalFormatOptions{option}); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) condition(m Mark) (excelize.ConditionalFormatOptions, error) {
	switch len(m.Scale) {
	case 0:
		style, err := b.markStyle(m)
		return excelize.ConditionalFormatOptions{Type: "formula", Criteria: clean(m.Formula), Format: style}, err
	case 2:
		return excelize.ConditionalFormatOptions{Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max",
			MinColor: "#" + m.Scale[0], MaxColor: "#" + m.Scale[1]}, nil
	default:
		return excelize.ConditionalFormatOptions{Type: "3_color_scale", Criteria: "=", MinType: "min", MidType: "percentile",
			MaxType: "max", MinColor: "#" + m.Scale[0], MidColor: "#" + m.Scale[1], MaxColor: "#" + m.Scale[2]}, nil
	}
}

// quiet tells Excel to keep its green marks away.
func (b *builder) quiet(s *Sheet) error {
	for _, r := range s.Quiet {
		for _, mark := range []excelize.IgnoredErrorsType{excelize.IgnoredErrorsNumberStoredAsText, excelize.IgnoredErrorsFormula,
			excelize.IgnoredErrorsFormulaRange} {
			if err := b.file.AddIgnoredErrors(s.Name, r.String(), mark); err != nil {
				return err
			}
		}
	}
	return nil
}
