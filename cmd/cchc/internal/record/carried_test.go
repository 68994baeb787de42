package record

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/scoringtest"
)

// carrying is a line with what it comes from, as score writes it.
func carrying(t *testing.T) string {
	t.Helper()
	rs := scoringtest.HandMade()
	in := scoring.Submission{
		Unit:    scoring.Unit{Code: "SM-A", Name: "Sở mẫu A", Block: "Sở", Ranked: true},
		Answers: expr.Answers{{Leaf: "1.1", Input: "diem"}: expr.NumberAnswer(decimal.RequireFromString("1.25"))},
		Appraisal: &scoring.Appraisal{Done: true,
			Answers: expr.Answers{{Leaf: "1.1", Input: "diem"}: expr.NumberAnswer(decimal.RequireFromString("1.1"))},
			Set:     map[string]scoring.Verdict{"1.2": {NotAssessed: true}, "2.1": {Points: decimal.RequireFromString("4")}}, Reasons: map[string]string{}},
	}
	result := scoring.Score(rs, in)
	return written(t, New("mau/SM-A.xlsx", &result, nil).Carrying("f", "r", &in, rs))
}

// ranksAs is what becomes of a line: what ranks of it, or "" where it is refused.
func ranksAs(line string) string {
	rec, fault, err := NewReader(strings.NewReader(line)).Next()
	if fault != nil || err != nil {
		return ""
	}
	rs := scoringtest.HandMade()
	standing, fault := rec.Rescored(scoring.NewScorer(rs), rs, 1)
	if fault != nil {
		return ""
	}
	return fmt.Sprint(standing, rec.RuleSet, rec.FormHash, rec.RulesHash)
}

// A line that was made up consistently, criterion and total raised together, does not rank: only its answers count.
func TestLinesAreScoredAgain(t *testing.T) {
	line := carrying(t)
	if ranksAs(line) == "" {
		t.Fatal("the sound line is refused")
	}
	raised := strings.NewReplacer(`"points":"1.25"`, `"points":"2"`, `"percent":"12.5","rescaled":"1.25"`, `"percent":"20","rescaled":"2"`).Replace(line)
	rec, fault, _ := NewReader(strings.NewReader(raised)).Next()
	if fault != nil {
		t.Fatal(fault.Text())
	}
	rs := scoringtest.HandMade()
	const want = "Dòng 1: điểm tự chấm của tiêu chí 1.1 ghi là 2 điểm, chấm lại từ số liệu của chính dòng đó được 1,25 điểm."
	if _, fault = rec.Rescored(scoring.NewScorer(rs), rs, 1); fault == nil || fault.Text() != want {
		t.Errorf("got %v, want %s", fault, want)
	}
}

// TestCensusOfLines changes each value of a line, leaves each key out, and doubles each: another thing ranks, or the line is refused.
func TestCensusOfLines(t *testing.T) {
	line := carrying(t)
	sound, changes := ranksAs(line), 0
	var whole any
	if err := json.Unmarshal([]byte(line), &whole); err != nil {
		t.Fatal(err)
	}
	visit(whole, "", func(path, key string, value any, set func(any), drop func()) {
		for _, other := range []any{"khác", "7", "0", 7.0, true, nil, []any{}, map[string]any{}} {
			if fmt.Sprint(other) == fmt.Sprint(value) {
				continue
			}
			set(other)
			changes++
			if ranksAs(asLine(t, whole)) == sound {
				t.Errorf("%s as %v is passed over", path, other)
			}
			set(value)
		}
		if drop != nil {
			drop()
			changes++
			if ranksAs(asLine(t, whole)) == sound {
				t.Errorf("%s left out is passed over", path)
			}
			set(value)
		}
	})
	t.Logf("%d changes of a line", changes)
}

func asLine(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text) + "\n"
}

// visit goes through all values below one.
func visit(value any, path string, each func(path, key string, value any, set func(any), drop func())) {
	switch value := value.(type) {
	case map[string]any:
		for key, below := range value {
			at := path + "." + key
			each(at, key, below, func(other any) { value[key] = other }, func() { delete(value, key) })
			visit(value[key], at, each)
		}
	case []any:
		for i, below := range value {
			at := fmt.Sprintf("%s[%d]", path, i)
			each(at, "", below, func(other any) { value[i] = other }, nil)
			visit(value[i], at, each)
		}
	}
}
