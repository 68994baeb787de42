package record

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/scoring/scoringtest"
	"cchc/templates/reader"
)

// scoredByHand is a result of the small rule set: 1.1 has points, 1.2 was left out by the appraiser, 2.1 awaits him.
func scoredByHand(done bool) *scoring.Result {
	points := func(leaf, text string) expr.Answers {
		return expr.Answers{{Leaf: leaf, Input: "diem"}: expr.NumberAnswer(decimal.RequireFromString(text))}
	}
	result := scoring.Score(scoringtest.HandMade(), scoring.Submission{
		Unit:    scoring.Unit{Code: "SM-A", Name: `Sở mẫu "A" & <B>`, Block: "Sở", Ranked: true},
		Answers: points("1.1", "1.25"),
		Appraisal: &scoring.Appraisal{Done: done, Answers: points("1.1", "1.10"),
			Set: map[string]scoring.Verdict{"1.2": {NotAssessed: true}}, Reasons: map[string]string{"1.1": "x", "1.2": "x"}},
	})
	return &result
}

func recordByHand(done bool) Record {
	result := scoredByHand(done)
	problems := []reader.Problem{{Problem: result.Problems[0], Sheet: "Phiếu chấm", Cell: "H12"}}
	return New("mau/SM-A.xlsx", result, problems)
}

func written(t *testing.T, rec Record) string {
	t.Helper()
	var out bytes.Buffer
	if err := rec.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRecordShape(t *testing.T) {
	const want = `{"file":"mau/SM-A.xlsx","unit":{"code":"SM-A","name":"Sở mẫu \"A\" & <B>","block":"Sở","ranked":true},"ruleSet":"tap-2023",` +
		`"self":{"points":"1.25","max":"10","assessedMax":"10","percent":"12.5","rescaled":"1.25","provisional":true},` +
		`"appraised":{"points":"1.1","max":"10","assessedMax":"6","percent":"18.33","rescaled":"1.83","provisional":true},"criteria":[` +
		`{"number":"1.1","max":"2","self":{"state":"scored","points":"1.25","explanation":"X"},"appraised":{"state":"scored","points":"1.1","explanation":"X"}},` +
		`{"number":"1.2","max":"4","self":{"state":"awaiting","points":null,"explanation":"X"},"appraised":{"state":"notAssessed","points":null,"explanation":"X"}},` +
		`{"number":"2.1","max":"4","self":{"state":"awaiting","points":null,"explanation":"X"},"appraised":{"state":"awaiting","points":null,"explanation":"X"}}],` +
		`"problems":[{"code":"evidence-missing","severity":"warning","key":"1.1","cell":"Phiếu chấm!H12",` +
		`"text":"Tiêu chí được tính 1,25 điểm nhưng chưa có tài liệu kiểm chứng và giải trình.","remedy":"Ghi số, ngày của tài liệu kiểm chứng, hoặc giải trình."}],` +
		`"formHash":"","rulesHash":"","answers":{},"exempt":[],"appraisal":null}` + "\n"
	rec := recordByHand(true)
	for i := range rec.Criteria {
		rec.Criteria[i].Self.Explanation, rec.Criteria[i].Appraised.Explanation = "X", "X" // the words are not this test's business
	}
	if diff := cmp.Diff(want, written(t, rec)); diff != "" {
		t.Error(diff)
	}
}

func TestRecordGoesRound(t *testing.T) {
	records := []Record{recordByHand(true), recordByHand(false), Refused("hỏng.xlsx", []reader.Problem{{Problem: problem.New(problem.FileEmpty, "")}})}
	text := "\uFEFF"
	for _, rec := range records {
		text += strings.TrimSuffix(written(t, rec), "\n") + "\r\n\r\n"
	}
	reader := NewReader(strings.NewReader(text))
	var got []Record
	for {
		rec, problem, err := reader.Next()
		if err == io.EOF {
			break
		}
		if problem != nil || err != nil {
			t.Fatal(problem, err)
		}
		got = append(got, *rec)
	}
	if diff := cmp.Diff(records, got); diff != "" {
		t.Error(diff)
	}
	for i, done := range []bool{true, false} {
		standing, problem := got[i].Standing(scoringtest.HandMade(), 1)
		if problem != nil {
			t.Fatal(problem.Text())
		}
		want := ranking.StandingOf("mau/SM-A.xlsx", scoredByHand(done))
		if diff := cmp.Diff(want, standing, cmp.Comparer(decimal.Decimal.Equal)); diff != "" {
			t.Errorf("standing: %s", diff)
		}
	}
}

func TestRecordReaderRefuses(t *testing.T) {
	sound := strings.TrimSpace(written(t, recordByHand(true)))
	change := func(old, new string) string {
		changed := strings.Replace(sound, old, new, 1)
		if changed == sound {
			t.Fatalf("%q is not in the record", old)
		}
		return changed
	}
	tests := []struct{ name, text, fault string }{
		{"cut", sound[:100], "sai cú pháp JSON ở byte thứ 100"},
		{"an array", "[]", "không phải một đối tượng JSON"},
		{"null", "null", "không phải một đối tượng JSON"},
		{"another object", `{"a":1}`, "trường “a” thiếu, thừa hoặc không đúng kiểu"},
		{"two on a line", sound + sound, "sai cú pháp JSON ở byte thứ 1452"},
		{"a float", change(`"points":"1.25"`, `"points":1.25`), "trường “self.points” không đúng kiểu"},
		{"without a field", change(`"max":"10",`, ``), "trường “self.max” thiếu, thừa hoặc không đúng kiểu"},
		{"null for a field", change(`"provisional":true`, `"provisional":null`), "trường “self.provisional” thiếu, thừa hoặc không đúng kiểu"},
		{"an unknown field", change(`{"number"`, `{"weight":1,"number"`), "trường “criteria[0].weight” thiếu, thừa hoặc không đúng kiểu"},
		{"other capitals", change(`"ruleSet"`, `"ruleset"`), "trường “ruleSet” thiếu, thừa hoặc không đúng kiểu"},
		{"letters that a window has lost", change(`"block":"`, `"block":"S?`), "tên đơn vị có “?” ở chỗ chữ có dấu, thường do PowerShell chuyển tiếp; " +
			"chạy lại lệnh trong cmd.exe, hoặc ghi ra tệp trong cmd.exe rồi xếp hạng tệp đó"},
		{"a key twice", change(`"max":"10",`, `"max":"10","max":"10",`), "khóa “max” có hai lần"},
		{"no file", change(`mau/SM-A.xlsx`, ``), "thiếu tên tệp hoặc điểm tự chấm"},
		{"endless", strings.Repeat("x", maxRecord+1), "dài quá 8 MB"},
		{"UTF-16", scoringtest.UTF16LE(sound), "tệp là UTF-16, thường do PowerShell ghi; chạy lại lệnh trong cmd.exe"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			reader := NewReader(strings.NewReader(test.text))
			rec, problem, err := reader.Next()
			if rec != nil || problem == nil || err != nil {
				t.Fatal(rec, problem, err)
			}
			if want := []string{"1", test.fault}; !cmp.Equal(problem.Args, want) {
				t.Errorf("%q, want %q", problem.Args, want)
			}
			if _, _, err := reader.Next(); err != io.EOF {
				t.Errorf("then %v", err)
			}
		})
	}
}

