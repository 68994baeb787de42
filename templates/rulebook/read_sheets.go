package rulebook

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
	"cchc/scoring/reading"
	"cchc/templates/xlsx"
)

// readInfo reads what holds for the whole set.
func (r *Reading) readInfo(sheet *xlsx.Sheet) {
	known := map[string]string{}
	for _, line := range infoLines(&scoring.RuleSet{}) {
		known[fold(line.name)] = line.name
	}
	for row := range sheet.Rows() {
		name, value := r.text(sheet, row, 1), r.text(sheet, row, 2)
		line := known[fold(name)]
		switch {
		case line != "":
			r.info[line] = quoted(sheet.Name, "B"+strconv.Itoa(row))
			r.setInfo(line, value)
		case value != "" && fold(name) != "mục":
			r.fault(quoted(sheet.Name, "A"+strconv.Itoa(row)), problem.BookInfoLine, shorten(name))
		}
	}
}

func (r *Reading) setInfo(line, value string) {
	rs := r.Rules
	whole := func(place *int, wants string) {
		n, err := strconv.Atoi(value)
		if *place = n; err != nil && value != "" {
			r.fault(r.info[line], problem.BookInfo, line, shorten(value), wants)
		}
	}
	switch line {
	case infoID:
		rs.ID = value
	case infoKind:
		rs.Kind = value
	case infoYear:
		whole(&rs.Year, "một năm, ví dụ 2024")
	case infoPrevious:
		rs.Previous = value
	case infoBasis:
		rs.Basis = value
	case infoNote:
		rs.Note = value
	case infoTotal:
		rs.Total = r.infoPoints(line, value)
	case infoCap, infoFloor:
		if value != "" {
			*map[string]*decimal.NullDecimal{infoCap: &rs.Cap, infoFloor: &rs.Floor}[line] = decimal.NewNullDecimal(r.infoPoints(line, value))
		}
	case infoPlaces:
		whole(&rs.Rounding.Places, "một số từ 0 đến 4")
	case infoSource:
		var ok bool
		if rs.Rounding.Provenance, ok = sourceOf(value); !ok {
			r.fault(r.info[line], problem.BookSource, shorten(value), sourceWords())
		}
	case infoRemark:
		rs.Rounding.Note = value
	case infoLetter:
		rs.Announced.Basis = value
	case infoPoints:
		whole(&rs.Announced.PointsChanged, "một số nguyên")
	case infoContent:
		whole(&rs.Announced.ContentChanged, "một số nguyên")
	}
}

// infoPoints reads a line that holds points.
func (r *Reading) infoPoints(line, value string) decimal.Decimal {
	d, ok := reading.Number(value)
	if !ok {
		r.fault(r.info[line], problem.BookInfo, line, shorten(value), "một số điểm")
	}
	return d
}

// infoOf is the line that a path of the rules stands in.
func infoOf(path string) string {
	return map[string]string{"id": infoID, "kind": infoKind, "year": infoYear, "previous": infoPrevious, "basis": infoBasis, "note": infoNote, "total": infoTotal, "cap": infoCap, "floor": infoFloor,
		"rounding.places": infoPlaces, "rounding.provenance": infoSource, "rounding.note": infoRemark, "announced.basis": infoLetter,
		"announced.pointsChanged": infoPoints, "announced.contentChanged": infoContent}[path]
}

// below goes through the rows under a table's head.
func (r *Reading) below(sheet *xlsx.Sheet, heads []string, visit func(row int, at func(head string) string)) {
	head, cols := r.heads(sheet, heads)
	for row := range sheet.Rows() {
		if head > 0 && row > head {
			visit(row, func(name string) string { return r.text(sheet, row, cols[name]) })
		}
	}
}

// node finds a criterion by the number that its row bore when the book was printed, or bears now.
func (r *Reading) node(key string) *scoring.Criterion {
	key = strings.Trim(key, ". ")
	if number, ok := r.keys[key]; ok {
		key = number
	} else if r.born[key] != "" {
		return nil // another row came to bear this number
	}
	return r.Rules.Find(key)
}

