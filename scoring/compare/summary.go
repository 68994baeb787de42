package compare

import (
	"fmt"
	"strings"

	"cchc/scoring"
)

// Summary is the reconciliation under both views: what was counted by number and by identity, how the points of each area
// came about, and where that agrees with what the issuing letter claims.
type Summary struct {
	Points  []string     // by number: the areas and criteria whose points changed
	Joined  []string     // those of them that stand for several numbers ("3.4-3.5"), a row that no letter prints
	Content []WordCount  // by number: the official words on areas and criteria
	Gone    []string     // by number: the areas and criteria whose number is not used any more
	Classes []ClassCount // by identity, in the order of Classes
	Areas   []AreaSum
	Claims  []Claim // empty where the letter claims nothing, or speaks of another set
}

// RowCount is a number of rows with where they are.
type RowCount struct {
	What  string // in Vietnamese
	Rows  int
	Where string // their numbers
}

// ByNumber counts as the letter does.
func (s Summary) ByNumber() []RowCount {
	counts := []RowCount{{"Lĩnh vực, tiêu chí thay đổi điểm tối đa", len(s.Points), strings.Join(s.Points, ", ")}}
	for _, word := range s.Content {
		counts = append(counts, RowCount{"Ghi “" + word.Word + "”", len(word.Numbers), strings.Join(word.Numbers, ", ")})
	}
	if len(s.Gone) > 0 {
		counts = append(counts, RowCount{"Số thứ tự không còn dùng", len(s.Gone), strings.Join(s.Gone, ", ")})
	}
	return counts
}

// ByIdentity counts what became of each subject.
func (s Summary) ByIdentity() []RowCount {
	var counts []RowCount
	for _, class := range s.Classes {
		where := strings.Join(class.Criteria, ", ")
		if len(class.Components) > 0 {
			where = strings.TrimPrefix(where+"; thành phần: "+strings.Join(class.Components, ", "), "; ")
		}
		counts = append(counts, RowCount{class.Class.Words(), len(class.Criteria) + len(class.Components), where})
	}
	return counts
}

// WordCount says where an official word stands.
type WordCount struct {
	Word    string
	Numbers []string
}

// ClassCount says which rows are of a class, without those that only follow what they belong to. What is gone bears its
// number of the before set.
type ClassCount struct {
	Class      Class
	Criteria   []string // areas and criteria
	Components []string
}

// Claim is a number from the issuing letter beside the one that was counted by number, as the letter counts.
type Claim struct {
	What             string // in Vietnamese
	Announced, Found int
	Made             string // what was counted, in Vietnamese
}

// Agrees says that the letter is right.
func (c Claim) Agrees() bool { return c.Announced == c.Found }

func (d differ) summary(rows []Row) Summary {
	s := Summary{Gone: d.goneNumbers(), Areas: d.areaSums(rows)}
	for _, row := range rows {
		if row.After == nil || row.Level > 2 {
			continue
		}
		if row.Letter.Change.Valid {
			s.Points = append(s.Points, row.Number())
			if isJoined(row.After) {
				s.Joined = append(s.Joined, row.Number())
			}
		}
		s.countWord(row.Letter.ContentStatus, row.Number())
	}
	for _, class := range Classes() {
		s.countClass(class, rows)
	}
	if d.letter.direct {
		s.claim(d.after.Announced)
	}
	return s
}

// isJoined says that the row stands for a range of numbers whose parts are not known.
func isJoined(c *scoring.Criterion) bool { return strings.Contains(c.Number, "-") }

func (s *Summary) countWord(word, number string) {
	if word == "" {
		return
	}
	for i := range s.Content {
		if s.Content[i].Word == word {
			s.Content[i].Numbers = append(s.Content[i].Numbers, number)
			return
		}
	}
	s.Content = append(s.Content, WordCount{word, []string{number}})
}

func (s *Summary) countClass(class Class, rows []Row) {
	count := ClassCount{Class: class}
	for _, row := range rows {
		if !row.Has(class) || row.Follows || row.After == nil && class != ClassDropped { // what was split is told with its parts
			continue
		}
		list := &count.Criteria
		if row.Level > 2 {
			list = &count.Components
		}
		*list = append(*list, row.Criterion().Number)
	}
	if len(count.Criteria)+len(count.Components) > 0 {
		s.Classes = append(s.Classes, count)
	}
}

func (d differ) goneNumbers() []string {
	used := newNumbers(d.after)
	var gone []string
	for node := range d.before.All() {
		if d.kin.level[node] <= 2 && used.at[node.Number] == nil && !used.hide(node.Number) {
			gone = append(gone, node.Number)
		}
	}
	return gone
}

// claim holds the letter's two numbers against what was counted.
func (s *Summary) claim(a scoring.Announced) {
	if a.PointsChanged > 0 {
		s.Claims = append(s.Claims, Claim{"Số mục thay đổi điểm", a.PointsChanged, len(s.Points), s.pointsMade()})
	}
	if a.ContentChanged > 0 {
		found := 0
		var words []string
		for _, word := range s.Content {
			found += len(word.Numbers)
			words = append(words, fmt.Sprintf("%d %s", len(word.Numbers), word.Word))
		}
		s.Claims = append(s.Claims, Claim{"Số mục thay đổi nội dung", a.ContentChanged, found, strings.Join(words, ", ")})
	}
}

func (s *Summary) pointsMade() string {
	made := fmt.Sprintf("%d dòng lĩnh vực và tiêu chí có số điểm thay đổi", len(s.Points)-len(s.Joined))
	if len(s.Joined) > 0 {
		made += fmt.Sprintf(", thêm %d dòng gộp không có trong bản in (%s)", len(s.Joined), strings.Join(s.Joined, ", "))
	}
	return made
}
