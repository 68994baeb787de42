package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/formtest"
	"cchc/templates/reader"
	"cchc/templates/xlsx/rawzip"
)

// typedSample is a workbook of the sample rules, with other markup on one of its sheets.
type typedSample struct {
	*testing.T
	layout *templates.Layout
	book   *draft.Workbook
	parts  []rawzip.Part
}

func newTypedSample(t *testing.T, stage templates.Stage) *typedSample {
	l := templates.NewLayout(formtest.SampleRules())
	f := templates.Filling{Stage: stage, Version: "thử", Submission: formtest.FullSubmission(), Notice: templates.Notice{Deadline: "15/12/2023"}}
	book := scoredSample(l, f, oneOfEach(l), Annex(l, nil))
	if stage == templates.SubmittedStage {
		f.Submission.Appraisal = nil
		book = l.BlankForm(f)
	}
	return &typedSample{t, l, book, rawzip.Parts(t, writtenBook(t, book))}
}

// with reads the workbook with a cell of a sheet changed, and tells what was found on that sheet.
func (s *typedSample) with(sheet string, row, col int, markup string) []string {
	s.Helper()
	parts := append([]rawzip.Part{}, s.parts...)
	for i, other := range s.book.Sheets {
		if other.Name != sheet {
			continue
		}
		for n := range parts {
			if parts[n].Name == fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) {
				rows := cutRows(parts[n].Content)
				parts[n].Content = rows.with(row, col, strings.ReplaceAll(markup, "REF", draft.Place{Row: row, Col: col}.String()))
			}
		}
	}
	return s.found(parts)
}

func (s *typedSample) found(parts []rawzip.Part) (all []string) {
	s.Helper()
	book, err := reader.Open(rawzip.Pack(s, parts))
	if err != nil {
		s.Fatal(err)
	}
	reading, err := reader.Read(s.layout, book)
	if err != nil {
		s.Fatal(err)
	}
	for _, p := range reading.Problems {
		if p.Code == problem.AnswersChanged { // the sample says so of itself
			continue
		}
		all = append(all, p.Where()+": "+p.Text())
	}
	return all
}

// TestCensusOfPrintedSheets changes cells of each sheet that the program prints beside the form, and some beside what is printed: each
// change is named with its sheet and cell.
func TestCensusOfPrintedSheets(t *testing.T) {
	changes := 0
	for _, stage := range []templates.Stage{templates.SubmittedStage, templates.ScoredStage} {
		s := newTypedSample(t, stage)
		for _, sheet := range s.book.Sheets {
			if sheet.Name == templates.FormSheet || sheet.Name == templates.HiddenSheet {
				continue
			}
			open := map[draft.Place]bool{}
			for _, cell := range sheet.Cells {
				open[cell.Place] = cell.Style.Unlocked && stage == templates.SubmittedStage
			}
			for n := range 24 {
				row, col := 1+n*3, 1+n%6
				kind := censusKinds()[n%4]
				found := s.with(sheet.Name, row, col, kind.markup)
				where := sheet.Name + "!" + draft.Place{Row: row, Col: col}.String() + ": "
				named := len(found) == 1 && strings.HasPrefix(found[0], where+"Trang này do chương trình in; có người ghi thêm")
				if changes++; named == open[draft.Place{Row: row, Col: col}] {
					t.Errorf("%s%s: %q", where, kind.name, found)
				}
			}
		}
	}
	t.Logf("%d changes of the sheets beside the form, each named", changes)
}

// TestPrintedSheetsAreOurs: cells that only moved, that lost what their formula came to, or whose numbers another program spells
// differently were not typed by anybody.
func TestPrintedSheetsAreOurs(t *testing.T) {
	s := newTypedSample(t, templates.ScoredStage)
	for name, change := range map[string]func(string) string{
		"as it is": func(sheet string) string { return sheet },
		"a row put between": func(sheet string) string {
			rows := cutRows(sheet)
			var out strings.Builder
			for i, row := range rows.rows {
				number := rows.numbers[i]
				if number > 3 {
					row = strings.ReplaceAll(row, fmt.Sprintf(`%d"`, number), fmt.Sprintf(`%d"`, number+1))
				}
				out.WriteString(row)
			}
			return rows.before + out.String() + rows.after
		},
		"formulas without values": func(sheet string) string {
			return hyperlinkValue.ReplaceAllString(sheet, "$1<v></v>")
		},
		"numbers as floats": func(sheet string) string { return strings.ReplaceAll(sheet, "<v>1.5</v>", "<v>1.4999999999999998</v>") },
	} {
		for i, sheet := range s.book.Sheets {
			if sheet.Name == templates.FormSheet || sheet.Name == templates.HiddenSheet {
				continue
			}
			parts := append([]rawzip.Part{}, s.parts...)
			for n := range parts {
				if parts[n].Name == fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) {
					parts[n].Content = change(parts[n].Content)
				}
			}
			if diff := cmp.Diff(s.found(s.parts), s.found(parts)); diff != "" {
				t.Errorf("%s, %s: %s", sheet.Name, name, diff)
			}
		}
	}
}

var hyperlinkValue = regexp.MustCompile(`(<f>HYPERLINK[^<]*</f>)<v>[^<]*</v>`)
