package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"cchc/scoring/problem"
)

// Reader reads the lines of score --json one by one, so that any number of them fits into memory.
type Reader struct {
	lines *bufio.Scanner
	Line  int // of the record last read, from 1
}

// maxRecord is more than any rule set's record takes, and little enough for a line that never ends.
const maxRecord = 8 << 20

// maxValues is more values than any rule set's record has, commas in its texts counted in; each takes far more memory than text.
const maxValues = 50_000

func NewReader(in io.Reader) *Reader {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxRecord)
	return &Reader{lines: lines}
}

// Next gives the next record. A line that is none gives a problem, and reading may go on; the end is io.EOF.
func (r *Reader) Next() (*Record, *problem.Problem, error) {
	for r.lines.Scan() {
		r.Line++
		text := r.lines.Bytes()
		if r.Line == 1 {
			text = bytes.TrimPrefix(text, []byte("\uFEFF"))
		}
		if bytes.HasPrefix(text, []byte{0xFF, 0xFE}) {
			return nil, r.GiveUp("tệp là UTF-16, thường do PowerShell ghi; chạy lại lệnh trong cmd.exe"), nil
		}
		if text = bytes.TrimSpace(text); len(text) == 0 {
			continue
		}
		rec, fault := parseRecord(text)
		return rec, r.misshapen(fault), nil
	}
	switch err := r.lines.Err(); {
	case err == nil:
		return nil, nil, io.EOF
	case errors.Is(err, bufio.ErrTooLong):
		r.Line++
		return nil, r.GiveUp(fmt.Sprintf("dài quá %d MB", maxRecord>>20)), nil
	default:
		return nil, nil, err
	}
}

// GiveUp ends the reading: what follows is no better.
func (r *Reader) GiveUp(fault string) *problem.Problem {
	r.lines = bufio.NewScanner(strings.NewReader(""))
	return r.misshapen(fault)
}

func (r *Reader) misshapen(fault string) *problem.Problem {
	if fault == "" {
		return nil
	}
	p := problem.New(problem.ResultsShape, "", r.Line, fault)
	return &p
}

// parseRecord reads one line, and says what is wrong with its shape. A record says the same when it is written again:
// nothing is missing, unknown, misspelt or of another type.
func parseRecord(text []byte) (rec *Record, fault string) {
	if bytes.Count(text, []byte{','})+bytes.Count(text, []byte{'['})+bytes.Count(text, []byte{'{'}) > maxValues {
		return nil, "quá nhiều mục"
	}
	rec = new(Record)
	if err := json.Unmarshal(text, rec); err != nil {
		return nil, jsonFault(err)
	}
	if key := twiceThere(text); key != "" {
		return nil, "khóa “" + key + "” có hai lần"
	}
	var again bytes.Buffer
	if err := rec.Write(&again); err != nil {
		return nil, "không ghi lại được"
	}
	at, differs := difference(decoded(text), decoded(again.Bytes()))
	switch {
	case differs && at == "":
		return nil, "không phải một đối tượng JSON"
	case differs:
		return nil, "trường “" + strings.TrimPrefix(at, ".") + "” thiếu, thừa hoặc không đúng kiểu"
	case rec.Criteria == nil || rec.Problems == nil || rec.Answers == nil || rec.Exempt == nil:
		return nil, "trường “criteria”, “problems”, “answers” hoặc “exempt” không đúng kiểu"
	case rec.File == "" || rec.Self == nil && (rec.Appraised != nil || len(rec.Criteria) > 0):
		return nil, "thiếu tên tệp hoặc điểm tự chấm"
	case lostLetters(rec):
		return nil, "tên đơn vị có “?” ở chỗ chữ có dấu, thường do PowerShell chuyển tiếp; chạy lại lệnh trong cmd.exe, hoặc ghi ra tệp trong cmd.exe rồi xếp hạng tệp đó"
	}
	return rec, ""
}

// lostLetters says that a window has put question marks in the place of letters with marks, as in lists.
func lostLetters(rec *Record) bool {
	return strings.ContainsAny(rec.Unit.Code+rec.Unit.Name+rec.Unit.Block, "?\uFFFD")
}

func jsonFault(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("sai cú pháp JSON ở byte thứ %d", syntax.Offset)
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("trường “%s” không đúng kiểu", kind.Field)
	}
	return "không phải một đối tượng JSON"
}

func decoded(text []byte) any {
	var value any
	if json.Unmarshal(text, &value) != nil {
		return nil
	}
	return value
}

// difference says where two JSON values differ first.
func difference(a, b any) (at string, differs bool) {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok {
			return "", true
		}
		return differentField(a, b)
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return "", true
		}
		for i := range a {
			if at, differs := difference(a[i], b[i]); differs {
				return fmt.Sprintf("[%d]%s", i, at), true
			}
		}
		return "", false
	case nil, bool, string, float64:
		return "", a != b
	}
	return "", true
}

func differentField(a, b map[string]any) (at string, differs bool) {
	names := map[string]bool{}
	for name := range a {
		names[name] = true
	}
	for name := range b {
		names[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		one, inA := a[name]
		other, inB := b[name]
		if inA != inB {
			return "." + name, true
		}
		if at, differs := difference(one, other); differs {
			return "." + name + at, true
		}
	}
	return "", false
}
