package problem

// The problems of what the secretariat supplies: figures that it announces after a first pass, numbers that it gives each unit.
const (
	SetFigureOver     Code = "set-figure-over"
	SetFigurePlaces   Code = "set-figure-places"
	SetFigureUnused   Code = "set-figure-unused"
	RuleFigureUnknown Code = "rule-figure-unknown"
	RuleSupplied      Code = "rule-supplied"

	FigureAwaited Code = "figure-awaited"
	FigureOrder   Code = "figure-order"
	FigureDiffers Code = "figure-differs"
	FigureChanged Code = "figure-changed"
	FigureAbsent  Code = "figure-absent"
	FigureRules   Code = "figure-rules"
	GivenMissing  Code = "given-missing"
	GivenDiffers  Code = "given-differs"
	SuppliedTyped Code = "supplied-typed"

	FormUnannounced Code = "form-unannounced"

	TableFigureUnknown Code = "table-figure-unknown"
	TableFigureTwice   Code = "table-figure-twice"
	TableFigureRules   Code = "table-figure-rules"
	TableFigurePlaces  Code = "table-figure-places"
	TableFigureBlock   Code = "table-figure-block"
	TableFigureLabel   Code = "table-figure-label"
	TableFigureBlank   Code = "table-figure-blank"
	TableFigureNone    Code = "table-figure-none"
	TableGiven         Code = "table-given"
)

// suppliedWordings word them.
var suppliedWordings = map[Code]wording{
	SetFigureOver: {Error,
		"Số công bố “{0}” ghi over là “{1}”; {2}.",
		"Ghi over là số liệu dạng số của một tiêu chí, ví dụ \"3.1:b\", hoặc tỷ lệ \"3.1:b/a\"; số do nơi khác công bố thì ghi from: announced và không có over."},
	SetFigurePlaces: {Error,
		"Số công bố “{0}” làm tròn {1} chữ số thập phân là quá nhiều, nhiều nhất là {2}.",
		"Ghi places từ 0 đến {2}: số đã làm tròn là số được công bố và được tính."},
	SetFigureUnused: {Warning,
		"Số công bố “{0}” không có tiêu chí nào dùng.",
		"Bỏ số này, hoặc cho một số liệu lấy nó: figure: {0}."},
	RuleFigureUnknown: {Error,
		"Số liệu “{0}” lấy số công bố “{1}” nhưng figures của bộ chỉ số không có số này.",
		"Thêm “{1}” vào figures, hoặc sửa tên cho đúng."},
	RuleSupplied: {Error,
		"Số liệu “{0}” do cơ quan thường trực cấp (figure, given) nhưng {1}.",
		"Số liệu được cấp là một số (kind: number), lấy từ figure hoặc given, không cả hai."},

	FigureAwaited: {Warning,
		"Chờ công bố “{0}”.",
		"Tiêu chí có điểm sau khi cơ quan thường trực công bố số này: cchc rank --figures TỆP lập số, cchc score --figures TỆP chấm."},
	FigureOrder: {Error,
		"“{0}” là {2}, “{1}” là {3}: hai số công bố ngược nhau.",
		"Kiểm tra lại hai số công bố, hoặc better của số liệu được so."},
	FigureDiffers: {Warning,
		"“{0}” trong phiếu: {1}; theo tệp số công bố: {2}. Đã tính theo tệp.",
		"Nếu tệp số công bố đúng thì không phải làm gì; nếu không, sửa tệp rồi chấm lại."},
	FigureChanged: {Warning,
		"Số công bố “{0}” đổi từ {1} thành {2} so với lần chấm trước; điểm của tiêu chí đã tính lại.",
		"Đối chiếu với văn bản công bố; nếu đúng thì báo đơn vị điểm đã đổi."},
	FigureRules: {Warning,
		"Tệp số công bố là của bộ chỉ số “{0}”, phiếu này theo “{1}”: không lấy số nào từ tệp.",
		"Chấm các phiếu của từng bộ chỉ số riêng, mỗi lần với tệp số công bố của bộ đó."},
	FigureAbsent: {Warning,
		"Tệp số công bố không có giá trị của “{0}” cho khối “{1}”.",
		"Thêm một dòng cho khối này vào tệp, hoặc sửa khối của đơn vị."},
	GivenMissing: {Error,
		"Chưa có “{0}” mà cơ quan thường trực giao riêng cho đơn vị.",
		"Cơ quan thường trực ghi số này vào danh sách đơn vị, ở cột mang khóa số liệu, rồi chấm lại với --units."},
	GivenDiffers: {Warning,
		"“{0}” trong phiếu là {1}, theo danh sách đơn vị là {2}; đã tính theo danh sách.",
		"Nếu danh sách đúng thì không phải làm gì; nếu không, sửa danh sách rồi chấm lại."},
	FormUnannounced: {Warning,
		"{0} phiếu đã có người điền nên giữ nguyên, số công bố ghi trong phiếu khác hoặc chưa có: {1}.",
		"Không phải lập lại phiếu: khi chấm, số công bố lấy theo cchc score --figures."},
	SuppliedTyped: {Warning,
		"“{0}” do cơ quan thường trực cấp; ô bị sửa thành {1}, phiếu được phát ghi {2}. Chấm theo phiếu được phát.",
		"Ghi lại như phiếu được phát; nếu số được cấp chưa đúng thì báo cơ quan thường trực."},

	TableFigureUnknown: {Error,
		"Bộ chỉ số không có số công bố “{0}”.{1}",
		"Sửa tên theo bộ chỉ số ({2}), hoặc bỏ dòng này."},
	TableFigureTwice: {Error,
		"Số công bố “{0}”{1} có hai dòng, dòng trước là dòng {2}.",
		"Giữ một dòng."},
	TableFigureRules: {Error,
		"Dòng này là của bộ chỉ số “{0}”, không phải “{1}”.",
		"Dùng tệp số công bố của đúng bộ chỉ số, đúng năm."},
	TableFigurePlaces: {Error,
		"Số công bố “{0}” là {1}, nhiều hơn {2} chữ số thập phân mà bộ chỉ số quy định.",
		"Làm tròn số này: chỉ số đã làm tròn được công bố và được tính."},
	TableFigureBlock: {Error,
		"Số công bố “{0}” {1}.",
		"Sửa cột khoi của dòng này."},
	TableFigureLabel: {Warning,
		"Số công bố “{0}” ở đây tên là “{1}”, trong bộ chỉ số là “{2}”.",
		"Kiểm tra xem có nhầm dòng không; tên trong bộ chỉ số được dùng."},
	TableFigureBlank: {Warning,
		"Số công bố “{0}”{1} chưa có giá trị, tiêu chí dùng số này tiếp tục chờ.",
		"Ghi giá trị vào cột gia_tri khi đã công bố."},
	TableFigureNone: {Warning,
		"Tệp không có dòng nào cho số công bố “{0}” ({1}), tiêu chí dùng số này tiếp tục chờ.",
		"Thêm dòng cho số này khi đã công bố."},
	TableGiven: {Error,
		"Cột “{0}” của {1} ghi “{2}”; {3}.",
		"Ghi một số đúng như bộ chỉ số quy định, hoặc để trống nếu chưa giao."},
}
