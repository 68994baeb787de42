package xlsx

import "strings"

// space is a namespace as far as this package tells them apart.
type space int

const (
	spaceOther        space = iota
	spaceMain               // cells, styles, strings
	spaceRelation           // the r: of r:id
	spacePackage            // relations of a part
	spaceContentTypes       // the table of content types
	spaceProperties         // custom document properties
	spaceCore               // who made the document and when
)

// The beginnings of namespaces and relation types: as Excel writes them, and as the standard's strict form does.
const (
	officeTransitional = "http://schemas.openxmlformats.org/officeDocument/2006/"
	officeStrict       = "http://purl.oclc.org/ooxml/officeDocument/"
	threads            = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
)

// spaceOf knows each namespace in its transitional and its strict form.
func spaceOf(uri []byte) space {
	switch string(uri) {
	case "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main":
		return spaceMain
	case officeTransitional + "relationships", officeStrict + "relationships":
		return spaceRelation
	case "http://schemas.openxmlformats.org/package/2006/relationships":
		return spacePackage
	case "http://schemas.openxmlformats.org/package/2006/content-types":
		return spaceContentTypes
	case "http://schemas.openxmlformats.org/package/2006/metadata/core-properties":
		return spaceCore
	case officeTransitional + "custom-properties", officeStrict + "customProperties":
		return spaceProperties
	}
	return spaceOther
}

// relationKind is the last word of a relation's type: "worksheet", "styles"; "" for other types.
func relationKind(uri string) string {
	for _, prefix := range []string{officeTransitional, officeStrict} {
		if kind, ok := strings.CutPrefix(uri, prefix+"relationships/"); ok {
			return kind
		}
	}
	if uri == threads { // of another maker, but everybody's by now
		return "threadedComment"
	}
	return ""
}
