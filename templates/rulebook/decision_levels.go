package rulebook

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/pattern"
	"cchc/scoring/reading"
)

// ruleOf is what the column of the rule says in a row, with the points that stand beside it, line by line. Where these do not go
// with the lines, what is said cannot be known, and the criterion is left to a person.
func (d *decision) ruleOf(l line) string {
	rule, beside := reading.Plain(l.at(d.heads.rule)), strings.TrimSpace(l.at(d.heads.levels))
	if beside == "" {
		return rule
	}
	says, gives := nonBlank(rule), nonBlank(beside)
	if len(says) != len(gives) {
		if len(gives) != 1 {
			return strings.Join(append(says, gives...), "\n")
		}
		says = []string{strings.Join(says, " ")}
	}
	for i := range says {
		says[i] = strings.TrimRight(says[i], " .;:") + ": " + gives[i]
	}
	return strings.Join(says, "\n")
}

func nonBlank(cell string) (lines []string) {
	for _, line := range strings.Split(strings.ReplaceAll(cell, "\r\n", "\n"), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

var numbersFirst = pattern.Of(`^([IVX]{1,7}|[A-Z]|\d{1,3}(?:\.\d{1,3})*)[.)]?[ ]*[.):-]?[ ]+(\pL.*)$`)

// numberInName takes the number off a name, where a table has no column for it.
func numberInName(cell string) (number, name string) {
	first, rest, more := strings.Cut(cell, "\n")
	found := numbersFirst.FindStringSubmatch(first)
	if found == nil || !strings.ContainsAny(first[:len(first)-len(found[2])], ".):-") {
		return "", cell
	}
	if more {
		return found[1], found[2] + "\n" + rest
	}
	return found[1], found[2]
}

var bracketPoints = pattern.Of(`\((?:tối đa )?(\d+(?:[.,]\d+)?) ?(?:điểm|đ)\)$`)

// pointsInName are the points that a name says in brackets, where their column is blank.
func pointsInName(name string) (decimal.Decimal, bool) {
	found := bracketPoints.FindStringSubmatch(fold(name))
	if found == nil {
		return decimal.Zero, false
	}
	return reading.Number(found[1])
}

// foldLevels makes of items with small letters the lines of the criterion above them, where they are its levels: their points fall from
// its own and do not add up to them, or they say their points in words.
func (d *decision) foldLevels() {
	var kept []item
	for i := 0; i < len(d.items); i++ {
		kept = append(kept, d.items[i])
		n := 0
		for j := i + 1; j < len(d.items) && d.items[j].letter && scoring.IsChildNumber(d.items[i].number, d.items[j].number); j++ {
			n++
		}
		if n < 2 || !areLevels(d.items[i], d.items[i+1:i+1+n]) {
			continue
		}
		above := &kept[len(kept)-1]
		for _, level := range d.items[i+1 : i+1+n] {
			if level.max.Valid {
				above.text = append(above.text, level.name+": "+strings.ReplaceAll(level.max.Decimal.String(), ".", ","))
			} else {
				above.text = append(above.text, level.text...)
			}
			above.beside = above.beside || level.beside
			above.note = strings.TrimSpace(above.note + "\n" + level.note)
			delete(d.places, level.number)
		}
		i += n
	}
	d.items = kept
	d.rows = map[string]int{}
	for i, it := range d.items {
		d.rows[it.number] = i + 1
	}
}

// areLevels says that items below a criterion are its levels and no criteria of their own.
func areLevels(above item, below []item) bool {
	if !above.max.Valid {
		return false
	}
	points, worded, sum := 0, 0, decimal.Zero
	for i, it := range below {
		if it.max.Valid {
			points++
			sum = sum.Add(it.max.Decimal)
			if len(it.text) > 0 || i > 0 && !it.max.Decimal.LessThan(below[i-1].max.Decimal) {
				return false
			}
		} else if len(it.text) > 0 && it.text[0] == it.name {
			worded++
		}
	}
	return worded == len(below) || points == len(below) && below[0].max.Decimal.Equal(above.max.Decimal) && !sum.Equal(above.max.Decimal)
}
