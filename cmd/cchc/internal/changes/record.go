package changes

import (
	"io"

	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/record"
	"cchc/scoring/compare"
)

// Record is a line of diff --json: a criterion as the letter prints it, by number (change, status, oldName,
// contentStatus), and by identity (was, classes, details). The first line is the rule set itself, without a number; what is
// gone has none either, and stands at the end. Its shape is public: scripts rely on it.
type Record struct {
	Number        *string         `json:"number"`
	Name          string          `json:"name"`
	Max           *string         `json:"max"`
	Change        *string         `json:"change"`
	Status        *string         `json:"status"`
	OldName       *string         `json:"oldName"`
	ContentStatus *string         `json:"contentStatus"`
	Known         *string         `json:"known"` // what identity knows where no letter says it, in words
	Was           *string         `json:"was"`
	Classes       []compare.Class `json:"classes"`
	Details       []Detail        `json:"details"`
}

type Detail struct {
	Class compare.Class `json:"class"`
	Path  string        `json:"path"`
	Label string        `json:"label"`
	Old   *string       `json:"old"`
	New   *string       `json:"new"`
}

func WriteRecords(out io.Writer, d compare.Changes) error {
	lines := record.Lines{Out: out}
	if err := lines.Write(setRecord(d)); err != nil {
		return err
	}
	for _, row := range d.Rows {
		if err := lines.Write(rowRecord(row)); err != nil {
			return err
		}
	}
	return nil
}

func setRecord(d compare.Changes) Record {
	record := Record{Name: d.After.ID, Max: stringOf(d.After.Total), Was: orNull(d.Before.ID),
		Classes: []compare.Class{}, Details: detailRecords(d.Set)}
	if change := d.After.Total.Sub(d.Before.Total); !change.IsZero() {
		record.Change = stringOf(change)
	}
	for _, class := range compare.Classes() {
		for _, detail := range d.Set {
			if detail.Class == class {
				record.Classes = append(record.Classes, class)
				break
			}
		}
	}
	return record
}

func rowRecord(row compare.Row) Record {
	l := row.Letter
	record := Record{Number: orNull(row.Number()), Name: row.Criterion().Name, Status: orNull(l.Status()), OldName: orNull(l.OldName),
		ContentStatus: orNull(l.ContentStatus), Known: orNull(l.Known), Was: orNull(row.Was()), Classes: append([]compare.Class{}, row.Classes...), Details: detailRecords(row.Details)}
	if row.After != nil {
		record.Max = stringOf(row.After.Max)
	}
	if l.Change.Valid {
		record.Change = stringOf(l.Change.Decimal)
	}
	return record
}

func detailRecords(details []compare.Detail) []Detail {
	records := make([]Detail, len(details))
	for i, d := range details {
		records[i] = Detail{d.Class, d.Path, d.Label, orNull(d.Old), orNull(d.New)}
	}
	return records
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func stringOf(d decimal.Decimal) *string { return orNull(d.String()) }
