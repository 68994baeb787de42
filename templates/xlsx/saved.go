package xlsx

import "golang.org/x/text/unicode/norm"

// corePart is where every program that we know of puts it.
const corePart = "docprops/core.xml"

// Saved is who saved the workbook last, and when, as the workbook's own properties say; "" where they don't. It is what a program
// wrote there and proves nothing.
func (b *Book) Saved() (by, at string) {
	if b.pack.parts[corePart] == nil {
		return "", ""
	}
	err := b.pack.scan(corePart, spaceCore, "coreProperties", func(m *markup) error {
		local := string(m.top().local)
		text, err := m.flatten(nil)
		switch local {
		case "lastModifiedBy":
			by = norm.NFC.String(string(unescape(text)))
		case "modified":
			at = string(text)
		}
		return err
	})
	if err != nil {
		return "", ""
	}
	return by, at
}
