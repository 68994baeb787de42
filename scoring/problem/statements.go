package problem

// The problems of statements of the rule book, and of a decision's words that become rules.
const (
	StatementNone      Code = "statement-none"
	StatementUnknown   Code = "statement-unknown"
	StatementShort     Code = "statement-short"
	StatementDeep      Code = "statement-deep"
	StatementMax       Code = "statement-max"
	StatementLabel     Code = "statement-label"
	StatementNoList    Code = "statement-no-list"
	StatementOption    Code = "statement-option"
	StatementZero      Code = "statement-zero"
	StatementGap       Code = "statement-gap"
	StatementNoElse    Code = "statement-no-else"
	StatementCondition Code = "statement-condition"
)

// statementWordings words them.
var statementWordings = map[Code]wording{
	StatementNone: {Error,
		"Chưa có cách tính.",
		"Ghi cách tính, mỗi câu một dòng, ví dụ: Điểm = b/a × 1,5."},
	StatementUnknown: {Error,
		"Dòng {0}: chưa hiểu câu “{1}”.",
		"Viết theo một câu mà chương trình hiểu; câu gần nhất: {2}"},
	StatementShort: {Error,
		"Dòng {0}: sau câu này còn thiếu cách tính.",
		"Ghi tiếp cách tính ở dòng dưới, ví dụ: 0,5 điểm."},
	StatementDeep: {Error,
		"Dòng {0}: cách tính lồng nhau quá {1} lớp.",
		"Tách thành nhiều tiêu chí, hoặc viết gọn lại."},
	StatementMax: {Error,
		"Dòng {0}: câu này tính trên {1} điểm, còn điểm tối đa ở đây là {2}.",
		"Sửa số điểm trong câu, hoặc sửa điểm tối đa, cho hai số bằng nhau."},
	StatementLabel: {Error,
		"Dòng {0}: tên của số liệu {1} không khớp cột Số liệu (“{2}”).",
		"Sửa một trong hai chỗ; hoặc bỏ phần “Trong đó”, chương trình tự ghi lại."},
	StatementNoList: {Error,
		"Dòng {0}: chưa rõ các mức là của số liệu nào.",
		"Khai báo một số liệu dạng lựa chọn, ví dụ “muc: Mức thực hiện [lựa chọn]”; nếu có nhiều, ghi trước các mức: Xét mức theo “…”:"},
	StatementOption: {Error,
		"Dòng {0}: mức “{1}” không khớp các lựa chọn của số liệu {2}.",
		"Sửa các mức, hoặc các lựa chọn ghi dưới số liệu, cho giống nhau và cùng thứ tự."},
	StatementZero: {Error,
		"Dòng {0}: thiếu cách tính khi {1} = 0.",
		"Ghi thêm một dòng: “Khi {1} = 0: không đánh giá.”, “… đạt điểm tối đa.” hoặc “… 0 điểm.”"},
	StatementGap: {Error,
		"Dòng {0}: bậc này không nối liền với bậc trên nó.",
		"Sửa hai cận cho khớp: bậc trên “từ 80%” thì bậc dưới “đến dưới 80%”."},
	StatementNoElse: {Error,
		"Dòng {0}: các bậc chưa có bậc cuối (dưới bậc thấp nhất).",
		"Ghi thêm một dòng, ví dụ: Dưới 50%: 0 điểm."},
	StatementCondition: {Error,
		"Dòng {0}: chưa hiểu điều kiện “{1}”.",
		"Ghi như: “Số đề nghị” từ 5 văn bản trở lên; hoặc: “Mức” là “Đủ”; nối bằng và, hoặc."},
}
