package main

import (
	"math/rand/v2"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
)

// fillAtRandom fills in a form as people do and as they should not: edges and ties are favoured, blanks, texts, numbers out of
// bounds and options that are none come up, and so do corrected answers, points set by hand and leaves exempted in advance.
func fillAtRandom(layout *templates.Layout, random *rand.Rand) templates.Filling {
	f := templates.Filling{Unread: map[string]string{}, Submission: scoring.Submission{
		Answers: expr.Answers{}, Evidence: map[string]string{}, Justification: map[string]string{},
		Appraisal: &scoring.Appraisal{Answers: expr.Answers{}, Set: map[string]scoring.Verdict{}, Reasons: map[string]string{}},
	}}
	for node := range layout.Rules.All() {
		if random.IntN(60) == 0 {
			f.Submission.Exempt = append(f.Submission.Exempt, node.Number)
		}
	}
	care := []int{3, 6, 20, 1000}[random.IntN(4)] // one slip in so many answers
	for _, leaf := range layout.Rules.Leaves() {
		fillLeaf(f, leaf, care, random)
	}
	return f
}

func fillLeaf(f templates.Filling, leaf *scoring.Criterion, care int, random *rand.Rand) {
	s, a := f.Submission, f.Submission.Appraisal
	numbers := related(leaf, random)
	for i, in := range leaf.Inputs {
		key := leaf.Key(in.Name)
		put(s.Answers, key, f.Unread, key.String(), answerFor(in, numbers[i], care, random))
		if random.IntN(5) == 0 {
			numbers := related(leaf, random)
			put(a.Answers, key, f.Unread, scoring.AppraisedPath(key), answerFor(in, numbers[i], care, random))
		}
	}
	if random.IntN(3) > 0 {
		s.Evidence[leaf.Number] = "Báo cáo số 12"
	}
	if random.IntN(4) == 0 {
		s.Justification[leaf.Number] = "Đang hoàn thiện"
	}
	if random.IntN(4) == 0 {
		a.Reasons[leaf.Number] = "Theo hồ sơ"
	}
	if random.IntN(6) == 0 {
		a.Set[leaf.Number] = verdictFor(f, leaf, random)
	}
}

// reply is an answer with the text that could not be read, where it is such a one.
type reply struct {
	answer expr.Answer
	text   string
}

func put(answers expr.Answers, key expr.Key, unread map[string]string, path string, r reply) {
	if r.answer.IsBlank() {
		return
	}
	answers[key] = r.answer
	if r.text != "" {
		unread[path] = r.text
	}
}

func answerFor(in expr.Input, number decimal.Decimal, care int, random *rand.Rand) reply {
	if random.IntN(care) == 0 {
		return slip(in, random)
	}
	if in.IsChoice() {
		return reply{answer: expr.OptionAnswer(1 + random.IntN(len(in.Options)))}
	}
	return reply{answer: expr.NumberAnswer(number)}
}

// slip is an answer as it should not be.
func slip(in expr.Input, random *rand.Rand) reply {
	texts := []string{"chưa có", " ", "5", "1,5", "12 nhiệm vụ", "0%", "*", "Có?", "3. Không có mức này"}
	numbers := []string{"-1", "0.5", "-0.01", "1000000000000", "7.25", "101", "0"}
	switch random.IntN(3) {
	case 0:
		return reply{}
	case 1:
		p := problem.New(problem.AnswerNoOption, "", in.Label)
		return reply{expr.BadAnswer(p), texts[random.IntN(len(texts))]}
	}
	return reply{answer: expr.NumberAnswer(decimal.RequireFromString(numbers[random.IntN(len(numbers))]))}
}

// related picks numbers for a leaf's inputs that stand to each other as parts to a whole, at edges and ties above all.
func related(leaf *scoring.Criterion, random *rand.Rand) []decimal.Decimal {
	wholes := []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 20, 25, 40, 51, 52, 64, 80, 100, 199, 200, 201, 333, 400, 800, 1000, 4000, 99999, 1234567}
	edges := []int64{0, 0, 50, 100, 125, 200, 250, 300, 333, 400, 500, 600, 625, 700, 750, 800, 875, 900, 950, 990, 1000, 1000}
	whole := wholes[random.IntN(len(wholes))]
	numbers := make([]decimal.Decimal, len(leaf.Inputs))
	rest := whole
	for i, in := range leaf.Inputs {
		if i == 0 || random.IntN(8) == 0 {
			numbers[i] = decimal.NewFromInt(whole)
		} else {
			part := whole*edges[random.IntN(len(edges))]/1000 + int64(random.IntN(3)-1)*int64(random.IntN(2))
			part = max(0, part)
			if random.IntN(10) > 0 {
				part = min(part, rest)
			}
			rest -= part
			numbers[i] = decimal.NewFromInt(part)
		}
		if !in.Whole && random.IntN(2) == 0 {
			numbers[i] = numbers[i].Add(decimal.New(int64(random.IntN(1000)), -3))
		}
		if in.Kind == expr.PointsInput {
			numbers[i] = leaf.Max.Mul(decimal.New(int64(random.IntN(11)), -1)).Add(decimal.New(int64(random.IntN(2)*random.IntN(10)), -3))
		}
		if in.Kind == expr.DateInput { // around the edges that made rules have
			numbers[i] = decimal.NewFromInt(45280 + whole%40)
		}
		if in.Max.Valid && random.IntN(10) > 0 {
			numbers[i] = decimal.Min(numbers[i], in.Max.Decimal)
		}
	}
	return numbers
}

func verdictFor(f templates.Filling, leaf *scoring.Criterion, random *rand.Rand) scoring.Verdict {
	switch random.IntN(8) {
	case 0, 1:
		return scoring.Verdict{NotAssessed: true}
	case 2:
		p := problem.New(problem.AnswerNoOption, "", leaf.Name)
		f.Unread[scoring.VerdictPath(leaf.Number)] = []string{"không", "KĐG.", "1,5", "!"}[random.IntN(4)]
		return scoring.Verdict{Bad: &p}
	case 3:
		wrong := []string{"-0.01", "0.005", "99", "0.333", "0.125"}
		return scoring.Verdict{Points: decimal.RequireFromString(wrong[random.IntN(len(wrong))])}
	}
	cents := leaf.Max.Shift(2).IntPart()
	return scoring.Verdict{Points: decimal.New(random.Int64N(cents+1), -2)}
}
