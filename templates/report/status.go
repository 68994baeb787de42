package report

import (
	"fmt"
	"strings"

	"cchc/scoring/progress"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// StatusSheet is the sheet of where the year stands.
const StatusSheet = "Tình hình"

// SubmittedWords says what has come of a unit.
func SubmittedWords(u *progress.Unit) string {
	switch len(u.Forms) {
	case 0:
		return "chưa nộp"
	case 1:
		if u.Forms[0].SavedAt == "" {
			return "đã nộp"
		}
		return u.Forms[0].SavedAt
	}
	return fmt.Sprintf("%d phiếu", len(u.Forms))
}

// ScoredWords says how firm a unit's result is.
func ScoredWords(u *progress.Unit) string {
	switch {
	case len(u.Results) > 1:
		return fmt.Sprintf("%d kết quả", len(u.Results))
	case !u.Scored():
		return "chưa"
	case u.Provisional():
		return "tạm tính"
	}
	return "đủ điểm"
}

// AttentionWords says what somebody has to look at.
func AttentionWords(u *progress.Unit) string {
	var parts []string
	if !u.Listed {
		parts = append(parts, "không có trong danh sách")
	}
	if len(u.Forms) > 1 {
		parts = append(parts, "nhiều phiếu: "+strings.Join(formFiles(u), ", "))
	}
	if len(u.Results) > 1 {
		parts = append(parts, "nhiều kết quả: "+strings.Join(resultFiles(u), ", "))
	}
	if u.ChangedSince {
		parts = append(parts, "phiếu sửa sau khi chấm")
	}
	if n := u.Errors(); n > 0 {
		parts = append(parts, fmt.Sprintf("%d lỗi", n))
	}
	return strings.Join(parts, "; ")
}

func formFiles(u *progress.Unit) []string {
	var files []string
	for _, form := range u.Forms {
		files = append(files, form.File)
	}
	return files
}

func resultFiles(u *progress.Unit) []string {
	var files []string
	for _, result := range u.Results {
		files = append(files, result.File)
	}
	return files
}

// The fills of a unit's row, which its words say too: nothing has come, something is to be looked at, all is done.
const (
	absentFill   = look.BreachFill
	openFill     = look.BlankFill
	finishedFill = look.ChangedFill
)

// StatusWorkbook lays out where the year stands: a row for each unit, to be filtered and printed.
func StatusWorkbook(units []progress.Unit) *draft.Workbook {
	p := newPen(StatusSheet, 6, 12, 40, 18, 20, 12, 12, 44)
	p.put(1, draft.Text("TÌNH HÌNH CHẤM ĐIỂM CÁC ĐƠN VỊ"), look.Title())
	p.merge(1, 8)
	p.next(24)
	c := progress.Count(units)
	p.put(1, draft.Text(fmt.Sprintf("%d đơn vị: %d đã nộp, %d đã chấm, %d thẩm định xong.", c.Units, c.Submitted, c.Scored, c.Done)), look.Subtitle())
	p.merge(1, 8)
	p.next(18)
	head := p.row
	p.headings("STT", "Mã", "Đơn vị", "Khối", "Nộp", "Chấm", "Thẩm định", "Cần xem")
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = draft.Page{Landscape: true, Footer: look.PageFooter, TitleRows: draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: head, Col: 8}}}
	for i := range units {
		p.statusRow(i+1, &units[i])
	}
	p.sheet.Filter = &draft.Range{From: draft.Place{Row: head, Col: 1}, To: draft.Place{Row: p.row - 1, Col: 8}}
	return &draft.Workbook{Title: "Tình hình chấm điểm", Sheets: []*draft.Sheet{p.sheet}}
}

func (p *pen) statusRow(n int, u *progress.Unit) {
	style := look.Body()
	stage := look.Centered(style)
	switch {
	case !u.Submitted() && !u.Scored():
		stage.Fill = absentFill
	case u.Finished():
		stage.Fill = finishedFill
	default:
		stage.Fill = openFill
	}
	p.put(1, draft.Count(int64(n)), look.Centered(style))
	for i, text := range []string{u.Code, u.Name, u.Block} {
		p.put(2+i, draft.Text(text), style)
	}
	for i, text := range []string{SubmittedWords(u), ScoredWords(u), u.Appraisal().Words()} {
		p.put(5+i, draft.Text(text), stage)
	}
	p.put(8, draft.Text(AttentionWords(u)), style)
	p.next(18)
}
