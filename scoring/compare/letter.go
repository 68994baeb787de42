package compare

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"cchc/scoring"
)

// Letter is what the issuing letter prints beside a criterion: it compares by number, whatever stood there before.
type Letter struct {
	Change        decimal.NullDecimal // points, after less before; not valid where equal or where the number is new
	OldName       string              // what stood at that number, where it was called otherwise
	ContentStatus string              // the official word of the data, never a guess
	NewNumber     bool                // the number was not used before
	Unknown       bool                // the before set does not go into that detail
}

// The words of the letter for a change of points.
const (
	statusUp   = "Tăng điểm"
	statusDown = "Hạ điểm"
)

// Status is the letter's word for the change of points, or "".
func (l Letter) Status() string {
	switch {
	case !l.Change.Valid:
		return ""
	case l.Change.Decimal.IsNegative():
		return statusDown
	}
	return statusUp
}

// InLetter says that the first view shows the row: every area and criterion, and of what is below those that differ.
func (r Row) InLetter() bool {
	l := r.Letter
	return r.After != nil && (r.Level <= 2 || l.Change.Valid || l.OldName != "" || l.ContentStatus != "" || l.NewNumber)
}

// Sides names the two sets by year, or by id where both are of one year.
func (c Changes) Sides() (before, after string) {
	if c.Before.Year == c.After.Year {
		return c.Before.ID, c.After.ID
	}
	return "năm " + strconv.Itoa(c.Before.Year), "năm " + strconv.Itoa(c.After.Year)
}

// Headings are those of the letter's seven columns.
func (c Changes) Headings() []string {
	before, _ := c.Sides()
	change := "Số điểm thay đổi so với " + before
	if c.Before.Year != c.After.Year {
		change += fmt.Sprintf(" (=%d-%d)", c.After.Year, c.Before.Year)
	}
	return []string{"STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", change, "Tình trạng", "Nội dung thay đổi so với " + before, "Tình trạng"}
}

// letterView compares by number.
type letterView struct {
	before numbers
	direct bool // the after set replaces the before set, so its official words speak of this comparison
}

func newLetterView(before, after *scoring.RuleSet) letterView {
	return letterView{newNumbers(before), replaces(after, before)}
}

// replaces says that a set is the very next one after the other.
func replaces(after, before *scoring.RuleSet) bool {
	return after.Previous == before.ID && before.ID != ""
}

func (v letterView) of(node *scoring.Criterion) Letter {
	var l Letter
	if v.direct {
		l.ContentStatus = node.ContentStatus
	}
	old := v.before.at[node.Number]
	switch {
	case old == nil && v.before.hide(node.Number):
		l.Unknown = true
	case old == nil:
		l.NewNumber = true
	default:
		l.Change = changed(old.Max, node.Max)
		if old.Name != node.Name {
			l.OldName = old.Name
		}
	}
	return l
}
