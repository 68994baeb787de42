package problem

// The problems of a workbook as a form: whose it is, where its rows and columns went, and what its cells hold. Package
// templates finds them; those of answer cells reach [scoring.Score] inside a [expr.BadAnswer].
const (
	FormNotOurs         Code = "form-not-ours"
	FormRanking         Code = "form-ranking"
	FormSummary         Code = "form-summary"
	FormReturned        Code = "form-returned"
	FormHiddenMissing   Code = "form-hidden-sheet-missing"
	FormStampDamaged    Code = "form-stamp-damaged"
	FormStampDiffers    Code = "form-stamp-differs"
	FormPropertyMissing Code = "form-property-missing"
	FormRulesUnknown    Code = "form-rules-unknown"
	FormOtherRules      Code = "form-other-rules"
	FormOtherEdition    Code = "form-other-edition"
	FormRulesChanged    Code = "form-rules-changed"
	FormStampLost       Code = "form-stamp-lost"
	FormKeysDiffer      Code = "form-keys-differ"

	FormSheetMissing  Code = "form-sheet-missing"
	FormSheetTwice    Code = "form-sheet-twice"
	FormSheetRenamed  Code = "form-sheet-renamed"
	FormSheetHidden   Code = "form-sheet-hidden"
	FormKeyRowMissing Code = "form-key-row-missing"
	FormKeyRowTwice   Code = "form-key-row-twice"
	FormColumnMissing Code = "form-column-missing"
	FormColumnTwice   Code = "form-column-twice"
	FormColumnChanged Code = "form-column-changed"
	FormNoKeys        Code = "form-no-keys"
	FormKeyMissing    Code = "form-key-missing"
	FormOldLetters    Code = "form-old-letters"
	FormKeyTwice      Code = "form-key-twice"
	FormKeyMoved      Code = "form-key-moved"
	FormKeyUnknown    Code = "form-key-unknown"
	FormKeyDate       Code = "form-key-date"
	FormOldTexts      Code = "form-old-texts"
	FormStray         Code = "form-stray"
	FormCellsHidden   Code = "form-cells-hidden"
	FormBeside        Code = "form-beside"

	FormUnitMissing    Code = "form-unit-missing"
	FormUnitDiffers    Code = "form-unit-differs"
	FormExemptUnknown  Code = "form-exempt-unknown"
	FormExemptDiffers  Code = "form-exempt-differs"
	FormAppraisalState Code = "form-appraisal-state"
	UnitAppraises      Code = "unit-appraises"
	AnswersChanged     Code = "answers-changed"

	CellFormula       Code = "cell-formula"
	CellNoValue       Code = "cell-no-value"
	CellSpaces        Code = "cell-spaces"
	CellTextNumber    Code = "cell-text-number"
	CellNotNumber     Code = "cell-not-number"
	CellPercent       Code = "cell-percent"
	CellPercentUnsure Code = "cell-percent-unsure"
	CellDayPlain      Code = "cell-day-plain"
	CellDay1904       Code = "cell-day-1904"
	CellDayOld        Code = "cell-day-old"
	CellDayHour       Code = "cell-day-hour"
	CellDayTurned     Code = "cell-day-turned"
	CellNoDay         Code = "cell-no-day"
	CellDayText       Code = "cell-day-text"
	CellPercentText   Code = "cell-percent-text"
	CellPercentPlain  Code = "cell-percent-plain"
	CellDate          Code = "cell-date"
	CellTrueFalse     Code = "cell-true-false"
	CellError         Code = "cell-error"
	CellPicture       Code = "cell-picture"
	CellBadNumber     Code = "cell-bad-number"
	CellMerged        Code = "cell-merged"
	CellNoOption      Code = "cell-no-option"
	CellNearOption    Code = "cell-near-option"
	CellHiddenChar    Code = "cell-hidden-character"
	CellNotPoints     Code = "cell-not-points"
	CellTextLost      Code = "cell-text-lost"
	CellTextGuess     Code = "cell-text-guess"
)

