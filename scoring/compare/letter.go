package compare

import (
	"cmp"
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
	Known         string              // what identity knows, where the data have no letter that says it
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

// Content is what the first view says of the content: the official word, else what identity knows.
func (l Letter) Content() string { return cmp.Or(l.ContentStatus, l.Known) }

// InLetter says that the first view shows the row: every area and criterion, of what is below those that differ, and at the end what
// is gone, where no letter says which rows there are.
func (r Row) InLetter() bool {
	l := r.Letter
	if r.After == nil {
		return l.Known != "" && !r.Follows
	}
	return r.Level <= 2 || l.Change.Valid || l.OldName != "" || l.Content() != "" || l.NewNumber
}

// LetterNumber is the row's number in the first view; that of what is gone stands in brackets, since another may bear it now.
func (r Row) LetterNumber() string {
	if r.After == nil {
		return "(" + r.Before.Number + ")"
	}
	return r.After.Number
}

// LetterMax is the row's maximum in the first view; not valid of what is gone.
func (r Row) LetterMax() decimal.NullDecimal {
	if r.After == nil {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(r.After.Max)
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
	told   bool // and a letter is known that says of every row whether its content changed
}

func newLetterView(before, after *scoring.RuleSet) letterView {
	direct := replaces(after, before)
	return letterView{newNumbers(before), direct, direct && after.Announced != (scoring.Announced{})}
}

// replaces says that a set is the very next one after the other.
func replaces(after, before *scoring.RuleSet) bool {
	return after.Previous == before.ID && before.ID != ""
}

// known is what identity knows of a row, in the words of such a table.
func (v letterView) known(row Row) string {
	renamed := row.Has(ClassRenamed)
	switch {
	case v.told:
		return ""
	case row.Has(ClassNew):
		return "Mới"
	case row.Has(ClassDropped):
		return "Không còn"
	case row.Has(ClassSplit):
		return "Tách từ " + row.Was()
	case row.Has(ClassMerged):
		return "Gộp từ " + row.Was()
	case row.Has(ClassMoved) && renamed:
		return "Chuyển từ " + row.Was() + ", đổi tên"
	case row.Has(ClassMoved):
		return "Chuyển từ " + row.Was()
	case renamed:
		return "Đổi tên"
	}
	return ""
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
