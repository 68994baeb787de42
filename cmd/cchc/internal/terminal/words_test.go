package terminal

import "testing"

func TestQuotedCannotDrawOnTheScreen(t *testing.T) {
	for text, want := range map[string]string{
		"phiếu.xlsx":             "“phiếu.xlsx”",
		"a\nLỗi: giả":            "“a Lỗi: giả”",
		"\x1b[2Jx":               "“�[2Jx”",
		"\u202Exslx.gnohk\u202C": "“�xslx.gnohk�”",
	} {
		if got := Quoted(text); got != want {
			t.Errorf("quoted(%q) is %q, want %q", text, got, want)
		}
	}
}
