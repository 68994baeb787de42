package word

import (
	"strconv"
	"strings"

	"cchc/templates/draft"
)

// Document is a document of ours as a plain value: what stands in it, one under the other, as offices set it (Times New Roman, A4,
// the margins of Nghị định 30/2020, the page's number at the top from the second page on).
type Document struct {
	Title     string
	Landscape bool
	Blocks    []Block
}

// Block is a [Paragraph] or a [Grid].
type Block interface{ markup() *node }

// The styles of paragraphs; "" is the body.
const (
	Body      = ""
	Centre    = "cchcGiua"
	Heading   = "cchcMuc"    // numbered by Word, so that one that is left out leaves no gap
	Cell      = "cchcO"      // in a table
	CellMid   = "cchcOGiua"  // in a table, centred
	Signature = "cchcKy"     // centred, kept with what follows
	Small     = "cchcNhoHon" // nơi nhận
)

// Paragraph is one of some style. Runs that are one after the other may look different.
type Paragraph struct {
	Style         string
	Runs          []Run
	Rule          int  // a short line under it, so many millimetres from either edge; 0 for none
	Before, After int  // points over and under it, in place of the style's; 0 leaves that
	Keep          bool // on the page of what follows
}

// Run is a text of one look.
type Run struct {
	Text                 string
	Bold, Italic, Strike bool
	Size                 int    // points; 0 is the style's
	Color                string // "9C0006"; "" for black
}

// Plain is a paragraph of one text.
func Plain(style, text string) Paragraph { return Paragraph{Style: style, Runs: []Run{{Text: text}}} }

// Bold is a paragraph of one text in bold.
func Bold(style, text string) Paragraph {
	return Paragraph{Style: style, Runs: []Run{{Text: text, Bold: true}}}
}

// Grid is a table of cells.
type Grid struct {
	Widths []int // millimetres
	Head   int   // so many rows repeat on every page
	Rows   []GridRow
	Open   bool // without lines
}

// GridRow is a row; Fill shades it.
type GridRow struct {
	Cells []GridCell
	Fill  string
}

// GridCell holds paragraphs; one that spans several columns stands for them all.
type GridCell struct {
	Paragraphs []Paragraph
	Span       int
}

// Bytes is the document's file, sealed. Equal documents give equal bytes.
func (d Document) Bytes() ([]byte, error) {
	body := element("w:body")
	for i, block := range d.Blocks {
		body.children = append(body.children, block.markup())
		if _, table := block.(Grid); table && (i+1 == len(d.Blocks) || isGrid(d.Blocks[i+1])) {
			body.children = append(body.children, gapNode()) // tables that touch are one
		}
	}
	body.children = append(body.children, d.section())
	root := element("w:document", body).with("xmlns:w", wordSpace).with("xmlns:r", relationSpace)
	parts := frame(d.Title)
	parts[documentPart] = root.bytes()
	if err := seal(parts); err != nil {
		return nil, err
	}
	return draft.Pack(documentPart, parts)
}

func isGrid(b Block) bool {
	_, grid := b.(Grid)
	return grid
}

// gapNode is a paragraph that takes next to no room.
func gapNode() *node {
	return element("w:p", element("w:pPr", element("w:spacing").with("w:before", "0").with("w:after", "0").with("w:line", "20").with("w:lineRule", "exact")))
}

// twips are twentieths of a point.
func twips(millimetres int) string { return strconv.Itoa(millimetres * 14400 / 254) }

// section says what the pages are like.
func (d Document) section() *node {
	size := element("w:pgSz").with("w:w", "11906").with("w:h", "16838")
	margins := element("w:pgMar").with("w:top", twips(20)).with("w:right", twips(15)).with("w:bottom", twips(20)).with("w:left", twips(30))
	if d.Landscape {
		size = element("w:pgSz").with("w:w", "16838").with("w:h", "11906").with("w:orient", "landscape")
	}
	margins.with("w:header", twips(10)).with("w:footer", twips(10)).with("w:gutter", "0")
	return element("w:sectPr", element("w:headerReference").with("w:type", "default").with("r:id", "rId3"), size, margins, element("w:titlePg"))
}

