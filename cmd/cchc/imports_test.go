package main

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEachFolderKnowsOneForeignThing holds the import lists to the design: scoring knows nobody, rules knows YAML, templates
// knows Excel, cmd joins them, and rules and templates never meet.
func TestEachFolderKnowsOneForeignThing(t *testing.T) {
	const decimals = "github.com/shopspring/decimal"
	allowed := map[string][]string{
		"scoring":         {decimals},
		"rules":           {decimals, "cchc/scoring", "gopkg.in/yaml.v3", "golang.org/x/text"},
		"templates":       {decimals, "cchc/scoring", "cchc/templates/draft", "cchc/templates/xlsx", "golang.org/x/text"},
		"templates/xlsx":  {decimals, "cchc/scoring", "golang.org/x/text", "github.com/klauspost/compress"},
		"templates/draft": {decimals, "github.com/xuri/excelize/v2", "github.com/klauspost/compress", "golang.org/x/text"},
	}
	for folder, list := range allowed {
		files, err := filepath.Glob(filepath.Join("../..", folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files (%v)", folder, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, path := range importsOf(t, file) {
				if foreign(path) && !anyPrefix(path, list) {
					t.Errorf("%s imports %s", file, path)
				}
			}
		}
	}
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

func anyPrefix(path string, list []string) bool {
	for _, prefix := range list {
		if path == prefix || strings.HasPrefix(path, prefix+"/") {
			return true
		}
	}
	return false
}
