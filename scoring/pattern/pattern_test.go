package pattern_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cchc/scoring/pattern"
)

// TestEveryPatternCompiles finds the patterns in the sources that have them: one that is no regular expression would only be
// found when somebody's words come to it.
func TestEveryPatternCompiles(t *testing.T) {
	for folder, least := range map[string]int{"../reading": 100, "../../templates/rulebook": 30} {
		patterns := patternsOf(t, folder)
		if len(patterns) < least {
			t.Errorf("%s: %d patterns found, want %d or more", folder, len(patterns), least)
		}
		for place, expression := range patterns {
			if _, err := regexp.Compile(expression); err != nil {
				t.Errorf("%s: %v", place, err)
			}
		}
	}
}

// patternsOf gives the expressions that a folder's sources hand to Of, by their place.
func patternsOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	positions := token.NewFileSet()
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(positions, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	// Constants are folded though nothing imported is known; that, and nothing else, is asked of the types.
	known := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	folding := types.Config{Importer: nothing{}, Error: func(error) {}}
	folding.Check(folder, positions, files, known)
	found := map[string]string{}
	for _, file := range files {
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || !isOf(call.Fun) {
				return true
			}
			place := positions.Position(call.Pos()).String()
			value := known.Types[call.Args[0]].Value
			if value == nil || value.Kind() != constant.String {
				t.Errorf("%s: the expression is no constant, so nobody has compiled it", place)
				return true
			}
			found[place] = constant.StringVal(value)
			return true
		})
	}
	return found
}

// isOf says whether a function is this package's Of.
func isOf(function ast.Expr) bool {
	selected, ok := function.(*ast.SelectorExpr)
	if !ok || selected.Sel.Name != "Of" {
		return false
	}
	from, ok := selected.X.(*ast.Ident)
	return ok && from.Name == "pattern"
}

// nothing imports nothing.
type nothing struct{}

// Import gives an empty package.
func (nothing) Import(path string) (*types.Package, error) {
	empty := types.NewPackage(path, filepath.Base(path))
	empty.MarkComplete()
	return empty, nil
}

func TestPatternIsUsedAsARegularExpression(t *testing.T) {
	number := pattern.Of(`(\d+),(\d+)`)
	if !number.MatchString("a 1,5") || number.MatchString("a") {
		t.Error("MatchString does not tell 1,5 from none")
	}
	if got := number.ReplaceAllString("1,5 và 2,5", "$1.$2"); got != "1.5 và 2.5" {
		t.Errorf("ReplaceAllString gives %q", got)
	}
}

func TestBadPatternIsFoundWhenItIsUsed(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	pattern.Of(`(`).MatchString("")
}
