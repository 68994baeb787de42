package lists

import (
	"bytes"
	"strings"
	"testing"

	"cchc/scoring/scoringtest"
)

// FuzzReadUnits: any bytes are a list of units or problems, never both, and what is read is fit to be written.
func FuzzReadUnits(f *testing.F) {
	f.Add([]byte("ma;ten;khoi;xep_hang;khong_danh_gia\r\nSM-A;\"Sở; A\";Sở;có;1.1\r\n"))
	f.Add([]byte("\uFEFFMÃ,Tên,Khối\nCON,=1+1,\n"))
	f.Add([]byte(scoringtest.UTF16LE("ma\tten\tkhoi\nA\tB\tC\n")))
	f.Add([]byte("ma;ten\n\"a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		units, problems := ReadUnits("x.csv", data, scoringtest.HandMade())
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
