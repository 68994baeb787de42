package record

import (
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
	"cchc/scoring/scoringtest"
)

// FuzzReadRecord: any bytes are records, problems or the end; a record says the same when it is written and read again.
func FuzzReadRecord(f *testing.F) {
	rs := scoringtest.HandMade()
	result := scoring.Score(rs, scoring.Submission{})
	var line bytes.Buffer
	rec := New("a.xlsx", &result, nil)
	if err := rec.Write(&line); err != nil {
		f.Fatal(err)
	}
	f.Add(line.Bytes())
	f.Add([]byte("null\n{}\n[]\n\n{\"file\":\"a\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		reader := NewReader(bytes.NewReader(data))
		for {
			rec, problem, err := reader.Next()
			if err == io.EOF {
				return
			}
			if err != nil || (rec == nil) == (problem == nil) {
				t.Fatal(rec, problem, err)
			}
			if rec == nil {
				continue
			}
			var again bytes.Buffer
			if err := rec.Write(&again); err != nil {
				t.Fatal(err)
			}
			same, problem, err := NewReader(&again).Next()
			if problem != nil || err != nil || !cmp.Equal(rec, same) {
				t.Fatal(problem, err, cmp.Diff(rec, same))
			}
			rec.Standing(rs, 1)
		}
	})
}
