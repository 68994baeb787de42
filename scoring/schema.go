package scoring

import (
	"github.com/shopspring/decimal"

	"cchc/scoring/kinds"
)

// Fields lists the keys of a rule set.
func (rs *RuleSet) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("id", "mã bộ chỉ số", "unique name of the set", &rs.ID),
		kinds.Needed("kind", "loại đơn vị", "the kind of unit that it is for", &rs.Kind),
		kinds.Needed("year", "năm", "the year", &rs.Year),
		kinds.Optional("previous", "bộ chỉ số trước", "id of the set that it replaces", &rs.Previous),
		kinds.Needed("basis", "căn cứ pháp lý", "the legal basis", &rs.Basis),
		kinds.Optional("note", "ghi chú", "a remark on the whole set", &rs.Note),
		kinds.Needed("total", "tổng điểm", "the sum of all areas", &rs.Total),
		kinds.Optional("cap", "trần tổng điểm", "the most points that a unit gets in all, with what is beyond the maximum", &rs.Cap),
		kinds.Optional("floor", "sàn tổng điểm", "the least points that a unit gets in all; without it penalties may lead below 0", &rs.Floor),
		kinds.Needed("rounding", "làm tròn", "how a leaf's points are rounded", &rs.Rounding),
		kinds.Optional("announced", "số mục thay đổi đã công bố", "what the issuing letter claims to have changed", &rs.Announced),
		kinds.Optional("crossChecks", "đối chiếu chéo", "relations between answers of different leaves", kinds.ListOf(&rs.CrossChecks)),
		kinds.Optional("figures", "số công bố", "numbers that are announced after a first pass over all units, by name", figureDict{&rs.Figures}),
		kinds.Optional("classes", "xếp loại", "names for results, from the best down", kinds.ListOf(&rs.Classes)),
		kinds.Needed("criteria", "các lĩnh vực", "the areas", kinds.ListOf(&rs.Criteria)),
	}
}

// Fields lists the keys of the rounding.
func (r *Rounding) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("places", "số chữ số thập phân", "decimal places of a leaf's points", &r.Places),
		kinds.Optional("provenance", "nguồn", "how it stands in the source", provenanceWord(&r.Provenance)),
		kinds.Optional("note", "ghi chú", "why", &r.Note),
	}
}

// Fields lists the keys of what was announced.
func (a *Announced) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("basis", "văn bản", "the letter", &a.Basis),
		kinds.Needed("pointsChanged", "số mục thay đổi điểm", "how many scores it says changed", &a.PointsChanged),
		kinds.Needed("contentChanged", "số mục thay đổi nội dung", "how many contents it says changed", &a.ContentChanged),
	}
}

// Fields lists the keys of a cross-check.
func (c *CrossCheck) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("left", "số liệu", "an answer's key", &c.Left),
		kinds.Needed("is", "quan hệ", "equal or atMost", kinds.WordOf(&c.Is, []string{string(MustEqual), string(MustAtMost)})),
		kinds.Needed("right", "số liệu đối chiếu", "another answer's key", &c.Right),
		kinds.Needed("text", "diễn giải", "what must hold, in words", &c.Text),
	}
}

// Fields lists the keys of a criterion.
func (c *Criterion) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("number", "số thứ tự", "its number, a quoted string", &c.Number),
		kinds.Needed("name", "tên", "its name", &c.Name),
		kinds.Needed("max", "điểm tối đa", "its maximum points", &c.Max),
		kinds.Optional("beyond", "ngoài điểm tối đa", "plus for bonus points, minus for penalty points: outside the maximum of what is above, with max as a cap of their own",
			kinds.WordOf(&c.Beyond, []string{string(BeyondPlus), string(BeyondMinus)})),
		kinds.Optional("text", "nội dung quy định", "the source's wording of the rule", &c.Text),
		kinds.Optional("provenance", "nguồn", "how the rule stands in the source", provenanceWord(&c.Provenance)),
		kinds.Optional("note", "ghi chú", "what a person should know about the reading", &c.Note),
		kinds.Optional("was", "số thứ tự trước đây", "its number in the previous set, or none; a list of numbers where several were merged into it, or where one was split (then with each part)", &c.Was),
		kinds.Optional("contentStatus", "tình trạng nội dung", "the official word for a change of content", &c.ContentStatus),
		kinds.Optional("notDetailed", "chưa chi tiết", "what lies below is not known", &c.NotDetailed),
		kinds.Optional("answers", "số liệu kê khai", "what the unit declares", kinds.InputDict(&c.Inputs)),
		kinds.Optional("rule", "cách tính điểm", "how the answers become points", &c.Rule),
		kinds.Optional("examples", "ví dụ", "answers with the points or the state that they must give", &c.Examples),
		kinds.Optional("accept", "đã xem xét", "findings about the rule that its author lets stand", kinds.ListOf(&c.Accepted)),
		kinds.Optional("criteria", "các mục con", "what it is divided into", kinds.ListOf(&c.Children)),
	}
}

// Fields lists the keys of an acceptance.
func (a *Acceptance) Fields() []kinds.Field {
	return []kinds.Field{
		kinds.Needed("code", "mã phát hiện", "the finding's code", (*string)(&a.Code)),
		kinds.Needed("reason", "lý do", "why it may stand", &a.Reason),
	}
}

func provenanceWord(place *Provenance) kinds.Word {
	return kinds.WordOf(place, []string{string(FromText), string(Corrected), string(Inferred), string(Absent)})
}

// MaxOf is the maximum that what stands in a record has points of; not valid where it is that of what is around the record.
func MaxOf(r kinds.Record) decimal.NullDecimal {
	if c, ok := r.(*Criterion); ok {
		return kinds.Null(c.Max)
	}
	return kinds.LimitOf(r)
}
