package rules

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Lengths of texts, in characters: an Excel cell takes 32,767, and a number or a name is short.
const (
	maxText       = 8000
	maxShort      = 40
	maxAnswerName = 16
	maxInteger    = 9999
)

// is reports a value of another kind than the one needed here.
func (d *document) is(n *yaml.Node, kind yaml.Kind, path string) bool {
	if n.Kind != kind {
		d.add(positionOf(n), problem.RuleWrongType, path, kindNamesOf[kind], kindName(n))
	}
	return n.Kind == kind
}

var kindNamesOf = map[yaml.Kind]string{
	yaml.MappingNode:  "các khóa kèm giá trị",
	yaml.SequenceNode: "một danh sách",
	yaml.ScalarNode:   "một giá trị đơn",
}

func kindName(n *yaml.Node) string { return kindNamesOf[n.Kind] }

// isEmpty reports a key without a value, and an empty text, list or mapping: whoever means nothing leaves out the key.
func (d *document) isEmpty(n *yaml.Node, path string) bool {
	empty := len(n.Content) == 0
	if n.Kind == yaml.ScalarNode {
		empty = n.Tag == nullTag || strings.TrimSpace(n.Value) == ""
	}
	if empty {
		d.add(d.locate(path), problem.RuleNoValue, path, path[strings.LastIndexByte(path, '.')+1:])
	}
	return empty
}

// text reads a text. What YAML takes for a number, a date or a truth value must be quoted: 1.10 unquoted is 1.1 to many a
// program, and a criterion's number is no number.
func (d *document) text(n *yaml.Node, path string) string {
	if !d.is(n, yaml.ScalarNode, path) {
		return ""
	}
	if n.Tag != stringTag {
		d.add(positionOf(n), problem.RuleNotQuoted, path, "Văn bản", quotable(n.Value))
		return ""
	}
	length := utf8.RuneCountInString(n.Value)
	if length > maxText {
		d.add(positionOf(n), problem.RuleTooLong, path, length, maxText)
		return ""
	}
	d.proof(n, path)
	return n.Value
}

// proof reads a text for what the eye does not see. Characters are looked at only where they come from an escape in
// quotation marks; those that stand in the file itself lint has found, at their very place.
func (d *document) proof(n *yaml.Node, path string) {
	if i := strings.IndexFunc(n.Value, unprintable); i >= 0 && d.clean {
		r, _ := utf8.DecodeRuneInString(n.Value[i:])
		d.add(positionOf(n), problem.RuleBadText, path, runeName(r))
	}
	if d.clean && !norm.NFC.IsNormalString(n.Value) {
		d.add(positionOf(n), problem.YAMLNotNFC, path, quotable(norm.NFC.String(n.Value)))
	}
	if where := straySpace(n.Value); where != "" {
		d.add(positionOf(n), problem.RuleSpaces, path, where)
	}
}

func unprintable(r rune) bool {
	return r != '\n' && (r != ' ' && unicode.IsSpace(r) || !unicode.IsGraphic(r))
}

func runeName(r rune) string { return fmt.Sprintf("U+%04X", r) }

// straySpace says where a text has a space or an empty line too many, or "".
func straySpace(text string) string {
	switch {
	case strings.TrimLeft(text, " \n") != text:
		return "đầu"
	case strings.TrimRight(text, " \n") != text:
		return "cuối"
	case strings.Contains(text, " \n"):
		return "cuối một dòng"
	case strings.Contains(text, "  "):
		return "giữa (hai dấu cách liền nhau)"
	}
	return ""
}

func (d *document) word(n *yaml.Node, word kinds.Word, path string) {
	if !d.is(n, yaml.ScalarNode, path) {
		return
	}
	for _, known := range word.Words() {
		if n.Value == known {
			word.Set(known)
			return
		}
	}
	d.add(positionOf(n), problem.RuleUnknownWord, path, quotable(n.Value), strings.Join(word.Words(), ", "), suggest(n.Value, word.Words()))
}

