package changes

import (
	"fmt"
	"strconv"
	"strings"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/compare"
	"cchc/scoring/expr"
)

// Markdown is the comparison as Markdown tables, to be put into a letter.
func Markdown(d compare.Changes) string {
	m := &page{}
	before, after := d.Sides()
	m.line("# So sánh bộ chỉ số cải cách hành chính " + after + " với " + before)
	m.line("Nay: " + d.After.Basis + ". Trước: " + d.Before.Basis + ".")
	for _, remark := range d.Remarks {
		m.line(Remark(remark))
	}
	if d.Empty() {
		m.line("Không có khác biệt.")
		return m.String()
	}
	m.line("## 1. Theo số thứ tự, như phụ lục của văn bản")
	m.letter(d)
	m.line("## 2. Theo nội dung")
	m.identity(d)
	m.line("## 3. Đối chiếu số liệu")
	m.reconcile(d)
	return m.String()
}

type page struct{ strings.Builder }

// line writes a paragraph.
func (m *page) line(text string) {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.WriteString(text + "\n")
}

// head begins a table.
func (m *page) head(titles ...string) {
	m.WriteByte('\n')
	m.row(titles...)
	m.WriteString(strings.Repeat("|---", len(titles)) + "|\n")
}

var markdownEscapes = strings.NewReplacer("|", `\|`, "\n", "<br>", "<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`)

func (m *page) row(cells ...string) {
	for _, cell := range cells {
		m.WriteString("| " + markdownEscapes.Replace(terminal.Plain(cell)) + " ")
	}
	m.WriteString("|\n")
}

func (m *page) letter(d compare.Changes) {
	m.head(d.Headings()...)
	for _, row := range d.Rows {
		if row.InLetter() {
			l := row.Letter
			change := ""
			if l.Change.Valid {
				change = expr.FormatNumber(l.Change.Decimal)
			}
			m.row(row.LetterNumber(), row.Criterion().Name, numberWords(row.LetterMax()), change, l.Status(), l.OldName, l.Content())
		}
	}
	m.row("", "TỔNG CỘNG", expr.FormatNumber(d.After.Total), "", "", "", "")
}

func (m *page) identity(d compare.Changes) {
	before, after := d.Sides()
	m.head("STT nay", "Lĩnh vực/Tiêu chí", "STT trước", "Điểm (+/-)", "Thay đổi", "Trước ("+before+")", "Nay ("+after+")")
	for _, detail := range d.Set {
		m.row("", "Toàn bộ bộ chỉ số", "", "", detail.Label, detail.Old, detail.New)
	}
	for _, area := range d.Summary.Areas {
		lines := area.Lines()
		if len(lines) == 0 && area.Change().IsZero() {
			continue
		}
		old, now := area.Maxima()
		m.row(criterionNumber(area.After), area.Area().Name, criterionNumber(area.Before), signed(area.Change()), "Điểm tối đa", expr.FormatNumber(old), expr.FormatNumber(now))
		for _, line := range lines {
			points := ""
			if line.Points.Valid {
				points = signed(line.Points.Decimal)
			}
			m.row(line.Number, line.Name, line.Was, points, line.What, line.Old, line.New)
		}
	}
	for _, like := range d.Proposals {
		m.row(like.After.Number, "Có phải cùng một tiêu chí?", like.Before.Number, "", fmt.Sprintf("Tên giống nhau %d%%", like.Likeness), like.Before.Name, like.After.Name)
	}
}

func (m *page) reconcile(d compare.Changes) {
	before, after := d.Sides()
	m.head("STT", "Lĩnh vực", before, after, "Thay đổi", "Cộng các dòng")
	for _, area := range d.Summary.Areas {
		old, now := area.Maxima()
		m.row(criterionNumber(area.After), area.Area().Name, expr.FormatNumber(old), expr.FormatNumber(now), signed(area.Change()), agreement(addsUp(area)))
	}
	m.row("", "TỔNG CỘNG", expr.FormatNumber(d.Before.Total), expr.FormatNumber(d.After.Total), signed(d.After.Total.Sub(d.Before.Total)), "")
	if len(d.Summary.Claims) > 0 {
		m.line("Số liệu nêu trong " + d.After.Announced.Basis + ":\n")
	}
	for _, claim := range d.Summary.Claims {
		m.WriteString("- " + claimText(claim) + "\n")
	}
	m.counts("Đếm theo số thứ tự", d.Summary.ByNumber())
	m.counts("Đếm theo nội dung", d.Summary.ByIdentity())
}

func (m *page) counts(title string, counts []compare.RowCount) {
	if len(counts) == 0 {
		return
	}
	m.head(title, "Số dòng", "Các dòng")
	for _, count := range counts {
		m.row(count.What, strconv.Itoa(count.Rows), count.Where)
	}
}
