package problem

// The problems of scoring again: what became of an earlier result.
const (
	FormMemoryDamaged Code = "form-memory-damaged"
	AppraiseAgain     Code = "appraise-again"
	AppraisalReopened Code = "appraisal-reopened"
	TextsChanged      Code = "texts-changed"
	FormTwice         Code = "form-twice"
	ResultTwice       Code = "result-twice"
	ResultUnreadable  Code = "result-unreadable"
	UnitNotListed     Code = "unit-not-listed"
	UnitListSays      Code = "unit-list-says"
)

// againWordings words them.
var againWordings = map[Code]wording{
	FormMemoryDamaged: {Warning,
		"Dòng {0} trên trang ẩn của phiếu kết quả bị sửa nên một phần nhật ký không đọc được.",
		"Xem bản trước trong thư mục truoc; phần nhật ký còn đọc được vẫn được giữ."},
	AppraiseAgain: {Warning,
		"Số liệu đã thẩm định nay đơn vị sửa: trước là {0}, nay là {1}. Thẩm định trước đó của tiêu chí này không còn dùng.",
		"Thẩm định lại tiêu chí này. Số liệu và ý kiến cũ còn ở trang “Nhật ký” và ở bản trong thư mục truoc."},
	AppraisalReopened: {Warning,
		"Phiếu đã thẩm định xong nhưng đơn vị sửa số liệu của {0} tiêu chí nên điểm thẩm định chưa được tính.",
		"Thẩm định lại các tiêu chí được nêu, rồi chọn lại “Thẩm định: Đã”."},
	TextsChanged: {Warning,
		"Đơn vị đã sửa tài liệu kiểm chứng hoặc giải trình sau khi thẩm định ({0}).",
		"Xem lại các mục đó; thẩm định trước vẫn được giữ vì số liệu không đổi."},
	FormTwice: {Error,
		"Đơn vị {0} có nhiều phiếu: {1}. Không phiếu nào thay kết quả đang có.",
		"Giữ lại phiếu đúng, chuyển phiếu kia ra khỏi thư mục rồi chấm lại."},
	ResultTwice: {Error,
		"Đơn vị {0} có nhiều phiếu kết quả: {1}.",
		"Giữ lại phiếu kết quả đang dùng, chuyển các phiếu kia ra khỏi thư mục rồi chấm lại."},
	ResultUnreadable: {Warning,
		"Thẩm định trong kết quả trước ({0}) không chuyển sang được: {1}",
		"Kết quả đó được giữ trong thư mục truoc; mở ra xem và thẩm định lại nếu đã có thẩm định."},
	UnitNotListed: {Error,
		"Đơn vị {0} không có trong danh sách {1}.",
		"Sửa mã đơn vị trên phiếu, hoặc thêm đơn vị vào danh sách."},
	UnitListSays: {Warning,
		"{0} trên phiếu là {1}, khác danh sách đơn vị ({2}). Theo danh sách.",
		"Nếu danh sách sai thì sửa danh sách rồi chấm lại; nếu phiếu bị sửa thì nhắc đơn vị."},
}
