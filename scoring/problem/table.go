package problem

// The problems of the secretariat's tables (units, survey), of results read back, and of putting results in order. The
// command line finds those of files, [ranking.Rank] the others.
const (
	TableEncoding      Code = "table-encoding"
	TableTooLarge      Code = "table-too-large"
	TableEmpty         Code = "table-empty"
	TableQuote         Code = "table-quote"
	TableColumnMissing Code = "table-column-missing"
	TableColumnTwice   Code = "table-column-twice"
	TableColumnUnknown Code = "table-column-unknown"
	TableCellBeyond    Code = "table-cell-beyond"
	TableCellBlank     Code = "table-cell-blank"
	TableCellText      Code = "table-cell-text"
	TableCellLong      Code = "table-cell-long"
	TableOldLetters    Code = "table-old-letters"
	TableNumber        Code = "table-number"
	TableNumberOutside Code = "table-number-outside"
	TableYesNo         Code = "table-yes-no"
	TableCode          Code = "table-code"
	TableCodeTwice     Code = "table-code-twice"
	TableCodeRewritten Code = "table-code-rewritten"

	TableWorkbook       Code = "table-workbook"
	TableSheetChosen    Code = "table-sheet-chosen"
	TableRowsHidden     Code = "table-rows-hidden"
	TableColumnHidden   Code = "table-column-hidden"
	TableAboveHead      Code = "table-above-head"
	TableHeadAgain      Code = "table-head-again"
	TableCellError      Code = "table-cell-error"
	TableCellNoValue    Code = "table-cell-no-value"
	TableCellShown      Code = "table-cell-shown"
	TableAnswerDay      Code = "table-answer-day"
	TableCellDate       Code = "table-cell-date"
	TableCellPercent    Code = "table-cell-percent"
	TableCellDay        Code = "table-cell-day"
	TableCellPhone      Code = "table-cell-phone"
	TableNumberLostZero Code = "table-number-lost-zero"
	TableUnitColumn     Code = "table-unit-column"
	TableNoUnit         Code = "table-unit-column-missing"
	TableUnitUnknown    Code = "table-unit-unknown"
	TableUnitAbsent     Code = "table-unit-absent"

	TableExemptUnknown Code = "table-exempt-unknown"
	TableExemptUnclear Code = "table-exempt-unclear"
	TableExemptTwice   Code = "table-exempt-twice"

	FileUnreadable Code = "file-unreadable"

	ResultsShape  Code = "results-shape"
	ResultsSum    Code = "results-sum"
	ResultsLeaves Code = "results-leaves"
	ResultsRules  Code = "results-rules"

	ResultsEdition  Code = "results-edition"
	ResultsRescored Code = "results-rescored"

	UnitTwice     Code = "unit-twice"
	UnitAlike     Code = "unit-alike"
	UnitSameName  Code = "unit-same-name"
	UnitCode      Code = "unit-code"
	SurveyMissing Code = "survey-missing"
	SurveyUnknown Code = "survey-unknown"
)

