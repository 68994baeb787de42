package ranking_test

import (
	"fmt"
	"strings"
	"testing"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/ranking"
	"cchc/scoring/scoringtest"
)

// yearOf ranks units "code|name|block|points of leaf 2.1", of 4 points.
func yearOf(year int, units ...string) ranking.Ranking {
	rs := scoringtest.HandMade()
	rs.Year, rs.Total, rs.Criteria = year, scoringtest.Dec("4"), rs.Criteria[1:]
	var all []ranking.Standing
	for _, text := range units {
		cells := strings.Split(text, "|")
		all = append(all, ranking.Standing{File: text, Unit: scoring.Unit{Code: cells[0], Name: cells[1], Block: cells[2], Ranked: true},
			Self: []scoring.Mark{{State: expr.Scored, Points: scoringtest.Dec(cells[3])}}})
	}
	return ranking.Rank(rs, all, ranking.Options{})
}

// TestBeside holds a ranking against an earlier one, worked out by hand: "code: rank before, index before, change (by name), notes".
func TestBeside(t *testing.T) {
	before := yearOf(2022, "A|Sở A|Sở|2", "B|Sở B|Sở|3", "C|Ban C|Ban|1", "D|Sở D|Sở|4", "X|Sở Hai|Sở|1", "Y|Sở Hai|Sở|2", "E|Sở E|Sở|1", "E|Sở E|Sở|2")
	now := yearOf(2023, "a|Sở A đổi tên|Sở|4", "B|Sở B|Ban|1", "C9|Ban  c|Ban|1", "N|Sở Mới|Sở|2", "Z|Sở Hai|Sở|3", "E|Sở E|Sở|3")
	now.Beside([]ranking.Past{ranking.PastOf(&before)})
	got := map[string]string{}
	for _, b := range now.Blocks {
		for _, p := range b.Places {
			change, text := p.Changes[0], "not there"
			if change.Was != nil {
				text = fmt.Sprintf("%d, %s, %s", change.Was.Rank, change.Was.Index.Decimal, change.Points.Decimal)
			}
			if change.ByName {
				text += " (by name)"
			}
			for _, note := range p.Notes() {
				if !strings.HasPrefix(note, "Điểm tự chấm") {
					text += "; " + note
				}
			}
			got[p.Unit.Code] = text
		}
	}
	want := map[string]string{
		"a":  "3, 50, 50",
		"B":  "2, 75, -50; Năm 2022 ở khối Sở",
		"C9": "1, 25, 0 (by name); So với năm 2022 theo tên (mã năm đó: C)",
		"N":  "not there; Không có trong kết quả năm 2022",
		"Z":  "not there; Không có trong kết quả năm 2022", // two were called so: nobody guesses which
		"E":  "not there; Năm 2022 có nhiều kết quả của đơn vị, chưa so được",
	}
	for code, text := range want {
		if got[code] != text {
			t.Errorf("%s: %q, want %q", code, got[code], text)
		}
	}
	var gone []string
	for _, u := range now.Gone(0) {
		gone = append(gone, u.Unit.Code)
	}
	if text := strings.Join(gone, " "); text != "D Y X" {
		t.Errorf("gone: %s", text)
	}
}

// TestLatestYearFirst is the order in which earlier years are kept, however they were named.
func TestLatestYearFirst(t *testing.T) {
	first, second, now := yearOf(2021, "A|Sở A|Sở|1"), yearOf(2022, "A|Sở A|Sở|3"), yearOf(2023, "A|Sở A|Sở|2")
	now.Beside([]ranking.Past{ranking.PastOf(&first), ranking.PastOf(&second)})
	changes := now.Blocks[0].Places[0].Changes
	if now.Pasts[0].Year != 2022 || changes[0].Points.Decimal.String() != "-25" || changes[1].Points.Decimal.String() != "25" {
		t.Errorf("%d: %v, %v", now.Pasts[0].Year, changes[0].Points, changes[1].Points)
	}
}
