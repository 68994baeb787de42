package problem

// The problems of a rule set: found by [scoring.Check].
const (
	RuleUnknownInput  Code = "rule-unknown-input"
	RuleWrongInput    Code = "rule-wrong-input"
	RulePointsOutside Code = "rule-points-outside"
	RuleLevelCount    Code = "rule-level-count"
	RuleNoZeroRule    Code = "rule-no-zero-rule"
	RuleZeroInSum     Code = "rule-zero-in-sum"
	RuleNoDenominator Code = "rule-no-denominator"
	RuleOneOf         Code = "rule-one-of"
	RuleNotRatio      Code = "rule-not-ratio"
	RuleLineFlat      Code = "rule-line-flat"
	RuleNoWorst       Code = "rule-no-worst"
	RuleAnswerTwice   Code = "rule-answer-twice"
	RuleDeduction     Code = "rule-deduction"
	RuleInfo          Code = "rule-info"
	RuleTooFew        Code = "rule-too-few"
	RuleBandOrder     Code = "rule-band-order"
	RuleReach         Code = "rule-reach"
	RuleUnknownOption Code = "rule-unknown-option"
	RuleUnusedInput   Code = "rule-unused-input"
	RuleInputBounds   Code = "rule-input-bounds"
	RuleOptions       Code = "rule-options"
	RuleBetter        Code = "rule-better"
	RulePercentUnit   Code = "rule-percent-unit"
	RuleDay           Code = "rule-day"
	RuleDayKey        Code = "rule-day-key"
	RuleNoDay         Code = "rule-no-day"
	RulePlaces        Code = "rule-places"
	RuleNegative      Code = "rule-negative"
	RuleFormulaLong   Code = "rule-formula-long"
	RuleLabelTwice    Code = "rule-label-twice"

	ExampleFails   Code = "example-fails"
	ExampleUnknown Code = "example-unknown-answer"

	CasesGap        Code = "cases-gap"
	CasesOverlap    Code = "cases-overlap"
	BranchDead      Code = "branch-dead"
	StepDown        Code = "step-down"
	StepIdle        Code = "step-idle"
	StepUp          Code = "step-up"
	SumOverCap      Code = "sum-over-cap"
	PartIdle        Code = "part-idle"
	SourceMissing   Code = "source-missing"
	SourcePoints    Code = "source-points"
	ProofIncomplete Code = "proof-incomplete"
	AcceptUnused    Code = "accept-unused"

	SetSum          Code = "set-sum"
	SetTotal        Code = "set-total"
	SetBeyondNested Code = "set-beyond-nested"
	SetCap          Code = "set-cap"
	SetFloor        Code = "set-floor"
	SetNumber       Code = "set-number"
	SetNumberTwice  Code = "set-number-twice"
	SetNumberNested Code = "set-number-nested"
	SetNumberOrder  Code = "set-number-order"
	SetNameTwice    Code = "set-name-twice"
	SetNeither      Code = "set-neither"
	SetLeafText     Code = "set-leaf-text"
	SetWas          Code = "set-was"
	SetWasTwice     Code = "set-was-twice"
	SetWasName      Code = "set-was-name"
	SetWasNameNew   Code = "set-was-name-new"
	SetWasElsewhere Code = "set-was-elsewhere"
	SetCrossCheck   Code = "set-cross-check"
	SetNotDetailed  Code = "set-not-detailed"
	SetRounding     Code = "set-rounding"
)

