package main

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go/parser"
	"go/token"
	"strconv"
)

// The arrows of the house: each folder with all that it may import beyond the standard library. Whoever needs another arrow puts
// it here, and says why in the commit.
var arrows = map[string][]string{
	"scoring/problem":   {},
	"scoring/letters":   {"golang.org/x/text"},
	"scoring/pattern":   {},
	"scoring/expr":      {decimalPackage, "cchc/scoring/problem"},
	"scoring/kinds":     {decimalPackage, "cchc/scoring/expr", "cchc/scoring/problem"},
	"scoring":           {decimalPackage, "cchc/scoring/kinds", "cchc/scoring/expr", "cchc/scoring/problem"},
	"scoring/proof":     {decimalPackage, "cchc/scoring", "cchc/scoring/kinds", "cchc/scoring/expr", "cchc/scoring/problem"},
	"scoring/compare":   {decimalPackage, "cchc/scoring", "cchc/scoring/kinds", "cchc/scoring/expr", "cchc/scoring/problem"},
	"scoring/ranking":   {decimalPackage, "cchc/scoring", "cchc/scoring/expr", "cchc/scoring/problem"},
	"scoring/figures":   {decimalPackage, "cchc/scoring", "cchc/scoring/expr", "cchc/scoring/problem"},
	"scoring/progress":  {"cchc/scoring"},
	"scoring/appraisal": {"cchc/scoring", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/handover"},
	"scoring/handover":  {decimalPackage, "cchc/scoring", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/compare"},
	// Letters as people type them are composed before they are compared.
	"scoring/reading": {decimalPackage, "golang.org/x/text", "cchc/scoring", "cchc/scoring/pattern", "cchc/scoring/kinds", "cchc/scoring/expr", "cchc/scoring/problem"},

	"rules": {decimalPackage, "gopkg.in/yaml.v3", "golang.org/x/text", "cchc/scoring", "cchc/scoring/kinds", "cchc/scoring/expr", "cchc/scoring/problem",
		"cchc/scoring/proof", "cchc/scoring/compare"},

	"templates/xlsx/rawzip": {"cchc/scoring/problem"},
	"templates/xlsx":        {decimalPackage, "golang.org/x/text", "github.com/klauspost/compress", "cchc/scoring/problem"},
	"templates/draft":       {decimalPackage, "github.com/xuri/excelize/v2", "github.com/klauspost/compress"},
	"templates/look":        {"cchc/templates/draft"},
	"templates/formula":     {decimalPackage, "cchc/scoring/expr", "cchc/scoring/problem"},
	"templates": {decimalPackage, "golang.org/x/text", "cchc/scoring", "cchc/scoring/appraisal", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/handover",
		"cchc/templates/draft", "cchc/templates/formula", "cchc/templates/look"},
	"templates/reader": {decimalPackage, "cchc/scoring", "cchc/scoring/kinds", "cchc/scoring/ranking", "cchc/scoring/appraisal", "cchc/scoring/letters", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/handover",
		"cchc/templates", "cchc/templates/xlsx"},
	"templates/report": {decimalPackage, "cchc/scoring", "cchc/scoring/kinds", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/handover",
		"cchc/scoring/proof", "cchc/scoring/compare", "cchc/scoring/ranking", "cchc/scoring/progress", "cchc/scoring/figures",
		"cchc/templates", "cchc/templates/reader", "cchc/templates/draft", "cchc/templates/look", "cchc/templates/word"},
	"templates/rulebook": {decimalPackage, "golang.org/x/text", "cchc/scoring", "cchc/scoring/kinds", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/reading", "cchc/scoring/pattern",
		"cchc/scoring/compare", "cchc/scoring/proof", "cchc/templates/draft", "cchc/templates/look", "cchc/templates/word", "cchc/templates/xlsx"},
	// Documents are packed and sealed as workbooks are.
	"templates/word":   {"golang.org/x/text", "cchc/scoring/problem", "cchc/templates/draft", "cchc/templates/xlsx"},
	"templates/notice": {decimalPackage, "cchc/scoring", "cchc/scoring/expr", "cchc/templates", "cchc/templates/report", "cchc/templates/word"},

	"cmd/cchc/internal/terminal": {"github.com/schollz/progressbar/v3", "golang.org/x/term", "golang.org/x/sys"},
	"cmd/cchc/internal/disk":     {"golang.org/x/sys", "cchc/cmd/cchc/internal/terminal"},
	"cmd/cchc/internal/lists": {decimalPackage, "golang.org/x/text", "cchc/rules", "cchc/scoring", "cchc/scoring/letters", "cchc/scoring/expr", "cchc/scoring/problem",
		"cchc/scoring/handover", "cchc/scoring/ranking", "cchc/scoring/figures", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/terminal",
		"cchc/templates/xlsx"}, // people keep their lists as workbooks: they pass the same gate as forms, and nothing of forms is known here
	"cmd/cchc/internal/record": {decimalPackage, "cchc/scoring", "cchc/scoring/expr", "cchc/scoring/figures", "cchc/scoring/problem", "cchc/scoring/ranking",
		"cchc/templates/reader", "cchc/cmd/cchc/internal/lists"},
	"cmd/cchc/internal/changes": {decimalPackage, "cchc/scoring", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/compare",
		"cchc/cmd/cchc/internal/record", "cchc/cmd/cchc/internal/terminal"},

	"cmd/cchc/internal/speech": {"github.com/spf13/cobra", "github.com/spf13/pflag", "cchc/rules", "cchc/cmd/cchc/internal/terminal"},
	"cmd/cchc/internal/desk": {"golang.org/x/text", "cchc/rules", "cchc/scoring", "cchc/scoring/appraisal", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/compare", "cchc/scoring/handover", "cchc/scoring/figures",
		"cchc/templates", "cchc/templates/reader", "cchc/templates/report", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/lists",
		"cchc/cmd/cchc/internal/record", "cchc/cmd/cchc/internal/terminal"},
	"cmd/cchc/internal/standings": {"cchc/scoring", "cchc/scoring/figures", "cchc/scoring/problem", "cchc/scoring/ranking", "cchc/templates/draft", "cchc/templates/reader", "cchc/templates/report",
		"cchc/cmd/cchc/internal/desk", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/record"},

	"cmd/cchc/internal/tables": {"cchc/rules", "cchc/scoring", "cchc/scoring/appraisal", "cchc/scoring/expr", "cchc/scoring/problem",
		"cchc/templates", "cchc/templates/reader", "cchc/cmd/cchc/internal/desk", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/terminal"},

	"cmd/cchc/internal/parts": {"cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/handover", "cchc/templates", "cchc/templates/reader",
		"cchc/cmd/cchc/internal/desk", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/terminal"},
	"cmd/cchc/internal/carried": {"cchc/scoring", "cchc/scoring/problem", "cchc/scoring/handover", "cchc/templates", "cchc/templates/reader", "cchc/templates/report",
		"cchc/cmd/cchc/internal/desk", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/lists", "cchc/cmd/cchc/internal/terminal"},

	"cmd/cchc/internal/announce": {"cchc/scoring", "cchc/scoring/expr", "cchc/scoring/figures", "cchc/templates/report", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/lists"},

	"cmd/cchc/internal/batch": {"cchc/scoring", "cchc/scoring/expr", "cchc/scoring/problem", "cchc/scoring/ranking",
		"cchc/templates", "cchc/templates/notice", "cchc/templates/reader", "cchc/templates/report",
		"cchc/cmd/cchc/internal/desk", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/record", "cchc/cmd/cchc/internal/terminal"},
	"cmd/cchc/internal/notices": {"cchc/rules", "cchc/scoring", "cchc/scoring/problem", "cchc/templates", "cchc/templates/draft", "cchc/templates/notice",
		"cchc/templates/reader", "cchc/templates/word",
		"cchc/cmd/cchc/internal/batch", "cchc/cmd/cchc/internal/desk", "cchc/cmd/cchc/internal/disk", "cchc/cmd/cchc/internal/record", "cchc/cmd/cchc/internal/terminal"},

	// What joins everything, and what only tests import, may import what it likes.
	"cmd/cchc": nil, "cmd/pack": nil, "scoring/scoringtest": nil, "rules/rulestest": nil, "templates/formtest": nil, "templates/word/wordtest": nil,
}

const decimalPackage = "github.com/shopspring/decimal"

// TestArrowsOfTheHouse: each folder imports what its arrows say, and nothing else of ours or of others. So scoring knows neither
// YAML nor Excel, rules and templates never meet, and what stands on the ground floor leans on nobody.
func TestArrowsOfTheHouse(t *testing.T) {
	for _, folder := range foldersWithGo(t) {
		allowed, known := arrows[folder]
		if !known {
			t.Errorf("%s is a folder of which the house does not know: say in imports_test.go what it may import", folder)
			continue
		}
		var taken []string
		for _, file := range filesOf(t, folder) {
			for _, path := range importsOf(t, file) {
				taken = append(taken, path)
				if foreign(path) && allowed != nil && !allows(allowed, path) {
					t.Errorf("%s imports %s, which is no arrow of the house: take what you need as a value, or put the arrow into imports_test.go", file, path)
				}
				if allowed != nil && strings.HasSuffix(path, "test") && foreign(path) {
					t.Errorf("%s imports %s, which is for tests", file, path)
				}
			}
		}
		for _, arrow := range allowed {
			if !slices.ContainsFunc(taken, func(path string) bool { return allows([]string{arrow}, path) }) {
				t.Errorf("%s imports nothing of %s: take that arrow out of imports_test.go", folder, arrow)
			}
		}
	}
}

// foldersWithGo lists the folders of the module that hold Go files, from its root.
func foldersWithGo(t *testing.T) []string {
	t.Helper()
	var folders []string
	for _, top := range []string{"cmd", "rules", "scoring", "templates"} {
		err := filepath.WalkDir(filepath.Join("../..", top), func(path string, item fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".go") {
				folder, relErr := filepath.Rel("../..", filepath.Dir(path))
				folders, err = append(folders, filepath.ToSlash(folder)), relErr
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

// mostFiles is how many files a folder may have that are not tests: a newcomer should see the whole in one look.
const mostFiles = 35

// filesOf lists a folder's Go files that are not tests.
func filesOf(t *testing.T, folder string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("../..", folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	files := slices.DeleteFunc(all, func(file string) bool { return strings.HasSuffix(file, "_test.go") })
	if len(files) > mostFiles {
		t.Errorf("%s has %d files: give what belongs together a room of its own", folder, len(files))
	}
	return files
}

func importsOf(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range parsed.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// foreign says that a package is not of the standard library, whose paths have no dot in the first element.
func foreign(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".") || first == "cchc"
}

// allows says that an arrow leads to a package: to one of ours exactly, to another's with all below it.
func allows(list []string, path string) bool {
	return slices.ContainsFunc(list, func(arrow string) bool {
		return path == arrow || !strings.HasPrefix(path, "cchc/") && strings.HasPrefix(path, arrow+"/")
	})
}
