package problem

// The problems of notices to the units, and of the templates that they are written from.
const (
	TemplateNoDocument Code = "template-no-document"
	TemplateField      Code = "template-field"
	TemplateBraces     Code = "template-braces"
	TemplateLists      Code = "template-lists"

	NoticeNoResult     Code = "notice-no-result"
	NoticeNotAppraised Code = "notice-not-appraised"
	NoticeTwice        Code = "notice-twice"
	NoticeEdited       Code = "notice-edited"
)

// noticeWordings word them.
var noticeWordings = map[Code]wording{
	TemplateNoDocument: {Error,
		"Tệp mẫu không phải văn bản Word (.docx).",
		"Lưu lại mẫu bằng Word, kiểu “Word Document (.docx)”, hoặc lấy mẫu chuẩn bằng --show-template."},
	TemplateField: {Error,
		"Mẫu có trường {0} mà chương trình không biết.",
		"Sửa tên trường trong mẫu. Các trường có thể dùng: {1}."},
	TemplateBraces: {Error,
		"Mẫu có dấu {{ hoặc }} không thành cặp: {0}",
		"Mỗi trường viết trong hai cặp ngoặc nhọn, trong cùng một đoạn, ví dụ {{tên đơn vị}}."},
	TemplateLists: {Error,
		"Một đoạn hoặc một hàng của bảng trong mẫu có trường của nhiều danh sách: {0}.",
		"Một hàng chỉ lặp theo một danh sách; đưa trường của danh sách kia sang hàng hoặc bảng khác."},

	NoticeNoResult: {Error,
		"{0} là phiếu đơn vị nộp, chưa phải kết quả chấm.",
		"Chấm phiếu trước (cchc score), rồi lập thông báo từ thư mục kết quả."},
	NoticeNotAppraised: {Error,
		"{0} chưa thẩm định xong nên chưa có kết quả để thông báo.",
		"Chọn “Thẩm định: Đã” trong phiếu kết quả rồi chấm lại, hoặc lập yêu cầu bổ sung bằng --kind bo-sung."},
	NoticeTwice: {Error,
		"{0} có nhiều kết quả: {1}. Không lập thông báo cho đơn vị này.",
		"Để lại một kết quả của đơn vị, hoặc lập thông báo của mỗi năm vào một thư mục."},
	NoticeEdited: {Error,
		"{0} đã có người sửa nên được giữ nguyên; kết quả hiện nay cho ra thông báo khác.",
		"Nếu còn dùng bản đã sửa thì xem lại số liệu trong đó; nếu không, đổi tên hoặc chuyển tệp đó đi rồi chạy lại."},
}
