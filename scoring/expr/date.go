package expr

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// A day is a whole number, as spreadsheets count them. They take 1900 for a leap year, so that days before March of that year have no
// number that all programs agree on.
const (
	FirstDay = 61      // 1 March 1900
	LastDay  = 2958465 // 31 December 9999
)

var dayZero = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

const isoDay = "2006-01-02"

// FormatDay writes a day as Vietnamese offices do: 15/12/2023. What is no day stays a number.
func FormatDay(d decimal.Decimal) string { return dayText(d, "02/01/2006") }

// DataDay writes a day as data files do: 2023-12-15. What is no day stays a number.
func DataDay(d decimal.Decimal) string { return dayText(d, isoDay) }

func dayText(d decimal.Decimal, layout string) string {
	if !IsDay(d) {
		return FormatNumber(d)
	}
	return dayZero.AddDate(0, 0, int(d.IntPart())).Format(layout)
}

// IsDay says that a number stands for a day.
func IsDay(d decimal.Decimal) bool {
	return d.IsInteger() && !d.LessThan(decimal.NewFromInt(FirstDay)) && !d.GreaterThan(decimal.NewFromInt(LastDay))
}

// ParseDay reads 15/12/2023 and 2023-12-15, of a day that there is; a year has four digits.
func ParseDay(text string) (d decimal.Decimal, ok bool) {
	if parts := strings.Split(text, "/"); len(parts) == 3 && len(parts[2]) == 4 {
		day, err := strconv.ParseUint(parts[0], 10, 8)
		month, err2 := strconv.ParseUint(parts[1], 10, 8)
		if err != nil || err2 != nil || len(parts[0]) > 2 || len(parts[1]) > 2 {
			return d, false
		}
		text = fmt.Sprintf("%s-%02d-%02d", parts[2], month, day)
	}
	at, err := time.Parse(isoDay, text)
	if err != nil {
		return d, false
	}
	d = decimal.NewFromInt(at.Unix()/86400 - dayZero.Unix()/86400)
	return d, IsDay(d)
}
