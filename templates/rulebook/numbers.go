package rulebook

import (
	"strconv"
	"strings"

	"cchc/scoring/pattern"
)

// numberStyle is how a number is written; the order in which styles come up is that of the tree's levels.
type numberStyle int

const (
	noNumber numberStyle = iota
	upperLetter
	romanNumber
	plainNumber
	dottedNumber
	lowerLetter
)

// outline turns numbers as decisions print them (A, I, 1 that begin anew under each, 1.1, a) into numbers that stand for themselves
// in the whole set: 2.1.3.
type outline struct {
	levels []outlineLevel
}

// outlineLevel is a level that is open: its style, and the whole number of what stands there.
type outlineLevel struct {
	style  numberStyle
	value  int
	number string
}

var (
	plainShape  = pattern.Of(`^\d{1,3}$`)
	dottedShape = pattern.Of(`^\d{1,3}(\.\d{1,3})+(-\d{1,3}(\.\d{1,3})*)?$`)
	romanShape  = pattern.Of(`^[IVX]{1,7}$`)
	letterShape = pattern.Of(`^[A-Z]$`)
	lowerShape  = pattern.Of(`^[a-zđ]$`)
)

// next gives the whole number of what is printed so, or "" where it is no number.
func (o *outline) next(printed string) string {
	printed = strings.Trim(strings.TrimSpace(printed), ".)(:- ")
	printed = strings.ReplaceAll(printed, ",", ".")
	printed = strings.ReplaceAll(strings.ReplaceAll(printed, " ", ""), "..", ".")
	style, value := o.styleOf(printed)
	switch style {
	case noNumber:
		return ""
	case dottedNumber:
		return o.dotted(printed)
	}
	for i := range o.levels {
		if o.levels[i].style == style {
			o.levels = o.levels[:i]
			break
		}
	}
	if n := len(o.levels); style == plainNumber && n > 0 && o.levels[n-1].style == dottedNumber {
		return "" // 3 under 1.2 is no number of the tree
	}
	number := strconv.Itoa(value)
	if len(o.levels) > 0 {
		number = o.levels[len(o.levels)-1].number + "." + number
	}
	o.levels = append(o.levels, outlineLevel{style, value, number})
	return number
}

// style is how the last number was written.
func (o *outline) style() numberStyle {
	if n := len(o.levels); n > 0 {
		return o.levels[n-1].style
	}
	return noNumber
}

func (o *outline) last(style numberStyle) (int, bool) {
	for _, level := range o.levels {
		if level.style == style {
			return level.value, true
		}
	}
	return 0, false
}

// styleOf tells the letter I from the number I by what came before.
func (o *outline) styleOf(printed string) (numberStyle, int) {
	roman, isRoman := romanValue(printed)
	switch {
	case plainShape.MatchString(printed):
		return plainNumber, atoi(printed)
	case dottedShape.MatchString(printed):
		return dottedNumber, 0
	case letterShape.MatchString(printed):
		value := int(printed[0]-'A') + 1
		last, open := o.last(upperLetter)
		lastRoman, romanOpen := o.last(romanNumber)
		if isRoman && (!open || last+1 != value) || isRoman && romanOpen && lastRoman+1 == roman {
			return romanNumber, roman
		}
		return upperLetter, value
	case isRoman:
		return romanNumber, roman
	case lowerShape.MatchString(printed) && len(o.levels) > 0:
		return lowerLetter, int([]rune(printed)[0]-'a') + 1
	}
	return noNumber, 0
}

func romanValue(text string) (int, bool) {
	if !romanShape.MatchString(text) {
		return 0, false
	}
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	total := 0
	for i := range len(text) {
		v := values[text[i]]
		if i+1 < len(text) && values[text[i+1]] > v {
			v = -v
		}
		total += v
	}
	return total, total > 0
}

// dotted is a number that says its way. Under a letter or a Roman number it may say that one's own as its first (II: 2.1, 2.2), or go on
// from a plain number that began anew there (II: 1, 1.1, 1.2).
func (o *outline) dotted(printed string) string {
	first, _, _ := strings.Cut(printed, ".")
	area := 0 // how many levels belong to the area
	for i, level := range o.levels {
		if level.style == upperLetter || level.style == romanNumber {
			area = i + 1
		}
	}
	if area == 0 {
		o.levels = []outlineLevel{{plainNumber, atoi(first), first}, {dottedNumber, 0, printed}}
		return printed
	}
	own := o.levels[area-1]
	if len(o.levels) > area && o.levels[area].style == plainNumber && o.levels[area].value == atoi(first) {
		number := own.number + "." + printed
		o.levels = append(o.levels[:area+1], outlineLevel{dottedNumber, 0, number})
		return number
	}
	number := own.number + "." + printed
	if own.number == first {
		number = printed
	}
	o.levels = append(o.levels[:area], outlineLevel{dottedNumber, 0, number})
	return number
}