// tableWordings words them.
var tableWordings = map[Code]wording{
	TableEncoding: {Error,
		"Tệp không phải CSV UTF-8: {0}.",
		"{1}"},
	TableTooLarge: {Error,
		"Tệp lớn hơn giới hạn {0} MB của một bảng.",
		"Kiểm tra xem có chọn nhầm tệp không."},
	TableEmpty: {Error,
		"Bảng không có {0}.",
		"Ghi dòng đầu là tên các cột ({1}), nội dung ở các dòng sau."},
	TableQuote: {Error,
		"Dấu ngoặc kép không khép kín hoặc đặt giữa ô.",
		"Đặt cả ô trong ngoặc kép và viết đôi dấu ngoặc kép bên trong, hoặc lưu lại bảng bằng Excel."},
	TableColumnMissing: {Error,
		"Bảng thiếu cột “{0}”.",
		"Thêm cột; các cột dùng được: {1}."},
	TableColumnTwice: {Error,
		"Cột “{0}” có hai lần.",
		"Giữ một cột, bỏ cột còn lại."},
	TableColumnUnknown: {Error,
		"Không có cột nào tên là “{0}”.{2}",
		"Sửa tên cột hoặc bỏ cột; các cột dùng được: {1}."},
	TableCellBeyond: {Error,
		"Dòng có ô “{0}” nằm ngoài các cột có tên.",
		"Bỏ ô thừa, hoặc đặt tên cho cột của ô. Trong tệp CSV, ô có dấu phân cách bên trong thì đặt vào ngoặc kép."},
	TableCellBlank: {Error,
		"Cột {0} để trống.",
		"Điền giá trị, hoặc xóa cả dòng."},
	TableCellText: {Error,
		"Cột {0} có ký tự không in được {1}.",
		"Gõ lại ô này, không xuống dòng trong ô."},
	TableOldLetters: {Error,
		"Cột {0}: “{1}” là chữ {2}, không phải Unicode. Có phải là “{3}”?",
		"Gõ lại bằng bảng mã Unicode; nếu nhiều ô, chuyển cả bảng bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), rồi chạy lại."},
	TableCellLong: {Error,
		"Cột {0} dài {1} ký tự, giới hạn là {2}.",
		"Rút ngắn."},
	TableNumber: {Error,
		"Cột {0}: “{1}” không phải số hợp lệ.",
		"Ghi số thường, phần thập phân sau dấu phẩy hoặc dấu chấm (tối đa {2} chữ số), không có dấu nhóm, dấu cách hay đơn vị, ví dụ 31,25."},
	TableNumberOutside: {Error,
		"Cột {0}: {1} nằm ngoài khoảng từ 0 đến {2}.",
		"Kiểm tra lại số; nếu điểm tối đa khác {2} thì chỉ ra bằng --survey-max."},
	TableYesNo: {Error,
		"Cột {0}: “{1}” không phải có hoặc không.",
		"Ghi có hoặc không; để trống nghĩa là có."},
	TableCode: {Error,
		"Mã đơn vị “{0}” không dùng làm tên tệp được: {1}.",
		"Dùng mã ngắn gồm chữ cái, chữ số, dấu gạch nối, dấu chấm hoặc gạch dưới, ví dụ SO-NV."},
	TableCodeRewritten: {Error,
		"Mã đơn vị “{0}” giống mã đã bị Excel đổi thành {1}.",
		"Định dạng cột mã là Văn bản (Text) trong Excel, gõ lại mã gốc rồi lưu lại bảng."},
	TableCodeTwice: {Error,
		"Mã đơn vị “{0}” đã có ở dòng {1} (không phân biệt chữ hoa, chữ thường).",
		"Mỗi đơn vị một dòng, một mã riêng."},

	TableWorkbook: {Error,
		"{0}",
		"{1}"},
	TableSheetChosen: {Warning,
		"Sổ có nhiều trang có nội dung: đọc trang “{0}”, không đọc {1}.",
		"Nếu danh sách ở trang khác, kéo trang đó lên đầu rồi lưu lại."},
	TableRowsHidden: {Warning,
		"Các dòng đang bị ẩn hoặc bị lọc vẫn được đọc: {0}.",
		"Nếu không thuộc danh sách thì xóa hẳn các dòng này; nếu thuộc thì bỏ lọc, bỏ ẩn để dễ kiểm tra."},
	TableColumnHidden: {Warning,
		"Cột {0} đang bị ẩn, vẫn được đọc.",
		"Bỏ ẩn cột để kiểm tra, hoặc xóa cột nếu không dùng."},
	TableAboveHead: {Error,
		"Dòng này đứng trên dòng tên cột (dòng {0}) mà trông như một dòng của bảng.",
		"Chuyển dòng xuống dưới dòng tên cột; nếu là tiêu đề thì để trong một ô, hoặc xóa."},
	TableHeadAgain: {Error,
		"Dòng này lặp lại các tên cột của dòng {0}.",
		"Xóa dòng này; muốn in tên cột ở mỗi trang thì dùng Bố trí trang → In tiêu đề (Print Titles)."},
	TableCellError: {Error,
		"Cột {0}: ô có lỗi {1}.",
		"Sửa công thức, hoặc gõ giá trị vào ô."},
	TableCellNoValue: {Error,
		"Cột {0}: ô có công thức nhưng tệp không kèm giá trị của nó.",
		"Mở tệp trong Excel cho tính lại rồi lưu; hoặc dán giá trị (Paste Special → Values)."},
	TableCellShown: {Error,
		"Cột {0}: ô chứa {1} nhưng hiện thành số khác.",
		"Đặt định dạng ô là Chung (General) hoặc Văn bản (Text), rồi gõ lại."},
	TableAnswerDay: {Error,
		"Cột “{0}” ghi “{1}”; không phải một ngày.",
		"Ghi ngày dạng 15/12/2023 hoặc 2023-12-15."},
	TableCellDate: {Error,
		"Cột {0}: ô chứa ngày tháng {1}, có thể do Excel đổi từ điều được gõ.",
		"Định dạng cột là Văn bản (Text) trong Excel, gõ lại rồi lưu."},
	TableCellPercent: {Error,
		"Cột {0}: ô chứa tỷ lệ phần trăm {1}, không rõ là số nào.",
		"Đặt định dạng ô là Chung (General) rồi gõ lại số, không có dấu %."},
	TableCellDay: {Error,
		"Cột {0}: {1} không phải ngày.",
		"Gõ ngày như 15/12/2023, hoặc định dạng ô là Văn bản (Text) rồi ghi bằng chữ."},
	TableCellPhone: {Error,
		"Cột {0}: ô chứa số {1}; số điện thoại ghi kiểu số mất chữ số 0 ở đầu.",
		"Định dạng cột là Văn bản (Text) trong Excel rồi gõ lại."},
	TableNumberLostZero: {Error,
		"Cột {0}: ô chứa số {1}, vốn có thể là {2}.",
		"Định dạng cột là Văn bản (Text) trong Excel, gõ lại số thứ tự rồi lưu."},
	TableUnitColumn: {Error,
		"Bảng số liệu có cột {0} (mã đơn vị) nhưng không có danh sách đơn vị.",
		"Thêm --units don-vi.csv để lập phiếu cho các đơn vị; nếu là số liệu của một đơn vị thì bỏ cột này."},
	TableNoUnit: {Error,
		"Bảng số liệu không có cột {0} (mã đơn vị), nên sẽ điền như nhau vào phiếu của cả {1} đơn vị.",
		"Thêm cột {0}, mỗi dòng ghi số liệu là của đơn vị nào; hoặc lập riêng phiếu của một đơn vị, không có --units."},
	TableUnitUnknown: {Error,
		"Danh sách không có đơn vị mang mã “{0}”.",
		"Sửa mã cho khớp danh sách, hoặc thêm đơn vị vào danh sách."},
	TableUnitAbsent: {Warning,
		"Bảng số liệu không có dòng nào của {0} đơn vị: {1}; phiếu của các đơn vị này không được điền sẵn.",
		"Bổ sung vào bảng nếu thiếu."},

	TableExemptUnknown: {Error,
		"Cột {0}: bộ chỉ số không có số thứ tự “{1}”.",
		"Ghi số thứ tự như trong bộ chỉ số, cách nhau bằng dấu chấm phẩy, ví dụ 1.4.2; 5.5. Trong Excel, định dạng cột là Văn bản (Text) trước khi gõ."},
	TableExemptUnclear: {Error,
		"Cột {0}: không rõ “{1}” là số thứ tự {2} hay là các mục {3}.",
		"Ghi {2}, hoặc {3}."},
	TableExemptTwice: {Error,
		"Cột {0}: “{1}” đã nằm trong “{2}”.",
		"Giữ một trong hai."},

	FileUnreadable: {Error,
		"Không đọc được tệp: {0}",
		"Kiểm tra tệp còn đó, đọc được và không bị chương trình khác khóa, rồi chạy lại."},

	ResultsShape: {Error,
		"Dòng {0} không phải kết quả do cchc score --json ghi ra: {1}.",
		"Tạo lại tệp bằng cchc score --json; không sửa tay, không cắt ngắn dòng."},
	ResultsSum: {Error,
		"Dòng {0}: {1} ghi là {2}, nhưng các tiêu chí cộng lại thành {3}.",
		"Tạo lại tệp bằng cchc score --json; không sửa tay."},
	ResultsLeaves: {Error,
		"Dòng {0}: các tiêu chí không khớp bộ chỉ số {1}: {2}.",
		"Chấm lại phiếu bằng cùng một bản của bộ chỉ số."},
	ResultsEdition: {Error,
		"Dòng {0}: kết quả được chấm theo bản khác của bộ chỉ số {1} (dấu quy tắc {2}, của bản đang dùng {3}).",
		"Chấm lại phiếu bằng bản đang dùng; hoặc xếp hạng riêng bằng đúng bản đó, thêm --rules TỆP."},
	ResultsRescored: {Error,
		"Dòng {0}: điểm {2} của tiêu chí {1} ghi là {3}, chấm lại từ số liệu của chính dòng đó được {4}.",
		"Tạo lại tệp bằng cchc score --json; không sửa tay."},
	ResultsRules: {Error,
		"Kết quả thuộc bộ chỉ số {0}, các kết quả khác thuộc {1}.",
		"Xếp hạng riêng từng bộ chỉ số."},

	UnitTwice: {Error,
		"Đơn vị “{0}” có nhiều kết quả: {1}. Không kết quả nào được xếp hạng.",
		"Giữ tệp đúng của đơn vị, bỏ các tệp còn lại; nếu là hai đơn vị khác nhau thì đặt mã khác nhau."},
	UnitAlike: {Warning,
		"Mã đơn vị “{0}” nhìn giống mã “{1}” ({2}) nhưng gồm ký tự khác; đang tính là hai đơn vị.",
		"Nếu là một đơn vị thì gõ lại mã bằng bàn phím thường, giữ một tệp."},
	UnitSameName: {Warning,
		"Đơn vị “{0}” có ở hai mã: “{1}” và “{2}” ({3}); đang tính là hai đơn vị.",
		"Nếu là một đơn vị thì giữ tệp mang đúng mã."},
	UnitCode: {Error,
		"Mã đơn vị {0} không dùng được: {1}.",
		"Ghi lại mã như trong danh sách đơn vị, gõ bằng bàn phím thường."},
	SurveyMissing: {Error,
		"Đơn vị “{0}” không có điểm điều tra xã hội học nên chưa được xếp hạng.",
		"Thêm dòng của đơn vị vào bảng điều tra xã hội học, với đúng mã của đơn vị."},
	SurveyUnknown: {Warning,
		"Bảng điều tra xã hội học có mã “{0}” nhưng không có kết quả chấm của đơn vị nào mang mã này.",
		"Kiểm tra lại mã, hoặc thêm tệp của đơn vị."},
}
