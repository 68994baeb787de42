package batch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/problem"
)

// letters is the text of what is to be sent to the units, one after the other, each to be pasted into a mail.
type letters struct {
	text            strings.Builder
	deadline        string
	mends, reminded int // units that are to mend something, and that are to be reminded
}

const (
	byteOrderMark = "\uFEFF" // without it old programs of Windows take the letters for others
	dotted        = "……………………"
)

// lettersOf writes them in the order of the units. A unit in which nothing is to be mended gets none.
func lettersOf(o *overview, deadline string) *letters {
	l := &letters{deadline: cmp.Or(deadline, dotted)}
	l.line("NỘI DUNG GỬI TỪNG ĐƠN VỊ")
	l.line("Tệp do chương trình lập lại mỗi lần chấm. Chép phần của từng đơn vị (giữa hai vạch) vào thư.")
	var unclear []*unit
	for i := range o.units {
		u := &o.units[i]
		switch {
		case u.absent:
			l.remind(u.Unit)
		case u.standing == nil && u.Code == "":
			unclear = append(unclear, u)
		default:
			l.mend(u, o.problems(u))
		}
	}
	for i, u := range unclear {
		if i == 0 {
			l.rule("TỆP CHƯA RÕ CỦA ĐƠN VỊ NÀO: xem là của ai trước khi gửi nhắc nộp")
		}
		if len(u.found) == 0 {
			l.line(fmt.Sprintf("- %s: %s", u.File, u.State))
		}
		for _, p := range u.found {
			l.line(fmt.Sprintf("- %s: %s Cách sửa: %s", u.File, p.Text, p.Remedy))
		}
	}
	l.rule("HẾT")
	return l
}

func (l *letters) line(text string) { l.text.WriteString(terminal.PlainLine(text) + "\r\n") }

func (l *letters) rule(title string) {
	l.line("")
	l.line(strings.Repeat("=", 70))
	l.line(title)
	l.line(strings.Repeat("=", 70))
}

func nameOf(unit scoring.Unit) string { return strings.TrimSpace(unit.Code + " " + unit.Name) }

// remind asks for a form of which nothing has come.
func (l *letters) remind(unit scoring.Unit) {
	l.reminded++
	l.rule(nameOf(unit))
	l.line("Kính gửi: " + cmp.Or(unit.Name, unit.Code))
	l.line("")
	l.line("Đến nay chưa nhận được phiếu tự chấm điểm cải cách hành chính của đơn vị. Đề nghị đơn vị gửi phiếu trước: " + l.deadline + ".")
	l.line("Trân trọng./.")
}

// mend tells a unit what it is to mend; nothing where that is nothing.
func (l *letters) mend(u *unit, found []record.Problem) {
	var errors, warnings []string
	for _, g := range grouped(found) {
		for _, text := range l.said(&g) {
			if g.severity == problem.Error.String() {
				errors = append(errors, text)
			} else {
				warnings = append(warnings, text)
			}
		}
	}
	if len(errors)+len(warnings) == 0 {
		return
	}
	l.mends++
	l.rule(cmp.Or(nameOf(u.Unit), u.File))
	l.line("Kính gửi: " + cmp.Or(u.Name, u.Code, "đơn vị đã nộp tệp "+u.File))
	l.line("")
	l.line(fmt.Sprintf("Phiếu tự chấm điểm cải cách hành chính của đơn vị (tệp %s) đã nhận và chấm thử. Đề nghị đơn vị sửa, bổ sung các nội dung sau:", filepath.Base(u.File)))
	l.list("Phải sửa (tiêu chí chưa sửa thì không có điểm):", errors)
	l.list("Cần xem lại, bổ sung:", warnings)
	l.line("")
	l.line("Đề nghị sửa trên chính phiếu đã nộp và gửi lại trước: " + l.deadline + ".")
	l.line("Trân trọng./.")
}

func (l *letters) list(title string, items []string) {
	if len(items) == 0 {
		return
	}
	l.line("")
	l.line(title)
	for i, item := range items {
		l.line(fmt.Sprintf("%d. %s", i+1, item))
	}
}

// said are the lines of a kind of findings: one for each, or for many alike one with all their places.
func (l *letters) said(g *group) []string {
	var own []record.Problem
	for _, p := range g.all {
		if isForUnit(p) {
			own = append(own, p)
		}
	}
	if len(own) <= mostAlone {
		var lines []string
		for _, p := range own {
			lines = append(lines, fmt.Sprintf("%s%s Cách sửa: %s", placeWords(p), p.Text, p.Remedy))
		}
		return lines
	}
	text, remedy := g.code.Words()
	return []string{fmt.Sprintf("%s %d chỗ: %s. Cách sửa: %s", text, len(own), strings.Join(cells(own), "; "), remedy)}
}

// placeWords say where a finding is: "Tiêu chí 1.1, ô E12: ".
func placeWords(p record.Problem) string {
	number, cell := criterionOf(p.Key), cellWords(p.Cell)
	switch {
	case number == "" && cell == "":
		return ""
	case number == "":
		return "Ở " + cell + ": "
	case cell == "":
		return "Tiêu chí " + number + ": "
	}
	return "Tiêu chí " + number + ", " + cell + ": "
}

// cellWords name a cell of the form ("Phiếu chấm!E12") as a person finds it.
func cellWords(where string) string {
	sheet, cell, named := strings.Cut(where, "!")
	switch {
	case where == "":
		return ""
	case !named:
		return "trang " + sheet
	}
	return "ô " + cell
}

// cells are the places of findings, the cells of one criterion together: "1.1 (ô E12, E13)".
func cells(all []record.Problem) []string {
	var order []string
	at := map[string][]string{}
	for _, p := range all {
		number := criterionOf(p.Key)
		if _, known := at[number]; !known {
			order = append(order, number)
		}
		_, cell, _ := strings.Cut(p.Cell, "!")
		at[number] = append(at[number], cell)
	}
	var named []string
	for _, number := range order {
		refs := strings.Trim(strings.Join(at[number], ", "), ", ")
		switch {
		case refs == "":
			named = append(named, cmp.Or(number, "cả phiếu"))
		case number == "":
			named = append(named, "ô "+refs)
		default:
			named = append(named, number+" (ô "+refs+")")
		}
	}
	return named
}

// sealedText is the text with its mark: by it one can tell whether anybody has typed into the file.
func (l *letters) sealedText() []byte {
	text := byteOrderMark + l.text.String()
	return []byte(text + markOf(text))
}

func markOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "(Dấu của tệp: " + hex.EncodeToString(sum[:6]) + ")\r\n"
}

// isSealedText says that nobody has changed such a text since it was written.
func isSealedText(data []byte) bool {
	text := string(data)
	start := strings.LastIndex(text, "(Dấu của tệp: ")
	return start >= 0 && text[start:] == markOf(text[:start])
}
