package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/rules"
	"cchc/templates"
)

// ran is what a run of the program said, and its exit status.
type ran struct {
	out, err string
	status   int
}

// runHere runs the program inside of the test.
func runHere(args ...string) ran {
	var out, err bytes.Buffer
	status := run(args, streams{bytes.NewReader(nil), &out, &err})
	return ran{out.String(), err.String(), status}
}

// printedForm is a form filled in with a sample, as the printer makes it.
func printedForm(t testing.TB, e *desk.Edition, sample string) []byte {
	t.Helper()
	return printed(t, e, sampleFilling(t, e, sample))
}

// sampleFilling is what a sample declares.
func sampleFilling(t testing.TB, e *desk.Edition, sample string) templates.Filling {
	t.Helper()
	file := filepath.Join("../../testdata/samples", sample+".yaml")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	filled, findings := rules.DecodeFilled(file, data, e.Rules)
	if rules.Faulty(findings) {
		t.Fatal(findings)
	}
	return templates.Filling{Submission: filled.Submission, Contact: filled.Contact}
}

func printed(t testing.TB, e *desk.Edition, f templates.Filling) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := e.Printer.Form(&out, f); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// desk2023 is a desk, and the edition of 2023 on it.
func desk2023(t testing.TB) (*desk.Desk, *desk.Edition) {
	t.Helper()
	d, err := (&app{}).newDesk()
	if err != nil {
		t.Fatal(err)
	}
	e, err := d.Edition("hai-phong-so-nganh-2023")
	if err != nil {
		t.Fatal(err)
	}
	return d, e
}

// putFile writes a file of a test.
func putFile(t testing.TB, path string, data []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func contents(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func listed(t *testing.T, folder string) []string {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, item := range list {
		names = append(names, item.Name())
	}
	return names
}

// theOnly is the only workbook that lies in a folder.
func theOnly(t *testing.T, folder string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s holds %v (%v), want one workbook", folder, found, err)
	}
	return found[0]
}

// workbooksIn are the names of the workbooks of a folder, but for the summary of findings that stands beside results.
func workbooksIn(t *testing.T, folder string) []string {
	t.Helper()
	return slices.DeleteFunc(listed(t, folder), func(name string) bool { return !disk.IsWorkbook(name) || name == disk.SummaryFile })
}
