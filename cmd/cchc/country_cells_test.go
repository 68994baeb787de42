package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"strings"
	"testing"
)

// xmlCell is a cell as its sheet's part holds it, with the shared string and the style that it points to.
type xmlCell struct{ Type, Formula, Value, Look string }

// xmlStyles are the parts of a styles part that a cell's look is made of.
type xmlStyles struct {
	Formats []struct {
		ID   int    `xml:"numFmtId,attr"`
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmts>numFmt"`
	Fonts   []xmlInner `xml:"fonts>font"`
	Fills   []xmlInner `xml:"fills>fill"`
	Borders []xmlInner `xml:"borders>border"`
	Looks   []struct {
		Format int    `xml:"numFmtId,attr"`
		Font   int    `xml:"fontId,attr"`
		Fill   int    `xml:"fillId,attr"`
		Border int    `xml:"borderId,attr"`
		Quoted string `xml:"quotePrefix,attr"`
		xmlInner
	} `xml:"cellXfs>xf"`
}

type xmlInner struct {
	Text string `xml:",innerxml"`
}

type xmlSheet struct {
	Rows []struct {
		Number  int    `xml:"r,attr"`
		Height  string `xml:"ht,attr"`
		Hidden  string `xml:"hidden,attr"`
		Outline string `xml:"outlineLevel,attr"`
		Cells   []struct {
			Place   string `xml:"r,attr"`
			Style   int    `xml:"s,attr"`
			Type    string `xml:"t,attr"`
			Formula string `xml:"f"`
			Value   string `xml:"v"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
}

// xmlCells gives every cell of a workbook by part and place, and every row with what is said of it. Nothing of ours reads it.
func xmlCells(t testing.TB, workbook []byte) map[string]xmlCell {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string, into any) {
		file, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := xml.NewDecoder(file).Decode(into); err != nil {
			t.Fatal(name, err)
		}
	}
	var styles xmlStyles
	part("xl/styles.xml", &styles)
	var shared struct {
		Texts []xmlInner `xml:"si"`
	}
	part("xl/sharedStrings.xml", &shared)
	looks, cells := styles.looks(), map[string]xmlCell{}
	for _, file := range z.File {
		if !strings.HasPrefix(file.Name, "xl/worksheets/sheet") {
			continue
		}
		var sheet xmlSheet
		part(file.Name, &sheet)
		for _, row := range sheet.Rows {
			at := fmt.Sprintf("%s!%d", path.Base(file.Name), row.Number)
			cells[at] = xmlCell{Value: row.Height, Look: strings.Replace(row.Hidden, "true", "1", 1) + " " + row.Outline}
			for _, c := range row.Cells {
				one := xmlCell{c.Type, c.Formula, c.Value, looks[c.Style]}
				if c.Type == "s" {
					var n int
					fmt.Sscan(c.Value, &n)
					one.Value = shared.Texts[n].Text
				}
				cells[path.Base(file.Name)+"!"+c.Place] = one
			}
		}
	}
	return cells
}

// looks says of each style how its cells look.
func (s *xmlStyles) looks() []string {
	codes := map[int]string{}
	for _, f := range s.Formats {
		codes[f.ID] = f.Code
	}
	all := make([]string, len(s.Looks))
	for i, l := range s.Looks {
		format := codes[l.Format]
		if format == "" {
			format = fmt.Sprint(l.Format) // one that needs no code
		}
		all[i] = strings.Join([]string{format, s.Fonts[l.Font].Text, s.Fills[l.Fill].Text, s.Borders[l.Border].Text, l.Quoted, l.Text}, "|")
	}
	return all
}
