package problem

// The problems of a rule book, and of the table of a decision.
const (
	BookNoSheet    Code = "book-no-sheet"
	BookNoHead     Code = "book-no-head"
	BookNoColumn   Code = "book-no-column"
	BookColumn     Code = "book-unknown-column"
	BookNoNumber   Code = "book-no-number"
	BookOrphan     Code = "book-orphan"
	BookMax        Code = "book-max"
	BookInput      Code = "book-input"
	BookSource     Code = "book-source"
	BookFormula    Code = "book-formula"
	BookNoRule     Code = "book-no-rule"
	BookGroupRule  Code = "book-group-rule"
	BookInfo       Code = "book-info"
	BookInfoLine   Code = "book-info-line"
	BookExample    Code = "book-example"
	BookCheck      Code = "book-check"
	BookGone       Code = "book-gone"
	BookClass      Code = "book-class"
	BookUnreadable Code = "book-unreadable"
	BookBeside     Code = "book-beside"
	BookShifted    Code = "book-shifted"
	BookSummed     Code = "book-summed"
)

// bookWordings words them.
var bookWordings = map[Code]wording{
	BookNoSheet: {Error,
		"Không có trang “{0}”.",
		"Dùng sổ do lệnh cchc rules book lập ra; trang không được đổi tên."},
	BookNoHead: {Error,
		"Không thấy dòng tiêu đề có cột STT, cột tên tiêu chí và cột điểm tối đa.",
		"Ghi lại dòng tiêu đề: STT | Lĩnh vực/Tiêu chí/Tiêu chí thành phần | Điểm tối đa …"},
	BookNoColumn: {Error,
		"Thiếu cột “{0}”.",
		"Ghi lại tiêu đề của cột này ở dòng tiêu đề."},
	BookColumn: {Warning,
		"Cột “{0}” không được đọc.",
		"Nếu cột có nội dung cần giữ, chuyển sang cột Ghi chú hoặc cột Cách tính."},
	BookBeside: {Warning,
		"Ô “{0}” nằm ở cột không có tiêu đề, không được đọc; tiêu chí ở dòng này để người chấm.",
		"Ghi tiêu đề cho cột, hoặc chuyển nội dung vào cột Cách tính; với tệp .csv, đặt nội dung có dấu phân cách trong ngoặc kép."},
	BookShifted: {Warning,
		"Từ dòng này, điểm tối đa nằm lệch sang phải một cột so với tiêu đề; được đọc theo chỗ lệch.",
		"Đối chiếu điểm tối đa của các tiêu chí từ dòng này với văn bản."},
	BookSummed: {Warning,
		"Công thức ở cột điểm tối đa bị lỗi, hoặc chưa được tính (tệp được lưu bằng chương trình không tính công thức); mỗi mục được lấy bằng tổng các mục con.",
		"Mở tệp bằng Excel hoặc LibreOffice, xem lại các tổng, lưu lại."},
	BookNoNumber: {Error,
		"Dòng có nội dung (“{0}”) nhưng không có STT.",
		"Ghi STT cho dòng này, hoặc xóa dòng."},
	BookOrphan: {Error,
		"Dòng {0} không nằm dưới lĩnh vực, tiêu chí nào chứa nó.",
		"Đặt dòng này dưới dòng cha, hoặc sửa STT."},
	BookMax: {Error,
		"Điểm tối đa “{0}” không phải một số điểm.",
		"Ghi số, ví dụ 1,5."},
	BookInput: {Error,
		"Dòng {0}: chưa hiểu số liệu “{1}”, hoặc tên đã dùng.",
		"Ghi mỗi dòng một số liệu: a: Tên số liệu [đơn vị tính, số nguyên]; loại khác: [lựa chọn], [Có/Không], [điểm do người chấm]."},
	BookSource: {Error,
		"Nguồn “{0}” không thuộc các từ đã định.",
		"Dùng một trong các từ: {1}."},
	BookFormula: {Error,
		"Ô có công thức chưa được tính.",
		"Mở tệp bằng Excel hoặc LibreOffice, lưu lại, rồi chạy lại lệnh."},
	BookNoRule: {Error,
		"Tiêu chí {0} không có mục con và chưa có cách tính.",
		"Ghi cột Cách tính; nếu chưa có quy định chi tiết, ghi: (chưa chi tiết)."},
	BookGroupRule: {Error,
		"Mục {0} có mục con nên không có cách tính của riêng nó.",
		"Chuyển cách tính xuống các mục con, hoặc xóa các mục con."},
	BookInfo: {Error,
		"Mục “{0}” ghi “{1}”, không đúng dạng.",
		"Sửa lại; mục này cần {2}."},
	BookInfoLine: {Warning,
		"Dòng “{0}” không thuộc trang này, không được đọc.",
		"Xóa dòng, hoặc sửa lại tên mục."},
	BookExample: {Error,
		"Chưa hiểu ví dụ “{0}”.",
		"Ghi số liệu như: a = 10; b = 8; kết quả là số điểm hoặc một trong các từ: chờ chấm, không đánh giá, chưa điền, số liệu lỗi."},
	BookCheck: {Error,
		"Chưa hiểu dòng “{0}” của trang Kiểm tra.",
		"Loại là một trong: Phát hiện đã xem xét, Tình trạng nội dung, Đối chiếu chéo (8.2:a bằng 8.1:a), Số công bố, Xếp loại, Cần xác nhận."},
	BookClass: {Error,
		"Xếp loại “{0}”: chưa hiểu “{1}”.",
		"Ghi cách nhau bằng dấu chấm phẩy, ví dụ: từ 90%; mỗi lĩnh vực từ 0,5; mục 2.1 từ 3 điểm; khi 6:muc là 1; bị xếp khi 6:muc là 2."},
	BookGone: {Warning,
		"Dòng này là của {0}, không còn trong trang Bộ chỉ số; bỏ qua.",
		"Xóa dòng này, hoặc ghi lại mã dòng."},
	BookUnreadable: {Error,
		"Không đọc được nội dung của ô ({0}).",
		"Sửa ô cho hết lỗi, lưu lại, rồi chạy lại lệnh."},
}
