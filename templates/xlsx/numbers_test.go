package xlsx

import (
	"strings"
	"testing"
)

func TestParseNumber(t *testing.T) {
	good := map[string]string{
		"0": "0", "-0": "0", "1": "1", "+1": "1", "-1.50": "-1.5", "007": "7", ".5": "0.5", "5.": "5", "1E3": "1000", "1e+3": "1000", "12.5E-1": "1.25",
		"4.9999999999999991": "5", "0.10000000000000001": "0.1", "85.499999999999986": "85.5", "-2.4999999999999996": "-2.5",
		"123456789012345": "123456789012345", "1234567890123456": "1234567890123460", "1234567890123455": "1234567890123460", "0.00012345678901234567": "0.000123456789012346",
		"5.5511151231257827E-17": "0.0000000000000000555111512312578", "1E20": "100000000000000000000", "9999999999999999": "10000000000000000", "0e-20": "0",
		strings.Repeat("0", 39) + "1": "1",
	}
	for raw, want := range good {
		if got, err := ParseNumber(raw); err != nil || got.String() != want {
			t.Errorf("ParseNumber(%q) = %s, %v, want %s", raw, got, err, want)
		}
	}
	for _, raw := range []string{"", " ", "1 ", "1,5", "1.2.3", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e400", "1e21", "1e-21", "1e1000000000", "1e99999999999999999999", "1e1.5", "1e+-5",
		"--1", "+-1", "NaN", "nan", "Inf", "-Infinity", "0x10", "1_000", "１", "1\u00a0", "٣", "1\x00", "TRUE", strings.Repeat("1", 41), "0." + strings.Repeat("0", 40)} {
		if got, err := ParseNumber(raw); err == nil {
			t.Errorf("ParseNumber(%q) = %s, want an error", raw, got)
		}
	}
}

func TestMeant(t *testing.T) {
	good := map[string]string{
		"12": "12", " 12 ": "12", "\u00a012\u00a0": "12", "\t12\n": "12", "１２": "12", "１，５": "1,5", "١٢": "12", "١٬٢٣٤٫٥": "1234,5", "१२": "12", "𝟙𝟚": "12", "1\u200b2": "12", "\u202e12": "12",
		"1,5": "1,5", "1.5": "1,5", "0.125": "0,125", "0,125": "0,125", ",5": "0,5", "1,50": "1,5", "007": "7", "000": "0", "'12": "12", "’12": "12",
		"1.000": "1000 hay 1", "1,000": "1000 hay 1", "1.250": "1250 hay 1,25", "1 000": "1000", "1\u00a0000": "1000", "1'000": "1000", "1.000.000": "1000000", "1.000,5": "1000,5", "1,000.5": "1000,5", "1 000,50": "1000,5",
		"-5": "-5", "- 5": "-5", "−5": "-5", "+5": "5", "–1,5": "-1,5", "-1.000": "-1000 hay -1",
	}
	for text, want := range good {
		if got, ok := Meant(text); !ok || got != want {
			t.Errorf("Meant(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", " ", "a", "12 nhiệm vụ", "10/9", "1.2.3", "1,2,3", "5,", "1..5", "1,5,", "12%", "1e3", "10²", "½", "-", "--5", "1.00.000", "1 2", "١٢a", "không", strings.Repeat("1", 41), strings.Repeat(" ", 1000) + "1"} {
		if got, ok := Meant(text); ok || got != "" {
			t.Errorf("Meant(%q) = %q, want nothing", text, got)
		}
	}
}

// FuzzNumber proves that whatever passes is short, bounded and stays itself when it is spelt and read again.
func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"1", "-1.5e-7", "4.9999999999999991", "1e400", "NaN", "1,5", "0x10", "9999999999999999E4", "1.000", " 12 ", "١٢", "00.000e20"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if guess, ok := Meant(raw); ok == (guess == "") || len(guess) > 4*maxDigits {
			t.Errorf("Meant(%q) = %q, %v", raw, guess, ok)
		}
		d, err := ParseNumber(raw)
		if err != nil {
			return
		}
		again, err := ParseNumber(d.String())
		if len(d.String()) > maxDigits+maxExponent+2 {
			return
		}
		if d.NumDigits() > maxDigits || strings.ContainsAny(raw, "_xXnN,") {
			t.Errorf("ParseNumber(%q) = %s", raw, d)
		}
		if err == nil && !again.Equal(d) {
			t.Errorf("ParseNumber(%q) = %s, read again %s", raw, d, again)
		}
	})
}
