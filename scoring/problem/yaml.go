package problem

// The problems of a rule set as a file: found by package rules before [scoring.Check] can look at it.
const (
	YAMLTooLarge   Code = "yaml-too-large"
	YAMLEncoding   Code = "yaml-encoding"
	YAMLByteOrder  Code = "yaml-byte-order-mark"
	YAMLControl    Code = "yaml-control-character"
	YAMLHidden     Code = "yaml-hidden-character"
	YAMLTab        Code = "yaml-tab"
	YAMLSpace      Code = "yaml-space"
	YAMLSmartQuote Code = "yaml-smart-quote"
	YAMLFullWidth  Code = "yaml-full-width"
	YAMLNotNFC     Code = "yaml-not-nfc"
	YAMLSyntax     Code = "yaml-syntax"
	YAMLEmpty      Code = "yaml-empty"
	YAMLDocuments  Code = "yaml-documents"
	YAMLAlias      Code = "yaml-alias"
	YAMLTag        Code = "yaml-tag"
	YAMLTooDeep    Code = "yaml-too-deep"
	YAMLTooMany    Code = "yaml-too-many"

	RuleUnknownKey   Code = "rule-unknown-key"
	RuleMissingKey   Code = "rule-missing-key"
	RuleDuplicateKey Code = "rule-duplicate-key"
	RuleAfterComma   Code = "rule-after-comma"
	RuleUnknownKind  Code = "rule-unknown-kind"
	RuleOneKind      Code = "rule-one-kind"
	RuleUnknownWord  Code = "rule-unknown-word"
	RuleWrongType    Code = "rule-wrong-type"
	RuleNoValue      Code = "rule-no-value"
	RuleBadNumber    Code = "rule-bad-number"
	RuleBadInteger   Code = "rule-bad-integer"
	RuleWasNumber    Code = "rule-was-number"
	RuleNotQuoted    Code = "rule-not-quoted"
	RuleBadText      Code = "rule-bad-text"
	RuleTooLong      Code = "rule-too-long"
	RuleSpaces       Code = "rule-spaces"
	RuleAnswerName   Code = "rule-answer-name"

	SetID              Code = "set-id"
	SetUnreviewed      Code = "set-unreviewed"
	SetNotFile         Code = "set-not-file"
	SetMisnamed        Code = "set-misnamed"
	SetUnknown         Code = "set-unknown"
	SetAmbiguous       Code = "set-ambiguous"
	SetShadowed        Code = "set-shadowed"
	SetPreviousMissing Code = "set-previous-missing"
	SetPreviousFaulty  Code = "set-previous-faulty"
	SetMoreFindings    Code = "set-more-findings"
)