func (d *document) truth(n *yaml.Node, path string) bool {
	if !d.isPlain(n, "true hoặc false", path) {
		return false
	}
	if n.Value != "true" && n.Value != "false" {
		d.add(positionOf(n), problem.RuleUnknownWord, path, quotable(n.Value), "true, false", suggest(n.Value, []string{"true", "false"}))
	}
	return n.Value == "true"
}

// isPlain reports a value that is no single one, or stands in quotation marks where that makes a text of it.
func (d *document) isPlain(n *yaml.Node, want, path string) bool {
	if !d.is(n, yaml.ScalarNode, path) {
		return false
	}
	if n.Style != 0 {
		d.add(positionOf(n), problem.RuleWrongType, path, want+" không có ngoặc kép", "văn bản")
	}
	return n.Style == 0
}

var integerShape = regexp.MustCompile(`^(0|[1-9][0-9]{0,3})$`)

func (d *document) integer(n *yaml.Node, path string) int {
	if !d.isPlain(n, "số nguyên", path) {
		return 0
	}
	if !integerShape.MatchString(n.Value) {
		d.add(positionOf(n), problem.RuleBadInteger, path, quotable(n.Value), maxInteger)
		return 0
	}
	value, _ := strconv.Atoi(n.Value) // the shape has made sure
	return value
}

// The decimal grammar of rule files: no exponent, no leading zero or dot, no separators; digits enough for đồng and for weights.
var numberShape = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$`)

// longNumber is a number with more decimals than there is room for.
var longNumber = regexp.MustCompile(`^(-?(?:0|[1-9][0-9]{0,14})\.[0-9]{6})[0-9]+$`)

// number reads a decimal from its letters; no float ever touches it. "1.000" is refused: an official may mean a thousand.
func (d *document) number(n *yaml.Node, path string) (value decimal.Decimal, ok bool) {
	if !d.isPlain(n, "số", path) {
		return value, false
	}
	if day, ok := expr.ParseDay(n.Value); ok && strings.Contains(n.Value, "-") {
		d.days[path] = n
		return day, true
	}
	if !numberShape.MatchString(n.Value) || strings.HasSuffix(n.Value, ".000") {
		d.add(positionOf(n), problem.RuleBadNumber, path, quotable(n.Value), meantNumber(n.Value))
		return value, false
	}
	value, err := decimal.NewFromString(n.Value)
	return value, err == nil
}

// dayShape is what looks like a day.
var dayShape = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// meantNumber is the sentence that asks for the number that was probably meant, with a space before it, or "".
func meantNumber(found string) string {
	if long := longNumber.FindStringSubmatch(found); long != nil {
		return fmt.Sprintf(" Nhiều nhất 6 chữ số thập phân, ví dụ %s; một phần như 2/19 thì viết thành tỷ lệ (ratio, line).", long[1])
	}
	if day, ok := expr.ParseDay(found); ok {
		return " Có phải là " + expr.DataDay(day) + "?"
	}
	if dayShape.MatchString(found) {
		return " Nếu là ngày thì phải có trong lịch, từ 1900-03-01 trở đi."
	}
	text := strings.NewReplacer("\u2212", "-", "\u2013", "-", "_", "", " ", "", "+", "", ",", ".").Replace(found)
	if whole, ok := strings.CutSuffix(text, ".000"); ok {
		return fmt.Sprintf(" Có phải là %s hay %s?", whole, whole+"000")
	}
	text, isPercent := strings.CutSuffix(text, "%")
	if strings.HasPrefix(text, ".") {
		text = "0" + text
	}
	if len(text) > 1 && !strings.HasPrefix(text, "0.") {
		text = strings.TrimLeft(text, "0")
	}
	if text == found || !numberShape.MatchString(text) {
		return ""
	}
	meant := decimal.RequireFromString(text)
	if isPercent {
		meant = meant.Shift(-2)
	}
	return fmt.Sprintf(" Có phải là %s?", meant)
}

var answerNameShape = regexp.MustCompile(`^[a-z][a-z0-9]*$|^[0-9]+$`)

// isAnswerName says that a name fits into answer keys, and into examples beside their own keys.
func isAnswerName(name string) bool {
	return len(name) <= maxAnswerName && answerNameShape.MatchString(name) && name != "points" && name != "state"
}
