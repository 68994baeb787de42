package problem

// The problems of a unit's answers, found while scoring.
const (
	AnswerMissing  Code = "answer-missing"
	AnswerUnchosen Code = "answer-unchosen"
	AnswerNoOption Code = "answer-no-option"
	AnswerTooSmall Code = "answer-too-small"
	AnswerTooLarge Code = "answer-too-large"
	AnswerNotWhole Code = "answer-not-whole"
	AnswerExceeds  Code = "answer-exceeds"
	AnswerNoCase   Code = "answer-no-case"

	LeafAwaiting    Code = "leaf-awaiting"
	EvidenceMissing Code = "evidence-missing"
	CrossCheckFails Code = "cross-check-fails"
	AppraisalReason Code = "appraisal-reason-missing"
	AppraisalPoints Code = "appraisal-points-outside"
)

// answerWordings words them.
var answerWordings = map[Code]wording{
	AnswerMissing: {Error,
		"Chưa điền “{0}”.",
		"Điền số liệu vào ô này; nếu không phát sinh thì ghi 0, không để trống."},
	AnswerUnchosen: {Error,
		"Chưa chọn “{0}”.",
		"Chọn một mục trong danh sách thả xuống của ô, không để trống."},
	AnswerNoOption: {Error,
		"Giá trị của “{0}” không có trong danh sách lựa chọn.",
		"Chọn lại một mục trong danh sách thả xuống của ô."},
	AnswerTooSmall: {Error,
		"“{0}” là {1}, nhỏ hơn mức thấp nhất cho phép là {2}.",
		"Kiểm tra và nhập lại số liệu."},
	AnswerTooLarge: {Error,
		"“{0}” là {1}, lớn hơn mức cao nhất cho phép là {2}.",
		"Kiểm tra và nhập lại số liệu."},
	AnswerNotWhole: {Error,
		"“{0}” là {1}, không phải số nguyên.",
		"Nhập số nguyên."},
	AnswerExceeds: {Error,
		"“{0}” là {2}, lớn hơn “{1}” là {3}.",
		"Kiểm tra lại hai số liệu: phần đã thực hiện không thể lớn hơn tổng số."},
	AnswerNoCase: {Error,
		"Số liệu kê khai không thuộc trường hợp nào của quy định.",
		"Báo cơ quan thường trực CCHC bổ sung quy định cho trường hợp này."},

	LeafAwaiting: {Warning,
		"Điểm của tiêu chí này do người thẩm định cho, hiện chưa có.",
		"Đơn vị có thể đề nghị mức điểm; người thẩm định nhập điểm khi thẩm định."},
	EvidenceMissing: {Warning,
		"Tiêu chí được tính {0} điểm nhưng chưa có tài liệu kiểm chứng và giải trình.",
		"Ghi số, ngày của tài liệu kiểm chứng, hoặc giải trình."},
	CrossCheckFails: {Warning,
		"{0} Ở đây là {1}, còn ở {2} là {3}.",
		"Kiểm tra lại hai số liệu; nếu đúng thì giải trình."},
	AppraisalReason: {Warning,
		"Có số liệu thẩm định hoặc điểm ấn định nhưng chưa ghi lý do.",
		"Ghi lý do vào cột Lý do."},
	AppraisalPoints: {Error,
		"Điểm ấn định {0} không hợp lệ: phải từ 0 đến {1}, không quá {2} chữ số thập phân.",
		"Nhập lại điểm, hoặc KĐG nếu không đánh giá."},
}
