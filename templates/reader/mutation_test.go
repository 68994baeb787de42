package reader

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"cchc/scoring"
	"cchc/templates"
)

// TestOneCellChanged changes one cell of the form, anywhere, to anything. Whatever comes of it, no other answer changes in
// silence: each is as it was, or bad, or the file is refused.
func TestOneCellChanged(t *testing.T) {
	const rounds = 250
	random := rand.New(rand.NewPCG(1, 2))
	var refused, bad, changed int
	before := filledFile(t, templates.SubmittedStage).read().Submission.Answers
	for round := range rounds {
		f := filledFile(t, templates.SubmittedStage)
		if round%2 == 1 {
			f = scoredFile(t)
		}
		row, col := 1+random.IntN(len(f.layout.Rows)+2), 1+random.IntN(len(templates.Columns())+1)
		value := anything(f, random)
		f.must(f.SetCellValue(templates.FormSheet, cellRef(t, row, col), value))
		told := fmt.Sprintf("round %d: %v in row %d, column %d", round, value, row, col)
		book, err := Open(f.bytes())
		f.must(err)
		after, err := Read(f.layout, book)
		if err != nil {
			refused++
			continue
		}
		scoring.Score(f.layout.Rules, after.Submission)
		for key, was := range before {
			now := after.Submission.Answers[key]
			_, isBad := now.Bad()
			if isBad {
				bad++
			} else if !now.Equal(was) {
				changed++
				if at := f.ref(key.String(), templates.AnswerColumn); at != cellRef(t, row, col) {
					t.Errorf("%s: %s was %s, is %s", told, key, answerWords(was), answerWords(now))
				}
			}
		}
	}
	if refused == 0 || bad == 0 || changed == 0 {
		t.Errorf("%d refused, %d bad, %d changed: the test does not reach what it is for", refused, bad, changed)
	}
}

// anything is a value that somebody might paste: a key of a row or column, a text, a number, a truth, nothing.
func anything(f *sheetFile, random *rand.Rand) any {
	switch random.IntN(6) {
	case 0:
		return f.layout.Rows[random.IntN(len(f.layout.Rows))].Key
	case 1:
		return templates.Columns()[random.IntN(len(templates.Columns()))].Key()
	case 2:
		return nil
	case 3:
		return random.IntN(2) == 0
	case 4:
		return []string{" ", "x", "Có", "KĐG", "=1+1", "1,5"}[random.IntN(6)]
	}
	return random.IntN(20) - 5
}
