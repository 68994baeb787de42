package rulebook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
	"cchc/scoring/problem"
	"cchc/scoring/reading"
)

// The words of an answer's kind; a number says whether it is whole instead.
const (
	wholeWord  = "số nguyên"
	brokenWord = "số lẻ"
	listWord   = "lựa chọn"
	yesNoWord  = "Có/Không"
	shareWord  = "phần trăm"
	dayWord    = "ngày tháng năm"
	pointsWord = "điểm do người chấm"
	unitWord   = "đơn vị tính: "
	fewerWord  = "càng ít càng tốt"
	soonWord   = "càng sớm càng tốt"
	givenWord  = "giao riêng từng đơn vị"
	figureWord = "số công bố " // and its name
	useWord    = "lấy từ "     // and the key
	fromSign   = "= "          // and what it is reckoned from: "= so − 0,5 × tru"
)

// lineEnd stands in a line for the end of one.
const lineEnd = "↵"

func oneLine(text string) string   { return strings.ReplaceAll(text, "\n", lineEnd) }
func someLines(text string) string { return strings.ReplaceAll(text, lineEnd, "\n") }

// inputsText writes a leaf's answers, a line each. The options of a list stand below it, unless the levels of the rule name them.
func inputsText(leaf *scoring.Criterion) string {
	var lines []string
	for _, in := range leaf.Inputs {
		lines = append(lines, in.Name+": "+oneLine(in.Label)+" ["+strings.Join(inputMarks(in), ", ")+"]")
		if in.Kind == expr.ChoiceInput && !levelsName(leaf, in) {
			for i, option := range in.Options {
				lines = append(lines, "  "+strconv.Itoa(i+1)+") "+oneLine(option))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// levelsName says that the rule's own sentences name the options of a list, so that they read back from there.
func levelsName(leaf *scoring.Criterion, in expr.Input) bool {
	_, inputs, problems := reading.Rule(strings.Join(leaf.Describe(), "\n"), without(leaf.Inputs, in.Name), leaf.Max)
	for _, read := range inputs {
		if read.Name == in.Name {
			return len(problems) == 0 && slices.Equal(read.Options, in.Options)
		}
	}
	return false
}

// without are the answers, that one without its options.
func without(inputs []expr.Input, name string) []expr.Input {
	all := slices.Clone(inputs)
	for i := range all {
		if all[i].Name == name {
			all[i].Options = nil
		}
	}
	return all
}

// inputMarks say what stands in the brackets behind a label.
func inputMarks(in expr.Input) []string {
	var marks []string
	switch in.Kind {
	case expr.NumberInput:
		if in.Unit != "" {
			marks = append(marks, oneLine(in.Unit))
		}
		if !in.IsDerived() {
			marks = append(marks, map[bool]string{true: wholeWord, false: brokenWord}[in.Whole])
		}
		marks = append(marks, edgeMarks(in)...)
		if in.Better == expr.BetterLess {
			marks = append(marks, fewerWord)
		}
		return append(marks, suppliedMarks(in)...)
	case expr.PercentInput:
		marks = append(marks, shareWord)
		if in.Whole {
			marks = append(marks, wholeWord)
		}
		marks = append(marks, edgeMarks(in)...)
		if in.Better == expr.BetterLess {
			marks = append(marks, fewerWord)
		}
		return append(marks, suppliedMarks(in)...)
	case expr.DateInput:
		marks = append(append(marks, dayWord), edgeMarks(in)...)
		if in.Better == expr.BetterLess {
			marks = append(marks, soonWord)
		}
		return marks
	case expr.ChoiceInput:
		marks = append(marks, listWord)
	case expr.YesNoInput:
		marks = append(marks, yesNoWord)
	case expr.PointsInput:
		marks = append(marks, pointsWord)
	}
	if in.Unit != "" {
		marks = append(marks, unitWord+oneLine(in.Unit))
	}
	if in.Whole {
		marks = append(marks, wholeWord)
	}
	return append(marks, edgeMarks(in)...)
}

// suppliedMarks say that nobody types a number, and where it comes from.
func suppliedMarks(in expr.Input) []string {
	var marks []string
	if in.Given == expr.GivenUnit {
		marks = append(marks, givenWord)
	}
	if in.Figure != "" {
		marks = append(marks, figureWord+in.Figure)
	}
	if in.Use != "" {
		marks = append(marks, useWord+in.Use)
	}
	if in.IsDerived() {
		marks = append(marks, fromSign+in.FromWords())
	}
	return marks
}

// takeSupplied takes such marks off the end.
func takeSupplied(in *expr.Input, marks string) string {
	at := strings.LastIndex(marks, ", ")
	last := marks
	if at >= 0 {
		last = marks[at+2:]
	}
	if name, ok := strings.CutPrefix(fold(last), figureWord); ok && figureName.MatchString(name) {
		in.Figure, marks = name, marks[:max(at, 0)]
	}
	if key, ok := strings.CutPrefix(fold(last), useWord); ok {
		if _, isKey := expr.ParseKey(key); isKey {
			in.Use, marks = key, marks[:max(at, 0)]
		}
	}
	if sum, ok := strings.CutPrefix(last, fromSign); ok {
		if terms, isSum := termsOf(sum); isSum {
			in.From, marks = terms, marks[:max(at, 0)]
		}
	}
	if rest, ok := cutLast(marks, givenWord); ok {
		in.Given, marks = expr.GivenUnit, rest
	}
	return marks
}

var termShape = pattern.Of(`^([-–−+])?\s*(?:(\d+(?:[.,]\d+)?)\s*[×x*]\s*)?([\pL\d]{1,16})\s*`)

// termsOf reads what an answer is reckoned from: "so − 0,5 × tru".
func termsOf(text string) (terms []expr.Term, ok bool) {
	for rest := strings.ToLower(strings.TrimSpace(text)); rest != ""; {
		found := termShape.FindStringSubmatch(rest)
		if found == nil || len(terms) > 0 && found[1] == "" {
			return nil, false
		}
		times := decimal.NewFromInt(1)
		if found[2] != "" {
			if times, ok = reading.Number(found[2]); !ok {
				return nil, false
			}
		}
		if found[1] != "" && found[1] != "+" {
			times = times.Neg()
		}
		terms = append(terms, expr.Term{Answer: found[3], Times: times})
		rest = rest[len(found[0]):]
	}
	return terms, len(terms) > 0
}

func edgeMarks(in expr.Input) []string {
	var marks []string
	if !in.HasUsualMin() {
		marks = append(marks, "từ "+in.Words(in.Min))
	}
	if in.Max.Valid && !in.HasUsualMost() {
		marks = append(marks, "đến "+in.Words(in.Max.Decimal))
	}
	return marks
}

var (
	inputShape  = pattern.Of(`^\s*(?:[-•+]\s+)?([\pL\d]{1,16})\s*[:.)]\s(.*)$`)
	optionShape = pattern.Of(`^\s+(\d+)\) (.*)$`)
)

// inputsOf reads the answers of a cell. Problems name the line.
func inputsOf(text string) (inputs []expr.Input, problems []problem.Problem) {
	for i, line := range strings.Split(text, "\n") {
		if found := optionShape.FindStringSubmatch(line); found != nil && len(inputs) > 0 && inputs[len(inputs)-1].Kind == expr.ChoiceInput {
			last := &inputs[len(inputs)-1]
			last.Options = append(last.Options, someLines(found[2]))
			continue
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		in, ok := inputOf(line)
		if !ok || slices.ContainsFunc(inputs, func(other expr.Input) bool { return other.Name == in.Name }) {
			problems = append(problems, problem.New(problem.BookInput, "", i+1, shorten(line)))
			continue
		}
		inputs = append(inputs, in)
	}
	return inputs, problems
}

func inputOf(line string) (expr.Input, bool) {
	found := inputShape.FindStringSubmatch(line)
	if found == nil {
		return expr.Input{}, false
	}
	in := expr.Input{Name: strings.ToLower(found[1]), Kind: expr.NumberInput, Whole: true}
	label, marks := found[2], ""
	if from := strings.LastIndex(label, " ["); from >= 0 && strings.HasSuffix(strings.TrimRight(label, " .;"), "]") {
		marks = strings.TrimSuffix(strings.TrimRight(label, " .;")[from+2:], "]")
		label = label[:from]
	}
	in.Label = someLines(label)
	return in, takeMarks(&in, marks) && strings.TrimSpace(label) != ""
}

// takeMarks reads what stands in the brackets, from the right: which way is better, bounds, kind; what is left is the unit.
func takeMarks(in *expr.Input, marks string) bool {
	rest, numbers, days := takeSupplied(in, marks), false, false
	if soon, ok := cutLast(rest, soonWord); ok {
		in.Better, rest = expr.BetterLess, soon
	}
	if fewer, ok := cutLast(rest, fewerWord); ok {
		in.Better, rest = expr.BetterLess, fewer
	}
	for rest != "" {
		at := strings.LastIndex(rest, ", ")
		mark := rest
		if at >= 0 {
			mark = rest[at+2:]
		}
		isDay, ok := edgeMark(in, mark)
		if !ok {
			break
		}
		days, numbers = days || isDay, numbers || !isDay
		rest = rest[:max(at, 0)]
	}
	return kindMarks(in, rest) && !(days && in.Kind != expr.DateInput) && !(numbers && in.Kind == expr.DateInput)
}

func edgeMark(in *expr.Input, mark string) (isDay, ok bool) {
	word, number, found := strings.Cut(fold(mark), " ")
	d, ok := reading.Number(number)
	if !ok {
		d, isDay = expr.ParseDay(number)
	}
	switch {
	case !found || !ok && !isDay:
		return false, false
	case word == "từ":
		in.Min = d
	case word == "đến":
		in.Max = decimal.NewNullDecimal(d)
	default:
		return false, false
	}
	return isDay, true
}

func kindMarks(in *expr.Input, marks string) bool {
	first, rest, more := strings.Cut(marks, ", ")
	switch word := fold(first); {
	case word == listWord, !more && (word == "chọn mức" || word == "mức"):
		in.Kind = expr.ChoiceInput
	case word == fold(yesNoWord), !more && word == "có không":
		in.Kind, in.Options = expr.YesNoInput, kinds.YesNoOptions()
	case word == pointsWord:
		in.Kind = expr.PointsInput
	case word == dayWord && !more:
		in.Kind = expr.DateInput
		in.SetDate()
		return true
	case word == shareWord:
		in.Kind = expr.PercentInput
		in.SetPercent()
		in.Whole = fold(rest) == wholeWord
		return rest == "" || in.Whole
	default:
		return numberMarks(in, marks)
	}
	in.Whole = false
	if whole, ok := cutLast(rest, wholeWord); ok {
		in.Whole, rest = true, whole
	}
	if rest == "" {
		return true
	}
	unit, ok := strings.CutPrefix(rest, unitWord)
	in.Unit = someLines(unit)
	return ok
}

func numberMarks(in *expr.Input, marks string) bool {
	if rest, ok := cutLast(marks, wholeWord); ok {
		marks = rest
	} else if rest, ok := cutLast(marks, brokenWord); ok {
		in.Whole, marks = false, rest
	} else if rest, ok := cutLast(marks, "số thập phân"); ok {
		in.Whole, marks = false, rest
	}
	in.Unit = someLines(marks)
	return true
}

// cutLast takes a word off the end of marks.
func cutLast(marks, word string) (rest string, ok bool) {
	if fold(marks) == word {
		return "", true
	}
	at := strings.LastIndex(marks, ", ")
	if at < 0 || fold(marks[at+2:]) != word {
		return marks, false
	}
	return marks[:at], true
}

// shorten keeps a message on a line or two.
func shorten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if letters := []rune(text); len(letters) > 80 {
		return string(letters[:79]) + "…"
	}
	return text
}
