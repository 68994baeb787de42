package reader

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/ranking"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// RankingOf reads a ranking that the program printed: where each unit stood, block by block, by what ranked. ok is false where the
// workbook is no ranking, or where its table is not to be found; what is wrong with the file itself is the error. Areas are not read:
// what they were of no printed ranking says. With a survey the index counts that has its points in it, else the percentage that has not.
func RankingOf(data []byte, survey bool) (past ranking.Past, ok bool, err error) {
	file, err := xlsx.Open(data)
	if err != nil {
		return past, false, err
	}
	if !(&Book{file: file}).isRanking() {
		return past, false, nil
	}
	sheet, err := file.Sheet(templates.RankSheet)
	if err != nil {
		return past, false, err
	}
	title := "Tỷ lệ (%)"
	if survey {
		title = "Chỉ số CCHC (%)"
	}
	head, index := rankHeads(sheet, title)
	if past.Year = rankYear(sheet, head); head == 0 || past.Year == 0 {
		return past, false, nil
	}
	block := ""
	for row := range sheet.Rows() {
		if row <= head {
			continue
		}
		first := strings.TrimSpace(sheet.Cell(row, 1).Text)
		if name, isBlock := blockOf(first); isBlock {
			block = name
		} else if unit, isUnit := rankedUnit(sheet, row, index, block); isUnit {
			past.Units = append(past.Units, unit)
		}
	}
	return past, len(past.Units) > 0, nil
}

// rankHeads finds the row of the columns' names, and the column of that title.
func rankHeads(sheet *xlsx.Sheet, title string) (head, index int) {
	for row, cells := range sheet.Rows() {
		at := slices.IndexFunc(cells, func(c xlsx.Cell) bool { return strings.TrimSpace(c.Text) == title })
		if at >= 0 {
			return row, cells[at].Col
		}
	}
	return 0, 0
}

var yearInTitle = regexp.MustCompile(`(?i)năm (\d{4})`)

// rankYear is the year in the table's title; 0 where there is none.
func rankYear(sheet *xlsx.Sheet, head int) int {
	for row, cells := range sheet.Rows() {
		for _, c := range cells {
			if found := yearInTitle.FindStringSubmatch(c.Text); found != nil && row < head {
				year, _ := strconv.Atoi(found[1])
				return year
			}
		}
	}
	return 0
}

var blockTitle = regexp.MustCompile(`^KHỐI: (.*) — \d+ đơn vị, \d+ được xếp hạng$`)

func blockOf(text string) (name string, ok bool) {
	found := blockTitle.FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	if found[1] == "(chưa ghi khối)" {
		return "", true
	}
	return found[1], true
}

// rankedUnit reads a unit's row: a rank or a dash, code, name, and what ranked.
func rankedUnit(sheet *xlsx.Sheet, row, index int, block string) (u ranking.PastUnit, ok bool) {
	text := func(col int) string { return strings.TrimSpace(sheet.Cell(row, col).Text) }
	rank, err := strconv.Atoi(text(1))
	if err != nil && text(1) != "–" || text(2)+text(3) == "" {
		return u, false
	}
	u.Unit = scoring.Unit{Code: text(2), Name: text(3), Block: block, Ranked: rank > 0}
	u.Rank = rank
	if d, err := decimal.NewFromString(text(index)); err == nil && sheet.Cell(row, index).Kind == xlsx.Number {
		u.Index = decimal.NewNullDecimal(d.Round(2))
	}
	return u, true
}