func (r *Reading) readExamples(sheet *xlsx.Sheet) {
	r.below(sheet, []string{"Mã dòng", "Số liệu", "Điểm hoặc kết quả", "Tiêu chí"}, func(row int, at func(string) string) {
		key, answers, outcome := at("Mã dòng"), at("Số liệu"), at("Điểm hoặc kết quả")
		place := quoted(sheet.Name, "B"+strconv.Itoa(row))
		if key+answers+outcome == "" {
			return
		}
		leaf := r.node(key)
		if leaf == nil {
			r.fault(quoted(sheet.Name, "A"+strconv.Itoa(row)), problem.BookGone, shorten(key))
			return
		}
		e, ok := exampleOf(leaf, answers, outcome)
		if !ok {
			r.fault(place, problem.BookExample, shorten(answers+" → "+outcome))
			return
		}
		leaf.Examples = append(leaf.Examples, e)
		r.examples[leaf.Number] = append(r.examples[leaf.Number], place)
	})
}

// exampleOf reads "a = 10; b = 8" and its outcome.
func exampleOf(leaf *scoring.Criterion, answers, outcome string) (scoring.Example, bool) {
	e := scoring.Example{Answers: map[string]decimal.Decimal{}}
	for _, part := range strings.FieldsFunc(answers, func(r rune) bool { return r == ';' || r == '\n' }) {
		name, number, ok := strings.Cut(part, "=")
		d, isNumber := reading.Number(number)
		name = strings.ToLower(strings.TrimSpace(name))
		if in, _ := leaf.Input(name); in.Kind == expr.DateInput {
			day, isDay := expr.ParseDay(strings.TrimSpace(number))
			if isDay {
				d = day
			}
			isNumber = isDay || isNumber && !expr.IsDay(d) // an example may show what a wrong answer comes to
		}
		if !ok || !isNumber || name == "" {
			return e, false
		}
		e.Answers[name] = d
	}
	for _, state := range []expr.State{expr.Awaiting, expr.NotAssessed, expr.Missing, expr.Invalid} {
		if fold(outcome) == state.Words() || fold(outcome) == fold(state.String()) {
			e.State = state
			return e, true
		}
	}
	d, ok := reading.Number(outcome)
	e.Points = decimal.NewNullDecimal(d)
	return e, ok
}

func (r *Reading) readChecks(sheet *xlsx.Sheet) {
	r.below(sheet, []string{"Loại", "Mã dòng", "Nội dung", "Diễn giải"}, func(row int, at func(string) string) {
		kind, key, content, words := at("Loại"), at("Mã dòng"), at("Nội dung"), at("Diễn giải")
		place := quoted(sheet.Name, "C"+strconv.Itoa(row))
		switch fold(kind) {
		case "":
			if key+content+words != "" {
				r.fault(place, problem.BookCheck, shorten(content+" "+words))
			}
			return
		case fold(checkConfirm):
			return // is shown only
		case fold(checkCross):
			r.cross(place, content, words)
			return
		case fold(checkFigure):
			r.figure(place, key, content, words)
			return
		case fold(checkClass):
			r.class(place, key, content)
			return
		case fold(checkAccepted), fold(checkStatus):
		default:
			r.fault(place, problem.BookCheck, shorten(kind))
			return
		}
		node := r.node(key)
		if node == nil {
			r.fault(place, problem.BookGone, shorten(key))
			return
		}
		if fold(kind) == fold(checkStatus) {
			node.ContentStatus = content
			return
		}
		node.Accepted = append(node.Accepted, scoring.Acceptance{Code: problem.Code(content), Reason: words})
		r.accepted[node.Number] = append(r.accepted[node.Number], place)
	})
}

var crossShape = pattern.Of(`^(\S+) (` + crossEqual + `|` + crossAtMost + `|=|≤|<=) (\S+)$`)

func (r *Reading) cross(place, content, words string) {
	found := crossShape.FindStringSubmatch(strings.Join(strings.Fields(content), " "))
	if found == nil {
		r.fault(place, problem.BookCheck, shorten(content))
		return
	}
	is := scoring.MustAtMost
	if found[2] == crossEqual || found[2] == "=" {
		is = scoring.MustEqual
	}
	r.crosses = append(r.crosses, place)
	r.Rules.CrossChecks = append(r.Rules.CrossChecks, scoring.CrossCheck{Left: r.moved(found[1]), Is: is, Right: r.moved(found[3]), Text: words})
}

// moved is an answer's key after its criterion got another number.
func (r *Reading) moved(key string) string {
	leaf, input, ok := strings.Cut(key, ":")
	if number, moved := r.keys[leaf]; ok && moved {
		return number + ":" + input
	}
	return key
}