// fileWordings words them.
var fileWordings = map[Code]wording{
	YAMLTooLarge: {Error,
		"Tệp lớn hơn giới hạn {0} byte của một bộ chỉ số.",
		"Kiểm tra xem có chọn nhầm tệp không, hoặc rút gọn phần văn bản."},
	YAMLEncoding: {Error,
		"Tệp không phải văn bản UTF-8: {0}.",
		"Lưu lại tệp với bảng mã UTF-8 (trong Notepad: Lưu thành → Mã hóa → UTF-8), hoặc chọn đúng tệp YAML."},
	YAMLByteOrder: {Warning,
		"Đầu tệp có dấu thứ tự byte (BOM).",
		"Lưu lại tệp dưới dạng UTF-8 không có BOM; tệp vẫn đọc được."},
	YAMLControl: {Error,
		"Có ký tự điều khiển {0}.",
		"Xóa ký tự này."},
	YAMLHidden: {Error,
		"Có ký tự ẩn {0}.",
		"Xóa ký tự này, hoặc gõ lại cả từ."},
	YAMLTab: {Error,
		"Có ký tự tab.",
		"Thay bằng dấu cách: thụt lề mỗi cấp hai dấu cách."},
	YAMLSpace: {Error,
		"Có dấu cách đặc biệt {0}, nhìn giống dấu cách thường.",
		"Xóa rồi gõ lại bằng phím cách."},
	YAMLSmartQuote: {Error,
		"Dấu ngoặc kép kiểu “{0}” không mở được chuỗi trong YAML.",
		"Thay bằng dấu \" thẳng; hoặc, nếu là nội dung, đặt cả giá trị trong hai dấu \" thẳng."},
	YAMLFullWidth: {Error,
		"Có ký tự toàn khổ “{0}” ngoài dấu ngoặc kép.",
		"Gõ lại bằng “{1}” của bàn phím thường; hoặc, nếu là nội dung, đặt cả giá trị trong hai dấu \" thẳng."},
	YAMLNotNFC: {Warning,
		"“{0}” dùng dấu tổ hợp (Unicode NFD).",
		"Gõ lại từ này bằng bộ gõ Unicode dựng sẵn, hoặc chuyển cả tệp sang NFC."},
	YAMLSyntax: {Error,
		"Sai cú pháp YAML: {0}.",
		"{1}."},
	YAMLEmpty: {Error,
		"Tệp không có nội dung.",
		"Chọn đúng tệp, hoặc chép từ bộ chỉ số của năm trước."},
	YAMLDocuments: {Error,
		"Tệp có nhiều hơn một tài liệu (dấu --- thứ hai).",
		"Bỏ dấu ---, hoặc tách mỗi bộ chỉ số thành một tệp."},
	YAMLAlias: {Error,
		"Không dùng được {0} của YAML ở đây.",
		"Ghi lại đầy đủ nội dung; hoặc, nếu là văn bản, đặt trong ngoặc kép."},
	YAMLTag: {Error,
		"Không dùng được nhãn kiểu “{0}”.",
		"Bỏ nhãn này; hoặc, nếu là văn bản, đặt trong ngoặc kép."},
	YAMLTooDeep: {Error,
		"Nội dung lồng nhau quá {0} cấp.",
		"Tách thành nhiều phần, hoặc kiểm tra lại thụt lề và dấu ngoặc."},
	YAMLTooMany: {Error,
		"Tệp có quá {0} giá trị.",
		"Kiểm tra xem có chọn nhầm tệp không, hoặc bỏ phần lặp lại."},

	RuleUnknownKey: {Error,
		"Không có khóa “{0}” ở đây.{2}",
		"Sửa tên khóa, hoặc bỏ khóa. Các khóa dùng được: {1}."},
	RuleMissingKey: {Error,
		"Thiếu khóa {0} ({1}).",
		"Thêm {0}."},
	RuleDuplicateKey: {Error,
		"Khóa “{0}” đã có ở dòng {1}.",
		"Giữ một, bỏ hoặc đổi tên khóa còn lại."},
	RuleAfterComma: {Error,
		"“{0}” đứng sau dấu phẩy nên bị hiểu thành một khóa không có giá trị.",
		"Đặt cả văn bản có dấu phẩy trong hai dấu \" thẳng, hoặc ghi giá trị cho khóa."},
	RuleUnknownKind: {Error,
		"Không có cách tính “{0}”.{2}",
		"Dùng một trong các cách: {1}."},
	RuleOneKind: {Error,
		"Quy tắc có {0} cách tính, phải có đúng một.",
		"Giữ một cách tính; hoặc, nếu cần cộng nhiều phần, dùng sum."},
	RuleUnknownWord: {Error,
		"“{0}” không dùng được ở đây.{2}",
		"Dùng một trong các từ: {1}."},
	RuleWrongType: {Error,
		"Ở đây cần {0}, nhưng là {1}.",
		"Sửa lại cách ghi, hoặc kiểm tra thụt lề và dấu hai chấm."},
	RuleNoValue: {Error,
		"{0} không có giá trị.",
		"Ghi giá trị, hoặc bỏ cả khóa nếu không bắt buộc."},
	RuleBadNumber: {Error,
		"“{0}” không phải số hợp lệ.{1}",
		"Ghi số thường, phần thập phân sau dấu chấm, không có ngoặc kép, dấu nhóm hay đơn vị, ví dụ 1.5."},
	RuleBadInteger: {Error,
		"“{0}” không phải số nguyên hợp lệ.",
		"Ghi số nguyên từ 0 đến {1}, chỉ gồm chữ số."},
	RuleWasNumber: {Error,
		"“{0}” không phải một số thứ tự của bộ trước.",
		"Ghi mỗi số một phần tử trong nháy kép, ví dụ was: [\"7.1.5\", \"7.1.6\"]."},
	RuleNotQuoted: {Error,
		"{0} “{1}” phải đặt trong ngoặc kép; nếu không sẽ bị hiểu thành số, ngày hoặc kiểu khác.",
		"Ghi \"{1}\"."},
	RuleBadText: {Error,
		"Văn bản có ký tự không in được {0}.",
		"Bỏ ký tự này."},
	RuleTooLong: {Error,
		"Văn bản dài {0} ký tự, giới hạn là {1}.",
		"Rút ngắn, hoặc chuyển bớt sang note."},
	RuleSpaces: {Warning,
		"Văn bản có dấu cách hoặc dòng trống thừa ở {0}.",
		"Xóa chỗ thừa; với văn bản nhiều dòng, dùng |- thay cho |."},
	RuleAnswerName: {Error,
		"Tên số liệu “{0}” không hợp lệ.",
		"Dùng chữ thường không dấu và chữ số, tối đa {1} ký tự, không dùng points và state, ví dụ a, b, muc, \"1\"."},

	SetID: {Error,
		"Mã bộ chỉ số “{0}” không hợp lệ.",
		"Dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ hai-phong-so-nganh-2023."},
	SetNotFile: {Error,
		"Tên có đuôi .yaml nhưng đây là thư mục hoặc thiết bị, không phải tệp.",
		"Chọn đúng tệp bộ chỉ số, hoặc đổi tên thư mục."},
	SetMisnamed: {Error,
		"Tên tệp kết thúc bằng .txt nên bộ chỉ số này không được dùng; cần đổi tên thành {0}.",
		"Đổi tên thành {0}; Windows giấu đuôi .txt: trong File Explorer bật Xem (View) → Phần mở rộng tên tệp (File name extensions) để thấy."},
	SetUnknown: {Error,
		"Không có bộ chỉ số “{0}”.{2}",
		"Dùng một trong các mã: {1}; hoặc ghi đường dẫn tới tệp .yaml."},
	SetAmbiguous: {Error,
		"“{0}” chỉ nhiều bộ chỉ số.",
		"Ghi rõ một trong: {1}."},
	SetShadowed: {Warning,
		"Bộ chỉ số {0} có ở {1} và {2}, nội dung khác nhau; đang dùng {2}.",
		"Bỏ bản không dùng, hoặc đổi mã (id) của một bản."},
	SetPreviousMissing: {Warning,
		"Không có bộ chỉ số trước “{0}” để đối chiếu số thứ tự cũ (was).",
		"Thêm tệp của bộ này vào thư mục rules, hoặc chỉ ra bằng --rules."},
	SetPreviousFaulty: {Warning,
		"Bộ chỉ số trước “{0}” ({1}) có lỗi nên không đối chiếu được số thứ tự cũ (was).",
		"Kiểm tra và sửa tệp đó trước."},
	SetUnreviewed: {Warning,
		"Còn {0} chỗ ghi “{1}”; đây là chỗ đầu tiên.",
		"Đối chiếu từng chỗ với quyết định mới, sửa nếu khác, rồi xóa ghi chú đó."},
	SetMoreFindings: {Error,
		"Còn ít nhất {0} phát hiện nữa chưa liệt kê.",
		"Sửa các lỗi trên trước, rồi kiểm tra lại."},
}
