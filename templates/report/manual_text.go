package report

// manualSection is a heading with numbered steps, a table, or both.
type manualSection struct {
	title       string
	steps       []string
	left, right string // the table's heads
	commands    bool   // the table's right column is what to type
	rows        [][2]string
}

func manualBasics() []manualSection {
	return []manualSection{
		{title: "I. Chuẩn bị", steps: []string{
			"Giải nén tệp tải về vào một thư mục, ví dụ D:\\CCHC. Chương trình là một tệp duy nhất, cchc.exe: không cần cài đặt, không cần quyền quản trị, không cần mạng.",
			"Lần chạy đầu, Windows có thể báo đã chặn một chương trình lạ. Hãy đối chiếu mã SHA-256 của tệp tải về với mã được công bố; nếu khớp, chọn “Thông tin thêm” (More info) rồi “Vẫn chạy” (Run anyway).",
		}},
		{title: "II. Đơn vị điền phiếu", steps: []string{
			"Mở phiếu trống bằng Excel hoặc LibreOffice, đọc trang Hướng dẫn, rồi điền các ô nền vàng nhạt ở trang Phiếu chấm: số liệu kê khai, tài liệu kiểm chứng, giải trình.",
			"Chưa có số liệu thì để trống; số liệu bằng không thì ghi 0. Ghi số là số, ví dụ 85,5; không ghi kèm chữ hay đơn vị tính.",
			"Điểm tự chấm hiện ra ngay khi điền. Cột Kiểm tra nói điều chưa hợp lý của từng dòng; hãy sửa cho hết trước khi nộp.",
			"Lưu dạng .xlsx và gửi về cơ quan thường trực. Có thể chèn hoặc sắp xếp lại hàng; không xóa hàng, cột hoặc trang ẩn vì phiếu được nhận ra nhờ đó.",
		}},
		{title: "III. Chấm điểm bằng cách kéo thả", steps: []string{
			"Đóng phiếu trong Excel. Dùng chuột kéo phiếu, nhiều phiếu hoặc cả thư mục phiếu, thả lên biểu tượng cchc.exe.",
			"Kết quả nằm trong thư mục ket-qua bên cạnh phiếu (thả phiếu lần nữa thì ket-qua-2, ket-qua-3…; thả cả thư mục thì vẫn ket-qua). Cửa sổ nói rõ đã ghi ở đâu; nhấn Enter để đóng. Phiếu đã nộp không bị thay đổi.",
			"Mở phiếu kết quả bằng Excel để xem, in và ký. Các trang:",
		}, left: "Trang", right: "Nội dung", rows: [][2]string{
			{"Kết quả", "Tổng điểm, điểm theo lĩnh vực kèm biểu đồ, mất điểm ở đâu và vì sao, còn chờ những gì."},
			{"Vấn đề", "Những ô chưa đúng hoặc còn thiếu: bấm vào liên kết để tới ô đó, làm theo cột cách xử lý."},
			{"Phiếu chấm", "Số liệu, điểm và diễn giải từng tiêu chí; các cột thẩm định ở bên phải."},
			{"So sánh", "Điều đã đổi so với bộ chỉ số năm trước."},
			{"Cần xác nhận", "Những chỗ văn bản gốc chưa nói rõ, để cơ quan thường trực xác nhận."},
		}},
	}
}

func manualMore() []manualSection {
	return []manualSection{
		{title: "IV. Thẩm định", steps: []string{
			"Mở phiếu kết quả, trang Phiếu chấm. Sửa số liệu ở cột Số liệu thẩm định hoặc cho điểm ở cột Điểm ấn định (ghi KĐG nếu không đánh giá), và ghi lý do. Để trống là đồng ý với số liệu kê khai.",
			"Điểm thẩm định hiện ra ngay. Xong thì chọn Thẩm định: Đã ở đầu phiếu, lưu, đóng Excel rồi kéo thả phiếu lên cchc.exe lần nữa: kết quả khi đó tính theo điểm thẩm định.",
		}},
		{title: "V. Lập phiếu, xếp hạng, so sánh", steps: []string{
			"Mở thư mục có cchc.exe, bấm vào thanh địa chỉ, gõ cmd rồi nhấn Enter. Trong cửa sổ hiện ra, gõ lệnh ở bảng dưới; gõ cchc --help để xem đủ các lệnh.",
		}, left: "Việc cần làm", right: "Lệnh", commands: true, rows: [][2]string{
			{"Lập phiếu trống năm 2023", "cchc template 2023 -o phieu-2023.xlsx"},
			{"Lập phiếu cho từng đơn vị trong danh sách", "cchc template 2023 --units don-vi.csv -o phieu"},
			{"Chia phiếu cho các phòng theo bảng phân công", "cchc template 2023 --assign phan-cong.csv -o cac-phong"},
			{"Ghép phiếu của các phòng thành một", "cchc merge cac-phong -o don-vi.xlsx"},
			{"Chuyển phiếu đã điền sang bộ chỉ số khác", "cchc carry phieu.xlsx --to 2024 -o phieu-2024.xlsx"},
			{"Chấm mọi phiếu trong một thư mục", "cchc score nop -o ket-qua"},
			{"Xếp hạng theo khối", "cchc rank ket-qua -o xep-hang.xlsx"},
			{"So sánh bộ chỉ số hai năm", "cchc diff 2022 2023 -o so-sanh.xlsx"},
			{"Xem một tiêu chí và cách tính điểm", "cchc rules show 2023 1.1"},
			{"Kiểm tra bộ chỉ số trước khi ban hành", "cchc rules check bo-chi-so-2024.yaml"},
		}},
		{title: "VI. Danh sách đơn vị và bộ chỉ số năm mới", steps: []string{
			"Danh sách đơn vị là bảng Excel lưu dạng CSV UTF-8, có các cột: ma, ten, khoi; nếu cần thì thêm xep_hang (có hoặc không) và khong_danh_gia (số thứ tự các tiêu chí, ví dụ 1.4.2; 5.5).",
			"Năm mới không cần chương trình mới: đặt tệp bộ chỉ số .yaml vào thư mục rules bên cạnh cchc.exe. Lệnh cchc rules new lập tệp của năm mới từ năm trước để sửa theo quyết định mới.",
		}},
		{title: "VII. Khi có điều chưa ổn", left: "Hiện tượng", right: "Cách xử lý", rows: [][2]string{
			{"Báo tệp đang mở trong chương trình khác", "Đóng tệp đó trong Excel (cả trên máy khác nếu tệp ở thư mục dùng chung), rồi chạy lại."},
			{"Báo phiếu không khớp bộ chỉ số", "Phiếu lập theo bộ chỉ số khác với bộ hiện có. Làm theo lời nhắn kèm theo; phiếu không bị chấm theo bộ sai."},
			{"Số bị coi là chữ", "Gõ lại số vào ô, không kèm dấu cách, chữ hay dấu nháy; phần thập phân dùng dấu phẩy như Excel trên máy."},
			{"Kết quả ghi “tạm tính”", "Còn tiêu chí thiếu số liệu hoặc chờ người chấm: xem trang Vấn đề và trang Kết quả, bổ sung rồi chấm lại."},
			{"Báo tệp đã có", "Chương trình không ghi đè. Chọn tên khác, hoặc thêm --force vào cuối lệnh."},
			{"Tệp .xls, .ods hoặc có mật khẩu", "Mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx."},
		}},
	}
}
