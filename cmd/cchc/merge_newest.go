package main

import (
	"fmt"
	"os"
	"time"

	"cchc/cmd/cchc/internal/terminal"
)

// weighByTime gives each file the weight of the moment at which it was saved: the one that the workbook tells of itself, which goes
// with it through mails and copies, before that of the file on this machine. Where the two lead to different files, it says so.
func (t *mergeTable) weighByTime() error {
	var byBook, byFile int // the newest by either
	var files []time.Time
	for i := range t.hands {
		hand := &t.hands[i]
		info, err := os.Stat(hand.path)
		if err != nil {
			return err
		}
		files = append(files, info.ModTime())
		at := hand.reading.Saved
		if at.IsZero() {
			at = info.ModTime()
		}
		hand.Weight = int(at.UnixNano())
		if hand.Weight > t.hands[byBook].Weight {
			byBook = i
		}
		if files[i].After(files[byFile]) {
			byFile = i
		}
	}
	if byBook != byFile {
		fmt.Fprintf(t.err, "Lưu ý: theo thời điểm lưu ghi trong phiếu, tệp sau cùng là %s (%s); theo thời điểm của tệp trên máy là %s (%s). Lấy theo phiếu.\n",
			terminal.PlainLine(t.hands[byBook].Name), moment(time.Unix(0, int64(t.hands[byBook].Weight))),
			terminal.PlainLine(t.hands[byFile].Name), moment(files[byFile]))
	}
	return nil
}

// moment is a time on this machine's clock as people write it here; "" for none.
func moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Local().Format("15:04 02/01/2006")
}
