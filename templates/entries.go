package templates

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring/expr"
)

// Entry is one thing that stands in a form to be filled in: what a person typed, or what was put there for him.
type Entry struct {
	Key    string // of the row
	Column Column
	Text   string // as a person reads it
}

// Entries lists what a filling puts into the form, row by row. What the secretariat fixed is no entry: nobody types it.
func (l *Layout) Entries(f Filling) []Entry {
	var all []Entry
	add := func(row Row, c Column, text string) {
		if text != "" {
			all = append(all, Entry{row.Key, c, text})
		}
	}
	s := f.Submission
	for _, row := range l.Rows {
		switch {
		case row.Kind == FieldRow && (row.Key == ContactField || !f.UnitFixed):
			add(row, FieldColumn, map[string]string{UnitNameField: s.Unit.Name, UnitBlockField: s.Unit.Block, UnitCodeField: s.Unit.Code, ContactField: f.Contact}[row.Key])
		case row.Kind == InputRow && row.isTyped():
			add(row, AnswerColumn, answerText(row, s.Answers[row.Node.Key(row.Input.Name)], f.Unread[row.Key]))
		case row.Kind == NodeRow && row.Node.IsLeaf():
			add(row, EvidenceColumn, s.Evidence[row.Node.Number])
			add(row, ReasonColumn, s.Justification[row.Node.Number])
		}
	}
	return all
}

// answerText says an answer as its cell shows it; of what could not be read what stood there.
func answerText(row Row, a expr.Answer, unread string) string {
	if n, ok := a.Number(); ok {
		return row.Input.Words(n)
	}
	if option, ok := a.Option(); ok && row.Options != nil && option <= len(row.Options.Texts) {
		return row.Options.Texts[option-1]
	}
	if !a.IsBlank() && unread == "" {
		return "?"
	}
	return unread
}

// Same says that two entries are one: spaces and the ways of writing an accent make no difference.
func (e Entry) Same(other Entry) bool { return e.line() == other.line() }

func (e Entry) line() string {
	return strings.Join([]string{e.Key, e.Column.Key(), strings.Join(strings.Fields(norm.NFC.String(e.Text)), " ")}, "\x00")
}

// EntryMark is the same for the same entries. A form that was filled when it was made bears it on its hidden sheet: as long as it
// fits, nobody has typed anything since.
func EntryMark(entries []Entry) string {
	lines := make([]string, len(entries))
	for i, e := range entries {
		lines[i] = e.line()
	}
	return fingerprint(lines)
}
