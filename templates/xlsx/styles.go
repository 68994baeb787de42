package xlsx

import (
	"bytes"
	"strconv"
	"strings"
)

// NumFormat says how a cell shows its number, as far as it changes what the number means.
type NumFormat uint8

// The formats told apart. A time is a FormatDate; a currency, a fraction and a scientific format are a FormatNumber.
const (
	FormatGeneral NumFormat = iota
	FormatNumber
	FormatPercent
	FormatDate
	FormatText
	FormatOther // shows another number than the cell holds, such as "38" or 0, which hides the thousands
)

// maxFormats bounds cell formats and custom number formats; Excel allows 65,490.
const maxFormats = 70_000

// styles reads the number format of each cell format, by index.
func (p pack) styles(part string) ([]NumFormat, error) {
	custom := map[int]NumFormat{}
	var ids []int
	lists := 0
	err := p.scan(part, spaceMain, "styleSheet", func(m *markup) error {
		switch {
		case m.at("numFmts"):
			return m.children(func() error { return m.customFormat(custom) })
		case m.at("cellXfs"):
			if lists++; lists > 1 {
				return m.fail("hai danh sách định dạng ô")
			}
			return m.children(func() (err error) {
				ids, err = m.cellFormat(ids)
				return err
			})
		}
		return m.skip()
	})
	if err != nil {
		return nil, err
	}
	return classify(ids, custom), nil
}

// customFormat reads one number format of the workbook's own.
func (m *markup) customFormat(custom map[int]NumFormat) error {
	id, ok := m.number("numFmtId")
	code, hasCode := m.attr("formatCode")
	if _, twice := custom[id]; !ok || !hasCode || twice || len(custom) == maxFormats {
		return m.fail("định dạng số khai báo sai hoặc quá nhiều")
	}
	custom[id] = formatOf(string(code))
	return m.skip()
}

// cellFormat reads one cell format and appends the id of its number format.
func (m *markup) cellFormat(ids []int) ([]int, error) {
	id, ok := m.number("numFmtId")
	if _, has := m.attr("numFmtId"); has && !ok || !m.at("xf") || len(ids) == maxFormats {
		return ids, m.fail("định dạng ô khai báo sai hoặc quá nhiều")
	}
	return append(ids, id), m.skip()
}

// classify looks every id up: the workbook's own codes first, then the built-in ones.
func classify(ids []int, custom map[int]NumFormat) []NumFormat {
	formats := make([]NumFormat, len(ids))
	for i, id := range ids {
		format, ok := custom[id]
		if !ok {
			format = builtIn(id)
		}
		formats[i] = format
	}
	return formats
}

// builtIn knows the formats that have a number but no code in the file: 27–36, 50–58 and 71–81 are dates of East Asian
// and Thai editions.
func builtIn(id int) NumFormat {
	switch {
	case id == 0:
		return FormatGeneral
	case id == 9 || id == 10:
		return FormatPercent
	case id == 49:
		return FormatText
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58, id >= 71 && id <= 81:
		return FormatDate
	}
	return FormatNumber
}

// formatOf reads a format code. Only what stands outside quotes, brackets and escapes says something, except the
// elapsed times [h], [mm], [ss].
func formatOf(code string) NumFormat {
	plain := strings.ToLower(plainCode(code))
	first, _, _ := strings.Cut(plain, ";")
	letters := strings.NewReplacer("general", "", "standard", "").Replace(plain)
	switch {
	case strings.Contains(plain, "%"):
		return FormatPercent
	case plain == "" && strings.ContainsAny(ownText(code), "0123456789"):
		return FormatOther
	case plain == "" || strings.HasPrefix(plain, "general") || strings.HasPrefix(plain, "standard"):
		return FormatGeneral
	case strings.ContainsAny(letters, "ymdhsbg") || isEra(letters):
		return FormatDate
	case strings.Contains(first, "@"):
		return FormatText
	case showsOther(code, plain):
		return FormatOther
	}
	return FormatNumber
}

// showsOther says that a code for numbers shows digits of its own, none of the number's, or the number without its thousands.
func showsOther(code, plain string) bool {
	for section := range strings.SplitSeq(plain, ";") {
		if !strings.ContainsAny(section, "0#?") && strings.ContainsAny(section, "123456789,.") {
			return true
		}
		last := strings.LastIndexAny(section, "0#?")
		if last >= 0 && strings.HasPrefix(section[last+1:], ",") {
			return true
		}
	}
	first, _, _ := strings.Cut(plain, ";")
	return !strings.ContainsAny(first, "0#?") || strings.ContainsAny(ownText(code), "0123456789")
}

// ownText is what a code shows of its own: what stands in quotes or is escaped.
func ownText(code string) string {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			n := skipTo(code[i+1:], '"')
			out.WriteString(code[i+1 : i+1+n])
			i += n
		case '[':
			i += skipTo(code[i+1:], ']')
		case '\\':
			if i+1 < len(code) {
				out.WriteByte(code[i+1])
			}
			i++
		case '_', '*':
			i++
		}
	}
	return out.String()
}

// isEra says that a code shows a year of an era by e; in 0.00E+00 the letter is an exponent's.
func isEra(plain string) bool {
	return strings.Contains(strings.NewReplacer("e+", "", "e-", "").Replace(plain), "e")
}

// plainCode drops quoted text, escaped and filling characters, and brackets other than elapsed times.
func plainCode(code string) string {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			i += skipTo(code[i+1:], '"')
		case '[':
			inside, _, _ := strings.Cut(code[i+1:], "]")
			if strings.Trim(strings.ToLower(inside), "hms") == "" {
				out.WriteString(inside)
			}
			i += skipTo(code[i+1:], ']')
		case '\\', '_', '*':
			i++
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// skipTo is the distance to just past the next end byte, or to the end.
func skipTo(code string, end byte) int {
	if at := strings.IndexByte(code, end); at >= 0 {
		return at + 1
	}
	return len(code)
}

// number reads a whole, non-negative attribute of at most nine digits.
func (m *markup) number(local string) (int, bool) {
	value, ok := m.attr(local)
	if !ok {
		return 0, false
	}
	return parseIndex(bytes.TrimSpace(value))
}

// parseIndex reads digits and nothing else.
func parseIndex(raw []byte) (int, bool) {
	if len(raw) == 0 || len(raw) > 9 {
		return 0, false
	}
	n, err := strconv.Atoi(string(raw))
	return n, err == nil && raw[0] != '-' && raw[0] != '+'
}
