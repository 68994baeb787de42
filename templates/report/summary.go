package report

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
	"cchc/templates/reader"
)

// Finding is something that was found in a unit's workbook, in words: it may have been noted by an earlier run.
type Finding struct {
	Severity     problem.Severity
	Code         problem.Code
	Criterion    string // its number; "" for none
	Where        string // "Phiếu chấm!E12"; "" for no cell
	Text, Remedy string
}

// SummaryUnit is a unit with how much was found in what it handed in. A file of which nobody knows the unit is one as well.
type SummaryUnit struct {
	scoring.Unit
	File, Link       string // what it handed in, and that as seen from the summary's folder; "" for nothing
	Result           string // the result's file beside the summary; "" for none
	State            string // in words
	Errors, Warnings int
}

// SummaryKind is a kind of finding, in how many units it was found, and how often.
type SummaryKind struct {
	Severity    problem.Severity
	Code        problem.Code
	Count, Many int // of findings, of units
}

// Summary is what was found in all units.
type Summary struct {
	Units    []SummaryUnit
	Kinds    []SummaryKind
	Findings func(unit int) iter.Seq[Finding] // of a unit, by its index; they are made when they are written
	Basis    string                           // what the summary was made of, in a sum
}

// summaryBasis is the property in which a summary bears its basis.
const summaryBasis = "cchc_can_cu"

// mostFindings is how many findings are listed: with many more the workbook could no longer be opened, by us or by anybody.
const mostFindings = 40000

// UntouchedSummary says that a file is the workbook of all findings as it was written, and what it was made of. It is not read: such a
// workbook may be long.
func UntouchedSummary(file []byte) (basis string, ok bool) {
	basis, sealed := draft.SealedProperty(file, summaryBasis)
	return basis, sealed && basis != ""
}

// IsSummary says that a file is the workbook of all findings, whatever was typed into it.
func IsSummary(file []byte) bool {
	if _, ok := UntouchedSummary(file); ok {
		return true
	}
	_, err := reader.Open(file)
	var refusal *reader.Refused
	return errors.As(err, &refusal) && refusal.Problem.Code == problem.FormSummary
}

// WriteSummary writes the workbook of all findings: how many by unit and by kind, and each of them, to be filtered, printed and
// sent back. Equal summaries give equal bytes.
func WriteSummary(out io.Writer, s *Summary) error {
	list := findingSheet(s)
	w := &draft.Workbook{Title: "Tổng hợp vấn đề của các đơn vị", Properties: []draft.Property{{Name: summaryBasis, Value: s.Basis}},
		Sheets: []*draft.Sheet{summaryUnits(s), summaryKinds(s), list.sheet}}
	w.Seal()
	var looks []draft.Style
	for _, c := range findingCells(0, 1, &SummaryUnit{File: "x", Link: "x"}, &Finding{Severity: problem.Error, Where: "x"}) {
		looks = append(looks, c.Style, draft.Style{})
	}
	looks = append(looks, look.Body(), look.Centered(look.Body()))
	plate, err := draft.Press(w, looks...)
	if err != nil {
		return err
	}
	return plate.WriteLong(out, w, len(w.Sheets)-1, s.rows(list))
}

// rows are those of the list, unit by unit.
func (s *Summary) rows(list *pen) iter.Seq[draft.LongRow] {
	return func(yield func(draft.LongRow) bool) {
		n := 0
		for i := range s.Units {
			for f := range s.Findings(i) {
				n++
				row := draft.LongRow{Number: list.row}
				if n > mostFindings {
					row.Cells = []draft.Cell{list.cell(8, draft.Text(fmt.Sprintf("Còn %d vấn đề nữa: xem trang “%s” của từng kết quả.", s.total()-mostFindings, templates.ProblemSheet)), look.Body())}
					yield(row)
					return
				}
				row.Cells = findingCells(list.row, n, &s.Units[i], &f)
				row.Look.Height = look.FitCells(list.sheet, row.Cells, 17)
				if list.row++; !yield(row) {
					return
				}
			}
		}
	}
}

func (s *Summary) total() int {
	n := 0
	for i := range s.Units {
		n += s.Units[i].Errors + s.Units[i].Warnings
	}
	return n
}

// Counts says how much there is.
func (s *Summary) Counts() string {
	errors, touched := 0, 0
	for i := range s.Units {
		errors += s.Units[i].Errors
		touched += one(s.Units[i].Errors+s.Units[i].Warnings > 0)
	}
	return fmt.Sprintf("%d lỗi, %d cảnh báo ở %d trong %d đơn vị.", errors, s.total()-errors, touched, len(s.Units))
}

// begin writes the head of one of the sheets, whose table has so many rows.
func (s *Summary) begin(name, title, how string, rows int, widths []float64, heads ...string) *pen {
	p := newPen(name, widths...)
	p.wide(title, len(heads), look.Title(), 24)
	p.wide(s.Counts()+" "+how, len(heads), look.Subtitle(), 17)
	top := p.row
	p.headings(heads...)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = landscape(top, top)
	p.sheet.Filter = &draft.Range{From: draft.Place{Row: top, Col: 1}, To: draft.Place{Row: max(top+rows, top+1), Col: len(heads)}}
	return p
}

