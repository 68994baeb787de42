package draft

import (
	"fmt"

	"github.com/shopspring/decimal"
)

func number(s string) Value { return Number(decimal.RequireFromString(s)) }

// sample is a workbook that uses everything a workbook can say, with a form of as many rows as asked for.
func sample(rows int) *Workbook {
	return &Workbook{
		Title:      "Phiếu tự chấm điểm <2023> & phụ lục",
		Properties: []Property{{"cchc-bo-chi-so", "hai-phong-so-nganh-2023"}, {"cchc-dau-van", "a<b>&\"c\""}},
		Sheets:     []*Sheet{hidden(), form(rows), results()},
	}
}

func hidden() *Sheet {
	s := &Sheet{Name: "_cchc", Hidden: true}
	for i, text := range []string{"Tốt", "Khá", "Đạt \"yêu cầu\"", "Chưa & không <đạt>"} {
		s.Cells = append(s.Cells, Cell{Place: Place{i + 1, 4}, Value: Text(text)})
	}
	return s
}

func form(rows int) *Sheet {
	title := Style{Font: Font{Size: 14, Bold: true}, Align: Center, Wrap: true}
	head := Style{Font: Font{Bold: true}, Fill: "D9D9D9", Border: Thin, Align: Center, Wrap: true}
	s := &Sheet{
		Name: "Phiếu chấm", Freeze: Place{4, 3}, Protected: true,
		Columns: []Column{{Width: 10, Hidden: true}, {Width: 8}, {Width: 60}, {Width: 10}, {Width: 14}, {Width: 12}, {}, {Width: 30}},
		Rows:    map[int]Row{1: {Height: 30}, 2: {Height: 20}, 3: {Hidden: true}},
		Merges:  []Range{{Place{1, 2}, Place{1, 8}}},
		Quiet:   []Range{{Place{1, 1}, Place{rows + 3, 4}}, {Place{1, 6}, Place{rows + 3, 8}}},
		Page: Page{Landscape: true, TitleRows: Range{Place{2, 1}, Place{2, 1}}, Footer: "Trang &P/&N", Breaks: []int{20},
			Area: &Range{Place{1, 1}, Place{rows + 3, 8}}},
		Cells: []Cell{{Place: Place{1, 2}, Value: Text("BẢNG TỰ CHẤM ĐIỂM"), Style: title}},
	}
	for i, text := range []string{"STT", "Tiêu chí", "Điểm tối đa", "Số liệu kê khai", "Điểm tự chấm", "Kiểm tra", "Giải trình"} {
		s.Cells = append(s.Cells, Cell{Place: Place{2, i + 2}, Value: Text(text), Style: head})
	}
	for i := range rows {
		s.line(i + 4)
	}
	s.Validations = []Validation{
		{Cells: []Range{{Place{4, 5}, Place{9, 5}}, {Place{11, 5}, Place{rows + 3, 5}}}, Formula: `AND(ISNUMBER(E4),E4>=0,E4<=10,"a&b"<>"")`,
			HintTitle: "Số liệu", Hint: "Nhập số từ 0 đến 10.\nDùng dấu phẩy.", ErrorTitle: "Sai số liệu", Error: `Số phải ≥ 0 & "≤ 10"`},
		{Cells: []Range{{Place{10, 5}, Place{10, 5}}}, List: "_cchc!$D$1:$D$4", ErrorTitle: "Chọn", Error: "Chọn trong danh sách"},
	}
	s.Marks = []Mark{
		{Cells: Range{Place{4, 5}, Place{rows + 3, 5}}, Formula: `AND(E4="",D4<>"")`, Fill: "FFF2CC"},
		{Cells: Range{Place{4, 7}, Place{rows + 3, 7}}, Formula: `LEN(G4)>0`, Font: Font{Bold: true, Color: "C00000"}},
		{Cells: Range{Place{4, 6}, Place{rows + 3, 6}}, Scale: []string{"F8D7DA", "FFFFFF", "D4EDDA"}},
	}
	return s
}

// line writes a row of the form.
func (s *Sheet) line(row int) {
	at := func(col int) Place { return Place{row, col} }
	plain := Style{Border: Thin, Wrap: true, Top: true}
	points := Style{Border: Thin, Format: "0.00", Align: Right}
	answer := Style{Border: Hair, Unlocked: true, Format: "#,##0.##", Fill: "FFFFE0"}
	formula := fmt.Sprintf(`IF(ISNUMBER(E%[1]d),ROUND(IF(E%[1]d/10<0.8,0,IF(E%[1]d/10>=1,D%[1]d,D%[1]d*E%[1]d/10)),2),"")`, row)
	check := fmt.Sprintf(`IF(E%[1]d="","Chưa nhập",IF(E%[1]d>10,"Số hoàn thành lớn hơn số đề ra","")&"")`, row)
	s.Rows[row] = Row{Height: 45, Grows: row%2 == 0, Outline: row % 3}
	s.Cells = append(s.Cells,
		Cell{Place: at(1), Value: Text(fmt.Sprintf("1.%d:a", row))},
		Cell{Place: at(2), Value: Text(fmt.Sprintf("1.%d", row)), Style: plain},
		Cell{Place: at(3), Style: plain, Value: Rich(
			Run{fmt.Sprintf("Tiêu chí thứ %d & kết quả ", row), Font{Bold: true}},
			Run{fmt.Sprintf("\nThực hiện ≥ 80%% số nhiệm vụ được giao tại kế hoạch %d thì tính điểm theo tỷ lệ", row), Font{Size: 9, Italic: true, Color: "595959"}})},
		Cell{Place: at(4), Value: number("1.5"), Style: points},
		Cell{Place: at(5), Style: answer},
		Cell{Place: at(6), Formula: formula, Style: points},
		Cell{Place: at(7), Formula: check, Value: Text("Chưa nhập"), Style: plain},
		Cell{Place: at(8), Style: Style{Border: Hair, Unlocked: true, Wrap: true, Format: "@"}},
	)
}

func results() *Sheet {
	s := &Sheet{Name: "Kết quả", Columns: []Column{{Width: 40}, {Width: 12}, {Width: 12}}, Filter: &Range{Place{1, 1}, Place{4, 3}}, Page: Page{Footer: "Trang &P"}}
	for i, area := range []string{"Chỉ đạo, điều hành", "Thể chế", "Thủ tục hành chính"} {
		s.Cells = append(s.Cells,
			Cell{Place: Place{i + 2, 3}, Value: number(fmt.Sprintf("%d.25", i+4))},
			Cell{Place: Place{i + 2, 1}, Value: Text(area)},
			Cell{Place: Place{i + 2, 2}, Value: number(fmt.Sprintf("%d.1", i+2)), Style: Style{Format: "0.00"}})
	}
	s.Cells = append(s.Cells, Cell{Place: Place{1, 1}, Value: Text("Lĩnh vực")}, Cell{Place: Place{1, 2}, Value: Text("Điểm")},
		Cell{Place: Place{1, 3}, Value: Text("Tối đa")})
	chart := Chart{At: Place{6, 1}, Title: "Điểm theo lĩnh vực", Width: 640, Height: 320, Categories: "'Kết quả'!$A$2:$A$4",
		Series: []Series{{Name: "Điểm đạt", Values: "'Kết quả'!$B$2:$B$4"}, {Name: "Điểm tối đa", Values: "'Kết quả'!$C$2:$C$4"}}}
	across := chart
	across.At, across.Horizontal, across.Series = Place{24, 1}, true, chart.Series[:1]
	s.Charts = []Chart{chart, across}
	return s
}
