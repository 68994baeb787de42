package problem

// The problems of what people typed where nobody reads it, or where something else counts: found by package reader, so that
// nothing of a workbook is passed over without a word.
const (
	FormStrayText    Code = "form-stray-text"
	FormStrayMore    Code = "form-stray-more"
	FormEdited       Code = "form-edited"
	FormOptionEdited Code = "form-option-edited"
	FormTypedOver    Code = "form-typed-over"
	ResultTypedOver  Code = "result-typed-over"
	FormSheetAdded   Code = "form-sheet-added"
	FormComment      Code = "form-comment"
	CellShowsOther   Code = "cell-shows-other"

	FormSheetTyped     Code = "form-sheet-typed"
	FormSheetTypedMore Code = "form-sheet-typed-more"
	FormBoxText        Code = "form-box-text"

	AppraisalUncounted Code = "appraisal-uncounted"
	AnswerChanged      Code = "answer-changed"
	ExplanationEdited  Code = "explanation-edited"
)

// typedWordings words them.
var typedWordings = map[Code]wording{
	FormStrayText: {Warning,
		"Ô không dùng để ghi có nội dung {0}; nội dung này không được đọc.",
		"Ghi vào dòng của tiêu chí hoặc của số liệu, đúng cột; rồi xóa ở đây."},
	FormStrayMore: {Warning,
		"Còn {0} ô khác không dùng để ghi mà có nội dung: {1}; không được đọc.",
		"Ghi vào dòng của tiêu chí hoặc của số liệu, đúng cột; rồi xóa ở các ô này."},
	FormEdited: {Warning,
		"Ô in sẵn bị sửa thành {0}; phiếu được phát ghi {1}. Chấm theo bộ chỉ số, không theo ô này.",
		"Ghi lại như phiếu được phát, hoặc chép số liệu (dán giá trị) sang phiếu được phát."},
	FormOptionEdited: {Warning,
		"Lựa chọn trong danh sách trên trang ẩn bị sửa thành {0}; bộ chỉ số ghi {1}.",
		"Dùng lại phiếu được phát; kiểm tra các ô chọn từ danh sách này."},
	FormTypedOver: {Warning,
		"“{0}” của {1}: {2} ghi đè lên công thức, chương trình tính được {3}; nội dung ghi đè không được dùng.",
		"Xóa nội dung ghi đè; số liệu chỉ ghi ở cột Số liệu kê khai, ý kiến ghi ở cột Giải trình."},
	ResultTypedOver: {Error,
		"“{0}” của {1}: {2} ghi đè lên công thức, chương trình tính được {3}; nội dung ghi đè không được dùng.",
		"Điểm thẩm định ghi ở cột Điểm ấn định (kèm lý do), số liệu ghi ở cột Số liệu thẩm định của từng tiêu chí; giữ điểm đã tính thì ghi chính điểm đó ở cột Điểm ấn định. Lỗi này được nêu cho tới khi ghi."},
	FormSheetAdded: {Warning,
		"Phiếu có thêm trang {0}; trang này không được đọc.",
		"Nội dung cần nộp thì ghi vào phiếu; tài liệu gửi riêng."},
	FormComment: {Warning,
		"Ô có ghi chú (comment) {0}; ghi chú không được đọc.",
		"Nội dung cần nộp thì ghi vào cột Giải trình."},
	FormSheetTyped: {Warning,
		"Trang này do chương trình in; có người ghi thêm {0}. Nội dung này không được đọc và không có trong phiếu kết quả lập mới.",
		"Ghi ý kiến ở cột Lý do thẩm định (hoặc Giải trình) của trang “Phiếu chấm”. Bản có nội dung này còn ở tệp đã nộp, hoặc trong thư mục truoc."},
	FormSheetTypedMore: {Warning,
		"Trang này do chương trình in; còn {0} ô khác có người ghi thêm: {1}; không được đọc và không có trong phiếu kết quả lập mới.",
		"Ghi ý kiến ở cột Lý do thẩm định (hoặc Giải trình) của trang “Phiếu chấm”. Bản có nội dung này còn ở tệp đã nộp, hoặc trong thư mục truoc."},
	FormBoxText: {Warning,
		"Hộp chữ, hình vẽ có chữ {0}; chữ này không được đọc.",
		"Nội dung cần nộp thì ghi vào cột Giải trình."},
	CellShowsOther: {Warning,
		"“{0}”: định dạng làm ô hiện khác với giá trị đang lưu là {1}; lấy giá trị đang lưu.",
		"Đổi định dạng ô thành Chung (General) rồi kiểm tra lại số."},

	AppraisalUncounted: {Warning,
		"Đã ghi thẩm định (ô {0}) nhưng ô Thẩm định chưa chọn Đã, nên chưa tính vào kết quả.",
		"Thẩm định xong thì chọn Đã ở ô Thẩm định đầu phiếu rồi chấm lại."},
	AnswerChanged: {Warning,
		"“{0}” là {1} khi chấm từ phiếu của đơn vị, trong phiếu kết quả bị sửa thành {2}.",
		"Ghi lại như đơn vị kê khai; số liệu thẩm định ghi ở cột Số liệu thẩm định."},
	ExplanationEdited: {Warning,
		"Ô Diễn giải có nội dung người sửa: {0}; nội dung này sẽ không còn khi chấm lại.",
		"Ghi ý kiến ở cột Lý do thẩm định."},
}