// unlock says how a protected sheet is unlocked. Forms lock everything but the answers: whatever else is to be put right, or pasted
// as a block, needs it first.
const unlock = " (Xem lại → Bỏ bảo vệ trang tính, không có mật khẩu)"

// formWordings words them.
var formWordings = map[Code]wording{
	FormNotOurs: {Error,
		"Tệp không phải phiếu chấm điểm do chương trình lập: không có dấu nhận biết.",
		"Kê khai vào đúng phiếu được phát. Nếu là phiếu đã chép sang tệp khác mà còn cột khóa ẩn: cchc carry TỆP --from NĂM --to NĂM -o PHIẾU-MỚI.xlsx; không còn khóa thì điền lại vào phiếu."},
	FormRanking: {Error,
		"Tệp là bảng xếp hạng do chương trình lập, không phải phiếu chấm điểm.",
		"Chọn phiếu của đơn vị; bảng xếp hạng để ở thư mục khác với các phiếu."},
	FormReturned: {Error,
		"Tệp là sổ các chỗ chưa nhận của bảng thẩm định do chương trình lập, không phải phiếu chấm điểm.",
		"Chọn phiếu của đơn vị."},
	FormSummary: {Error,
		"Tệp là bảng tổng hợp vấn đề do chương trình lập, không phải phiếu chấm điểm.",
		"Chọn phiếu của đơn vị hoặc phiếu kết quả."},
	FormHiddenMissing: {Error,
		"Trang ẩn “{0}” của phiếu đã bị xóa hoặc đổi tên.",
		"Lập phiếu mới từ chính tệp này rồi nộp, chấm phiếu mới: cchc carry TỆP --from NĂM --to NĂM -o PHIẾU-MỚI.xlsx (NĂM là năm hoặc tệp của bộ chỉ số)."},
	FormStampDamaged: {Error,
		"Dấu nhận biết trên trang ẩn của phiếu bị sửa hoặc thiếu: {0}.",
		"Lập phiếu mới từ chính tệp này rồi nộp, chấm phiếu mới: cchc carry TỆP --from NĂM --to NĂM -o PHIẾU-MỚI.xlsx (NĂM là năm hoặc tệp của bộ chỉ số)."},
	FormStampDiffers: {Error,
		"Dấu nhận biết của phiếu không thống nhất: {0}.",
		"Tệp có thể được ghép từ hai phiếu: kiểm tra có đúng phiếu của đơn vị không. Lập phiếu mới từ chính tệp này rồi nộp, chấm phiếu mới: cchc carry TỆP --from NĂM --to NĂM -o PHIẾU-MỚI.xlsx (NĂM là năm hoặc tệp của bộ chỉ số)."},
	FormPropertyMissing: {Warning,
		"Thuộc tính tệp mang dấu nhận biết đã bị xóa: {0}; dấu trên trang ẩn vẫn còn và được dùng.",
		"Không phải sửa nếu đúng là phiếu của đơn vị."},
	FormRulesUnknown: {Error,
		"Phiếu thuộc bộ chỉ số “{0}”, chương trình không có bộ này. Các bộ đang có: {1}.",
		"Đặt tệp YAML của bộ chỉ số vào thư mục rules cạnh chương trình, hoặc chỉ ra bằng --rules."},
	FormOtherRules: {Error,
		"Phiếu thuộc bộ chỉ số “{0}”, không phải “{1}”.",
		"Chấm bằng đúng bộ chỉ số của phiếu, hoặc chuyển số liệu sang phiếu mới: cchc carry PHIẾU-CŨ --to {1} -o PHIẾU-MỚI.xlsx"},
	FormOtherEdition: {Error,
		"Phiếu được lập theo một bản khác của bộ chỉ số “{0}” (dấu của phiếu {1}, của bản hiện hành {2}). Khác nhau: {3}.",
		"Chuyển số liệu sang phiếu mới rồi chấm: cchc carry PHIẾU-CŨ --to {0} -o PHIẾU-MỚI.xlsx"},
	FormRulesChanged: {Warning,
		"Bộ chỉ số “{0}” đã được sửa từ khi lập phiếu (dấu quy tắc {1}, nay là {2}); các mục kê khai không đổi. Phiếu được chấm theo bản hiện hành.",
		"Không phải sửa phiếu; khi công bố cần nêu rõ bản quy tắc đã dùng."},
	FormStampLost: {Warning,
		"Phiếu không còn trang ẩn dùng được nên không biết chắc được lập theo bản nào: đọc theo bộ chỉ số “{0}” được nêu, các mức để chọn so với bộ đó. Tên, mã, khối lấy như ghi trên phiếu; không đánh giá: {1}; xếp hạng thì không còn biết.",
		"Kiểm tra lại phiếu mới; có danh sách đơn vị thì thêm --units don-vi.csv để lấy tên, khối, xếp hạng, không đánh giá theo danh sách."},
	FormKeysDiffer: {Error,
		"Phiếu không còn trang ẩn dùng được, và các khóa, tên mục của phiếu không đúng như bộ chỉ số “{0}”: {1}.",
		"Nêu ở --from đúng bộ chỉ số mà phiếu được lập theo; nếu dòng đã bị xóa thì điền lại vào phiếu mới."},

	FormSheetMissing: {Error,
		"Không tìm thấy trang “{0}” của phiếu.",
		"Nộp lại tệp còn đủ trang này; không còn thì điền lại vào phiếu mới."},
	FormSheetTwice: {Error,
		"Có nhiều trang cùng mang các khóa của phiếu: {0}; không biết trang nào là bản nộp.",
		"Giữ một trang có số liệu cần nộp, xóa các bản sao rồi nộp lại."},
	FormSheetRenamed: {Warning,
		"Trang “{0}” đã bị đổi tên thành “{1}”; vẫn được đọc theo khóa.",
		"Nên đổi lại tên trang như cũ."},
	FormSheetHidden: {Warning,
		"Trang “{0}” đang bị ẩn; số liệu trên trang vẫn được tính.",
		"Bỏ ẩn trang và kiểm tra lại số liệu đã kê khai."},
	FormKeyRowMissing: {Error,
		"Dòng ẩn chứa khóa các cột của trang “{0}” đã bị xóa hoặc bị sửa.",
		"Không dán đè lên phiếu đang khóa được: lập phiếu mới (cchc template), bỏ khóa trang" + unlock + ", dán giá trị từng cột số liệu, kiểm chứng, giải trình vào đúng dòng, rồi nộp phiếu đó."},
	FormKeyRowTwice: {Error,
		"Trang “{0}” có nhiều dòng khóa các cột không khớp nhau: dòng {1}.",
		"Bỏ khóa trang" + unlock + ", xóa phần bảng bị chép thêm, rồi nộp lại."},
	FormColumnMissing: {Error,
		"Thiếu khóa của cột {0} (dòng khóa ẩn {1}): cột đã bị xóa hoặc khóa bị sửa.",
		"Không dán đè lên phiếu đang khóa được: lập phiếu mới (cchc template), bỏ khóa trang" + unlock + ", dán giá trị từng cột số liệu, kiểm chứng, giải trình vào đúng dòng, rồi nộp phiếu đó."},
	FormColumnTwice: {Error,
		"Khóa của cột {0} xuất hiện nhiều lần: ô {1}.",
		"Bỏ khóa trang" + unlock + ", xóa cột bị chép thêm, rồi nộp lại."},
	FormColumnChanged: {Warning,
		"Dòng khóa ẩn của các cột đã bị sửa: {0}.",
		"Các cột kê khai vẫn được đọc đủ; không nên sửa, xóa cột của phiếu."},
	FormNoKeys: {Error,
		"Cột khóa ẩn của trang “{0}” không còn khóa nào của phiếu.",
		"Không dán đè lên phiếu đang khóa được: lập phiếu mới (cchc template), bỏ khóa trang" + unlock + ", dán giá trị từng cột số liệu, kiểm chứng, giải trình vào đúng dòng, rồi nộp phiếu đó."},
	FormKeyMissing: {Error,
		"Không còn dòng có khóa “{0}” ({1}): dòng đã bị xóa hoặc khóa bị sửa.",
		"Lập phiếu mới từ chính tệp này: cchc carry TỆP --to NĂM -o PHIẾU-MỚI.xlsx, rồi điền lại ô còn trống; không xóa dòng của phiếu."},
	FormOldLetters: {Warning,
		"{0}: “{1}” là chữ {2}, không phải Unicode. Có phải là “{3}”?",
		"Gõ lại ô này bằng bảng mã Unicode (trong UniKey chọn Unicode, kiểu gõ Telex hoặc VNI đều được) rồi nộp lại."},
	FormKeyTwice: {Error,
		"Khóa “{0}” ({1}) xuất hiện nhiều lần: ô {2}; không biết dòng nào là số liệu nộp.",
		"Bỏ khóa trang" + unlock + ", xóa dòng bị chép thêm, giữ dòng có số liệu đúng."},
	FormKeyMoved: {Error,
		"Khóa “{0}” ({1}) nằm ở dòng của nội dung khác: {2}; không biết số liệu ở đó là của dòng nào.",
		"Phiếu bị sắp xếp lại hoặc sửa cột khóa ẩn. Lập phiếu mới từ chính tệp này: cchc carry TỆP --to NĂM -o PHIẾU-MỚI.xlsx, rồi điền lại các ô còn trống theo phiếu cũ."},
	FormKeyDate: {Warning,
		"Khóa “{0}” ({1}) trong cột khóa ẩn bị chương trình khác đổi thành {2}; dòng này được nhận lại theo tên tiêu chí.",
		"Kiểm tra lại số liệu của dòng này. Lần sau dùng phiếu được phát, không mở và lưu bằng chương trình đã đổi khóa."},
	FormOldTexts: {Warning,
		"{0} ô kiểm chứng, giải trình viết bằng chữ {1}, không phải Unicode: ô {2}. Chẳng hạn “{3}” có phải là “{4}”?",
		"Gõ lại các ô này bằng bảng mã Unicode (trong UniKey chọn Unicode) rồi nộp lại; điểm không phụ thuộc các ô này."},
	FormKeyUnknown: {Warning,
		"Cột khóa ẩn có nội dung không phải khóa của phiếu: {0}; các dòng này không được đọc.",
		"Nếu dòng có số liệu, ghi số liệu vào đúng dòng của phiếu."},
	FormBeside: {Warning,
		"Phiếu nộp có {0}; chỉ nằm ở tệp đã nộp, không có trong phiếu kết quả{1}.",
		"Giữ tệp đã nộp và xem ở đó. Ảnh và tệp nhúng không thay cho nội dung ghi trong ô: ghi tên, số văn bản vào ô “Tài liệu kiểm chứng”."},
	FormStray: {Warning,
		"Có số ghi ngoài các ô kê khai của phiếu nên không được tính: ô {0}.",
		"Ghi số liệu vào đúng dòng của phiếu; phần giải thích ghi ở cột Giải trình."},
	FormCellsHidden: {Warning,
		"Có số liệu nằm ở dòng hoặc cột đang bị ẩn, vẫn được tính: ô {0}.",
		"Bỏ ẩn và kiểm tra lại các số liệu này."},

	FormUnitMissing: {Warning,
		"Phiếu chưa ghi tên và mã đơn vị.",
		"Ghi tên đơn vị ở đầu phiếu."},
	FormUnitDiffers: {Warning,
		"{0} ghi trên phiếu là {1}, khác với {2} do cơ quan thường trực ấn định khi phát phiếu; lấy theo ấn định.",
		"Kiểm tra xem có dùng nhầm phiếu của đơn vị khác không."},
	FormExemptUnknown: {Warning,
		"Danh sách không đánh giá ấn định cho đơn vị có số “{0}” không thuộc bộ chỉ số.",
		"Kiểm tra cột khong_danh_gia trong danh sách đơn vị rồi phát lại phiếu."},
	FormExemptDiffers: {Error,
		"Các tiêu chí không đánh giá ấn định cho đơn vị trên trang ẩn ({0}) khác với trên trang phiếu ({1}).",
		"Trang ẩn bị sửa. Lập phiếu mới từ chính tệp này, lấy mục không đánh giá theo danh sách: cchc carry TỆP --from NĂM --to NĂM --units don-vi.csv -o PHIẾU-MỚI.xlsx"},
	FormAppraisalState: {Error,
		"Ô trạng thái thẩm định ghi {0}, không phải Chưa hoặc Đã; coi như chưa thẩm định xong.",
		"Chọn lại Chưa hoặc Đã ở ô Thẩm định đầu phiếu."},
	UnitAppraises: {Warning,
		"Ô thuộc phần thẩm định có nội dung {0}; đơn vị không tự thẩm định nên không dùng.",
		"Xóa nội dung này. Người thẩm định chỉ ghi vào tệp kết quả do chương trình lập khi chấm."},
	AnswersChanged: {Warning,
		"Số liệu kê khai đã bị thay đổi sau khi chấm lần trước ({0}).",
		"Đối chiếu với phiếu đơn vị đã nộp; muốn sửa số liệu khi thẩm định, ghi vào cột Số liệu thẩm định."},

	CellFormula: {Warning,
		"“{0}”: ô chứa công thức; lấy giá trị đang lưu là {1}.",
		"Kiểm tra lại giá trị; nên nhập thẳng số liệu thay cho công thức."},
	CellNoValue: {Error,
		"“{0}”: ô chứa công thức nhưng tệp không lưu giá trị của nó.",
		"Mở tệp bằng Excel, lưu lại rồi nộp lại; hoặc nhập thẳng số liệu."},
	CellSpaces: {Error,
		"“{0}”: ô chỉ có dấu cách, không phải ô trống.",
		"Xóa nội dung ô bằng phím Delete rồi nhập lại."},
	CellTextNumber: {Error,
		"“{0}” là văn bản {1}, không phải số; có phải là {2}?",
		"Xóa ô rồi gõ lại số, không kèm dấu nháy, dấu cách hay dấu phân cách hàng nghìn; phần thập phân gõ như dòng ở đầu phiếu chỉ cho máy đang dùng. Nếu vẫn là văn bản thì bỏ khóa trang" + unlock + ", đổi định dạng ô thành Chung (General) rồi gõ lại."},
	CellNotNumber: {Error,
		"“{0}” là văn bản {1}, không phải số.",
		"Chỉ ghi số vào ô này; lời giải thích ghi ở cột Giải trình."},
	CellPercent: {Error,
		"“{0}”: ô có định dạng phần trăm, giá trị lưu là {1}.",
		"Bỏ khóa trang" + unlock + ", đổi định dạng ô thành Chung (General) rồi nhập lại số liệu."},
	CellPercentUnsure: {Error,
		"“{0}”: ô không còn định dạng phần trăm, giá trị lưu là {1}: không rõ là {2}% hay {3}%.",
		"Bỏ khóa trang" + unlock + ", đổi định dạng ô thành Phần trăm (Percentage) rồi gõ lại cả dấu %, ví dụ 90%."},
	CellPercentText: {Warning,
		"“{0}” là văn bản {1}; lấy là {2}%. Ô điểm trong phiếu không tính được văn bản, nên có thể khác điểm chấm.",
		"Kiểm tra lại; nên xóa ô rồi gõ lại số, ví dụ 90 hoặc 90%."},
	CellPercentPlain: {Warning,
		"“{0}”: ô không còn định dạng phần trăm, giá trị lưu là {1}; lấy là {1}%. Ô điểm trong phiếu tính theo {2}%, nên có thể khác điểm chấm.",
		"Kiểm tra lại; nên đổi định dạng ô thành Phần trăm (Percentage) rồi gõ lại cả dấu %."},
	CellDayPlain: {Error,
		"“{0}”: ô không còn định dạng ngày tháng, giá trị lưu là {1}{2}",
		"Bỏ khóa trang" + unlock + ", đổi định dạng ô thành Ngày (Date) rồi gõ lại ngày, ví dụ 15/12/2023."},
	CellDay1904: {Error,
		"“{0}”: sổ làm việc đếm ngày từ năm 1904 (giá trị lưu là {1}), nên không chắc ô chỉ ngày nào.",
		"Trong Excel: Tệp → Tùy chọn → Nâng cao, bỏ chọn “Dùng hệ thống ngày 1904”, gõ lại ngày rồi lưu."},
	CellDayOld: {Error,
		"“{0}”: giá trị lưu là {1}, không phải một ngày từ 01/03/1900 trở đi.",
		"Kiểm tra và gõ lại ngày, ví dụ 15/12/2023."},
	CellDayHour: {Error,
		"“{0}”: ô ghi cả giờ của ngày {1}.",
		"Gõ lại chỉ ngày, ví dụ 15/12/2023."},
	CellDayTurned: {Error,
		"“{0}” là văn bản {1}, không có ngày như vậy; có phải là {2}?",
		"Gõ lại theo thứ tự ngày/tháng/năm; nếu máy nhận tháng trước ngày thì gõ năm-tháng-ngày, ví dụ 2023-12-15."},
	CellNoDay: {Error,
		"“{0}” là văn bản {1}, không phải một ngày có đủ ngày, tháng và năm bốn chữ số.",
		"Gõ lại ngày, ví dụ 15/12/2023; lời giải thích ghi ở cột Giải trình."},
	CellDayText: {Warning,
		"“{0}” là văn bản {1}; lấy là ngày {2}. Ô điểm trong phiếu không tính được văn bản, nên có thể khác điểm chấm.",
		"Kiểm tra lại ngày và tháng; nên xóa ô rồi gõ lại, ô phải hiện đúng ngày/tháng/năm."},
	CellDate: {Error,
		"“{0}”: ô có định dạng ngày tháng, giá trị lưu là {1}.",
		"Bỏ khóa trang" + unlock + ", đổi định dạng ô thành Chung (General) rồi nhập lại số liệu."},
	CellTrueFalse: {Error,
		"“{0}” là giá trị logic {1}, không phải số liệu.",
		"Xóa ô rồi nhập số, hoặc chọn trong danh sách thả xuống của ô."},
	CellError: {Error,
		"“{0}”: ô báo lỗi {1}.",
		"Sửa công thức trong ô, hoặc nhập thẳng số liệu."},
	CellPicture: {Error,
		"“{0}”: trong ô là ảnh, không phải số liệu.",
		"Nhập số liệu vào ô; gửi ảnh kèm theo, và ghi tên tài liệu vào ô “Tài liệu kiểm chứng”."},
	CellBadNumber: {Error,
		"“{0}” là {1}, không phải số hợp lệ hoặc quá lớn, quá nhỏ.",
		"Nhập lại số liệu."},
	CellMerged: {Error,
		"“{0}”: ô bị gộp với các ô khác ({1}).",
		"Bỏ khóa trang" + unlock + ", bỏ gộp ô rồi nhập lại số liệu vào từng ô."},
	CellNoOption: {Error,
		"“{0}” là {1}, không có trong danh sách lựa chọn.",
		"Chọn lại một mục trong danh sách thả xuống của ô."},
	CellNearOption: {Error,
		"“{0}” là {1}, chỉ khác dấu cách so với lựa chọn {2}.",
		"Chọn lại mục này trong danh sách thả xuống của ô."},
	CellHiddenChar: {Error,
		"“{0}” là {1}, chỉ khác lựa chọn {2} ở ký tự ẩn {3}.",
		"Chọn lại mục này trong danh sách thả xuống của ô."},
	CellNotPoints: {Error,
		"“{0}” là {1}, không phải số điểm và không phải KĐG.",
		"Nhập số điểm, hoặc KĐG nếu không đánh giá."},
	CellTextLost: {Warning,
		"{0}: ô chứa {1} nên không có nội dung để đọc.",
		"Ghi lại nội dung bằng chữ."},
	CellTextGuess: {Warning,
		"{0}: ô chứa ngày tháng hoặc phần trăm; ghi lại là “{1}”.",
		"Kiểm tra lại; nên gõ dưới dạng chữ."},
}