func summaryUnits(s *Summary) *draft.Sheet {
	p := s.begin(templates.UnitSheet, "VẤN ĐỀ CẦN SỬA, THEO ĐƠN VỊ", "Bấm vào tên tệp để mở. Lỗi làm cho tiêu chí không có điểm; cảnh báo là chỗ cần xem lại.", len(s.Units),
		[]float64{6, 12, 40, 16, 34, 34, 20, 8, 11}, "STT", "Mã", "Đơn vị", "Khối", "Phiếu", "Kết quả", "Tình trạng", "Lỗi", "Cảnh báo")
	body := look.Body()
	middle := look.Centered(body)
	for i := range s.Units {
		u := &s.Units[i]
		p.put(1, draft.Count(int64(i+1)), middle)
		for j, text := range []string{u.Code, u.Name, u.Block} {
			p.put(2+j, draft.Text(text), body)
		}
		p.fileLink(5, u.File, u.Link, body)
		p.fileLink(6, u.Result, u.Result, body)
		p.put(7, draft.Text(u.State), middle)
		p.put(8, draft.Count(int64(u.Errors)), strong(middle, u.Errors > 0))
		p.put(9, draft.Count(int64(u.Warnings)), middle)
		p.next(17)
	}
	return p.sheet
}

// strong is a style for what must be seen.
func strong(s draft.Style, yes bool) draft.Style {
	if yes {
		s.Font.Bold, s.Font.Color = true, look.RedInk
	}
	return s
}

func summaryKinds(s *Summary) *draft.Sheet {
	p := s.begin(templates.KindSheet, "VẤN ĐỀ CẦN SỬA, THEO LOẠI", "Dấu … thay cho phần khác nhau ở từng chỗ.", len(s.Kinds),
		[]float64{6, 11, 70, 62, 10, 10, 26}, "STT", "Mức", "Loại vấn đề", "Cách khắc phục", "Số chỗ", "Số đơn vị", "Mã loại")
	body := look.Body()
	middle := look.Centered(body)
	for i, kind := range s.Kinds {
		text, remedy := kind.Code.Words()
		p.put(1, draft.Count(int64(i+1)), middle)
		p.put(2, draft.Text(severityWord(kind.Severity)), strong(middle, kind.Severity == problem.Error))
		p.put(3, draft.Text(text), body)
		p.put(4, draft.Text(remedy), body)
		p.put(5, draft.Count(int64(kind.Count)), middle)
		p.put(6, draft.Count(int64(kind.Many)), middle)
		p.put(7, draft.Text(string(kind.Code)), body)
		p.next(17)
	}
	return p.sheet
}

func severityWord(s problem.Severity) string {
	if s == problem.Error {
		return "Lỗi"
	}
	return "Cảnh báo"
}

// findingSheet is the list of all findings as far as its head.
func findingSheet(s *Summary) *pen {
	return s.begin(templates.FindingSheet, "TẤT CẢ VẤN ĐỀ CỦA CÁC ĐƠN VỊ", "Bấm vào ô để đến chỗ cần sửa trong tệp; dùng bộ lọc ở dòng tiêu đề để chọn đơn vị, mức hoặc loại.",
		min(s.total(), mostFindings+1), []float64{7, 11, 26, 22, 17, 9, 10, 54, 46, 21},
		"STT", "Mã", "Đơn vị", "Tệp", "Ô", "Tiêu chí", "Mức", "Vấn đề", "Cách khắc phục", "Mã loại")
}

// findingCells are a finding's row of the list.
func findingCells(row, n int, u *SummaryUnit, f *Finding) []draft.Cell {
	p := &pen{sheet: &draft.Sheet{}, row: row}
	body := look.Body()
	middle := look.Centered(body)
	p.put(1, draft.Count(int64(n)), middle)
	p.put(2, draft.Text(u.Code), body)
	p.put(3, draft.Text(u.Name), body)
	p.put(4, draft.Text(u.File), body)
	p.fileLink(5, f.Where, cellLink(u.Link, f.Where), body)
	p.put(6, draft.Text(f.Criterion), middle)
	p.put(7, draft.Text(severityWord(f.Severity)), strong(middle, f.Severity == problem.Error))
	p.put(8, draft.Text(f.Text), body)
	p.put(9, draft.Text(f.Remedy), body)
	p.put(10, draft.Text(string(f.Code)), body)
	return p.sheet.Cells
}

// cellLink leads to a cell of a file; "" where there is no way to one of the two.
func cellLink(file, where string) string {
	sheet, cell, named := strings.Cut(where, "!")
	if file == "" || !named {
		return ""
	}
	return file + inFile + "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cell
}

func (p *pen) cell(col int, v draft.Value, s draft.Style) draft.Cell {
	return draft.Cell{Place: draft.Place{Row: p.row, Col: col}, Value: v, Style: s}
}
