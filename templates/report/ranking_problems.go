package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// RankingProblem is a problem of a unit, or of the ranking itself, in words: it may have come from a file of results.
type RankingProblem struct {
	Unit         scoring.Unit
	File         string // as it is shown
	Link         string // the file as seen from the ranking's folder, with /; "" for none
	Where        string // the cell
	Severity     problem.Severity
	Code         problem.Code
	Text, Remedy string
}

// longestLink is what a formula may hold as one text.
const longestLink = 255

// rankingProblemSheet lists the problems of all units, for filtering.
func rankingProblemSheet(r *ranking.Ranking, problems []RankingProblem) *draft.Sheet {
	p := newPen(templates.ProblemSheet, 6, 14, 11, 26, 10, 22, 17, 52, 46)
	heads := []string{"STT", "Khối", "Mã", "Đơn vị", "Mức", "Tệp", "Ô", "Vấn đề", "Cách khắc phục"}
	p.wide("VẤN ĐỀ CỦA TẤT CẢ CÁC ĐƠN VỊ", len(heads), look.Title(), 24)
	p.wide(problemSummary(problems), len(heads), look.Subtitle(), 17)
	top := p.row
	for i, head := range heads {
		p.put(i+1, draft.Text(head), look.Header(look.HeaderFill))
	}
	p.next(20)
	p.sheet.Freeze = draft.Place{Row: p.row, Col: 1}
	p.sheet.Page = landscape(top, top)
	for i, found := range sortedProblems(r, problems) {
		p.problemRow(i+1, &found)
	}
	p.sheet.Filter = &draft.Range{From: draft.Place{Row: top, Col: 1}, To: draft.Place{Row: max(p.row-1, top), Col: len(heads)}}
	return p.sheet
}

func problemSummary(problems []RankingProblem) string {
	errors := 0
	for _, p := range problems {
		errors += one(p.Severity == problem.Error)
	}
	return fmt.Sprintf("%d lỗi, %d cảnh báo. Bấm vào tên tệp để mở tệp; dùng bộ lọc ở dòng tiêu đề để chọn đơn vị hoặc mức.",
		errors, len(problems)-errors)
}

// sortedProblems puts a unit's problems together, errors first, in the order of the ranking's blocks. What belongs to none of
// them stands before.
func sortedProblems(r *ranking.Ranking, problems []RankingProblem) []RankingProblem {
	blocks := map[string]int{}
	for i := range r.Blocks {
		for j := range r.Blocks[i].Places {
			blocks[r.Blocks[i].Places[j].Unit.Block] = i + 1
		}
	}
	sorted := slices.Clone(problems)
	slices.SortStableFunc(sorted, func(a, b RankingProblem) int {
		return cmp.Or(cmp.Compare(blocks[a.Unit.Block], blocks[b.Unit.Block]), strings.Compare(a.Unit.Block, b.Unit.Block),
			strings.Compare(a.Unit.Code, b.Unit.Code), strings.Compare(a.File, b.File), cmp.Compare(b.Severity, a.Severity))
	})
	return sorted
}

func (p *pen) problemRow(n int, found *RankingProblem) {
	body := look.Body()
	severity := look.Centered(body)
	word := "Cảnh báo"
	if found.Severity == problem.Error {
		word = "Lỗi"
		severity.Font.Bold, severity.Font.Color = true, look.RedInk
	}
	p.put(1, draft.Count(int64(n)), look.Centered(body))
	p.put(2, draft.Text(found.Unit.Block), body)
	p.put(3, draft.Text(found.Unit.Code), body)
	p.put(4, draft.Text(found.Unit.Name), body)
	p.put(5, draft.Text(word), severity)
	p.fileLink(6, found.File, found.Link, body)
	p.put(7, draft.Text(found.Where), body)
	p.put(8, draft.Text(found.Text), body)
	p.put(9, draft.Text(found.Remedy), body)
	p.next(17)
}

// inFile parts, in a link, the file from the place in it: no name of a file can hold it.
const inFile = "\x00"

// fileLink writes a file's name that opens the file; one too long for a formula is only written.
func (p *pen) fileLink(col int, name, link string, s draft.Style) {
	file, place, inside := strings.Cut(link, inFile)
	target := strings.NewReplacer("%", "%25", "#", "%23").Replace(file)
	if inside {
		target += "#" + place
	}
	if link == "" || len([]rune(target)) > longestLink || len([]rune(name)) > longestLink {
		p.put(col, draft.Text(name), s)
		return
	}
	s.Font.Color, s.Font.Underline = look.Ink, true
	p.put(col, draft.Text(name), s)
	p.sheet.Cells[len(p.sheet.Cells)-1].Formula = "HYPERLINK(" + quoted(target) + "," + quoted(name) + ")"
}

// quoted is a text as a formula holds it.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
