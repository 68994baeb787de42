package announce

import (
	"fmt"
	"strings"

	"cchc/scoring/expr"
	"cchc/scoring/figures"
	"cchc/templates/report"
)

// Lines tell what became of a list: each figure with how it came about, and what differs from what was there.
func (w *Written) Lines(path string) []string {
	var lines []string
	for i := range w.Rows {
		row := &w.Rows[i]
		lines = append(lines, fmt.Sprintf("Số công bố %s = %s. %s", name(row), value(row), report.FigureNote(row)))
	}
	for i := range w.Revised {
		r := &w.Revised[i]
		lines = append(lines, fmt.Sprintf("Số công bố %s: trong %s là %s, tính lại là %s.", name(&r.Row), path, expr.FormatNumber(r.Was), value(&r.Row)))
	}
	switch {
	case w.Kept:
		lines = append(lines, path+" để nguyên. Nếu lấy số tính lại thì thêm --force.")
	case w.Same:
		lines = append(lines, "Như trước, không có gì khác: "+path)
	default:
		lines = append(lines, fmt.Sprintf("Đã ghi %s. Xem lại, ghi thêm số còn thiếu rồi chấm: cchc score --figures %s", path, path))
	}
	if w.Beside != "" {
		lines = append(lines, "Tệp cũ được để lại ở "+w.Beside+".")
	}
	return lines
}

func name(row *figures.Row) string {
	text := row.Figure.Name + " (" + strings.TrimSuffix(row.Figure.Label, ".")
	if row.Block != "" {
		text += ", khối " + row.Block
	}
	return text + ")"
}

func value(row *figures.Row) string {
	if !row.Value.Valid {
		return "chưa có"
	}
	return expr.FormatNumber(row.Value.Decimal)
}
