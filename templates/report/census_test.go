package report

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/reader"
	"cchc/templates/xlsx/rawzip"
)

// TestCensusOfSilence changes each cell of a form and of a result, those that are meant to be typed in and those that are not, to a
// number, a text, a formula and a date. Either the score takes what stands there, or a finding names the cell, or the file is
// refused: there is no third way.
func TestCensusOfSilence(t *testing.T) {
	for _, stage := range []templates.Stage{templates.SubmittedStage, templates.ScoredStage} {
		t.Run(string(stage), func(t *testing.T) {
			t.Parallel()
			c := newCensus(t, stage)
			for row := 1; row <= len(c.layout.Rows)+3; row++ {
				for col := 1; col <= len(templates.Columns())+2; col++ {
					for _, kind := range censusKinds() {
						c.count(row, col, kind)
					}
				}
			}
			t.Logf("%d changes: %d taken, %d named, %d refused, %d silent", c.changes, c.taken, c.named, c.refused, len(c.silent))
			if len(c.silent) > 0 {
				t.Errorf("passed over in silence: %s", strings.Join(c.silent[:min(40, len(c.silent))], ", "))
			}
		})
	}
}

// censusKind is what a cell is changed to.
type censusKind struct{ name, markup string }

func censusKinds() []censusKind {
	return []censusKind{
		{"number", `<c r="REF"><v>7.25</v></c>`},
		{"text", `<c r="REF" t="inlineStr"><is><t>chữ lạ</t></is></c>`},
		{"formula", `<c r="REF"><f>3+4.5</f><v>7.5</v></c>`},
		{"date", `<c r="REF" t="d"><v>2023-05-10T00:00:00</v></c>`},
	}
}

// census holds a sound file, and what becomes of it.
type census struct {
	*testing.T
	layout *templates.Layout
	parts  []rawzip.Part
	zipped []rawzip.Entry
	rows   sheetRows
	form   int // which part is the form's sheet
	sound  *censusReading

	changes, taken, named, refused int
	silent                         []string
}

type censusReading struct {
	filling  templates.Filling
	problems map[string]bool
}

func newCensus(t *testing.T, stage templates.Stage) *census {
	t.Helper()
	l := templates.NewLayout(formtest.SampleRules())
	f := templates.Filling{Stage: stage, Version: "thử", Submission: formtest.FullSubmission()}
	book := scoredSample(l, f, nil, Annex(l, nil))
	if stage == templates.SubmittedStage {
		f.Submission.Appraisal = nil
		book = l.BlankForm(f)
	}
	c := &census{T: t, layout: l, parts: rawzip.Parts(t, writtenBook(t, book))}
	for i, p := range c.parts {
		if strings.HasPrefix(p.Name, "xl/worksheets/sheet") && strings.Contains(p.Content, `<row r="`+fmt.Sprint(len(l.Rows)-1)) && strings.Contains(p.Content, "sheetProtection") && strings.Contains(p.Content, "<f>") {
			c.form = i
		}
	}
	c.rows = cutRows(c.parts[c.form].Content)
	c.zipped = rawzip.Entries(t, c.parts)
	c.sound = c.read(c.parts[c.form].Content)
	if c.sound == nil {
		t.Fatal("the sound file is refused")
	}
	return c
}

func writtenBook(t *testing.T, book *draft.Workbook) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read reads and scores the file with another form's sheet; nil where it is refused.
func (c *census) read(sheet string) *censusReading {
	c.Helper()
	entries := slices.Clone(c.zipped)
	entries[c.form] = rawzip.Entries(c.T, []rawzip.Part{{Name: c.parts[c.form].Name, Content: sheet}})[0]
	book, err := reader.Open(rawzip.Write(entries))
	if err != nil {
		return nil
	}
	reading, err := reader.Read(c.layout, book)
	if err != nil {
		return nil
	}
	result := c.layout.Scorer.Score(reading.Submission)
	r := &censusReading{filling: reading.Filling(), problems: map[string]bool{}}
	r.filling.Findings, r.filling.Unread = nil, nil
	for _, p := range reading.Findings(&result) {
		r.problems[p.Where()+" "+p.Text()] = true
	}
	return r
}

// count changes one cell and notes what becomes of it.
func (c *census) count(row, col int, kind censusKind) {
	c.Helper()
	ref := draft.Place{Row: row, Col: col}.String()
	sheet := c.rows.with(row, col, strings.ReplaceAll(kind.markup, "REF", ref))
	c.changes++
	switch now := c.read(sheet); {
	case now == nil:
		c.refused++
	case c.names(now, ref):
		c.named++
	case !cmp.Equal(now.filling, c.sound.filling, cmp.Comparer(expr.Answer.Equal)):
		c.taken++
	default:
		c.silent = append(c.silent, ref+" "+kind.name)
	}
}

// names says that a finding which the sound file has not tells of the cell.
func (c *census) names(now *censusReading, ref string) bool {
	cell := regexp.MustCompile(`\b` + ref + `\b`)
	for p := range now.problems {
		if !c.sound.problems[p] && cell.MatchString(p) {
			return true
		}
	}
	return false
}

var (
	rowMarkup  = regexp.MustCompile(`(?s)<row r="(\d+)"[^>]*?(/>|>(.*?)</row>)`)
	cellMarkup = regexp.MustCompile(`(?s)<c r="([A-Z]+)\d+"[^>]*?(/>|>.*?</c>)`)
)

// sheetRows is a sheet's markup, cut at its rows.
type sheetRows struct {
	before, after string
	numbers       []int
	starts        []string // of each row, its tag
	cells         [][][]string
	rows          []string
}

func cutRows(sheet string) sheetRows {
	all := rowMarkup.FindAllStringSubmatchIndex(sheet, -1)
	cut := sheetRows{before: sheet[:all[0][0]], after: sheet[all[len(all)-1][1]:]}
	for _, m := range all {
		row, cells := sheet[m[0]:m[1]], ""
		if m[6] >= 0 {
			cells = sheet[m[6]:m[7]]
		}
		var number int
		fmt.Sscan(sheet[m[2]:m[3]], &number)
		cut.numbers = append(cut.numbers, number)
		cut.starts = append(cut.starts, strings.TrimSuffix(row[:strings.Index(row, ">")], "/")+">")
		cut.cells = append(cut.cells, cellMarkup.FindAllStringSubmatch(cells, -1))
		cut.rows = append(cut.rows, row)
	}
	return cut
}

// with puts a cell's markup in the place of what stands there.
func (s *sheetRows) with(row, col int, markup string) string {
	at, found := slices.BinarySearch(s.numbers, row)
	mine, rest := fmt.Sprintf(`<row r="%d">%s</row>`, row, markup), s.rows[at:]
	if found {
		var before, after strings.Builder
		for _, m := range s.cells[at] {
			switch other := columnNumber(m[1]); {
			case other < col:
				before.WriteString(m[0])
			case other > col:
				after.WriteString(m[0])
			}
		}
		mine, rest = s.starts[at]+before.String()+markup+after.String()+"</row>", s.rows[at+1:]
	}
	return s.before + strings.Join(s.rows[:at], "") + mine + strings.Join(rest, "") + s.after
}

func columnNumber(letters string) int {
	n := 0
	for _, r := range letters {
		n = 26*n + int(r-'A') + 1
	}
	return n
}
