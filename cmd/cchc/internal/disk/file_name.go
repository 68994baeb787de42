package disk

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// MaxCode is the length of a unit's code in characters: with the longest folder of an office still a path that Windows takes.
const MaxCode = 64

// deviceNames are what Windows takes for devices, whatever follows a dot.
var deviceNames = [...]string{"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}

// FileNameOf is the name of a unit's form. A code that could not be one on every system is refused, with the reason: it is
// never changed, since two codes could then become one name.
func FileNameOf(code string) (name, fault string) {
	switch first, last := firstRune(code), code[max(len(code)-1, 0):]; {
	case code == "":
		return "", "để trống"
	case len([]rune(code)) > MaxCode:
		return "", fmt.Sprintf("dài quá %d ký tự", MaxCode)
	case isDevice(code):
		return "", "trùng tên thiết bị của Windows"
	case !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return "", "không bắt đầu bằng chữ cái hoặc chữ số"
	case last == "." || last == " ":
		return "", "kết thúc bằng dấu chấm hoặc dấu cách"
	}
	for _, r := range code {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_. ()&+,", r) {
			return "", fmt.Sprintf("có ký tự “%c”", r)
		}
	}
	return code + ".xlsx", ""
}

func firstRune(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}

func isDevice(code string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(code), ".")
	stem = strings.TrimRight(stem, " ")
	if slices.Contains(deviceNames[:], stem) {
		return true
	}
	port, isPort := strings.CutPrefix(stem, "com")
	if !isPort {
		port, isPort = strings.CutPrefix(stem, "lpt")
	}
	return isPort && len([]rune(port)) == 1 && strings.Contains("0123456789¹²³", port)
}

// SafeName is a text as a file may be called on every system, without an ending. What could not be one by itself gets a word in
// front.
func SafeName(text, word string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_. ()&+,", r) {
			return r
		}
		return '-'
	}, text)
	runes := []rune(name)
	name = strings.Trim(string(runes[:min(len(runes), MaxCode)]), " .-_,")
	if _, fault := FileNameOf(name); fault != "" {
		return strings.TrimSpace(word + " " + name)
	}
	return name
}
