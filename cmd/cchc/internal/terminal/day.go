package terminal

import (
	"fmt"
	"strings"
	"time"
)

// Day reads a day that was given at an option, and words it as offices write it; "" for none.
func Day(text string) (string, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", nil
	}
	day, err := time.Parse("2/1/2006", text)
	if err != nil {
		return "", Misuse("Ngày %s không hợp lệ. Ghi ngày/tháng/năm, ví dụ --date 20/12/2023.", Quoted(text))
	}
	month := fmt.Sprint(int(day.Month()))
	if day.Month() <= time.February { // so that no figure can be put in front
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", day.Day(), month, day.Year()), nil
}
