package templates

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cchc/scoring/handover"
)

// Memory is what a scored workbook keeps of its past for the next scoring, on its hidden sheet: where its form came from, how the
// appraisal stood when the workbook was written, and all that has been changed in it. So a result can be scored again any number of
// times, and nothing of its past is told by anything but itself.
type Memory struct {
	Source  string         // what the form is known by that names no unit code; "" of others
	Day     string         // of the scoring, as it was given; "" where it was not
	Texts   string         // the fingerprint of the unit's texts that were scored; "" where that is not known
	Stage   handover.Stage // the appraisal when the workbook was written
	Journal []handover.Entry
	Again   []handover.Again // answers that were changed after they were appraised, and are still to be looked at
}

// The names of a memory's lines on the hidden sheet.
const (
	FixedSource  = "nguon"
	FixedDay     = "ngay_cham"
	FixedTexts   = "dau_chu"
	FixedMark    = "tham_dinh:"      // and the mark's path
	FixedPoints  = "diem_tham_dinh:" // and the leaf's number
	FixedJournal = "nhat_ky:"        // and the line's number
	FixedAgain   = "lai:"            // likewise
)

// lines tell the memory, always in the same order.
func (m Memory) lines() []NamedValue {
	var lines []NamedValue
	for _, line := range []NamedValue{{FixedTexts, m.Texts}, {FixedSource, m.Source}, {FixedDay, m.Day}} {
		if line.Value != "" {
			lines = append(lines, line)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(m.Stage.Marks)) {
		lines = append(lines, NamedValue{FixedMark + path, inJSON(m.Stage.Marks[path])})
	}
	for _, leaf := range slices.Sorted(maps.Keys(m.Stage.Points)) {
		lines = append(lines, NamedValue{FixedPoints + leaf, m.Stage.Points[leaf]})
	}
	lines = append(lines, numbered(FixedJournal, m.Journal)...)
	return append(lines, numbered(FixedAgain, m.Again)...)
}

// numbered writes a list, a line of JSON for each item.
func numbered[T any](name string, list []T) []NamedValue {
	var lines []NamedValue
	for i, item := range list {
		lines = append(lines, NamedValue{fmt.Sprintf("%s%06d", name, i+1), inJSON(item)})
	}
	return lines
}

// inJSON keeps a text of several lines as it is, in one.
func inJSON(item any) string {
	text, err := json.Marshal(item)
	if err != nil {
		panic(err) // plain texts
	}
	return string(text)
}

// RecallMemory reads the lines of a hidden sheet, by name; fault says which line can't be read, "" where all can.
func RecallMemory(fixed map[string]string) (m Memory, fault string) {
	m = Memory{Source: fixed[FixedSource], Day: fixed[FixedDay], Texts: fixed[FixedTexts], Stage: handover.Stage{Marks: handover.Marks{}, Points: handover.Points{}}}
	for _, name := range slices.Sorted(maps.Keys(fixed)) {
		value := fixed[name]
		var err error
		switch head, rest, _ := strings.Cut(name, ":"); head + ":" {
		case FixedMark:
			var mark string
			err = json.Unmarshal([]byte(value), &mark)
			m.Stage.Marks[rest] = mark
		case FixedPoints:
			m.Stage.Points[rest] = value
		case FixedJournal:
			m.Journal, err = appended(m.Journal, value)
		case FixedAgain:
			m.Again, err = appended(m.Again, value)
		}
		if err != nil {
			return m, name
		}
	}
	return m, ""
}

// appended adds an item that a line of JSON tells.
func appended[T any](list []T, text string) ([]T, error) {
	var item T
	err := json.Unmarshal([]byte(text), &item)
	return append(list, item), err
}

// TextsFingerprint is the same for the same texts of a unit: evidence, justification, contact, and who it says that it is.
func TextsFingerprint(f Filling) string {
	s := f.Submission
	lines := []string{"c " + f.Contact, "m " + s.Unit.Code, "t " + s.Unit.Name, "k " + s.Unit.Block}
	for leaf, text := range s.Evidence {
		lines = append(lines, "e "+leaf+" "+text)
	}
	for leaf, text := range s.Justification {
		lines = append(lines, "j "+leaf+" "+text)
	}
	slices.Sort(lines)
	return fingerprint(lines)
}
