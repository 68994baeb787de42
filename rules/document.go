package rules

import (
	"bytes"
	"strings"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/scoring/problem"
)

// document is one file on its way: its text, what was found in it, and where each path stands.
type document struct {
	file   string
	data   []byte // without a byte order mark
	lines  []string
	found  []Finding
	places map[string]position
	shares map[string]decimal.Decimal // points written as a share of a maximum that is not known yet, by path
	days   map[string]*yaml.Node      // numbers written as days, by path
	nested int                        // how deep in rules the decoder is
	clean  bool                       // the raw text holds no character that is trouble; what is in a value then comes from an escape
}

// full says that nothing more is kept, and the search for good advice may be saved.
func (d *document) full() bool { return len(d.found) >= maxKept }

// maxKept is how many findings a file can make us remember; fewer are listed.
const maxKept = 5000

// position is a place in the text, both from 1; the zero position is the file as a whole.
type position struct{ line, column int }

func positionOf(n *yaml.Node) position { return position{n.Line, n.Column} }

func newDocument(file string, data []byte) *document {
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	return &document{file: file, data: data, places: map[string]position{}, days: map[string]*yaml.Node{}}
}

func (d *document) add(at position, code problem.Code, path string, args ...any) {
	d.report(at, problem.New(code, path, args...))
}

func (d *document) report(at position, p problem.Problem) {
	if !d.full() {
		d.found = append(d.found, Finding{Problem: p, File: d.file, Line: at.line, Column: at.column, Source: d.line(at.line)})
	}
}

// maxLine is how long a line may be for findings to show it and for the search in it, in bytes: nobody writes longer ones.
const maxLine = 4096

// line gives a line of the text without its end; "" for one that is too long to be shown, or not there.
func (d *document) line(number int) string {
	if d.lines == nil {
		d.lines = strings.Split(string(d.data), "\n")
	}
	if number < 1 || number > len(d.lines) || len(d.lines[number-1]) > maxLine {
		return ""
	}
	return strings.TrimSuffix(d.lines[number-1], "\r")
}

// locate turns a path into a place: its own, or that of the nearest thing around it that has one.
func (d *document) locate(path string) position {
	for path != "" {
		if at, ok := d.places[path]; ok {
			return at
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return d.places[""]
}
