package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring"
)

// FuzzReadUnits: any bytes are a list of units or problems, never both, and what is read is fit to be written.
func FuzzReadUnits(f *testing.F) {
	f.Add([]byte("ma;ten;khoi;xep_hang;khong_danh_gia\r\nSM-A;\"Sở; A\";Sở;có;1.1\r\n"))
	f.Add([]byte("\uFEFFMÃ,Tên,Khối\nCON,=1+1,\n"))
	f.Add([]byte(utf16LE("ma\tten\tkhoi\nA\tB\tC\n")))
	f.Add([]byte("ma;ten\n\"a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		units, problems := readUnits("x.csv", data, handMade())
		if len(units) > 0 == (len(problems) > 0) {
			t.Fatalf("%d units and %d problems", len(units), len(problems))
		}
		files := map[string]bool{}
		for _, u := range units {
			name := strings.ToLower(u.File)
			if files[name] || u.Name == "" || strings.ContainsAny(u.File, "/\\:*?\"<>|\x00\n") || !strings.HasSuffix(u.File, ".xlsx") {
				t.Errorf("unit %q in file %q", u.Name, u.File)
			}
			files[name] = true
		}
		for _, p := range problems {
			if text := p.String(); strings.Contains(text, "{") && !bytes.Contains(data, []byte("{")) {
				t.Errorf("an argument is missing: %s", text)
			}
		}
	})
}

// FuzzReadRecord: any bytes are records, problems or the end; a record says the same when it is written and read again.
func FuzzReadRecord(f *testing.F) {
	rs := handMade()
	result := scoring.Score(rs, scoring.Submission{})
	var line bytes.Buffer
	rec := newRecord("a.xlsx", &result, nil)
	if err := rec.write(&line); err != nil {
		f.Fatal(err)
	}
	f.Add(line.Bytes())
	f.Add([]byte("null\n{}\n[]\n\n{\"file\":\"a\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		reader := newRecordReader(bytes.NewReader(data))
		for {
			rec, problem, err := reader.next()
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
			if err := rec.write(&again); err != nil {
				t.Fatal(err)
			}
			same, problem, err := newRecordReader(&again).next()
			if problem != nil || err != nil || !cmp.Equal(rec, same) {
				t.Fatal(problem, err, cmp.Diff(rec, same))
			}
			rec.standing(rs, 1)
		}
	})
}
