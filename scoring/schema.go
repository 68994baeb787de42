package scoring

import "cchc/scoring/expr"

// Fields lists the keys of a rule set.
func (rs *RuleSet) Fields() []Field {
	return []Field{
		{"id", "mã bộ chỉ số", "unique name of the set", true, &rs.ID},
		{"kind", "loại đơn vị", "the kind of unit that it is for", true, &rs.Kind},
		{"year", "năm", "the year", true, &rs.Year},
		{"previous", "bộ chỉ số trước", "id of the set that it replaces", false, &rs.Previous},
		{"basis", "căn cứ pháp lý", "the legal basis", true, &rs.Basis},
		{"note", "ghi chú", "a remark on the whole set", false, &rs.Note},
		{"total", "tổng điểm", "the sum of all areas", true, &rs.Total},
		{"rounding", "làm tròn", "how a leaf's points are rounded", true, &rs.Rounding},
		{"announced", "số mục thay đổi đã công bố", "what the issuing letter claims to have changed", false, &rs.Announced},
		{"crossChecks", "đối chiếu chéo", "relations between answers of different leaves", false, listOf[CrossCheck, *CrossCheck]{&rs.CrossChecks}},
		{"criteria", "các lĩnh vực", "the areas", true, listOf[Criterion, *Criterion]{&rs.Criteria}},
	}
}

// Fields lists the keys of the rounding.
func (r *Rounding) Fields() []Field {
	return []Field{
		{"places", "số chữ số thập phân", "decimal places of a leaf's points", true, &r.Places},
		{"provenance", "nguồn", "how it stands in the source", false, provenanceWord(&r.Provenance)},
		{"note", "ghi chú", "why", false, &r.Note},
	}
}

// Fields lists the keys of what was announced.
func (a *Announced) Fields() []Field {
	return []Field{
		{"basis", "văn bản", "the letter", true, &a.Basis},
		{"pointsChanged", "số mục thay đổi điểm", "how many scores it says changed", true, &a.PointsChanged},
		{"contentChanged", "số mục thay đổi nội dung", "how many contents it says changed", true, &a.ContentChanged},
	}
}

// Fields lists the keys of a cross-check.
func (c *CrossCheck) Fields() []Field {
	return []Field{
		{"left", "số liệu", "an answer's key", true, &c.Left},
		{"is", "quan hệ", "equal or atMost", true, wordOf[Relation]{&c.Is, []string{string(MustEqual), string(MustAtMost)}}},
		{"right", "số liệu đối chiếu", "another answer's key", true, &c.Right},
		{"text", "diễn giải", "what must hold, in words", true, &c.Text},
	}
}

// Fields lists the keys of a criterion.
func (c *Criterion) Fields() []Field {
	return []Field{
		{"number", "số thứ tự", "its number, a quoted string", true, &c.Number},
		{"name", "tên", "its name", true, &c.Name},
		{"max", "điểm tối đa", "its maximum points", true, &c.Max},
		{"text", "nội dung quy định", "the source's wording of the rule", false, &c.Text},
		{"provenance", "nguồn", "how the rule stands in the source", false, provenanceWord(&c.Provenance)},
		{"note", "ghi chú", "what a person should know about the reading", false, &c.Note},
		{"was", "số thứ tự trước đây", "its number in the previous set, or none; a list of numbers where several were merged into it, or where one was split (then with each part)", false, &c.Was},
		{"contentStatus", "tình trạng nội dung", "the official word for a change of content", false, &c.ContentStatus},
		{"notDetailed", "chưa chi tiết", "what lies below is not known", false, &c.NotDetailed},
		{"answers", "số liệu kê khai", "what the unit declares", false, inputDict{&c.Inputs}},
		{"rule", "cách tính điểm", "how the answers become points", false, &c.Rule},
		{"examples", "ví dụ", "answers with the points or the state that they must give", false, &c.Examples},
		{"accept", "đã xem xét", "findings about the rule that its author lets stand", false, listOf[Acceptance, *Acceptance]{&c.Accepted}},
		{"criteria", "các mục con", "what it is divided into", false, listOf[Criterion, *Criterion]{&c.Children}},
	}
}

// InputRecord is what a rule set says of an input, as a record of the YAML.
type InputRecord struct{ *expr.Input }

// Fields lists the keys of an input.
func (in InputRecord) Fields() []Field {
	return []Field{
		{"label", "tên số liệu", "as the source words it", true, &in.Label},
		{"kind", "loại", "number (default), choice, yesNo or points", false, wordOf[expr.InputKind]{&in.Kind, expr.InputKinds()}},
		{"unit", "đơn vị tính", "the noun counted", false, &in.Unit},
		{"whole", "số nguyên", "whole numbers only; true unless said otherwise", false, &in.Whole},
		{"min", "nhỏ nhất", "lower bound, 0 unless said otherwise", false, &in.Min},
		{"max", "lớn nhất", "upper bound", false, &in.Max},
		{"options", "các lựa chọn", "of a choice, in the source's order", false, &in.Options},
		{"better", "chiều tốt hơn", "less where fewer is better; more unless said otherwise", false, wordOf[expr.Better]{&in.Better, []string{string(expr.BetterLess)}}},
	}
}

// Fields lists the keys of an acceptance.
func (a *Acceptance) Fields() []Field {
	return []Field{
		{"code", "mã phát hiện", "the finding's code", true, (*string)(&a.Code)},
		{"reason", "lý do", "why it may stand", true, &a.Reason},
	}
}

func provenanceWord(place *Provenance) Word {
	return wordOf[Provenance]{place, []string{string(FromText), string(Corrected), string(Inferred), string(Absent)}}
}

// inputDict is the mapping of answers; a new input starts with the defaults.
type inputDict struct{ items *[]expr.Input }

func (d inputDict) Put(name string) Record {
	*d.items = append(*d.items, expr.Input{Name: name, Kind: expr.NumberInput, Whole: true})
	return InputRecord{&(*d.items)[len(*d.items)-1]}
}

func (d inputDict) Records() []Record {
	all := make([]Record, len(*d.items))
	for i := range *d.items {
		all[i] = InputRecord{&(*d.items)[i]}
	}
	return all
}

// YesNoOptions are the options of a yesNo input.
func YesNoOptions() []string { return []string{"Có", "Không"} }
