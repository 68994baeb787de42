package problem

// The problems of scoring a file among others.
const (
	FileCrash       Code = "file-crash"
	FormRulesFaulty Code = "form-rules-faulty"
	FormNotDetailed Code = "form-not-detailed"
	TextTooLong     Code = "text-too-long"
)

// batchWordings words them.
var batchWordings = map[Code]wording{
	FileCrash: {Error,
		"Chương trình gặp lỗi ngoài dự kiến khi chấm tệp này ({0}).",
		"Các tệp khác không bị ảnh hưởng. Gửi tệp này cùng thông báo cho người phụ trách chương trình."},
	FormRulesFaulty: {Error,
		"Bộ chỉ số của phiếu ({0}) đang có lỗi nên chưa chấm được.",
		"Chạy cchc rules check {0} và sửa các lỗi được nêu."},
	TextTooLong: {Error,
		"“{0}” của {1} dài {2} ký tự, một ô chỉ chứa được 32.767 ký tự.",
		"Rút ngắn nội dung này trong các tệp nguồn rồi chạy lại."},
	FormNotDetailed: {Error,
		"Bộ chỉ số của phiếu ({0}) chưa có quy định chi tiết nên không chấm điểm được.",
		"Dùng phiếu của bộ chỉ số có quy định chi tiết."},
}
