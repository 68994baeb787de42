package reading

import "cchc/scoring/kinds"

// phrasing is how a rule kind is read, with one sentence of each that it prints of itself.
type phrasing struct {
	read     func(p *parser, most *limit) (kinds.Rule, bool)
	examples []string
}

// phrasings are tried in this order: those that begin with a head of their own first, a bare number of points last.
func phrasings() []phrasing {
	return []phrasing{
		{(*parser).sum, []string{"Cộng điểm các phần sau, không quá 1,5 điểm:", "(1) Có báo cáo: Có – 0,5 điểm; Không – 0 điểm."}},
		{(*parser).best, []string{"Lấy điểm cao nhất trong các cách tính sau:", "Cộng 6 điểm cao nhất trong các cách tính sau:"}},
		{(*parser).mean, []string{"Lấy trung bình cộng điểm của các cách tính sau:", "Lấy trung bình cộng điểm của các cách tính sau, bỏ 1 điểm cao nhất và 1 điểm thấp nhất:"}},
		{(*parser).cases, []string{"Áp dụng trường hợp đầu tiên đúng trong các trường hợp sau:", "Trường hợp 1 – “Số đề nghị” từ 5 văn bản trở lên:",
			"Các trường hợp còn lại:"}},
		{(*parser).ratio, []string{"Điểm = b/a × 1,5. Trong đó: a là “Tổng số nhiệm vụ”; b là “Số nhiệm vụ đã hoàn thành”.",
			"Điểm = (b + c × 0,5)/a × 1,5.", "Nếu b/a dưới 80%: 0 điểm.", "Khi a = 0: không đánh giá.", "Khi a = 0: đạt điểm tối đa (1,5 điểm).", "Khi a = 0: 0 điểm."}},
		{(*parser).bands, []string{"Xét tỷ lệ b/a.", "Xét theo “Số tin, bài”:", "Từ 80% trở lên: 1 điểm.", "Từ 60% đến dưới 80%: 0,5 điểm.", "Dưới 60%: 0 điểm."}},
		{(*parser).line, []string{"Điểm tính theo tỷ lệ giữa hai mốc của b/a: từ 38% trở xuống: 0 điểm; từ 78% trở lên: 10 điểm.", "Tỷ lệ b/a được vượt 100%."}},
		{(*parser).relative, []string{"Điểm = (b/a)/tb × 45, từ 0 đến 45. Trong đó: b là “Số đã giải ngân”.", "Điểm = (x − kem)/(tot − kem) × 10, từ 0 đến 10.",
			"Khi a = 0 hoặc tb = 0: 0 điểm.", "Khi tot = kem: đạt điểm tối đa (10 điểm)."}},
		{(*parser).levels, []string{"Mức 1 – Thực hiện đầy đủ: 0,5 điểm.", "Có kế hoạch: Có – 0,5 điểm; Không – 0 điểm."}},
		{(*parser).count, []string{"Số sáng kiến cấp cơ sở: mỗi sáng kiến được 0,5 điểm.", "Tổng cộng không quá 3 điểm."}},
		{(*parser).checklist, []string{"Cộng điểm các việc làm được, không quá 1 điểm:", "Có kế hoạch: 0,25 điểm."}},
		{(*parser).deduct, []string{"Từ 50 điểm, trừ như sau, không dưới 0 điểm:", "Lấy điểm của cách tính (1), trừ như sau, không dưới 0 điểm:",
			"Số lần vắng mặt: mỗi lần trừ 25 điểm."}},
		{(*parser).notAssessed, []string{"Không đánh giá."}},
		{(*parser).info, []string{"Ghi nhận số liệu, không tính điểm."}},
		{(*parser).manual, []string{"Điểm đề nghị: người thẩm định cho điểm, từ 0 đến 1 điểm."}},
		{(*parser).fixed, []string{"0,5 điểm."}},
	}
}

func examples() []string {
	var all []string
	for _, kind := range phrasings() {
		all = append(all, kind.examples...)
	}
	return all
}
