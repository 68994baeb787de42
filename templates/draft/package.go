package draft

import (
	"bytes"
	"cmp"
	"slices"
)

// SealMark is the property that a file which is no workbook bears among its custom ones for [Pack] to put its sum into.
func SealMark() Property { return Property{sealName, blankSeal} }

// Pack writes the parts of an office file that is no workbook as workbooks are written: without a clock, in a fixed order, which begins
// with the contents, the relations and the main part. Where its custom properties hold [SealMark], it is sealed, and [IsSealed] knows it.
func Pack(main string, files map[string][]byte) ([]byte, error) {
	var parts []part
	for name, data := range files {
		parts = append(parts, part{name, data})
	}
	first := []string{typesPart, relsPart, main}
	rank := func(name string) int {
		if at := slices.Index(first, name); at >= 0 {
			return at
		}
		return len(first)
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(rank(a.name), rank(b.name)), cmp.Compare(a.name, b.name))
	})
	sealParts(parts)
	var out bytes.Buffer
	err := writeParts(&out, parts)
	return out.Bytes(), err
}

// Clean is a text as a file may hold it: see [Write].
func Clean(text string) string { return clean(text) }
