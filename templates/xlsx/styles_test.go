package xlsx

import "testing"

func TestFormatOf(t *testing.T) {
	tests := map[string]NumFormat{
		"General": FormatGeneral, "GENERAL": FormatGeneral, "Standard": FormatGeneral, "": FormatGeneral, `General" điểm"`: FormatGeneral, `"abc"`: FormatGeneral,
		"0": FormatNumber, "0.00": FormatNumber, "#,##0": FormatNumber, "#,##0;[Red]-#,##0": FormatNumber, `#,##0" đ"`: FormatNumber, `#,##0\ \đ`: FormatNumber, "[$₫-42A]#,##0": FormatNumber, "0.00E+00": FormatNumber,
		"# ?/?": FormatNumber, "_(* #,##0_);_(* (#,##0)": FormatNumber, `0\d`: FormatNumber, "0_d": FormatNumber, `0"ngày"`: FormatNumber, "[<=100]0;0": FormatNumber, "[Cyan]0": FormatNumber,
		"0%": FormatPercent, "0.00%;-0.00%": FormatPercent, `0"%"`: FormatNumber, `0\%`: FormatNumber, `[Red]0%`: FormatPercent,
		"dd/mm/yyyy": FormatDate, "[$-42A]dd mmmm yyyy;@": FormatDate, "h:mm": FormatDate, "[h]:mm": FormatDate, "[mm]": FormatDate, "[ss].00": FormatDate, "D/M/YY": FormatDate, "mmm": FormatDate, "e": FormatDate, "ggge": FormatDate, "bbbb": FormatDate, "0;-0;General": FormatNumber, "##0.0E-0": FormatNumber,
		"@": FormatText, `@" a"`: FormatText, "0;-0;0;@": FormatNumber, "General;General;General;@": FormatGeneral,
		"[": FormatGeneral, "[h": FormatDate, `"`: FormatGeneral, `\`: FormatGeneral, "_": FormatGeneral,
	}
	for code, want := range tests {
		if got := formatOf(code); got != want {
			t.Errorf("formatOf(%q) = %d, want %d", code, got, want)
		}
	}
}

func TestBuiltIn(t *testing.T) {
	for id, want := range map[int]NumFormat{0: FormatGeneral, 1: FormatNumber, 4: FormatNumber, 9: FormatPercent, 10: FormatPercent, 11: FormatNumber, 14: FormatDate, 22: FormatDate, 37: FormatNumber, 45: FormatDate, 48: FormatNumber, 49: FormatText, 58: FormatDate, 164: FormatNumber} {
		if got := builtIn(id); got != want {
			t.Errorf("builtIn(%d) = %d, want %d", id, got, want)
		}
	}
}
