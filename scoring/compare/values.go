package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Detail is one thing that changed, from its old to its new wording.
type Detail struct {
	Class    Class
	Path     string // in the after set; of what is gone, in the before set
	Label    string // what it is, in Vietnamese: "Bậc 2, từ"
	Old, New string // "" where there was or is nothing
}

// String is the detail as a line: "Tỷ lệ tối thiểu: 80% → 70%".
func (d Detail) String() string {
	switch {
	case d.Old == "":
		return d.Label + ": thêm “" + d.New + "”"
	case d.New == "":
		return d.Label + ": bỏ “" + d.Old + "”"
	}
	return d.Label + ": " + d.Old + " → " + d.New
}

// spot is where in a record a comparison stands, for the path and for the words.
type spot struct {
	path   string
	labels []string
}

func (p spot) field(f kinds.Field) spot {
	p.path = strings.TrimPrefix(p.path+"."+f.Key, ".")
	if _, isRule := f.Place.(*kinds.Rule); isRule && strings.HasPrefix(f.Label, "cách tính") {
		return p // "phần 1, điểm của mức 2" needs no "cách tính" in between
	}
	p.labels = append(slices.Clip(p.labels), f.Label)
	return p
}

// item is the place of one item of a list. A label such as "các bậc" or "điểm của từng mức" names the items, too.
func (p spot) item(i int) spot {
	number := " " + strconv.Itoa(i+1)
	p.path += "[" + strconv.Itoa(i) + "]"
	last := len(p.labels) - 1
	label := p.labels[last]
	if ruleOne, several := strings.CutPrefix(label, "các "); several {
		label = ruleOne
	}
	p.labels = append(slices.Clip(p.labels[:last]), strings.Replace(label, "từng ", "", 1)+number)
	return p
}

func (p spot) label() string {
	if len(p.labels) == 0 {
		return "Cách tính điểm"
	}
	return expr.UpperFirst(strings.Join(p.labels, ", "))
}

// comparison walks two records of the same type field by field, so every kind is compared without being known here.
type comparison struct {
	class    Class
	old, now view // for the words of the values
	details  []Detail
}

func (c *comparison) add(at spot, old, now string) {
	if old != now {
		c.details = append(c.details, Detail{c.class, at.path, at.label(), old, now})
	}
}

func (c *comparison) records(old, now kinds.Record, at spot) {
	fields := now.Fields()
	for i, field := range old.Fields() {
		c.values(field, fields[i], at.field(field))
	}
}

func (c *comparison) values(old, now kinds.Field, at spot) {
	switch was := old.Place.(type) {
	case kinds.Dict:
		c.inputs(was.Records(), now.Place.(kinds.Dict).Records(), at)
	case *kinds.Rule:
		c.rules(*was, *now.Place.(*kinds.Rule), at)
	case kinds.Spoken:
		c.add(at, was.Spoken(), now.Place.(kinds.Spoken).Spoken())
	case kinds.List:
		c.lists(was.Records(), now.Place.(kinds.List).Records(), at)
	case *[]string:
		c.texts(*was, *now.Place.(*[]string), at)
	case *[]decimal.Decimal:
		c.texts(formatAll(*was), formatAll(*now.Place.(*[]decimal.Decimal)), at)
	case kinds.Record:
		c.records(was, now.Place.(kinds.Record), at)
	default:
		c.add(at, c.old.phrase(old), c.now.phrase(now))
	}
}

// rules compares two rules of one kind field by field; one that became of another kind is described as a whole.
func (c *comparison) rules(old, now kinds.Rule, at spot) {
	if old == nil || now == nil || old.Kind() != now.Kind() {
		c.add(at, c.old.sentences(old), c.now.sentences(now))
		return
	}
	at.path += "." + now.Kind()
	c.inside(c.old.of(old), c.now.of(now), old, now, at)
}

// inside compares two records that are seen otherwise than what is around them.
func (c *comparison) inside(oldView, nowView view, old, now kinds.Record, at spot) {
	inner := comparison{class: c.class, old: oldView, now: nowView}
	inner.records(old, now, at)
	c.details = append(c.details, inner.details...)
}

func (c *comparison) lists(old, now []kinds.Record, at spot) {
	for _, pair := range align(recordWords(old), recordWords(now)) {
		switch {
		case pair.old < 0:
			c.add(at.item(pair.now), "", c.now.sentence(now[pair.now]))
		case pair.now < 0:
			c.add(at.item(pair.old), c.old.sentence(old[pair.old]), "")
		default:
			was, is := old[pair.old], now[pair.now]
			c.inside(c.old.within(was), c.now.within(is), was, is, at.item(pair.now))
		}
	}
}

func (c *comparison) texts(old, now []string, at spot) {
	for _, pair := range align(textWords(old), textWords(now)) {
		switch {
		case pair.old < 0:
			c.add(at.item(pair.now), "", now[pair.now])
		case pair.now < 0:
			c.add(at.item(pair.old), old[pair.old], "")
		default:
			c.add(at.item(pair.now), old[pair.old], now[pair.now])
		}
	}
}

// inputs compares answers by name, since forms and scripts know them by it; figures likewise.
func (c *comparison) inputs(old, now []kinds.Record, at spot) {
	spotOf := func(r kinds.Record) spot {
		name, what := r.(kinds.Named).RecordName(), "số liệu "
		if _, isFigure := r.(*scoring.Figure); isFigure {
			what = "số công bố "
		}
		return spot{at.path + "." + name, []string{what + name}}
	}
	for _, was := range old {
		if is := namesake(now, was); is != nil {
			c.records(was, is, spotOf(was))
			continue
		}
		c.add(spotOf(was), c.old.sentence(was), "")
	}
	for _, is := range now {
		if namesake(old, is) == nil {
			c.add(spotOf(is), "", c.now.sentence(is))
		}
	}
}

// namesake is the record of the same name, or nil.
func namesake(list []kinds.Record, r kinds.Record) kinds.Record {
	for _, other := range list {
		if other.(kinds.Named).RecordName() == r.(kinds.Named).RecordName() {
			return other
		}
	}
	return nil
}

func formatAll(list []decimal.Decimal) []string {
	texts := make([]string, len(list))
	for i, d := range list {
		texts[i] = expr.FormatNumber(d)
	}
	return texts
}
