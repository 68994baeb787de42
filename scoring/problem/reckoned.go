package problem

// The problems of answers that nobody types because they follow from others: one that is asked for in another criterion, one that is
// reckoned from answers of its own criterion.
const (
	RuleUse         Code = "rule-use"
	RuleFrom        Code = "rule-from"
	RuleMayBeBelow  Code = "rule-may-be-below"
	ExampleReckoned Code = "example-reckoned"

	ReckonedTyped  Code = "reckoned-typed"
	FilledReckoned Code = "filled-reckoned"

	AnswerUsed     Code = "answer-used"
	AnswerNeeded   Code = "answer-needed"
	AnswerReckoned Code = "answer-reckoned"
)

// reckonedWordings word them.
var reckonedWordings = map[Code]wording{
	RuleUse: {Error,
		"Số liệu “{0}” lấy từ “{1}” (use) nhưng {2}.",
		"Ghi use: \"SỐ-TIÊU-CHÍ:tên\" của một số mà đơn vị kê khai ở tiêu chí khác; đơn vị tính, số nguyên hay không, nhỏ nhất, lớn nhất đều theo số liệu đó, không ghi lại."},
	RuleFrom: {Error,
		"Số liệu “{0}” tự tính (from) nhưng {1}.",
		"Ghi from là các số của cùng tiêu chí, mỗi số một lần với times khác 0; số liệu của tiêu chí khác thì khai thêm một số liệu với use rồi tính từ đó."},
	RuleMayBeBelow: {Error,
		"Số liệu “{0}” có thể nhỏ hơn 0 (min: {1}), nhưng ở đây phải là số không âm.",
		"Bỏ min của số liệu này; số có thể âm chỉ dùng được trong điều kiện, và ở number hoặc part của bands, line."},
	ExampleReckoned: {Error,
		"Ví dụ của tiêu chí {0} ghi “{1}”, là số tự tính từ các số liệu khác.",
		"Bỏ “{1}” khỏi ví dụ, chỉ ghi các số liệu mà nó được tính từ."},

	ReckonedTyped: {Warning,
		"“{0}” là ô tự tính; ô bị ghi đè thành {1}, tính được {2}. Nội dung ghi đè không được dùng.",
		"Xóa nội dung ghi đè; nếu số tính được chưa đúng thì sửa ở các số liệu mà nó được tính từ."},
	FilledReckoned: {Error,
		"{0} tự tính được {1}, nhưng ở đây ghi {2}.",
		"Bỏ số liệu này, hoặc sửa các số liệu mà nó được tính từ."},

	AnswerUsed: {Error,
		"“{0}” lấy từ tiêu chí {1}, ở đó {2}.",
		"Điền đúng số liệu ở ô này; tiêu chí nào dùng chung số liệu thì tự tính theo."},
	AnswerNeeded: {Error,
		"“{0}” {1}, mà tiêu chí {2} cũng cần số liệu này.",
		"Điền đúng số liệu ở ô này: tiêu chí {2} tự lấy từ đây."},
	AnswerReckoned: {Error,
		"“{0}” tự tính được {1}, {2} {3}.",
		"Ô này tự tính, không gõ vào: kiểm tra lại các số liệu mà nó được tính từ ({4})."},
}
