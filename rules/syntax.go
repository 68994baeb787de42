package rules

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"cchc/scoring/problem"
)

// addSyntax words an error of the library and finds the line where the file stops being YAML. The library's own line is
// that of the surrounding mapping as often as not, and counted from 0 or from 1.
func (d *document) addSyntax(err error) {
	at := d.breaks()
	says := err.Error()
	switch open := d.leftOpen(at.line); {
	case strings.Contains(says, "exceeded max depth"):
		d.add(at, problem.YAMLTooDeep, "", maxDepth)
		return
	case open.quote != 0:
		says = "unexpected end of stream" // wherever the next quotation mark ended it
	case open.brackets > 0:
		says = "expected ',' or"
	}
	for _, c := range syntaxCauses {
		if strings.Contains(says, c.says) {
			d.add(at, problem.YAMLSyntax, "", c.cause, c.remedy)
			return
		}
	}
}

// syntaxCauses are the library's errors in words; the last one takes what is left.
var syntaxCauses = []struct{ says, cause, remedy string }{
	{"mapping values are not allowed", "dấu hai chấm ở chỗ không được có",
		"Kiểm tra thụt lề; hoặc, nếu là nội dung, đặt cả giá trị trong hai dấu \" thẳng"},
	{"cannot start any token", "có ký tự không được mở đầu một giá trị (như tab, @, %, `)",
		"Thay tab bằng dấu cách; hoặc đặt giá trị trong hai dấu \" thẳng"},
	{"expected ',' or", "ngoặc [ ] hoặc { } không khớp",
		"Thêm dấu phẩy giữa các mục, hoặc thêm dấu đóng ngoặc"},
	{"expected '-'", "chỗ này cần một mục của danh sách",
		"Bắt đầu dòng bằng dấu gạch và một dấu cách, hoặc sửa thụt lề"},
	{"unexpected end of stream", "dấu ngoặc kép mở ra nhưng không đóng lại",
		"Thêm dấu \" thẳng ở cuối giá trị (không dùng ” cong), hoặc bỏ dấu mở"},
	{"expected ':'", "thiếu dấu hai chấm sau tên khóa",
		"Thêm dấu hai chấm và một dấu cách; hoặc sửa thụt lề của dòng"},
	{"expected key", "có chữ ở chỗ phải là một khóa",
		"Đặt cả giá trị trong một cặp dấu \" thẳng; hoặc sửa thụt lề của dòng"},
	{"block sequence entries are not allowed", "dấu gạch của danh sách ở chỗ không được có",
		"Đưa mục danh sách xuống dòng riêng, hoặc sửa thụt lề"},
	{"escape", "dãy \\ trong ngoặc kép không hợp lệ",
		"Viết \\\\ cho một dấu \\; hoặc dùng dấu ' thay cho \""},
	{"hexdecimal", "dãy \\ trong ngoặc kép không hợp lệ",
		"Viết \\\\ cho một dấu \\; hoặc dùng dấu ' thay cho \""},
	{"anchor", "giá trị bắt đầu bằng * hoặc & mà không đặt trong ngoặc kép",
		"Đặt giá trị trong hai dấu \" thẳng, hoặc ghi lại đầy đủ nội dung"},
	{"alphabetic or numeric", "giá trị bắt đầu bằng * hoặc & mà không đặt trong ngoặc kép",
		"Đặt giá trị trong hai dấu \" thẳng, hoặc ghi lại đầy đủ nội dung"},
	{"indent", "thụt lề không hợp lệ",
		"Thụt lề mỗi cấp hai dấu cách, không dùng tab"},
	{"", "không đọc được theo cú pháp YAML",
		"Kiểm tra thụt lề, dấu hai chấm và dấu ngoặc kép; hoặc so với tệp của năm trước"},
}

// breaks finds where the text stops being YAML: the first line with whose end, all brackets closed, the text up to
// there cannot be read. Where that takes several lines, an unclosed bracket or quotation mark say, it is their first.
func (d *document) breaks() position {
	ends := d.neutralEnds() // offsets
	last, _ := slices.BinarySearch(ends, d.reached())
	at := d.firstUnreadable(ends[:last])
	start := 0
	if at > 0 {
		start = ends[at-1]
	}
	for start < len(d.data)-1 && d.data[start] == '\n' {
		start++
	}
	line := bytes.Count(d.data[:start], []byte("\n")) + 1
	text := d.line(line)
	return position{line, 1 + len(text) - len(strings.TrimLeft(text, " "))}
}

// firstUnreadable gives the index of the first of several ends up to which the text cannot be read, or their number.
// It searches from the last one backwards in growing steps, since the fault is most often there, and stops at a bound on
// its work: then it gives a later one.
func (d *document) firstUnreadable(ends []int) int {
	bad, step := len(ends), 1 // the text fails somewhere beyond the last end
	budget := maxBytes
	fails := func(i int) bool {
		budget -= ends[i]
		return budget >= 0 && !isYAMLText(d.data[:ends[i]])
	}
	good := bad - step
	for good >= 0 && fails(good) {
		bad, step = good, 2*step
		good = bad - step
	}
	for good = max(good, -1); bad-good > 1; {
		if middle := (good + bad) / 2; fails(middle) {
			bad = middle
		} else {
			good = middle
		}
	}
	return bad
}

// neutralEnds lists the offsets of line ends at which no bracket and no quotation mark is open.
func (d *document) neutralEnds() []int {
	var ends []int
	scan := newScanner()
	at := 0
	for line := range strings.Lines(string(d.data)) {
		at += len(line)
		scan.line(strings.TrimRight(line, "\r\n"), func(int, rune, content) {})
		if scan.neutral() && at < len(d.data) {
			ends = append(ends, at)
		}
	}
	return ends
}

// leftOpen is the state at the end of a line before which nothing was open.
func (d *document) leftOpen(line int) scanner {
	scan := newScanner()
	scan.line(d.line(line), func(int, rune, content) {})
	return scan
}

// reached is how far the library read before it gave up: to the error, or a token past it.
func (d *document) reached() int {
	source := &lineByLine{rest: d.data}
	decoder := yaml.NewDecoder(source)
	var ignored yaml.Node
	for decoder.Decode(&ignored) == nil && len(source.rest) > 0 {
	}
	return len(d.data) - len(source.rest)
}

// lineByLine hands out a line at a time, so that what is left tells how far its reader came.
type lineByLine struct{ rest []byte }

func (r *lineByLine) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	n := min(len(p), len(r.rest), bytes.IndexByte(r.rest, '\n')+1)
	if n == 0 {
		n = min(len(p), len(r.rest))
	}
	copy(p, r.rest[:n])
	r.rest = r.rest[n:]
	return n, nil
}

func isYAMLText(data []byte) bool {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var ignored yaml.Node
	err := decoder.Decode(&ignored)
	return err == nil || err == io.EOF
}
