package word

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A field stands in a template as {{tên}}; one of an item of a list as {{danh sách.cột}}. {{nếu có tên}} keeps what it stands in where
// there is such a text or list, {{nếu không có tên}} where there is none.
var fieldPattern = regexp.MustCompile(`\{\{([^{}]*)\}\}`)

// field is what stands between the braces.
type field struct {
	list, name string // list is "" of a field that stands by itself
	asked      bool   // it only says whether something stays
	without    bool   // where there is none, rather than any
}

const (
	ifAny  = "nếu có "
	ifNone = "nếu không có "
)

// fieldOf reads a field as people type it: capitals and spaces don't matter.
func fieldOf(text string) field {
	text = folded(text)
	if rest, ok := strings.CutPrefix(text, ifNone); ok {
		return field{name: rest, asked: true, without: true}
	}
	if rest, ok := strings.CutPrefix(text, ifAny); ok {
		return field{name: rest, asked: true}
	}
	list, name, named := strings.Cut(text, ".")
	if !named {
		return field{name: text}
	}
	return field{list: strings.TrimSpace(list), name: strings.TrimSpace(name)}
}

func (f field) String() string {
	if f.list != "" {
		return f.list + "." + f.name
	}
	return f.name
}

func folded(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(text))), " ")
}

// Values are what fills a template. Names are lower case.
type Values struct {
	Texts map[string]string
	Lists map[string]List
}

// List is what a row of a table is repeated for. Its columns are known where it has no row, too.
type List struct {
	Columns []string
	Rows    [][]string
}

// Names are the fields that there are, for whoever asks.
func (v Values) Names() []string {
	var names []string
	for name := range v.Texts {
		names = append(names, name)
	}
	for list, l := range v.Lists {
		for _, column := range l.Columns {
			names = append(names, list+"."+column)
		}
	}
	return names
}

// has says that there is such a field.
func (v Values) has(f field) bool {
	_, text := v.Texts[f.name]
	list, isList := v.Lists[f.name]
	if f.list == "" {
		return text || f.asked && isList && list.Columns != nil
	}
	return v.Lists[f.list].column(f.name) >= 0
}

// any says that a text or a list holds something.
func (v Values) any(name string) bool {
	return v.Texts[name] != "" || len(v.Lists[name].Rows) > 0
}

func (l List) column(name string) int {
	for i, column := range l.Columns {
		if column == name {
			return i
		}
	}
	return -1
}
