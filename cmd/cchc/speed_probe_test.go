package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"

	"cchc/cmd/cchc/internal/desk"
	"cchc/scoring"
	"cchc/templates/draft"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// A probe is a program of its own, so that nothing but what it measures fills its heap. It makes ready what the measured work
// needs, does the work with so many forms, and prints the milliseconds of CPU that the work took for a form.
//
//	probe NAME FOLDER N
func probe() {
	err := errors.New("usage: probe NAME FOLDER N")
	if len(os.Args) == 4 {
		err = runProbe(os.Args[1], os.Args[2], os.Args[3])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "probe:", err)
		os.Exit(1)
	}
}

func runProbe(name, folder, count string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	forms, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	if err != nil {
		return err
	}
	work, err := probes()[name](forms)
	if err != nil {
		return err
	}
	var weight []byte // the program has it, excelize alone has not
	if !strings.HasSuffix(name, "excelize") {
		weight = ballast()
	}
	took, err := cpuOf(n, work)
	runtime.KeepAlive(weight)
	fmt.Println(took.Seconds() * 1000 / float64(n))
	return err
}

// probes prepares work by its name: what is done with the nth form.
func probes() map[string]func(forms []string) (func(n int) error, error) {
	return map[string]func(forms []string) (func(n int) error, error){
		"excelize":       probeExcelize,
		"read":           probeRead,
		"inflate":        probeInflate,
		"write":          probeWrite,
		"deflate":        probeDeflate,
		"form":           probeForm,
		"form, excelize": probeFormByExcelize,
	}
}

// cpuOf is what a function costs this process, the garbage that it makes counted.
func cpuOf(n int, do func(i int) error) (time.Duration, error) {
	runtime.GC()
	before, err := used()
	for i := 0; err == nil && i < n; i++ {
		err = do(i)
	}
	after, failed := used()
	return after - before, errors.Join(err, failed)
}

func probedDesk() (*desk.Desk, *desk.Edition, error) {
	d, err := (&app{}).newDesk()
	if err != nil {
		return nil, nil, err
	}
	e, err := d.Edition("2023")
	return d, e, err
}

// probeExcelize is the yardstick, excelize left as it comes.
func probeExcelize(forms []string) (func(int) error, error) {
	_, e, err := probedDesk()
	if err != nil {
		return nil, err
	}
	f := unitForm(e.Rules, 0)
	r := e.Layout.Scorer.Score(f.Submission)
	sheets := resultSheets(report.ScoredWorkbook(e.Layout, f, &r, nil, report.Annex(e.Layout, e.Changes())))
	out := filepath.Join(filepath.Dir(forms[0]), "..", "excelize.xlsx")
	return func(i int) error { return addResults(forms[i%len(forms)], out, sheets) }, nil
}

// probeRead opens forms and reads their answers, as score does.
func probeRead(forms []string) (func(int) error, error) {
	d, _, err := probedDesk()
	return func(i int) error {
		_, _, err := d.Open(forms[i%len(forms)])
		return err
	}, err
}

// probeInflate is the floor of reading: it reads the files and unpacks all parts of the forms, by the same library, and looks at nothing.
func probeInflate(forms []string) (func(int) error, error) {
	unpacker := flate.NewReader(nil)
	space := make([]byte, 32<<10)
	return func(i int) error {
		data, err := os.ReadFile(forms[i%len(forms)])
		if err != nil {
			return err
		}
		return eachPart(data, unpacker, func(part io.Reader) error {
			_, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{part}, space)
			return err
		})
	}, nil
}

// eachPart unpacks the parts of a workbook.
func eachPart(data []byte, unpacker io.ReadCloser, take func(part io.Reader) error) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, file := range z.File {
		packed, err := file.OpenRaw()
		if err != nil {
			return err
		}
		if err := unpacker.(flate.Resetter).Reset(packed, nil); err != nil {
			return err
		}
		if err := take(unpacker); err != nil {
			return err
		}
	}
	return nil
}

// probedResult is a form that has been read and scored.
type probedResult struct {
	reading  *reader.Reading
	result   scoring.Result
	problems []reader.Problem
}

// resultsOf reads and scores the first forms, few enough to be kept.
func resultsOf(forms []string) (*desk.Edition, []probedResult, error) {
	d, e, err := probedDesk()
	if err != nil {
		return nil, nil, err
	}
	var all []probedResult
	for _, form := range forms[:min(10, len(forms))] {
		_, reading, err := d.Open(form)
		if err != nil {
			return nil, nil, err
		}
		result := e.Layout.Scorer.Score(reading.Submission)
		all = append(all, probedResult{reading, result, reading.Findings(&result)})
	}
	return e, all, nil
}

// probeWrite lays out and packs workbooks of results, in memory.
func probeWrite(forms []string) (func(int) error, error) {
	e, all, err := resultsOf(forms)
	if err != nil {
		return nil, err
	}
	write := func(out io.Writer, i int) error {
		r := all[i%len(all)]
		return e.Printer.Scored(out, r.reading.Filling(), &r.result, r.problems)
	}
	return func(i int) error {
		var out bytes.Buffer
		return write(&out, i)
	}, write(io.Discard, 0) // the first lays out what all have in common
}

// probeDeflate is the floor of writing: it packs all parts of those workbooks, by the same library at the same level, the parts
// that are the same in all of them too.
func probeDeflate(forms []string) (func(int) error, error) {
	e, all, err := resultsOf(forms)
	if err != nil {
		return nil, err
	}
	var books [][][]byte
	unpacker := flate.NewReader(nil)
	for _, r := range all {
		var out bytes.Buffer
		if err := e.Printer.Scored(&out, r.reading.Filling(), &r.result, r.problems); err != nil {
			return nil, err
		}
		var parts [][]byte
		err := eachPart(out.Bytes(), unpacker, func(part io.Reader) error {
			data, err := io.ReadAll(part)
			parts = append(parts, data)
			return err
		})
		if err != nil {
			return nil, err
		}
		books = append(books, parts)
	}
	packer, err := flate.NewWriter(nil, draft.Level)
	return func(i int) error {
		for _, part := range books[i%len(books)] {
			packer.Reset(io.Discard)
			if _, err := packer.Write(part); err != nil {
				return err
			}
			if err := packer.Close(); err != nil {
				return err
			}
		}
		return nil
	}, err
}

// probeForm prints forms as template --units does, in memory.
func probeForm([]string) (func(int) error, error) {
	_, e, err := probedDesk()
	if err != nil {
		return nil, err
	}
	return func(i int) error {
		var out bytes.Buffer
		return e.Printer.Form(&out, unitForm(e.Rules, i))
	}, e.Printer.Form(io.Discard, unitForm(e.Rules, 0)) // the first lays out what all have in common
}

// probeFormByExcelize lays out each form by excelize.
func probeFormByExcelize([]string) (func(int) error, error) {
	_, e, err := probedDesk()
	return func(i int) error {
		var out bytes.Buffer
		return e.Layout.BlankForm(unitForm(e.Rules, i)).Write(&out)
	}, err
}
