package xlsx

import (
	"strconv"
	"time"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring/problem"
)

// State says whether a sheet's tab shows.
type State int

// A hidden sheet is brought back by the program's menu, a very hidden one only by a macro. LibreOffice knows one kind of hiding.
const (
	Visible State = iota
	Hidden
	VeryHidden
)

// SheetInfo is a sheet's name (NFC) and state, as the workbook lists it.
type SheetInfo struct {
	Name  string
	State State
}

// Book is a workbook that has passed the gate. It is read only; sheets are scanned when they are asked for.
type Book struct {
	pack       pack
	sheets     []listed
	strings    []string
	formats    []NumFormat
	properties map[string]string
	from1904   bool // dates count from 1904, as on a Macintosh of old
}

// listed is a sheet of the workbook with its part; the part is "" for charts and dialogs, which hold no cells.
type listed struct {
	SheetInfo
	part string
}

// Open runs the gate over the bytes of a file: what kind it is, the zip to its end, and the parts that
// every sheet needs. The data must not change while the book is in use. The error is a *Refused.
func Open(data []byte) (*Book, error) {
	if err := checkMagic(data); err != nil {
		return nil, err
	}
	entries, err := directory(data, otherZip)
	if err != nil {
		return nil, err
	}
	parts, err := inflate(entries)
	if err != nil {
		return nil, err
	}
	return openPack(pack{parts, namesOf(entries)})
}

// Unpack runs the same gate over a Word document, and gives its XML parts by their folded names: the zip is proved to its end and
// bounded, and there are no macros. What the parts hold is for the caller to doubt. The error is a *Refused.
func Unpack(data []byte) (parts map[string][]byte, err error) {
	if err := checkMagic(data); err != nil {
		return nil, err
	}
	entries, err := directory(data, noDocument)
	if err != nil {
		return nil, err
	}
	if parts, err = inflate(entries); err != nil {
		return nil, err
	}
	if _, err := (pack{parts, namesOf(entries)}).contentTypes(); err != nil {
		return nil, err
	}
	return parts, nil
}

// UnpackWhole runs the gate of [Unpack], and gives every part, pictures too, by the name that it bears: to write the document again.
func UnpackWhole(data []byte) (parts map[string][]byte, err error) {
	if _, err := Unpack(data); err != nil {
		return nil, err
	}
	entries, err := directory(data, noDocument)
	if err != nil {
		return nil, err
	}
	parts = make(map[string][]byte, len(entries))
	in := &inflater{}
	for _, e := range entries {
		if parts[nameOf(e.File)], err = in.read(e, true); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// openPack follows the relations from the package to the workbook and reads what it needs.
func openPack(p pack) (*Book, error) {
	types, err := p.contentTypes()
	if err != nil {
		return nil, err
	}
	roots, err := p.relations("")
	if err != nil {
		return nil, err
	}
	main, err := single(roots, "officeDocument")
	if err != nil {
		return nil, err
	}
	if err := types.checkWorkbook(main); err != nil {
		return nil, err
	}
	b := &Book{pack: p}
	if err := b.readProperties(roots); err != nil {
		return nil, err
	}
	if err := b.readWorkbook(main); err != nil {
		return nil, err
	}
	return b, nil
}

// readWorkbook reads the workbook part, the styles and the strings.
func (b *Book) readWorkbook(main string) error {
	links, err := b.pack.relations(main)
	if err != nil {
		return err
	}
	if b.sheets, b.from1904, err = b.pack.sheetList(main, links); err != nil {
		return err
	}
	styles, err := single(links, "styles")
	if err != nil {
		return err
	}
	if styles != "" {
		if b.formats, err = b.pack.styles(styles); err != nil {
			return err
		}
	}
	shared, err := single(links, "sharedStrings")
	if err != nil || shared == "" {
		return err
	}
	b.strings, err = b.pack.sharedStrings(shared)
	return b.inCell(shared, err)
}

// readProperties reads the custom document properties, if there are any.
func (b *Book) readProperties(roots []relation) error {
	part, err := single(roots, "custom-properties", "customProperties")
	if err != nil || part == "" {
		return err
	}
	b.properties = map[string]string{}
	return b.pack.scan(part, spaceProperties, "Properties", func(m *markup) error {
		raw, _ := m.attr("name")
		name := norm.NFC.String(string(raw))
		if _, twice := b.properties[name]; twice || len(b.properties) == maxRelations {
			return m.fail("thuộc tính %q lặp lại, hoặc quá nhiều thuộc tính", name)
		}
		value := []byte{}
		err := m.children(func() (err error) {
			value, err = m.flatten(value)
			return err
		})
		b.properties[name] = norm.NFC.String(string(unescape(value)))
		return err
	})
}

// Sheets lists the sheets in the workbook's order.
func (b *Book) Sheets() []SheetInfo {
	infos := make([]SheetInfo, len(b.sheets))
	for i, s := range b.sheets {
		infos[i] = s.SheetInfo
	}
	return infos
}

// CountsFrom1904 says that days count from 1904, as on a Macintosh of old.
func (b *Book) CountsFrom1904() bool { return b.from1904 }

// Epoch is the day that the number 0 means as a date.
func (b *Book) Epoch() time.Time {
	if b.from1904 {
		return time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC) // Excel's 29 February 1900 makes up for a day
}

// Property is the value of a custom document property (compared after NFC), "" if there is none by this name.
func (b *Book) Property(name string) string { return b.properties[norm.NFC.String(name)] }

// Sheet reads the sheet of a name, compared after NFC; nil without an error if the book has none. The error is a
// *Refused for a part that is broken or holds no cells.
func (b *Book) Sheet(name string) (*Sheet, error) {
	name = norm.NFC.String(name)
	for _, s := range b.sheets {
		if s.Name != name {
			continue
		}
		if s.part == "" {
			return nil, refuse(problem.FileSheetUnreadable, strconv.Quote(name))
		}
		return b.worksheet(s)
	}
	return nil, nil
}
