package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/announce"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/standings"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/expr"
	"cchc/scoring/ranking"
)

// rankRecord is the line that rank --json writes for one unit. Its shape is public: scripts rely on it.
type rankRecord struct {
	Block      string        `json:"block"`
	Rank       *int          `json:"rank"` // null for a unit without one
	Unit       record.Unit   `json:"unit"`
	File       string        `json:"file"`
	Self       *record.Total `json:"self"`
	Appraised  *record.Total `json:"appraised"`  // null unless the appraisal is done
	Difference *string       `json:"difference"` // appraised less self
	Survey     *string       `json:"survey"`
	Total      *string       `json:"total"` // points rescaled to the full maximum, with those of the survey
	Index      *string       `json:"index"` // what ranks, in per cent, rounded
	Class      string        `json:"class"`
	StandIn    bool          `json:"standIn"` // the self score ranks in place of an appraised one
	Notes      []string      `json:"notes"`
	Previous   []yearRecord  `json:"previous,omitempty"` // with --previous: the latest year first
}

// yearRecord is where a unit stood in an earlier year.
type yearRecord struct {
	Year   int          `json:"year"`
	Unit   *record.Unit `json:"unit"` // null where that year does not have it
	ByName bool         `json:"byName"`
	Rank   *int         `json:"rank"`
	Index  *string      `json:"index"`  // in per cent, rounded
	Change *string      `json:"change"` // of this year's index less that one
}

func yearRecords(p *ranking.Place, pasts []ranking.Past) []yearRecord {
	var all []yearRecord
	for i, change := range p.Changes {
		rec := yearRecord{Year: pasts[i].Year, ByName: change.ByName, Change: exact(change.Points)}
		if was := change.Was; was != nil {
			unit := record.Unit(was.Unit)
			rec.Unit, rec.Index = &unit, exact(was.Index)
			if was.Rank > 0 {
				rec.Rank = &was.Rank
			}
		}
		all = append(all, rec)
	}
	return all
}

func writeRankRecords(out io.Writer, r *ranking.Ranking) error {
	lines := record.Lines{Out: out}
	for i := range r.Blocks {
		for j := range r.Blocks[i].Places {
			if err := lines.Write(rankRecordOf(&r.Blocks[i], &r.Blocks[i].Places[j], r)); err != nil {
				return err
			}
		}
	}
	return nil
}

func rankRecordOf(b *ranking.Block, p *ranking.Place, r *ranking.Ranking) rankRecord {
	rs := r.Rules
	rec := rankRecord{Block: b.Name, Unit: record.Unit(p.Unit), File: p.File, Self: record.TotalOf(p.Self, rs),
		Difference: exact(p.Difference()), Survey: exact(p.Survey), Total: exact(p.Total(record.ShownPlaces)), Index: exact(p.Index(record.ShownPlaces)),
		Class: p.Grade, StandIn: p.StandIn, Notes: p.Notes(), Previous: yearRecords(p, r.Pasts)}
	if p.Rank > 0 {
		rec.Rank = &p.Rank
	}
	if p.Appraised != nil {
		rec.Appraised = record.TotalOf(*p.Appraised, rs)
	}
	if rec.Notes == nil {
		rec.Notes = []string{}
	}
	return rec
}

func exact(d decimal.NullDecimal) *string {
	if !d.Valid {
		return nil
	}
	text := d.Decimal.String()
	return &text
}

// rankRows is the ranking as a table for CSV.
func rankRows(r *ranking.Ranking) [][]string {
	head := []string{"Khối", "Hạng", "Mã", "Đơn vị", "Điểm tự chấm", "Điểm thẩm định", "Chênh lệch", "Điểm tối đa được đánh giá", "Tỷ lệ (%)"}
	if r.Options.Survey != nil {
		head = append(head, "Điểm quy đổi", "Điểm ĐTXHH", "Tổng điểm", "Chỉ số CCHC (%)")
	}
	for i := range r.Pasts {
		year := fmt.Sprint(r.Pasts[i].Year)
		head = append(head, "Năm "+year+" (%)", "Tăng/giảm so với "+year, "Hạng năm "+year)
	}
	rows := [][]string{append(head, "Xếp loại", "Ghi chú", "Tệp")}
	for i := range r.Blocks {
		for j := range r.Blocks[i].Places {
			rows = append(rows, rankRow(r, &r.Blocks[i], &r.Blocks[i].Places[j]))
		}
	}
	return rows
}

