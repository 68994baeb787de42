package draft

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// part is one file of the package.
type part struct {
	name string
	data []byte
}

const (
	typesPart    = "[Content_Types].xml"
	relsPart     = "_rels/.rels"
	workbookPart = "xl/workbook.xml"
	stringsPart  = "xl/sharedStrings.xml"
	corePart     = "docProps/core.xml"
	customPart   = "docProps/custom.xml"
	sheetsDir    = "xl/worksheets/sheet"
	chartsDir    = "xl/charts/"
	drawingsDir  = "xl/drawings/drawing"
)

// parts are the files that excelize makes of the workbook, put right and in a fixed order.
func (b *builder) parts() ([]part, error) {
	b.repairFonts()
	got := &gatherer{}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return got })
	if _, err := b.file.WriteToBuffer(); err != nil {
		return nil, err
	}
	parts := make([]part, len(got.names))
	for i, name := range got.names {
		data, err := finished(name, got.data[i].Bytes())
		if err != nil {
			return nil, err
		}
		parts[i] = part{name, tidy(data)}
	}
	slices.SortFunc(parts, compareParts)
	counted(parts)
	return parts, nil
}

// firstParts are what programs look at first to tell what the file is: upload portals and mail gateways want a part of the
// workbook third, as Excel writes it, and pass nothing else.
var firstParts = []string{typesPart, relsPart, workbookPart}

func compareParts(a, b part) int {
	rank := func(p part) int {
		if i := slices.Index(firstParts, p.name); i >= 0 {
			return i
		}
		return len(firstParts)
	}
	return cmp.Or(rank(a)-rank(b), strings.Compare(a.name, b.name))
}

// gatherer takes excelize's files as they are, instead of a zip.
type gatherer struct {
	names []string
	data  []*bytes.Buffer
}

func (g *gatherer) Create(name string) (io.Writer, error) {
	g.names, g.data = append(g.names, name), append(g.data, new(bytes.Buffer))
	return g.data[len(g.data)-1], nil
}

func (g *gatherer) AddFS(fs.FS) error { return errors.ErrUnsupported }

func (g *gatherer) Close() error { return nil }

// finished puts right what excelize leaves to chance, or wrong.
func finished(name string, data []byte) ([]byte, error) {
	switch {
	case name == typesPart:
		return sortedTypes(data)
	case name == corePart:
		return prefixed(data), nil
	case strings.HasPrefix(name, chartsDir):
		return literalNames(data), nil
	case strings.HasPrefix(name, drawingsDir):
		return anchored(data), nil
	default:
		return data, nil
	}
}

type contentTypes struct {
	XMLName   xml.Name      `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []contentType `xml:"Default"`
	Overrides []contentType `xml:"Override"`
}

type contentType struct {
	Extension   string `xml:",attr,omitempty"`
	PartName    string `xml:",attr,omitempty"`
	ContentType string `xml:",attr"`
}

// sortedTypes puts the list of content types in order: excelize's follows a map.
func sortedTypes(data []byte) ([]byte, error) {
	var types contentTypes
	if err := xml.Unmarshal(data, &types); err != nil {
		return nil, err
	}
	order := func(a, b contentType) int { return strings.Compare(a.Extension+a.PartName, b.Extension+b.PartName) }
	slices.SortFunc(types.Defaults, order)
	slices.SortFunc(types.Overrides, order)
	out, err := xml.Marshal(types)
	return append([]byte(xml.Header), out...), err
}

// seriesName finds the name of a chart's series: excelize takes each for a reference.
var seriesName = regexp.MustCompile(`(<(?:c:)?tx>)<(?:c:)?strRef><(?:c:)?f>([^<!]*)</(?:c:)?f></(?:c:)?strRef>(</(?:c:)?tx>)`)

// literalNames makes the names of series plain texts.
func literalNames(data []byte) []byte {
	return seriesName.ReplaceAll(data, []byte("$1<v>$2</v>$3"))
}

// prefixed gives what the file says of itself the prefixes that everybody writes: some programs know the elements by them.
func prefixed(data []byte) []byte {
	return []byte(strings.NewReplacer("<coreProperties xmlns=", "<cp:coreProperties xmlns:cp=", "</coreProperties>", "</cp:coreProperties>",
		"<lastModifiedBy>", "<cp:lastModifiedBy>", "</lastModifiedBy>", "</cp:lastModifiedBy>").Replace(string(data)))
}

// cornered finds where a chart stands: excelize gives its lower right corner as an offset in the cell of the upper left one, which
// Excel cuts to that cell.
var cornered = regexp.MustCompile(`<xdr:twoCellAnchor editAs="oneCell">(<xdr:from>.*?</xdr:from>)<xdr:to><xdr:col>\d+</xdr:col><xdr:colOff>(\d+)</xdr:colOff>` +
	`<xdr:row>\d+</xdr:row><xdr:rowOff>(\d+)</xdr:rowOff></xdr:to>(.*?)</xdr:twoCellAnchor>`)

// anchored gives charts their upper left cell and their size, whatever becomes of the rows and columns under them.
func anchored(data []byte) []byte {
	return cornered.ReplaceAll(data, []byte(`<xdr:oneCellAnchor>$1<xdr:ext cx="$2" cy="$3"></xdr:ext>$4</xdr:oneCellAnchor>`))
}
