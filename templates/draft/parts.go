package draft

import (
	"bytes"
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
	typesPart   = "[Content_Types].xml"
	relsPart    = "_rels/.rels"
	stringsPart = "xl/sharedStrings.xml"
	corePart    = "docProps/core.xml"
	customPart  = "docProps/custom.xml"
	chartsDir   = "xl/charts/"
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
		parts[i] = part{name, data}
	}
	slices.SortFunc(parts, compareParts)
	return parts, nil
}

// compareParts puts first what programs look at first to tell what the file is.
func compareParts(a, b part) int {
	rank := func(p part) int { return slices.Index([]string{relsPart, typesPart}, p.name) }
	if d := rank(b) - rank(a); d != 0 {
		return d
	}
	return strings.Compare(a.name, b.name)
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
	case strings.HasPrefix(name, chartsDir):
		return literalNames(data), nil
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