func TestRecordReaderGoesOn(t *testing.T) {
	reader := NewReader(strings.NewReader("\n{\n" + written(t, recordByHand(true))))
	_, problem, _ := reader.Next()
	if problem == nil || problem.Args[0] != "2" {
		t.Errorf("problem %v, want line 2", problem)
	}
	if rec, problem, err := reader.Next(); rec == nil || problem != nil || err != nil {
		t.Error("the line after a bad one was not read")
	}
}

func TestStandingRefuses(t *testing.T) {
	three := func(text string) *string { return &text }
	tests := []struct {
		name string
		edit func(*Record)
		code problem.Code
		what string
	}{
		{"a leaf too few", func(r *Record) { r.Criteria = r.Criteria[1:] }, problem.ResultsLeaves, "số tiêu chí khác nhau"},
		{"another number", func(r *Record) { r.Criteria[0].Number = "1.9" }, problem.ResultsLeaves, "tiêu chí 1.9"},
		{"another maximum", func(r *Record) { r.Criteria[0].Max = "3" }, problem.ResultsLeaves, "tiêu chí 1.1"},
		{"an unknown state", func(r *Record) { r.Criteria[1].Self.State = "good" }, problem.ResultsLeaves, "tiêu chí 1.2"},
		{"points where there are none", func(r *Record) { r.Criteria[1].Self.Points = three("3") }, problem.ResultsLeaves, "tiêu chí 1.2"},
		{"scored without points", func(r *Record) { r.Criteria[0].Self.Points = nil }, problem.ResultsLeaves, "tiêu chí 1.1"},
		{"points past the maximum", func(r *Record) { r.Criteria[0].Self.Points = three("3") }, problem.ResultsLeaves, "tiêu chí 1.1"},
		{"negative points", func(r *Record) { r.Criteria[0].Self.Points = three("-1") }, problem.ResultsLeaves, "tiêu chí 1.1"},
		{"points that are no plain number", func(r *Record) { r.Criteria[0].Self.Points = three("1e0") }, problem.ResultsLeaves, "tiêu chí 1.1"},
		{"an appraisal of some leaves", func(r *Record) { r.Criteria[2].Appraised = nil }, problem.ResultsLeaves, "điểm thẩm định của tiêu chí 2.1"},
		{"an appraisal of leaves without a total", func(r *Record) { r.Appraised = nil }, problem.ResultsLeaves, "điểm thẩm định của tiêu chí 1.1"},
		{"a bad appraised mark", func(r *Record) { r.Criteria[0].Appraised.Points = nil }, problem.ResultsLeaves, "điểm thẩm định của tiêu chí 1.1"},
		{"a total that does not add up", func(r *Record) { r.Self.Points = "9" }, problem.ResultsSum, "self"},
		{"an appraised total that does not add up", func(r *Record) { r.Appraised.Provisional = false }, problem.ResultsSum, "appraised"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rec := recordByHand(true)
			test.edit(&rec)
			_, problem := rec.Standing(scoringtest.HandMade(), 7)
			if problem == nil {
				t.Fatal("no problem")
			}
			if problem.Code != test.code || problem.Args[0] != "7" || !strings.Contains(strings.Join(problem.Args, " "), test.what) {
				t.Errorf("%s %q, want %s with %q", problem.Code, problem.Args, test.code, test.what)
			}
		})
	}
}
