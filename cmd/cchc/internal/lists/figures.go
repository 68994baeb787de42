package lists

import (
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	announced "cchc/scoring/figures"
	"cchc/scoring/problem"
)

const (
	figureColumn  = "so_cong_bo"
	ruleSetColumn = "bo_chi_so"
)

// figureNameLength is more than any figure's name has.
const figureNameLength = 40

// ReadFigures reads what the secretariat announces for a rule set (so-cong-bo.xlsx or .csv: so_cong_bo, ten, khoi, gia_tri, bo_chi_so).
// Where anything is wrong, all of it is reported and nothing is given. A blank value is one that is not announced yet: that is said,
// as of figures that the list does not have.
func ReadFigures(file string, data []byte, rs *scoring.RuleSet) ([]announced.Row, []Problem) {
	t := readTable(file, data, []column{{figureColumn, true, figureNameLength, names}, {nameColumn, false, 1000, names}, {blockColumn, false, 100, names},
		{valueColumn, true, 40, figures}, {ruleSetColumn, true, 200, names}})
	if t.at(figureColumn) == 0 || t.at(valueColumn) == 0 || t.at(ruleSetColumn) == 0 {
		return nil, t.found()
	}
	var rows []announced.Row
	seen, there := map[string]int{}, map[string]bool{}
	for _, row := range t.rows {
		if id := t.need(row, ruleSetColumn); id != "" && !strings.EqualFold(id, rs.ID) {
			t.report(row.line, t.at(ruleSetColumn), problem.TableFigureRules, id, rs.ID)
			continue
		}
		f := t.figure(row, rs)
		if f == nil {
			continue
		}
		r := announced.Row{Figure: f, Block: t.figureBlock(row, f), Value: t.announced(row, f)}
		key := f.Name + " " + strings.ToLower(r.Block)
		if first, twice := seen[key]; twice {
			t.report(row.line, t.at(figureColumn), problem.TableFigureTwice, f.Name, ofBlock(r.Block), first)
			continue
		}
		seen[key], there[f.Name] = row.line, true
		rows = append(rows, r)
	}
	for i := range rs.Figures {
		if f := &rs.Figures[i]; !there[f.Name] && !t.faulty() {
			t.report(0, 0, problem.TableFigureNone, f.Name, f.Label)
		}
	}
	if t.faulty() {
		return nil, t.found()
	}
	return rows, t.found()
}

// ofBlock says of which block a line is, behind a figure's name.
func ofBlock(block string) string {
	if block == "" {
		return ""
	}
	return " của khối “" + block + "”"
}

// figure is the one that a line is about.
func (t *table) figure(row tableRow, rs *scoring.RuleSet) *scoring.Figure {
	name := t.need(row, figureColumn)
	if name == "" {
		return nil
	}
	var known []string
	for i := range rs.Figures {
		f := &rs.Figures[i]
		if strings.EqualFold(f.Name, name) {
			if label := row.cells[nameColumn].text; label != "" && !sameWords(label, f.Label) {
				t.report(row.line, t.at(nameColumn), problem.TableFigureLabel, f.Name, label, f.Label)
			}
			return f
		}
		known = append(known, f.Name)
	}
	t.report(row.line, t.at(figureColumn), problem.TableFigureUnknown, name, t.nearest(name, known), strings.Join(known, ", "))
	return nil
}

func sameWords(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// figureBlock is the block of a line, which a figure has or has not.
func (t *table) figureBlock(row tableRow, f *scoring.Figure) string {
	block := row.cells[blockColumn].text
	switch {
	case f.By == scoring.ByBlock && block == "":
		t.report(row.line, t.at(blockColumn), problem.TableFigureBlock, f.Name, "tính riêng từng khối, dòng này không ghi khối nào")
	case f.By == "" && block != "":
		t.report(row.line, t.at(blockColumn), problem.TableFigureBlock, f.Name, "chung cho mọi đơn vị, dòng này ghi khối “"+block+"”")
	}
	return block
}

// announced is the value of a line; not valid where there is none yet.
func (t *table) announced(row tableRow, f *scoring.Figure) decimal.NullDecimal {
	cell := row.cells[valueColumn]
	if cell.text == "" {
		if !cell.said {
			t.report(row.line, t.at(valueColumn), problem.TableFigureBlank, f.Name, ofBlock(row.cells[blockColumn].text))
		}
		return decimal.NullDecimal{}
	}
	d, ok := signedNumber(cell.text)
	switch {
	case !ok:
		t.report(row.line, t.at(valueColumn), problem.TableNumber, valueColumn, cell.text, f.Places)
	case !d.Equal(d.Truncate(int32(f.Places))):
		t.report(row.line, t.at(valueColumn), problem.TableFigurePlaces, f.Name, expr.FormatNumber(d), f.Places)
	}
	return decimal.NewNullDecimal(d)
}
