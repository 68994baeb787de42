package rulebook

import (
	"strings"

	"cchc/scoring"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
)

// checkFigure is the kind of a line, on the sheet of checks, about a number that is announced: its name, how it comes about, what it is
// called.
const checkFigure = "Số công bố"

var (
	figureShape  = pattern.Of(`^(bình quân|lớn nhất|nhỏ nhất|tổng|độ lệch chuẩn) của (\S+) ở các đơn vị(, riêng từng khối)?, làm tròn (.+)$`)
	outsideShape = pattern.Of(`^công bố từ bên ngoài(, riêng từng khối)?, làm tròn (.+)$`)
	placesShape  = pattern.Of(`^(\d+) chữ số thập phân$`)
	figureName   = pattern.Of(`^[\pL\d]{1,16}$`)
)

// figure reads such a line.
func (r *Reading) figure(place, name, content, label string) {
	f := scoring.Figure{Name: strings.ToLower(name), Label: label}
	said := strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(content), " ")), ".")
	block, places := "", ""
	if found := figureShape.FindStringSubmatch(said); found != nil {
		f.From = map[string]scoring.FigureFrom{"bình quân": scoring.FigureMean, "lớn nhất": scoring.FigureMax, "nhỏ nhất": scoring.FigureMin, "tổng": scoring.FigureSum, "độ lệch chuẩn": scoring.FigureDeviation}[found[1]]
		f.Over, block, places = r.moved(found[2]), found[3], found[4]
	} else if found := outsideShape.FindStringSubmatch(said); found != nil {
		f.From, block, places = scoring.FigureAnnounced, found[1], found[2]
	}
	if block != "" {
		f.By = scoring.ByBlock
	}
	digits := placesShape.FindStringSubmatch(places)
	if digits != nil {
		f.Places = atoi(digits[1])
	}
	if f.From == "" || digits == nil && places != "đến số nguyên" || !figureName.MatchString(f.Name) || label == "" || r.Rules.Figure(f.Name) != nil {
		r.fault(place, problem.BookCheck, shorten(name+" "+content+" "+label))
		return
	}
	r.figures = append(r.figures, place)
	r.Rules.Figures = append(r.Rules.Figures, f)
}

// figurePlace is the line that a path of the rules about figures stands in.
func (r *Reading) figurePlace(path string) (string, bool) {
	name, _, _ := strings.Cut(strings.TrimPrefix(path, "figures."), ".")
	for i := range r.Rules.Figures {
		if strings.HasPrefix(path, "figures.") && r.Rules.Figures[i].Name == name && i < len(r.figures) {
			return r.figures[i], true
		}
	}
	return "", false
}

// keptFigures are last year's figures, reckoned over answers that are still there, by the numbers of now.
func keptFigures(rs, before *scoring.RuleSet, now map[string]string) []scoring.Figure {
	var kept []scoring.Figure
	for _, f := range before.Figures {
		key, below, isRatio := strings.Cut(f.Over, "/")
		if f.From != scoring.FigureAnnounced {
			moved, ok := movedKey(rs, key, now)
			if !ok {
				continue
			}
			if f.Over = moved; isRatio {
				f.Over += "/" + below
			}
		}
		kept = append(kept, f)
	}
	return kept
}
