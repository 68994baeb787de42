package draft

import (
	"bytes"
	"slices"
	"strings"
)

// truths are the attributes that say yes or no. Others may hold a text that happens to be "true", as the name of a sheet.
var truths = strings.Fields(`allowBlank anchorCtr applyAlignment applyBorder applyFill applyFont applyNumberFormat
	applyProtection autoFilter collapsed customBuiltin customFormat customHeight customWidth deleteColumns deleteRows dirty fLocksWithSheet
	fPrintsWithSheet filterMode filterPrivacy fitToPage formatCells formatColumns formatRows formula formulaRange fullCalcOnLoad
	hidden horizontalCentered insertColumns insertHyperlinks insertRows locked man numberStoredAsText objects percent pivotTables
	quotePrefix rightToLeft scenarios selectLockedCells selectUnlockedCells sheet showErrorMessage showGridLines showInputMessage
	showValue sort sourceLinked stopIfTrue summaryBelow tabSelected thickBot thickTop val verticalCentered wrapText zeroHeight
	b i spcFirstLastPara`)

// tidy writes a part as Excel itself would: yes and no as 1 and 0, which is all that some programs know; elements without content
// closed in their start tag; and no color that names no colour.
func tidy(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for {
		at := bytes.IndexByte(data, '<')
		if at < 0 {
			return append(out, data...)
		}
		out = append(out, data[:at]...)
		tag := data[at:tagEnd(data, at)]
		data = data[at+len(tag):]
		name := tagName(tag)
		if len(name) == 0 {
			out = append(out, tag...)
			continue
		}
		end, isEmpty := bytes.CutPrefix(data, slices.Concat([]byte("</"), name, []byte(">")))
		isEmpty = isEmpty && string(name) != "sheetData" // whose rows are put in later
		if isEmpty {
			data = end
		}
		if isEmpty && string(tag) == "<color>" {
			continue
		}
		out = appendTag(out, tag, isEmpty)
	}
}

// tagEnd finds the end of the tag that begins at a place. Values may hold a bare ">".
func tagEnd(data []byte, at int) int {
	quoted := false
	for i := at; i < len(data); i++ {
		switch {
		case data[i] == '"':
			quoted = !quoted
		case data[i] == '>' && !quoted:
			return i + 1
		}
	}
	return len(data)
}

// tagName is the name of a start tag that doesn't close itself; of any other tag there is none.
func tagName(tag []byte) []byte {
	if len(tag) < 3 || strings.IndexByte("/?!", tag[1]) >= 0 || tag[len(tag)-2] == '/' {
		return nil
	}
	name, _, _ := bytes.Cut(tag[1:len(tag)-1], []byte(" "))
	return name
}

// appendTag appends a start tag with its yes and no as 1 and 0, closed if its element is empty.
func appendTag(out, tag []byte, isEmpty bool) []byte {
	parts := bytes.Split(tag[:len(tag)-1], []byte(`"`)) // before, value, before, value, …
	for i, part := range parts {
		if i > 0 {
			out = append(out, '"')
		}
		if i%2 == 1 && slices.Contains(truths, attributeName(parts[i-1])) {
			part = digitOf(part)
		}
		out = append(out, part...)
	}
	if isEmpty {
		out = append(out, '/')
	}
	return append(out, '>')
}

// attributeName is the name that ends in front of a value.
func attributeName(before []byte) string {
	return string(bytes.TrimSuffix(before[bytes.LastIndexByte(before, ' ')+1:], []byte("=")))
}

func digitOf(truth []byte) []byte {
	switch string(truth) {
	case "true":
		return []byte("1")
	case "false":
		return []byte("0")
	}
	return truth
}
