package scoring

import "cchc/scoring/expr"

// bound is one end of a range, in words; the zero value is none.
type bound struct {
	text string
	open bool // the figure itself does not belong to the range
}

// between words a range as decisions do: "từ 20% đến dưới 30%", "từ 5 văn bản trở lên", "dưới 12 tin, bài".
func between(lower, upper bound, unit string) string {
	if unit == "%" {
		lower.text, upper.text, unit = lower.percent(), upper.percent(), ""
	}
	unit = expr.WithUnit(oneLine(unit))
	switch {
	case lower.text == upper.text && !lower.open && !upper.open:
		return "bằng " + lower.text + unit
	case lower.text != "" && upper.text != "":
		return lower.word("trên ", "từ ") + " đến " + upper.word("dưới ", "") + unit
	case lower.text != "" && lower.open:
		return "trên " + lower.text + unit
	case lower.text != "":
		return "từ " + lower.text + unit + " trở lên"
	case upper.open:
		return "dưới " + upper.text + unit
	}
	return "từ " + upper.text + unit + " trở xuống"
}

func (b bound) word(open, closed string) string {
	if b.open {
		return open + b.text
	}
	return closed + b.text
}

func (b bound) percent() string {
	if b.text == "" {
		return ""
	}
	return b.text + "%"
}
