package rules

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
)

// Schema is a JSON Schema (draft 2020-12) of a rule-set file, derived from the same fields as the decoder, so that an
// editor completes and marks what the decoder would refuse. It knows the shape; sums, names and proofs are left to the check.
func Schema() ([]byte, error) {
	s := schema{defs: object{}}
	root := s.record("ruleSet", new(scoring.RuleSet))
	for _, rule := range kinds.Kinds() {
		s.record("rule-"+rule.Kind(), rule)
	}
	s.defs["rule"] = s.anyRule()
	s.defs["example"] = object{"type": "object", "additionalProperties": object{"type": "number"}, "properties": object{
		"points": object{"type": "number"},
		"state": object{"enum": []string{expr.Awaiting.String(), expr.NotAssessed.String(),
			expr.Missing.String(), expr.Invalid.String()}}}}
	document := object{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "cchc rule set", "$ref": root["$ref"], "$defs": s.defs}
	return json.MarshalIndent(document, "", "  ")
}

type object = map[string]any

// schema collects one definition for each type of record; criteria and rules contain themselves.
type schema struct{ defs object }

// record defines a record by its fields, once, and refers to it.
func (s schema) record(name string, r kinds.Record) object {
	ref := object{"$ref": "#/$defs/" + name}
	if _, known := s.defs[name]; known {
		return ref
	}
	properties, required := object{}, []string{}
	s.defs[name] = object{"type": "object", "additionalProperties": false, "properties": properties}
	for _, field := range r.Fields() {
		value := s.place(name+"."+field.Key, field.Place)
		if kinds.HoldsPoints(r, field.Key) {
			value = orShare(value)
		}
		value["description"] = field.Doc
		properties[field.Key] = value
		if field.Required {
			required = append(required, field.Key)
		}
	}
	s.defs[name].(object)["required"] = required
	if _, isInput := r.(kinds.InputRecord); isInput { // a figure brings its label along, and so does what another leaf asks for
		s.defs[name].(object)["required"] = []string{}
		s.defs[name].(object)["anyOf"] = []object{{"required": required}, {"required": []string{"figure"}}, {"required": []string{"use"}}}
	}
	return ref
}

// orShare lets points be written as a share of the maximum, too.
func orShare(value object) object {
	if items, list := value["items"].(object); list {
		value["items"] = orShare(items)
		return value
	}
	return object{"anyOf": []object{value, {"type": "string", "pattern": shareShape.String()}}}
}

// place gives the schema of one kind of place, as the decoder's value fills it.
func (s schema) place(name string, place any) object {
	switch place := place.(type) {
	case kinds.Record:
		return s.record(typeName(place), place)
	case kinds.List:
		record := place.Append()
		return object{"type": "array", "minItems": 1, "items": s.record(typeName(record), record)}
	case kinds.Dict:
		record := place.Put("x")
		return object{"type": "object", "minProperties": 1, "additionalProperties": s.record(typeName(record), record)}
	case kinds.Word:
		return object{"enum": place.Words()}
	case *kinds.Rule:
		return object{"$ref": "#/$defs/rule"}
	case *[]scoring.Example:
		return object{"type": "array", "minItems": 1, "items": object{"$ref": "#/$defs/example"}}
	case *string, *kinds.InputName:
		return object{"type": "string", "minLength": 1}
	case *scoring.Was:
		one := object{"type": "string", "minLength": 1}
		return object{"oneOf": []object{one, {"type": "array", "minItems": 1, "items": one}}}
	case *[]string:
		return object{"type": "array", "minItems": 1, "items": object{"type": "string", "minLength": 1}}
	case *bool:
		return object{"type": "boolean"}
	case *int:
		return object{"type": "integer", "minimum": 0}
	case *decimal.Decimal, *decimal.NullDecimal:
		return object{"type": "number"}
	case *[]decimal.Decimal:
		return object{"type": "array", "minItems": 1, "items": object{"type": "number"}}
	}
	panic(fmt.Sprintf("rules: no schema of %s (%T)", name, place))
}

// typeName names a record's definition by its Go type: "Criterion", "Band"; an "InputRecord" is an "Input".
func typeName(r kinds.Record) string {
	_, name, _ := strings.Cut(fmt.Sprintf("%T", r), ".")
	return strings.TrimSuffix(name, "Record")
}

// anyRule is a mapping with one key, the kind.
func (s schema) anyRule() object {
	var all []object
	for _, rule := range kinds.Kinds() {
		all = append(all, object{"type": "object", "additionalProperties": false, "required": []string{rule.Kind()},
			"properties": object{rule.Kind(): object{"$ref": "#/$defs/rule-" + rule.Kind()}}})
	}
	return object{"oneOf": all}
}