func rankRow(r *ranking.Ranking, b *ranking.Block, p *ranking.Place) []string {
	assessed := p.Counting.Assessed().IsPositive()
	row := []string{b.Name, rankOf(p), p.Unit.Code, p.Unit.Name, comma(decimal.NewNullDecimal(p.Self.Points)), "",
		comma(p.Difference()), comma(decimal.NewNullDecimal(p.Counting.Assessed())),
		comma(decimal.NullDecimal{Decimal: p.Counting.Percent(record.ShownPlaces), Valid: assessed})}
	if p.Appraised != nil {
		row[5] = comma(decimal.NewNullDecimal(p.Appraised.Points))
	}
	if r.Options.Survey != nil {
		row = append(row, comma(decimal.NullDecimal{Decimal: p.Counting.Rescaled(record.ShownPlaces), Valid: assessed}),
			comma(p.Survey), comma(p.Total(record.ShownPlaces)), comma(p.Index(record.ShownPlaces)))
	}
	for _, change := range p.Changes {
		was := change.Was
		if was == nil {
			was = &ranking.PastUnit{}
		}
		rank := ""
		if was.Rank > 0 {
			rank = fmt.Sprint(was.Rank)
		}
		row = append(row, comma(was.Index), comma(change.Points), rank)
	}
	return append(row, p.Grade, strings.Join(p.Notes(), ". "), p.File)
}

func rankOf(p *ranking.Place) string {
	if p.Rank == 0 {
		return ""
	}
	return fmt.Sprint(p.Rank)
}

// comma writes a number for a spreadsheet of Vietnam: with a decimal comma, without groups.
func comma(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return strings.Replace(d.Decimal.String(), ".", ",", 1)
}

// rankText is the ranking for the terminal.
func rankText(r *ranking.Ranking) string {
	var text strings.Builder
	for i := range r.Blocks {
		b := &r.Blocks[i]
		fmt.Fprintf(&text, "Khối: %s\n", terminal.PlainLine(cmp.Or(b.Name, "(chưa ghi khối)")))
		table := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 4, Right: true}, {Width: 12, Right: false}, {Width: 34, Right: false}, {Width: 9, Right: true}, {Width: 37, Right: false}}}
		index := "Tỷ lệ %"
		if r.Options.Survey != nil {
			index = "Chỉ số %"
		}
		table.Add(nil, "Hạng", "Mã", "Đơn vị", index, "Ghi chú")
		table.Rule()
		for j := range b.Places {
			p := &b.Places[j]
			value := "–"
			if d := p.Index(record.ShownPlaces); d.Valid {
				value = expr.FormatPoints(d.Decimal, record.ShownPlaces)
			}
			notes := append(changeWords(p, r.Pasts), p.Notes()...)
			if p.Grade != "" {
				notes = append([]string{p.Grade}, notes...)
			}
			table.Add(nil, cmp.Or(rankOf(p), "–"), p.Unit.Code, p.Unit.Name, value, strings.Join(notes, ". "))
		}
		text.WriteString(table.String() + "\n")
	}
	return text.String() + rankWords(r) + ".\n"
}

// changeWords say what became of a unit since the latest of the earlier years.
func changeWords(p *ranking.Place, pasts []ranking.Past) []string {
	if len(p.Changes) == 0 || !p.Changes[0].Points.Valid {
		return nil
	}
	change := p.Changes[0].Points.Decimal
	sign := map[int]string{1: "+", 0: "", -1: ""}[change.Sign()]
	return []string{fmt.Sprintf("So với %d: %s%s%%", pasts[0].Year, sign, expr.FormatPoints(change, record.ShownPlaces))}
}

func (a *app) tellNotes(c *standings.Collection) {
	for _, note := range c.Notes() {
		fmt.Fprintln(a.err, "Lưu ý: "+terminal.PlainLine(note))
	}
}

// announceFigures reckons the figures of the rule set and puts them into their list.
func (a *app) announceFigures(c *standings.Collection, o rankOptions) error {
	if o.figures == "" {
		return nil
	}
	if len(c.Rules.Figures) == 0 {
		return terminal.Misuse("Bộ chỉ số %s không có số công bố nào nên không có gì để ghi ra %s.", c.Rules.ID, terminal.Quoted(o.figures))
	}
	w, err := announce.Write(o.figures, c.Rules, c.Declared, o.force)
	if err != nil {
		return err
	}
	if a.printTableProblems(w.Problems) {
		return errFindings
	}
	for _, line := range w.Lines(o.figures) {
		fmt.Fprintln(a.err, terminal.PlainLine(line))
	}
	c.Failed = c.Failed || w.Kept
	return nil
}
