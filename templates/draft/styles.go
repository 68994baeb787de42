package draft

import "github.com/xuri/excelize/v2"

const (
	family = "Times New Roman"
	roman  = 1 // the class of fonts with serifs: what a program takes in its stead should have them, too
	size   = 11
	black  = "000000"
)

// look is a style as the file holds it: quoted marks a text that programs would otherwise take for a formula.
type look struct {
	Style
	quoted bool
}

// markLook is what a conditional format changes.
type markLook struct {
	fill   string
	font   Font
	format string
}

// look gives a style's number in the file, making the style when it is new.
func (b *builder) look(l look) (int, error) {
	if id, ok := b.looks[l]; ok {
		return id, nil
	}
	id, err := b.newLook(l)
	if err != nil {
		return 0, err
	}
	b.looks[l] = id
	return id, nil
}

func (b *builder) newLook(l look) (int, error) {
	if !l.quoted {
		return b.file.NewStyle(excelStyle(l.Style))
	}
	id, err := b.look(look{Style: l.Style})
	if err != nil {
		return 0, err
	}
	xfs := b.file.Styles.CellXfs // excelize has no call for the prefix
	quoted, yes := xfs.Xf[id], true
	quoted.QuotePrefix = &yes
	xfs.Xf = append(xfs.Xf, quoted)
	xfs.Count = len(xfs.Xf)
	return xfs.Count - 1, nil
}

func excelStyle(s Style) *excelize.Style {
	style := &excelize.Style{
		Font:       excelFont(s.Font),
		Border:     edges(s.Border),
		Alignment:  alignment(s),
		Protection: &excelize.Protection{Locked: !s.Unlocked},
	}
	if s.Fill != "" {
		style.Fill = solid(s.Fill)
	}
	switch s.Format {
	case "":
	case "@":
		style.NumFmt = 49 // text has a number of its own
	default:
		style.CustomNumFmt = &s.Format
	}
	return style
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func excelFont(f Font) *excelize.Font {
	font := &excelize.Font{Family: family, Size: f.Size, Bold: f.Bold, Italic: f.Italic, Strike: f.Strike, Color: f.Color}
	if f.Size == 0 {
		font.Size = size
	}
	if f.Color == "" {
		font.Color = black
	}
	if f.Underline {
		font.Underline = "single"
	}
	return font
}

func alignment(s Style) *excelize.Alignment {
	a := &excelize.Alignment{Vertical: "center", WrapText: s.Wrap, Indent: s.Indent}
	if s.Top {
		a.Vertical = "top"
	}
	switch s.Align {
	case Left:
		a.Horizontal = "left"
	case Center:
		a.Horizontal = "center"
	case Right:
		a.Horizontal = "right"
	default:
		if s.Indent > 0 {
			a.Horizontal = "left" // programs indent nothing without a side to begin from
		}
	}
	return a
}

func edges(b Border) []excelize.Border {
	const thin, hair = 1, 7
	edge := func(side string, style int) excelize.Border {
		return excelize.Border{Type: side, Style: style, Color: black}
	}
	all := func(style int) []excelize.Border {
		return []excelize.Border{edge("left", style), edge("right", style), edge("top", style), edge("bottom", style)}
	}
	switch b {
	case Thin:
		return all(thin)
	case Hair:
		return all(hair)
	case Bottom:
		return []excelize.Border{edge("bottom", thin)}
	default:
		return nil
	}
}

// markStyle gives a conditional format's number.
func (b *builder) markStyle(m Mark) (*int, error) {
	l := markLook{m.Fill, m.Font, m.Format}
	if id, ok := b.marks[l]; ok {
		return &id, nil
	}
	style := &excelize.Style{}
	if m.Fill != "" {
		style.Fill = solid(m.Fill)
	}
	if m.Format != "" {
		style.CustomNumFmt = &m.Format
	}
	if m.Font != (Font{}) {
		style.Font = &excelize.Font{Bold: m.Font.Bold, Italic: m.Font.Italic, Strike: m.Font.Strike, Color: m.Font.Color}
	}
	id, err := b.file.NewConditionalStyle(style)
	if err != nil {
		return nil, err
	}
	b.marks[l] = id
	return &id, nil
}

// repairFonts says of all fonts what excelize has no call for: their class, in cells and in texts; nothing of it in conditional formats,
// which can't change a font's family; and Times New Roman as the theme's fonts, which charts take.
func (b *builder) repairFonts() {
	class := roman
	for _, font := range b.file.Styles.Fonts.Font {
		font.Family.Val = &class
	}
	if texts := b.file.SharedStrings; texts != nil {
		for _, text := range texts.SI {
			for _, run := range text.R {
				run.RPr.Family.Val = &class
			}
		}
	}
	for _, dxf := range b.file.Styles.Dxfs.Dxfs {
		if dxf.Font != nil {
			dxf.Font.Family = nil
		}
	}
	scheme := &b.file.Theme.ThemeElements.FontScheme
	scheme.MajorFont.Latin.Typeface, scheme.MajorFont.Latin.Panose = family, ""
	scheme.MinorFont.Latin.Typeface, scheme.MinorFont.Latin.Panose = family, ""
}
