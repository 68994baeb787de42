package rules

import "cchc/scoring"

const byteOrderMark = "\uFEFF"

// lint says whether the library may look at the text at all.
func (d *document) lint(data []byte) bool {
	if len(data) > maxBytes {
		d.add(position{}, scoring.YAMLTooLarge, "", maxBytes)
		return false
	}
	return true
}
