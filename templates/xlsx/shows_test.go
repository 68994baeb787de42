package xlsx

import "testing"

// TestFormatsThatShowAnotherNumber: a code that shows its own digits, none, or hides thousands is told from one that only dresses
// the number up.
func TestFormatsThatShowAnotherNumber(t *testing.T) {
	for code, want := range map[string]NumFormat{
		`"38"`: FormatOther, `0,`: FormatOther, `#,##0,`: FormatOther, `0.0,,"tr"`: FormatOther, `\3\8`: FormatOther, `;;;`: FormatOther, `0"5"`: FormatOther,
		`0`: FormatNumber, `#,##0`: FormatNumber, `0.00`: FormatNumber, `#,##0" đ"`: FormatNumber, `0.00E+00`: FormatNumber, `# ?/?`: FormatNumber,
		`_-* #,##0.00_-;\-* #,##0.00_-;_-* "-"??_-;_-@_-`: FormatNumber, `General`: FormatGeneral, `0%`: FormatPercent, `dd/mm/yyyy`: FormatDate,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%s is %d, want %d", code, got, want)
		}
	}
}
