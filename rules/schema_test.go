package rules_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"cchc/rules"
)

// TestSchemaAgreesWithTheDecoder holds the two together: what loads fits the schema, and what the decoder refuses for its
// shape (a key, a kind, a type) does not.
func TestSchemaAgreesWithTheDecoder(t *testing.T) {
	schema := compileSchema(t)
	sound := append(glob(t, "../testdata/rules/ok/*.yaml"), glob(t, "*.yaml")...)
	for _, file := range sound {
		if err := schema.Validate(asJSON(t, file)); err != nil {
			t.Errorf("%s loads but does not fit the schema: %v", file, err)
		}
	}
	refused := 0
	for _, file := range glob(t, "../testdata/rules/bad/*.yaml") {
		if !misshapen(t, file) {
			continue
		}
		var value any
		if err := yaml.Unmarshal(read(t, file), &value); err != nil {
			continue // doubled keys and the like, which no schema sees
		}
		refused++
		if schema.Validate(value) == nil {
			t.Errorf("%s is misshapen to the decoder but fits the schema", file)
		}
	}
	if refused < 3 {
		t.Errorf("only %d misshapen fixtures: the schema is hardly tested", refused)
	}
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := rules.Schema()
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("rules.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("rules.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// misshapen says that the decoder found a fault which a schema can see.
func misshapen(t *testing.T, file string) bool {
	t.Helper()
	visible := []string{"rule-unknown-key", "rule-missing-key", "rule-unknown-kind", "rule-one-kind", "rule-unknown-word", "rule-wrong-type"}
	for _, finding := range rules.Decode(file, read(t, file)).Findings {
		if slices.Contains(visible, string(finding.Code)) {
			return true
		}
	}
	return false
}

func asJSON(t *testing.T, file string) any {
	t.Helper()
	var value any
	if err := yaml.Unmarshal(read(t, file), &value); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return value
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no files (%v)", strings.TrimSpace(pattern), err)
	}
	return files
}
