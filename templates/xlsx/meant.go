package xlsx

import (
	"strings"
	"unicode"
)

// Meant guesses the number that a text may have meant, for a remedy only, never for a score: "1,5", " 12 ",
// "1.000", full-width or Arabic digits. The guess is spelt as an official writes it, with a decimal comma. Where one mark
// may part thousands or decimals it gives both, "1000 hay 1". It reports false for a text that doesn't look like a number.
func Meant(text string) (string, bool) {
	if len(text) > 8*maxDigits {
		return "", false
	}
	sign, digits := cutSign(plainDigits(text))
	if digits == "" || len(digits) > maxDigits || strings.Trim(digits, "0123456789., '") != "" {
		return "", false
	}
	guesses := readings(digits)
	for i, guess := range guesses {
		guesses[i] = sign + guess
	}
	return strings.Join(guesses, " hay "), len(guesses) > 0
}

// plainDigits makes every kind of digit, blank and mark the ASCII one, and drops invisible characters, and the blanks and
// apostrophes at the ends.
func plainDigits(text string) string {
	return strings.Trim(strings.Map(plainDigit, text), " '")
}

func plainDigit(r rune) rune {
	switch {
	case r > '！' && r <= '～':
		return r - '！' + '!'
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.Is(unicode.Nd, r):
		return '0' + digitValue(r)
	}
	switch r {
	case '٫':
		return ','
	case '٬', '’', '‘':
		return '\''
	case '−', '–':
		return '-'
	}
	return r
}

// digitValue is the value of a decimal digit of any script: Unicode keeps the ten of a script together, in order.
func digitValue(r rune) rune {
	for _, block := range unicode.Nd.R16 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return (r - rune(block.Lo)) % 10
		}
	}
	for _, block := range unicode.Nd.R32 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return (r - rune(block.Lo)) % 10
		}
	}
	return 0
}

func cutSign(text string) (sign, rest string) {
	if !hasSign(text) {
		return "", text
	}
	return strings.TrimPrefix(text[:1], "+"), strings.TrimSpace(text[1:])
}

// readings are the numbers that digits with marks may stand for: the marks part thousands, or the last one decimals.
func readings(text string) []string {
	if allDigits(text) {
		return []string{withComma(text, "")}
	}
	var all []string
	if isGrouped(text) {
		all = append(all, withComma(onlyDigits(text), ""))
	}
	last := strings.LastIndexAny(text, ".,")
	if last < 0 || strings.Count(text, text[last:last+1]) > 1 {
		return all
	}
	whole, fraction := text[:last], text[last+1:]
	if fraction != "" && allDigits(fraction) && (allDigits(whole) || isGrouped(whole)) {
		all = append(all, withComma(onlyDigits(whole), fraction))
	}
	return all
}

// isGrouped reports whether one mark, always the same, parts the digits into threes.
func isGrouped(text string) bool {
	mark := strings.Trim(text, "0123456789")
	if mark == "" {
		return false
	}
	groups := strings.Split(text, mark[:1])
	for i, group := range groups {
		if !allDigits(group) || i > 0 && len(group) != 3 {
			return false
		}
	}
	return len(groups[0]) >= 1 && len(groups[0]) <= 3 && groups[0][0] != '0'
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// withComma spells a number without idle zeros, with a decimal comma.
func withComma(whole, fraction string) string {
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction == "" {
		return whole
	}
	return whole + "," + fraction
}
