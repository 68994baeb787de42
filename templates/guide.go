package templates

import (
	"fmt"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// The columns of the guide: a margin, a narrow one for numbers and samples, and one for what is said.
const (
	guideMark, guideText           = 2, 3
	guideMarkWidth, guideTextWidth = 25, 92
)

// guide fills the guide's sheet from the top down.
type guide struct {
	sheet *draft.Sheet
	next  int
}

// newGuide tells an official in two minutes what the form is and how to fill it in, and in which row the notice begins.
func newGuide(rs *scoring.RuleSet, part *Part, stage Stage) (sheet *draft.Sheet, notice int) {
	g := guide{next: 1, sheet: &draft.Sheet{Name: GuideSheet, Rows: map[int]draft.Row{}, Protected: true,
		Columns: []draft.Column{{Width: 2}, {Width: guideMarkWidth}, {Width: guideTextWidth}},
		Page:    draft.Page{Footer: look.PageFooter}}}
	g.title(fmt.Sprintf("HƯỚNG DẪN ĐIỀN PHIẾU TỰ CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d", rs.Year))
	g.purpose(rs, part)
	notice = g.notice()
	g.steps()
	g.colours()
	g.cautions()
	g.messages(rs)
	if stage == ScoredStage {
		g.appraising()
	}
	return g.sheet, notice
}

func (g *guide) purpose(rs *scoring.RuleSet, part *Part) {
	g.line("", fmt.Sprintf("Đơn vị kê khai số liệu, phiếu tự tính điểm: tối đa %s điểm, %d tiêu chí được chấm, theo %s.",
		expr.FormatNumber(rs.Total), len(rs.Leaves()), rs.Basis))
	if part != nil {
		g.line("", fmt.Sprintf("Đây là phần do %s phụ trách. Điền xong gửi về đầu mối của đơn vị để ghép với phần của các phòng khác; không nộp riêng.", part.Department))
	}
}

// notice has the lines of the [Notice], in its order.
func (g *guide) notice() (first int) {
	first = g.next
	g.blank("Thời hạn gửi:", "……… giờ, ngày …… tháng …… năm ………")
	g.blank("Nơi nhận phiếu:", "………………………………………………………………")
	g.blank("Hỏi đáp, hỗ trợ:", "………………………………… Điện thoại: ………………………………")
	return first
}

func (g *guide) steps() {
	g.heading("1. CÁCH ĐIỀN")
	g.line("Bước 1", "Mở trang “Phiếu chấm”. Kiểm tra tên đơn vị ở góc trên; ghi người lập phiếu và điện thoại vào ô “Liên hệ”.")
	g.line("Bước 2", "Điền cột “Số liệu kê khai” ở các ô nền vàng nhạt: nhập số, hoặc bấm mũi tên để chọn trong danh sách. Điểm hiện ngay ở cột “Điểm tự chấm”.")
	g.line("Bước 3", "Ghi số, ngày văn bản vào cột “Tài liệu kiểm chứng”; chưa có văn bản thì viết vào cột “Giải trình”.")
	g.line("Bước 4", "Xem cột “Kiểm tra” và ô “Số ô chưa điền” ở đầu phiếu. Khi số ô là 0 và cột không còn chữ đỏ thì phiếu đã đủ.")
	g.line("Bước 5", "Lưu tệp (giữ đuôi .xlsx), in trang “Phiếu chấm” để ký, rồi gửi cả tệp và bản ký.")
}

func (g *guide) colours() {
	g.heading("2. MÀU VÀ CHỮ TRONG PHIẾU")
	sample := func(text, fill string, font draft.Font) draft.Cell {
		return draft.Cell{Value: draft.Text(text), Style: draft.Style{Font: font, Fill: fill, Border: draft.Thin, Align: draft.Center}}
	}
	strong := draft.Font{Bold: true, Color: look.RedInk}
	g.sample(sample("Ô để điền", look.AnswerFill, draft.Font{}), "Chỉ các ô này nhận dữ liệu; các ô khác được khóa.")
	g.sample(sample("Chưa điền", look.BlankFill, draft.Font{}), "Còn trống số liệu, hoặc còn thiếu tài liệu kiểm chứng và giải trình.")
	g.sample(sample("Số liệu sai", look.BreachFill, strong), "Số liệu chưa hợp lệ; cột “Kiểm tra” nói rõ sai gì.")
	g.sample(sample("Không phải điền", look.LockedFill, draft.Font{}), "Tiêu chí đã được xác định không đánh giá đối với đơn vị.")
	g.sample(sample("KĐG", "", draft.Font{Bold: true}), "Không đánh giá: tiêu chí được trừ khỏi điểm tối đa, không phải là 0 điểm.")
	g.sample(sample("Chờ", "", draft.Font{Bold: true}), "Điểm do người thẩm định cho; đơn vị có thể đề nghị điểm.")
	g.sample(sample("!", look.BreachFill, strong), "Chưa tính được điểm vì số liệu của tiêu chí này chưa hợp lệ.")
}

func (g *guide) cautions() {
	g.heading("3. CẦN NHỚ")
	g.line("Số 0 khác ô trống", "Không phát sinh thì ghi 0. Ô để trống nghĩa là chưa kê khai, tiêu chí đó chưa có điểm.")
	g.line("Chỉ nhập số", "Nhập 12, không nhập “12 nhiệm vụ”. Tỷ lệ phần trăm nhập 85, không nhập 85%.")
	g.line("Khi chép số liệu", "Luôn dán giá trị: bấm chuột phải vào ô, chọn Dán đặc biệt (Paste Special) → Giá trị (Values). Dán thường làm mất danh sách chọn và màu của ô.")
	g.line("Giữ nguyên mẫu", "Không chèn, xóa hay đổi chỗ cột; không xóa dòng; không đổi tên trang; không nối ô; không chép số liệu sang tệp khác để gửi.")
	g.line("Điểm tự chấm", "Là điểm tạm tính. Điểm chính thức là điểm sau thẩm định.")
}

func (g *guide) messages(rs *scoring.RuleSet) {
	g.heading("4. KHI CỘT “KIỂM TRA” CÓ CHỮ")
	if len(rs.Figures) > 0 {
		g.line(sayAnnounced, "Số do cơ quan thường trực công bố sau khi tính trên các đơn vị; đơn vị không điền, tiêu chí có điểm sau khi công bố.")
	}
	for _, m := range [][2]string{
		{sayBlank, "Điền số liệu; không phát sinh thì ghi 0."},
		{sayNoPoints, "Có thể đề nghị điểm hoặc để trống: điểm do người thẩm định cho."},
		{sayNotNumber, "Ô có chữ, dấu cách hoặc số gõ kiểu chữ. Xóa ô rồi nhập lại bằng số; phần thập phân gõ như dòng in nghiêng ở đầu phiếu chỉ cho máy này."},
		{sayNotWhole, "Số nhiệm vụ, văn bản, hồ sơ... là số nguyên."},
		{sayPickOne, "Xóa ô, bấm mũi tên và chọn lại một mục."},
		{"Số đạt được lớn hơn tổng số", "Phần đã thực hiện không thể nhiều hơn tổng số: xem lại cả hai số."},
		{sayDiffers + "…", "Hai tiêu chí hỏi cùng một số liệu: sửa cho khớp, hoặc giải trình."},
		{"Thiếu tài liệu kiểm chứng…", "Ghi số, ngày văn bản, hoặc giải trình ở dòng của tiêu chí."},
	} {
		g.line(m[0], m[1])
	}
}

func (g *guide) appraising() {
	g.heading("5. DÀNH CHO NGƯỜI THẨM ĐỊNH")
	g.line("Sửa số liệu", "Nhập số đúng vào cột “Số liệu thẩm định”; ô để trống thì lấy số liệu đơn vị kê khai.")
	g.line("Ấn định điểm", "Nhập điểm, hoặc KĐG, vào cột “Điểm ấn định”; điểm này thay cho điểm tính theo số liệu. Tiêu chí có chữ “Chờ” cần được cho điểm.")
	g.line("Ghi lý do", "Mỗi chỗ sửa cần có lý do. Điểm khác điểm tự chấm được in đậm, nghiêng trên nền xanh.")
	g.line("Kết thúc", "Chọn “Đã” ở ô “Thẩm định” đầu phiếu: từ đó kết quả và xếp hạng lấy điểm thẩm định.")
}

func (g *guide) put(col int, value draft.Value, style draft.Style) {
	g.sheet.Cells = append(g.sheet.Cells, draft.Cell{Place: draft.Place{Row: g.next, Col: col}, Value: value, Style: style})
}

// across writes over the whole width.
func (g *guide) across(text string, style draft.Style) {
	g.put(guideMark, draft.Text(text), style)
	g.put(guideText, draft.Value{}, style)
	from, to := draft.Place{Row: g.next, Col: guideMark}, draft.Place{Row: g.next, Col: guideText}
	g.sheet.Merges = append(g.sheet.Merges, draft.Range{From: from, To: to})
}

func (g *guide) title(text string) {
	style := look.Title()
	g.across(text, style)
	g.end(fittingHeight(draft.Text(text), style, guideMarkWidth+guideTextWidth) + 8)
}

func (g *guide) heading(text string) {
	g.end(6)
	style := look.Level(1)
	style.Wrap = false
	g.across(text, style)
	g.end(20)
}

// line writes a text, with a word before it that is found at a glance; without one the text takes both columns.
func (g *guide) line(mark, text string) {
	style := draft.Style{Font: draft.Font{Size: 12}, Wrap: true, Top: true}
	if mark == "" {
		g.across(text, style)
		g.end(fittingHeight(draft.Text(text), style, guideMarkWidth+guideTextWidth))
		return
	}
	bold := style
	bold.Font.Bold = true
	g.put(guideMark, draft.Text(mark), bold)
	g.put(guideText, draft.Text(text), style)
	g.end(max(fittingHeight(draft.Text(mark), bold, guideMarkWidth), fittingHeight(draft.Text(text), style, guideTextWidth)))
}

// blank is a line that the secretariat fills in before it hands the form out.
func (g *guide) blank(mark, text string) {
	style := draft.Style{Font: draft.Font{Size: 12, Bold: true}}
	g.put(guideMark, draft.Text(mark), style)
	style.Unlocked, style.Format = true, look.TextFormat
	g.put(guideText, draft.Text(text), style)
	g.end(blankHeight)
}

const blankHeight = 18

func (g *guide) sample(cell draft.Cell, text string) {
	g.put(guideMark, cell.Value, cell.Style)
	style := draft.Style{Font: draft.Font{Size: 12}, Wrap: true, Indent: 1}
	g.put(guideText, draft.Text(text), style)
	g.end(max(18, fittingHeight(draft.Text(text), style, guideTextWidth)))
}

// end closes a row at that height, in points.
func (g *guide) end(height float64) {
	g.sheet.Rows[g.next] = draft.Row{Height: height}
	g.next++
}
