package kinds

import "cchc/scoring/expr"

// InputRecord is what a rule set says of an input, as a record of the YAML.
type InputRecord struct{ *expr.Input }

// Fields lists the keys of an input.
func (in InputRecord) Fields() []Field {
	return []Field{
		{"label", "tên số liệu", "as the source words it; of a figure the figure's own, unless said otherwise", true, &in.Label},
		{"kind", "loại", "number (default), percent, date, choice, yesNo or points", false, WordOf(&in.Kind, expr.InputKinds())},
		{"unit", "đơn vị tính", "the noun counted; of percent always %", false, &in.Unit},
		{"whole", "số nguyên", "whole numbers only; true of a number unless said otherwise", false, &in.Whole},
		{"min", "nhỏ nhất", "lower bound, 0 unless said otherwise", false, &in.Min},
		{"max", "lớn nhất", "upper bound; of percent 100 unless said otherwise", false, &in.Max},
		{"options", "các lựa chọn", "of a choice, in the source's order", false, &in.Options},
		{"better", "chiều tốt hơn", "less where fewer is better; more unless said otherwise", false, WordOf(&in.Better, []string{string(expr.BetterLess)})},
		{"figure", "lấy số công bố", "a figure of the set, by name: the secretariat supplies it, no unit types it", false, &in.Figure},
		{"given", "được giao riêng", "unit where the secretariat gives each unit a number of its own, in a column of the list of units", false, WordOf(&in.Given, []string{string(expr.GivenUnit)})},
		{"use", "lấy từ", `the key of a number that another leaf asks for, as "8.1:a": it is asked once, and bounds and unit are its own`, false, &in.Use},
		{"from", "tính từ", "answers of the same leaf that it is reckoned from, added up; nobody types it", false, terms{&in.From}},
	}
}

// RecordName is the name that it stands under.
func (in InputRecord) RecordName() string { return in.Name }

// InputDict is the mapping of a leaf's answers; a new one starts with the defaults.
func InputDict(items *[]expr.Input) Dict { return inputDict{items} }

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
