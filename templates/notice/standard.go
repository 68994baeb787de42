package notice

import "cchc/templates/word"

// Standard is the template for letters of a kind where the office has none of its own, set as Nghị định 30/2020 wants letters.
func Standard(kind Kind) ([]byte, error) {
	if kind == Results {
		return standardOf("Thông báo kết quả chỉ số cải cách hành chính", resultBlocks(),
			"Đề nghị đơn vị xem lại các tiêu chí hụt điểm nêu trên và có biện pháp khắc phục; nội dung nào chưa rõ thì trao đổi với cơ quan thường trực cải cách hành chính./.").Bytes()
	}
	return standardOf("Đề nghị hoàn thiện phiếu chỉ số cải cách hành chính", completeBlocks(),
		"Đề nghị đơn vị sửa, bổ sung và gửi lại phiếu trước {{hạn}}; nội dung nào chưa rõ thì trao đổi với cơ quan thường trực cải cách hành chính./.").Bytes()
}

func standardOf(title string, blocks []word.Block, closing string) word.Document {
	return word.Document{Title: title, Blocks: append(append(letterhead(), blocks...), signature(closing)...)}
}

// letterhead is the issuing office, the country's words, the number, the place and the day.
func letterhead() []word.Block {
	mid := func(text string, size int, bold, italic bool) word.Paragraph {
		return word.Paragraph{Style: word.Centre, Runs: []word.Run{{Text: text, Size: size, Bold: bold, Italic: italic}}}
	}
	return []word.Block{word.Grid{Open: true, Widths: []int{65, 100}, Rows: []word.GridRow{
		{Cells: []word.GridCell{
			{Paragraphs: []word.Paragraph{mid("TÊN CƠ QUAN CHỦ QUẢN", 12, false, false), mid("TÊN CƠ QUAN BAN HÀNH", 12, true, false), {Style: word.Centre, Rule: 22}}},
			{Paragraphs: []word.Paragraph{mid("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false), mid("Độc lập - Tự do - Hạnh phúc", 13, true, false), {Style: word.Centre, Rule: 23}}},
		}},
		{Cells: []word.GridCell{
			{Paragraphs: []word.Paragraph{mid("Số: …………/TB-………", 13, false, false)}},
			{Paragraphs: []word.Paragraph{mid("……………, {{ngày}}", 13, false, true)}},
		}},
	}}}
}

func title(subject string) []word.Block {
	return []word.Block{
		word.Paragraph{Style: word.Centre, Runs: []word.Run{{Text: " "}}, After: 2},
		word.Bold(word.Centre, "THÔNG BÁO"),
		word.Bold(word.Centre, subject),
		word.Paragraph{Style: word.Centre, Rule: 60, After: 6},
		word.Paragraph{Style: word.Centre, Runs: []word.Run{{Text: "Kính gửi: {{tên đơn vị}}"}}, After: 6},
	}
}

func resultBlocks() []word.Block {
	blocks := append(title("Kết quả thẩm định chỉ số cải cách hành chính năm {{năm}}\ncủa {{tên đơn vị}}"),
		word.Plain(word.Body, "Căn cứ {{căn cứ}}, sau khi thẩm định phiếu tự chấm điểm (tệp {{tệp}}), cơ quan thường trực cải cách hành chính thông báo kết quả của đơn vị như sau:"),
		word.Paragraph{Runs: []word.Run{{Text: "Tổng điểm {{điểm đạt}} trên {{được đánh giá}} điểm được đánh giá, đạt {{tỷ lệ}}%; quy đổi theo thang {{điểm tối đa}} điểm: {{quy đổi}}. {{tạm tính}}"}}},
		word.Plain(word.Body, "{{nếu có xếp loại}}{{xếp loại}}"),
		word.Bold(word.Heading, "Điểm theo lĩnh vực"),
		areaTable(true),
		word.Bold(word.Heading, "{{nếu có chênh lệch}}Tiêu chí có điểm thẩm định khác điểm tự chấm"),
		table([]int{14, 49, 15, 17, 18, 52}, "chênh lệch", []string{"STT", "Tiêu chí", "Tự chấm", "Thẩm định", "Chênh lệch", "Lý do"},
			[]string{"stt", "tên", "tự chấm", "thẩm định", "chênh lệch", "lý do"}),
	)
	blocks = append(blocks, rest("chênh lệch"),
		word.Plain(word.Body, "{{nếu không có chênh lệch}}Điểm thẩm định của các tiêu chí không khác điểm tự chấm."),
	)
	blocks = append(blocks, losses("Tiêu chí khác hụt điểm và phần còn thiếu để tăng điểm")...)
	return append(blocks, evidence("Tiêu chí chưa có tài liệu kiểm chứng, giải trình")...)
}

func completeBlocks() []word.Block {
	blocks := append(title("Đề nghị hoàn thiện phiếu tự chấm điểm\nchỉ số cải cách hành chính năm {{năm}}"),
		word.Plain(word.Body, "Căn cứ {{căn cứ}}, cơ quan thường trực cải cách hành chính đã nhận và chấm thử phiếu tự chấm điểm của đơn vị (tệp {{tệp}}), đề nghị đơn vị sửa, bổ sung các nội dung dưới đây trên chính phiếu đã nộp."),
		word.Bold(word.Heading, "Điểm tự chấm hiện nay"),
		areaTable(false),
		word.Plain(word.Body, "{{nếu có tạm tính}}{{tạm tính}}"),
		word.Plain(word.Body, "{{nếu có xếp loại}}{{xếp loại}}"),
	)
	blocks = append(blocks, mend("lỗi", "Lỗi phải sửa (tiêu chí chưa sửa thì không có điểm)")...)
	blocks = append(blocks, evidence("Tiêu chí có điểm nhưng chưa có tài liệu kiểm chứng, giải trình")...)
	blocks = append(blocks, mend("cần xem", "Nội dung cần xem lại")...)
	return append(blocks, losses("Tiêu chí hụt điểm và phần còn thiếu để tăng điểm")...)
}

// areaTable is the points of each area; before the appraisal there are none of it.
func areaTable(appraised bool) word.Grid {
	if appraised {
		g := table([]int{12, 68, 16, 16, 18, 19, 16}, "lĩnh vực", []string{"STT", "Lĩnh vực", "Điểm tối đa", "Tự chấm", "Thẩm định", "Chênh lệch", "Tỷ lệ (%)"},
			[]string{"stt", "tên", "điểm tối đa", "tự chấm", "thẩm định", "chênh lệch", "tỷ lệ"})
		g.Rows = append(g.Rows, totalRow("{{điểm tối đa}}", "{{tự chấm}}", "{{thẩm định}}", "{{chênh lệch}}", "{{tỷ lệ}}"))
		return g
	}
	g := table([]int{12, 93, 20, 20, 20}, "lĩnh vực", []string{"STT", "Lĩnh vực", "Điểm tối đa", "Tự chấm", "Tỷ lệ (%)"},
		[]string{"stt", "tên", "điểm tối đa", "tự chấm", "tỷ lệ"})
	g.Rows = append(g.Rows, totalRow("{{điểm tối đa}}", "{{tự chấm}}", "{{tỷ lệ}}"))
	return g
}

func totalRow(figures ...string) word.GridRow {
	row := word.GridRow{Cells: []word.GridCell{{Paragraphs: []word.Paragraph{word.Plain(word.CellMid, "")}}, {Paragraphs: []word.Paragraph{word.Bold(word.Cell, "Tổng cộng")}}}}
	for _, figure := range figures {
		row.Cells = append(row.Cells, word.GridCell{Paragraphs: []word.Paragraph{word.Bold(word.CellMid, figure)}})
	}
	return row
}

func losses(heading string) []word.Block {
	return []word.Block{
		word.Bold(word.Heading, "{{nếu có hụt điểm}}"+heading),
		table([]int{14, 50, 13, 13, 13, 62}, "hụt điểm", []string{"STT", "Tiêu chí", "Điểm tối đa", "Điểm đạt", "Điểm hụt", "Còn thiếu"},
			[]string{"stt", "tên", "điểm tối đa", "điểm đạt", "điểm hụt", "còn thiếu"}),
		rest("hụt điểm"),
	}
}

func evidence(heading string) []word.Block {
	return []word.Block{
		word.Bold(word.Heading, "{{nếu có thiếu kiểm chứng}}"+heading),
		table([]int{14, 133, 18}, "thiếu kiểm chứng", []string{"STT", "Tiêu chí", "Tự chấm"}, []string{"stt", "tên", "tự chấm"}),
		rest("thiếu kiểm chứng"),
	}
}

func mend(list, heading string) []word.Block {
	return []word.Block{
		word.Bold(word.Heading, "{{nếu có "+list+"}}"+heading),
		table([]int{28, 77, 60}, list, []string{"Tiêu chí, ô", "Nội dung", "Cách sửa"}, []string{"chỗ", "nội dung", "cách sửa"}),
		rest(list),
	}
}

// rest is where what a table has no room for is named.
func rest(list string) word.Block {
	return word.Paragraph{Runs: []word.Run{{Text: "{{nếu có còn " + list + "}}{{còn " + list + "}}"}}, Keep: true}
}

// table is a head and the row that is repeated.
func table(widths []int, list string, heads, columns []string) word.Grid {
	left := []string{"tên", "lý do", "còn thiếu", "nội dung", "cách sửa", "chỗ"}
	head, row := word.GridRow{Fill: "E7E6E6"}, word.GridRow{}
	for i, column := range columns {
		style := word.CellMid
		for _, name := range left {
			if column == name {
				style = word.Cell
			}
		}
		name := word.Bold(word.CellMid, heads[i])
		name.Keep = true // a head by itself at the end of a page says nothing
		head.Cells = append(head.Cells, word.GridCell{Paragraphs: []word.Paragraph{name}})
		row.Cells = append(row.Cells, word.GridCell{Paragraphs: []word.Paragraph{word.Plain(style, "{{"+list+"."+column+"}}")}})
	}
	return word.Grid{Widths: widths, Head: 1, Rows: []word.GridRow{head, row}}
}

// signature is whom the letter goes to, and the place to sign.
func signature(closing string) []word.Block {
	small := func(text string, bold, italic bool) word.Paragraph {
		return word.Paragraph{Style: word.Small, Runs: []word.Run{{Text: text, Bold: bold, Italic: italic, Size: 11}}}
	}
	signed := func(text string, bold, italic bool) word.Paragraph {
		return word.Paragraph{Style: word.Signature, Runs: []word.Run{{Text: text, Bold: bold, Italic: italic, Size: 14}}}
	}
	return []word.Block{
		word.Paragraph{Runs: []word.Run{{Text: closing}}, After: 8, Keep: true},
		word.Grid{Open: true, Widths: []int{75, 90}, Rows: []word.GridRow{{Cells: []word.GridCell{
			{Paragraphs: []word.Paragraph{small("Nơi nhận:", true, true), small("- Như trên;", false, false), small("- Lưu: VT.", false, false)}},
			{Paragraphs: []word.Paragraph{signed("THỦ TRƯỞNG CƠ QUAN", true, false), signed("(Ký tên, đóng dấu)", false, true), signed("", false, false), signed("", false, false), signed("……………………", true, false)}},
		}}}},
	}
}