// ruleWordings words them.
var ruleWordings = map[Code]wording{
	RuleUnknownInput: {Error,
		"Quy tắc dùng số liệu “{0}” nhưng tiêu chí không khai báo số liệu này.",
		"Thêm “{0}” vào answers của tiêu chí, hoặc sửa tên cho đúng."},
	RuleWrongInput: {Error,
		"Số liệu “{0}” không đúng loại mà quy tắc cần ({1}).",
		"Sửa kind của số liệu, hoặc dùng số liệu khác."},
	RulePointsOutside: {Error,
		"Mức điểm {0} nằm ngoài khoảng từ 0 đến {1}.",
		"Sửa mức điểm, hoặc sửa điểm tối đa (max)."},
	RuleLevelCount: {Error,
		"Có {0} mức điểm nhưng số liệu có {1} lựa chọn.",
		"Ghi cho mỗi lựa chọn đúng một mức điểm, theo cùng thứ tự."},
	RuleNoZeroRule: {Error,
		"Thiếu ifZero: chưa nêu cách tính khi mẫu số bằng 0.",
		"Ghi ifZero: max (đạt điểm tối đa), zero (0 điểm) hoặc notAssessed (không đánh giá)."},
	RuleZeroInSum: {Error,
		"Không đánh giá (notAssessed) không dùng được cho một phần của cách tính gồm nhiều phần.",
		"Với ifZero dùng max hoặc zero; hoặc đưa trường hợp không đánh giá ra ngoài cùng (cases), hoặc tách phần này thành tiêu chí riêng."},
	RuleNoDenominator: {Error,
		"Có {0} nhưng quy tắc không có mẫu số.",
		"Bỏ {0}, hoặc dùng part và of."},
	RuleOneOf: {Error,
		"Phải ghi đúng một trong các cách: {0} | {1}.",
		"Giữ một cách, bỏ cách còn lại."},
	RuleNotRatio: {Error,
		"{0} không phải tỷ lệ hợp lệ (từ 0 đến 1).",
		"Ghi tỷ lệ dưới dạng số thập phân, ví dụ 0.8 cho 80%; nếu được vượt 100% thì thêm over: true."},
	RuleBandOrder: {Error,
		"Cận dưới {0} không thấp hơn cận của bậc đứng trước.",
		"Xếp các bậc từ cao xuống thấp, mỗi cận một lần."},
	RuleLineFlat: {Error,
		"Hai mốc zeroAt và fullAt cùng là {0} nên không có đường thẳng nào giữa chúng.",
		"Ghi hai mốc khác nhau; có điểm ngay khi đạt một mốc thì dùng bands."},
	RuleNoWorst: {Error,
		"Thiếu worst: chưa nêu điểm bắt đầu tính từ mức nào.",
		"Ghi worst khi so một số (number), hoặc khi càng ít càng tốt; muốn tính số đó chia cho số công bố thì dùng ratio với over: true."},
	RuleAnswerTwice: {Error,
		"Quy tắc so số liệu “{0}” với chính nó.",
		"Ghi mỗi số liệu ở một chỗ của quy tắc."},
	RuleDeduction: {Error,
		"Mức trừ {0} phải lớn hơn 0.",
		"Ghi số điểm trừ cho mỗi đơn vị là số dương, ví dụ each: 0.25."},
	RuleInfo: {Error,
		"Chỉ ghi nhận số liệu (info) mà điểm tối đa là {0}.",
		"Ghi max: 0, hoặc dùng cách tính có điểm."},
	RuleTooFew: {Error,
		"Cần ít nhất {0} cách tính (of), hiện có {1}.",
		"Thêm cách tính, hoặc sửa take, trim; chỉ có một cách thì không cần best hay mean."},
	RuleReach: {Error,
		"{0}: quy tắc cho nhiều nhất {1} điểm{3} trong khi điểm tối đa là {2}.",
		"Sửa mức điểm trong quy tắc, hoặc sửa điểm tối đa (max)."},
	RuleUnknownOption: {Error,
		"Số liệu “{1}” không có lựa chọn số {0}.",
		"Dùng số thứ tự của một lựa chọn (từ 1); với Có/Không: 1 là Có, 0 là Không."},
	RuleUnusedInput: {Warning,
		"Số liệu “{0}” được khai báo nhưng quy tắc không dùng.",
		"Bỏ số liệu này, hoặc đưa vào quy tắc."},
	RuleInputBounds: {Error,
		"Giới hạn của số liệu “{0}” không hợp lệ: nhỏ nhất {1}, lớn nhất {2}.",
		"Sửa min và max; min không được âm, max phải lớn hơn min."},
	RuleOptions: {Error,
		"Danh sách lựa chọn của “{0}” không hợp lệ: {1}.",
		"Ghi ít nhất hai lựa chọn khác nhau cho kind: choice; các loại khác không có options."},
	RuleBetter: {Error,
		"better chỉ dùng cho số; “{0}” không phải là số.",
		"Bỏ better; với danh sách lựa chọn, điểm của từng mức nói mức nào tốt hơn."},
	RulePercentUnit: {Error,
		"“{0}” là tỷ lệ phần trăm nên đơn vị tính là %, không phải “{1}”.",
		"Bỏ unit; nếu không phải tỷ lệ phần trăm thì bỏ kind: percent."},
	RuleDay: {Error,
		"“{0}” là ngày, còn mốc ghi {1}.",
		"Ghi mốc là một ngày dạng 2023-12-15, từ 1900-03-01 trở đi."},
	RuleDayKey: {Error,
		"“{0}” là ngày nên không có {1}.",
		"Bỏ {1}; ngày luôn là ngày trọn."},
	RuleNoDay: {Error,
		"{0} là ngày, nhưng ở đây cần số.",
		"Ghi một số; hoặc ghi kind: date cho số liệu mà mốc này thuộc về."},
	RuleNegative: {Error,
		"Điểm tối đa {0} là số âm.",
		"Ghi điểm tối đa từ 0 trở lên."},
	RulePlaces: {Error,
		"Mức điểm {0} có nhiều hơn {1} chữ số thập phân.",
		"Ghi lại mức điểm, hoặc sửa rounding.places."},

	ExampleFails: {Error,
		"{0}: ví dụ phải cho {1} nhưng quy tắc cho {2} ({3}).",
		"Sửa ví dụ nếu ghi nhầm, hoặc sửa quy tắc."},
	ExampleUnknown: {Error,
		"{0}: ví dụ có số liệu “{1}” mà tiêu chí không khai báo.",
		"Dùng đúng tên số liệu trong answers, hoặc khai báo thêm số liệu này."},

	StepIdle: {Warning,
		"{0}: {1} {2} và {1} {3} cùng cho {4} điểm, nên tách ra không để làm gì.",
		"Sửa điểm của một {1}, hoặc gộp hai {1} làm một; đúng là như vậy thì ghi accept kèm lý do."},
	SourcePoints: {Warning,
		"{0}: nội dung quy định ghi {1} điểm, cách tính không có mức điểm nào như vậy.",
		"Sửa nội dung (text) cho khớp cách tính, hoặc sửa cách tính; đúng là như vậy thì ghi accept kèm lý do."},

	CasesGap: {Error,
		"{0}: {1} không thuộc trường hợp nào.",
		"Mở rộng điều kiện của một trường hợp, hoặc thêm một trường hợp hay else."},
	CasesOverlap: {Warning,
		"{0}: trường hợp {1} và {2} cùng đúng với {3}; trường hợp đứng trước được dùng.",
		"Sửa điều kiện cho tách bạch, hoặc ghi accept kèm lý do nếu chủ ý."},
	BranchDead: {Warning,
		"{0}: nhánh “{1}” không bao giờ xảy ra.",
		"Bỏ nhánh thừa, hoặc sửa điều kiện hay ngưỡng đứng trước nó."},
	StepDown: {Warning,
		"{0}: “{1}” tăng từ {2} lên {3} mà điểm giảm từ {4} xuống {5}{6}.",
		"Sửa mức điểm hoặc ngưỡng, hoặc ghi accept kèm lý do nếu chủ ý."},
	StepUp: {Warning,
		"{0}: “{1}” càng ít càng tốt, nhưng giảm từ {2} xuống {3} mà điểm giảm từ {4} xuống {5}{6}.",
		"Sửa mức điểm hoặc ngưỡng, bỏ better: less nếu không phải càng ít càng tốt, hoặc ghi accept kèm lý do nếu chủ ý."},
	SumOverCap: {Warning,
		"{0}: các phần cộng lại được {1} điểm, lớn hơn mức tối đa {2}; phần vượt không được tính.",
		"Sửa điểm các phần, hoặc ghi accept kèm lý do nếu chủ ý."},
	PartIdle: {Warning,
		"{0}: {1} không bao giờ làm thay đổi điểm.",
		"Bỏ phần này, hoặc sửa điểm của nó hay của các phần khác."},
	SourceMissing: {Warning,
		"{0}: nguồn thiếu quy định ({1}).",
		"Bổ sung khi có văn bản, hoặc ghi accept kèm lý do."},
	ProofIncomplete: {Warning,
		"{0}: quy tắc có quá nhiều khả năng nên chưa chứng minh được hết.",
		"Tách thành các tiêu chí thành phần đơn giản hơn, hoặc giới hạn số liệu bằng min, max."},
	AcceptUnused: {Warning,
		"{0}: accept “{1}” không ứng với phát hiện nào ở tiêu chí này.",
		"Bỏ accept này, hoặc sửa mã cho đúng; các mã nhận accept: {2}."},

	RuleFormulaLong: {Error,
		"Công thức trong phiếu của tiêu chí {0} dài {1} ký tự, lồng {2} cấp; bảng tính nhận tối đa {3} ký tự và {4} cấp.",
		"Tách tiêu chí thành các tiêu chí thành phần, hoặc viết cách tính gọn hơn."},

	RuleLabelTwice: {Warning,
		"{0}: số liệu “{1}” và “{2}” có cùng tên “{3}”.",
		"Ghi label khác nhau cho người điền phân biệt được, hoặc ghi accept kèm lý do."},

	SetSum: {Error,
		"Các mục con của {0} cộng lại được {1} điểm, điểm tối đa của mục là {2}.",
		"Sửa điểm tối đa của mục hoặc của các mục con."},
	SetBeyondNested: {Error,
		"{0} ghi là ngoài điểm tối đa, mà mục {1} ở trên nó đã ở ngoài.",
		"Bỏ beyond ở một trong hai mục; điểm trừ và điểm thưởng đặt ở hai mục riêng."},
	SetCap: {Error,
		"Trần tổng điểm {0} không lớn hơn 0.",
		"Sửa cap, hoặc bỏ nếu tổng điểm không có trần."},
	SetFloor: {Error,
		"Sàn tổng điểm {0} không nhỏ hơn số điểm cao nhất {1}.",
		"Sửa floor, hoặc bỏ nếu điểm trừ được đưa tổng điểm xuống dưới 0."},
	SetTotal: {Error,
		"Các lĩnh vực cộng lại được {0} điểm, tổng điểm khai báo là {1}.",
		"Sửa total hoặc điểm tối đa của các lĩnh vực."},
	SetNumber: {Error,
		"Số thứ tự “{0}” không hợp lệ.",
		"Ghi số thứ tự trong ngoặc kép, các cấp cách nhau bằng dấu chấm, ví dụ \"1.4.2\"."},
	SetNumberTwice: {Error,
		"Số thứ tự “{0}” xuất hiện hai lần.",
		"Đánh lại số thứ tự, mỗi số dùng một lần."},
	SetNumberNested: {Error,
		"“{0}” không phải số thứ tự con của “{1}”.",
		"Số thứ tự của mục con phải bắt đầu bằng số của mục cha và một dấu chấm."},
	SetNumberOrder: {Warning,
		"{0}: đứng sau {1} nhưng số thứ tự nhỏ hơn.",
		"Xếp lại các mục theo số thứ tự, hoặc sửa số thứ tự."},
	SetNameTwice: {Warning,
		"{0}: trùng tên với mục {1}.",
		"Sửa tên cho đúng, hoặc ghi accept kèm lý do nếu văn bản đặt tên như vậy."},
	SetNeither: {Error,
		"Mục {0} phải có đúng một trong hai: các mục con (criteria) hoặc cách tính (rule).",
		"Thêm criteria hoặc rule; nếu chưa biết bên dưới có gì thì ghi notDetailed: true."},
	SetLeafText: {Error,
		"Tiêu chí {0} thiếu {1}.",
		"Ghi {1} theo văn bản quy định."},
	SetWas: {Error,
		"was: “{0}” không có trong bộ chỉ số trước ({1}).",
		"Ghi đúng số thứ tự cũ, hoặc was: none nếu là mục mới."},
	SetWasTwice: {Error,
		"Hai mục cùng nhận số cũ “{0}”: {1} và {2}.",
		"Mỗi mục cũ chỉ nối với một mục mới: sửa một trong hai was; nếu mục cũ được tách thì ghi was: [\"{0}\"] ở mọi mục tách ra (trong sổ: {0} (tách))."},
	SetWasName: {Warning,
		"Không ghi was nên được hiểu là {3} cũ (“{4}”), nhưng tên “{1}” lại là tên của {0} trong bộ trước ({2}).",
		"Nếu là {0} cũ được đánh số lại, thêm dòng was: \"{0}\"; nếu đúng là {3} cũ đổi tên, thêm dòng was: \"{3}\"."},
	SetWasNameNew: {Warning,
		"Không nối được với mục nào của bộ trước, nhưng tên “{1}” là tên của {0} trong bộ trước ({2}).",
		"Nếu là {0} cũ được đánh số lại, thêm dòng was: \"{0}\"; nếu đúng là mục mới, thêm dòng was: none."},
	SetWasElsewhere: {Warning,
		"Không ghi was nên được hiểu là {0} cũ (“{1}”), nhưng tên đó nay là của {2}, còn mục này là “{3}”.",
		"Nếu là mục mới, thêm dòng was: none; nếu đúng là {0} cũ đổi tên, thêm dòng was: \"{0}\" và ghi rõ was của {2}."},
	SetCrossCheck: {Error,
		"Đối chiếu chéo dùng số liệu “{0}” không có trong bộ chỉ số.",
		"Sửa lại khóa, ví dụ \"8.1:a\"."},
	SetRounding: {Error,
		"Làm tròn đến {0} chữ số thập phân là quá nhiều.",
		"Ghi rounding.places từ 0 đến {1}; thường là 2."},
	SetNotDetailed: {Error,
		"Bộ chỉ số {0} chưa có quy định chi tiết (notDetailed) nên không lập phiếu và không chấm điểm được.",
		"Chỉ dùng để liệt kê, xem và so sánh."},
}
