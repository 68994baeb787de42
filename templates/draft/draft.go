// Package draft describes a workbook as a plain value, and writes it.
//
// Whoever lays out a sheet fills a [Workbook] with cells, styles and settings and knows nothing of any spreadsheet library;
// [Workbook.Write] turns it into the bytes of an .xlsx. The same value always gives the same bytes. Formulas are written
// with the value they have, so that previews, phones and Protected View show it.
//
// There are two ways to the bytes. Write lays the whole workbook out through excelize: plain, slow, and the reference.
// For many workbooks of one kind, as the forms of a rule set, [Press] lays out their common base once, and [Plate.Write] fills in
// the cells of each for a small part of the cost. Both give the same cells; the tests hold them against each other.
package draft

import "github.com/shopspring/decimal"

// Workbook is a whole file: its sheets in order, and what is said about it.
type Workbook struct {
	Title      string
	Properties []Property // custom document properties
	Sheets     []*Sheet
}

// Property is a custom document property; other programs carry it along when they save.
type Property struct{ Name, Value string }

// Sheet is one sheet. Cells may stand in any order; two for the same place are a slip of ours and refused on writing.
type Sheet struct {
	Name        string
	Hidden      bool
	Over        *Sheet   // whose cells and rows stand where this one has none; nothing else of it counts
	Columns     []Column // from A on
	Rows        map[int]Row
	Cells       []Cell
	Merges      []Range
	Validations []Validation
	Marks       []Mark
	Quiet       []Range // where Excel's own green marks (a number as text, a formula unlike its neighbours) say nothing of use
	Filter      *Range
	Charts      []Chart
	Freeze      Place // the first cell that scrolls; the zero value freezes nothing
	Active      Place // the cell of a frozen sheet where typing begins; the zero value is the first that scrolls
	Protected   bool  // without a password: against slips, not against people
	Page        Page
}

// Place is a cell's position, both counted from 1.
type Place struct{ Row, Col int }

// Range is a rectangle of cells, both corners included.
type Range struct{ From, To Place }

// Column is a column's width in characters, and whether it shows.
type Column struct {
	Width  float64
	Hidden bool
}

// Row is a row's height in points (0: the program's default), whether it shows, and its outline level (0: none).
type Row struct {
	Height  float64
	Grows   bool // the program may fit the height anew to what is typed
	Hidden  bool
	Outline int
}

// Cell is one cell: a value, or a formula with the value that it has.
type Cell struct {
	Place
	Value   Value
	Formula string // without "="
	Style   Style
}

// Value is what stands in a cell: nothing, a text, an exact number, or a text whose parts look different.
type Value struct {
	Kind   Kind
	Text   string
	Number decimal.Decimal
	Runs   []Run
}

// Kind says which of a Value's fields holds.
type Kind int

// The kinds of value.
const (
	Empty Kind = iota
	TextKind
	NumberKind
	RichKind
)

// Run is a part of a rich text with its own look.
type Run struct {
	Text string
	Font Font
}

// Text is a text value; an empty string is an empty cell.
func Text(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{Kind: TextKind, Text: s}
}

// Number is an exact number.
func Number(d decimal.Decimal) Value { return Value{Kind: NumberKind, Number: d} }

// Rich is a text of several looks.
func Rich(runs ...Run) Value { return Value{Kind: RichKind, Runs: runs} }

// Style is how a cell looks and whether it may be typed into. Equal styles are written once.
type Style struct {
	Font     Font
	Fill     string // "F2F2F2", or "" for none
	Border   Border
	Align    Align
	Top      bool // text begins at the top, else it is centred from top to bottom
	Wrap     bool
	Indent   int
	Format   string // number format, "" for general
	Unlocked bool
}

// Font is a font's look; Size 0 is the workbook's 11 points. The family is Times New Roman throughout.
type Font struct {
	Size                            float64
	Bold, Italic, Underline, Strike bool
	Color                           string // "1F3864", or "" for black
}

// Border says which edges of a cell are drawn.
type Border int

// The borders.
const (
	NoBorder Border = iota
	Thin            // all four edges
	Hair            // all four, dotted: for answer rows
	Bottom          // the lower edge only
)

// Align is the horizontal alignment.
type Align int

// The alignments; Auto is the program's own choice (numbers right, text left).
const (
	Auto Align = iota
	Left
	Center
	Right
)

// Validation is a rule on what may be typed into cells, with a hint and a message in Vietnamese.
// List names a range ("_cchc!$D$1:$D$3"); else Formula is a custom condition, true for what is allowed.
type Validation struct {
	Cells             []Range
	List              string
	Formula           string
	HintTitle, Hint   string // titles up to 32 characters, texts up to 255
	ErrorTitle, Error string
}

// Mark is a conditional format: where Formula (for the first cell of the range) holds, cells look like this.
type Mark struct {
	Cells   Range
	Formula string
	Fill    string
	Font    Font
	Format  string // number format, "" for the cell's own
	// Scale, in place of Formula, colours numbers from the lowest to the highest ("F8D7DA", "FFFFFF", "D4EDDA").
	Scale []string
}

// Page is how the sheet prints: A4, one page wide unless said otherwise.
type Page struct {
	Landscape    bool
	Wide         int    // pages across; 0 is one
	Scale        int    // in per cent, in place of Wide: programs heed ColumnBreaks only where they need not fit the sheet
	TitleRows    Range  // rows that repeat; only the row numbers count
	TitleColumns int    // how many columns from A on repeat, where the sheet is several pages wide
	Area         *Range // what prints; nil for everything
	Footer       string // "Trang &P/&N"
	Breaks       []int  // rows after which a page ends
	ColumnBreaks []int  // columns after which a page ends; they need a Scale
}

// Chart is a bar chart anchored at a cell; Width and Height in pixels.
type Chart struct {
	At            Place
	Title         string
	Width, Height int
	Categories    string // range reference: "'Kết quả'!$B$8:$B$15"
	Series        []Series
	Horizontal    bool
	Highest       float64 // where the axis ends, so that charts beside each other have one measure; 0: where the program likes
	Signed        bool    // values may lie below 0: the axis begins where the program likes, and the categories stand beside the bars
}

// Series is one row of bars.
type Series struct {
	Name   string // text
	Values string // range reference
	Color  string
}

// Styles lists the styles that occur in the workbook, each once.
func (w *Workbook) Styles() []Style {
	var styles []Style
	seen := map[Style]bool{}
	for _, sheet := range w.Sheets {
		for _, cell := range sheet.Cells {
			if !seen[cell.Style] {
				seen[cell.Style] = true
				styles = append(styles, cell.Style)
			}
		}
	}
	return styles
}

// Shown is a value's text, with or without looks of its own.
func (v Value) Shown() string {
	text := v.Text
	for _, run := range v.Runs {
		text += run.Text
	}
	return text
}

// Count is a whole number as a value.
func Count(n int64) Value { return Number(decimal.NewFromInt(n)) }