func (p Paragraph) markup() *node {
	properties := element("w:pPr")
	add := func(n *node) { properties.children = append(properties.children, n) }
	if p.Style != Body {
		add(element("w:pStyle").with("w:val", p.Style))
	}
	if p.Keep {
		add(element("w:keepNext"))
	}
	if p.Rule > 0 {
		add(element("w:pBdr", element("w:bottom").with("w:val", "single").with("w:sz", "4").with("w:space", "1").with("w:color", "000000")))
		add(element("w:spacing").with("w:before", "0").with("w:after", "60").with("w:line", "40").with("w:lineRule", "exact"))
		add(element("w:ind").with("w:left", twips(p.Rule)).with("w:right", twips(p.Rule)).with("w:firstLine", "0"))
	} else if p.Before > 0 || p.After > 0 {
		add(p.spacing())
	}
	n := element("w:p")
	if len(properties.children) > 0 {
		n.children = append(n.children, properties)
	}
	for _, run := range p.Runs {
		n.children = append(n.children, run.markup())
	}
	return n
}

func (p Paragraph) spacing() *node {
	n := element("w:spacing")
	if p.Before > 0 {
		n.with("w:before", strconv.Itoa(20*p.Before))
	}
	if p.After > 0 {
		n.with("w:after", strconv.Itoa(20*p.After))
	}
	return n
}

func (r Run) markup() *node {
	properties := element("w:rPr")
	add := func(name, value string) {
		n := element(name)
		if value != "" {
			n.with("w:val", value)
		}
		properties.children = append(properties.children, n)
	}
	if r.Bold {
		add("w:b", "")
	}
	if r.Italic {
		add("w:i", "")
	}
	if r.Strike {
		add("w:strike", "")
	}
	if r.Color != "" {
		add("w:color", r.Color)
	}
	if r.Size > 0 {
		add("w:sz", strconv.Itoa(2*r.Size))
		add("w:szCs", strconv.Itoa(2*r.Size))
	}
	n := element("w:r")
	if len(properties.children) > 0 {
		n.children = append(n.children, properties)
	}
	for i, line := range strings.Split(draft.Clean(r.Text), "\n") {
		if i > 0 {
			n.children = append(n.children, element("w:br"))
		}
		n.children = append(n.children, element("w:t", textNode(line)).with("xml:space", "preserve"))
	}
	return n
}

func (g Grid) markup() *node {
	width := 0
	grid := element("w:tblGrid")
	for _, w := range g.Widths {
		width += w
		grid.children = append(grid.children, element("w:gridCol").with("w:w", twips(w)))
	}
	borders := element("w:tblBorders")
	for _, edge := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		line := "single"
		if g.Open {
			line = "nil"
		}
		borders.children = append(borders.children, element("w:"+edge).with("w:val", line).with("w:sz", "4").with("w:space", "0").with("w:color", "000000"))
	}
	n := element("w:tbl", element("w:tblPr", element("w:tblW").with("w:w", twips(width)).with("w:type", "dxa"), element("w:jc").with("w:val", "center"),
		borders, element("w:tblLayout").with("w:type", "fixed"), g.padding()), grid)
	for i, row := range g.Rows {
		n.children = append(n.children, g.row(row, i < g.Head))
	}
	return n
}

// padding is the room beside the text of a cell: narrow, since tables have many columns.
func (g Grid) padding() *node {
	width := twips(1)
	if g.Open {
		width = "0"
	}
	side := func(name string) *node { return element(name).with("w:w", width).with("w:type", "dxa") }
	return element("w:tblCellMar", side("w:left"), side("w:right"))
}

// row is one that is never parted over pages.
func (g Grid) row(row GridRow, head bool) *node {
	properties := element("w:trPr", element("w:cantSplit"))
	if head {
		properties.children = append(properties.children, element("w:tblHeader"))
	}
	n := element("w:tr", properties)
	at := 0
	for _, cell := range row.Cells {
		width, span := 0, max(cell.Span, 1)
		for _, w := range g.Widths[at : at+span] {
			width += w
		}
		at += span
		cellNode := element("w:tc", element("w:tcPr", element("w:tcW").with("w:w", twips(width)).with("w:type", "dxa")))
		if span > 1 {
			cellNode.children[0].children = append(cellNode.children[0].children, element("w:gridSpan").with("w:val", strconv.Itoa(span)))
		}
		if row.Fill != "" {
			cellNode.children[0].children = append(cellNode.children[0].children,
				element("w:shd").with("w:val", "clear").with("w:color", "auto").with("w:fill", row.Fill))
		}
		for _, p := range cell.Paragraphs {
			cellNode.children = append(cellNode.children, p.markup())
		}
		n.children = append(n.children, cellNode)
	}
	return n
}
