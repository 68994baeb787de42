package rules

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

func TestOwnSetsAreSound(t *testing.T) {
	c, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for year, leaves := range map[string]int{"2022": 0, "2023": 79} {
		s, err := c.Load(year)
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Findings) > 0 || s.Rules == nil {
			t.Fatalf("%s:\n%s", year, messages(s.Findings))
		}
		if got := len(s.Rules.Leaves()); got != leaves {
			t.Errorf("%s: %d leaves, want %d", year, got, leaves)
		}
		if (s.Previous != nil) != (s.Rules.Previous != "") {
			t.Errorf("%s: previous is %v", year, s.Previous)
		}
	}
}

// visitFields visits every field of a record and of the records in it that are there, with its path.
func visitFields(r kinds.Record, path string, visit func(r kinds.Record, field kinds.Field, path string)) {
	for _, field := range r.Fields() {
		at := join(path, field.Key)
		visit(r, field, at)
		switch place := field.Place.(type) {
		case kinds.Record:
			visitFields(place, at, visit)
		case *kinds.Rule:
			if *place != nil {
				visitFields(*place, at+"."+(*place).Kind(), visit)
			}
		case interface{ Records() []kinds.Record }:
			for i, item := range place.Records() {
				visitFields(item, itemPath(item, at, i), visit)
			}
		}
	}
}

func itemPath(item kinds.Record, at string, i int) string {
	switch item := item.(type) {
	case *scoring.Criterion:
		return item.Number
	case kinds.Named:
		return at + "." + item.RecordName()
	}
	return fmt.Sprintf("%s[%d]", at, i)
}

// isFilled says that there is something at a field's place.
func isFilled(field kinds.Field) bool {
	switch place := field.Place.(type) {
	case kinds.Word:
		return place.Get() != ""
	case kinds.Record:
		return !reflect.ValueOf(place).Elem().IsZero()
	case interface{ Records() []kinds.Record }:
		return len(place.Records()) > 0
	}
	return !reflect.ValueOf(field.Place).Elem().IsZero()
}

// Every path that a problem of the core can name has a place of its own in the file.
func TestEveryPathHasAPlace(t *testing.T) {
	for _, name := range append(files(t, "ok/*.yaml"), "hai-phong-so-nganh-2023.yaml") {
		s := Decode(name, read(t, name))
		if s.Rules == nil {
			t.Fatalf("%s:\n%s", name, messages(s.Findings))
		}
		places := 0
		visitFields(s.Rules, "", func(_ kinds.Record, field kinds.Field, path string) {
			if _, ok := s.source.places[path]; ok {
				places++
			} else if isWritten(field) {
				t.Errorf("%s: no place for %s", name, path)
			}
		})
		if places < 50 {
			t.Errorf("%s: only %d places", name, places)
		}
	}
}

// isWritten says that a value must stand in the file: it is neither empty nor a default.
func isWritten(field kinds.Field) bool {
	switch field.Key {
	case "kind", "whole", "options":
		return false
	}
	return isFilled(field)
}

// The good files use every key of every record and every rule kind, so that each is seen to be decoded.
func TestGoodFilesUseEveryKey(t *testing.T) {
	used := map[string]bool{}
	for _, name := range files(t, "ok/*.yaml") {
		visitFields(Decode(name, read(t, name)).Rules, "", func(r kinds.Record, field kinds.Field, _ string) {
			used[fmt.Sprintf("%T.%s", r, field.Key)] = used[fmt.Sprintf("%T.%s", r, field.Key)] || isFilled(field)
		})
	}
	records := []kinds.Record{new(scoring.RuleSet), new(scoring.Rounding), new(scoring.Announced), new(scoring.CrossCheck), new(scoring.Figure), new(scoring.Class), new(scoring.ClassLeast), new(scoring.Criterion),
		kinds.InputRecord{Input: new(expr.Input)}, new(scoring.Acceptance), new(kinds.Condition), new(kinds.Case), new(kinds.Part), new(kinds.Band), new(kinds.Term), new(kinds.Tariff)}
	for _, rule := range kinds.Kinds() {
		records = append(records, rule)
	}
	for _, r := range records {
		for _, field := range r.Fields() {
			if key := fmt.Sprintf("%T.%s", r, field.Key); !used[key] {
				t.Errorf("no good file uses %s", key)
			}
		}
	}
}

func TestDecodeReadsValuesAsWritten(t *testing.T) {
	s := Decode("nesting.yaml", read(t, fixtures+"ok/nesting.yaml"))
	number := decimal.RequireFromString
	want := &scoring.RuleSet{
		ID: "long-nhau-2023", Kind: "đơn vị mẫu", Year: 2023, Basis: "Quyết định mẫu, viết trên hai dòng", Total: number("3.5"), Rounding: scoring.Rounding{Places: 2},
		Criteria: []scoring.Criterion{{Number: "1", Name: "Tiêu đề có \"ngoặc kép\" và “ngoặc cong” bên trong", Max: number("3.5"), Children: []scoring.Criterion{
			{Number: "1.1", Name: "Tổng của các trường hợp", Max: number("2"), Provenance: scoring.FromText,
				Text: "“Dòng đầu” mở bằng ngoặc cong.\nDòng hai: có dấu hai chấm, # và “…”.",
				Inputs: []expr.Input{
					{Name: "muc", Label: "Mức", Kind: expr.ChoiceInput, Options: []string{"Loại một", "Loại hai: có dấu hai chấm"}},
					{Name: "a", Label: "Số việc", Kind: expr.NumberInput, Unit: "việc", Whole: true},
					{Name: "b", Label: "Đã xong", Kind: expr.NumberInput, Unit: "việc", Whole: true},
				},
				Rule: &kinds.Sum{Parts: []kinds.Part{
					{Max: number("1"), Rule: &kinds.Cases{
						List: []kinds.Case{{When: kinds.Condition{Answer: "muc", Is: decimal.NewNullDecimal(number("1"))},
							Rule: &kinds.Bands{Part: "b", Of: "a", IfZero: kinds.ZeroNone,
								Steps: []kinds.Band{{Above: decimal.NewNullDecimal(number("0.5")), Points: number("1")}}}}},
						Else: &kinds.Fixed{Points: number("0.25")}}},
					{Max: number("1"), Rule: &kinds.Count{Tariffs: []kinds.Tariff{{Answer: "a", Each: number("0.1")}}}},
				}}},
			{Number: "1.2", Name: "Trường hợp trong trường hợp", Max: number("1.5"), Provenance: scoring.FromText, Text: "Như trên",
				Inputs: []expr.Input{
					{Name: "1", Label: "Có kế hoạch", Kind: expr.YesNoInput, Options: kinds.YesNoOptions()},
					{Name: "2", Label: "Có báo cáo", Kind: expr.YesNoInput, Options: kinds.YesNoOptions()},
					{Name: "diem", Label: "Điểm đề nghị", Kind: expr.PointsInput},
				},
				Rule: &kinds.Cases{
					List: []kinds.Case{{When: kinds.Condition{Answer: "1", Is: decimal.NewNullDecimal(number("1"))},
						Rule: &kinds.Cases{
							List: []kinds.Case{{When: kinds.Condition{Answer: "2", Is: decimal.NewNullDecimal(number("1"))}, Rule: &kinds.Manual{Of: "diem"}}},
							Else: &kinds.Sum{Parts: []kinds.Part{{Max: number("0.5"), Rule: &kinds.Fixed{Points: number("0.5")}}}}}}},
					Else: &kinds.Fixed{}}},
		}}},
	}
	if diff := cmp.Diff(want, s.Rules); diff != "" {
		t.Error(diff)
	}
}

// The examples and acceptances of the fixture, which have shapes of their own.
func TestDecodeReadsExamples(t *testing.T) {
	leaf := Decode("every-kind.yaml", read(t, fixtures+"ok/every-kind.yaml")).Rules.Find("1.1")
	want := []scoring.Example{
		{Answers: map[string]decimal.Decimal{"muc": decimal.NewFromInt(2)}, Points: decimal.NewNullDecimal(decimal.RequireFromString("0.5"))},
		{Answers: map[string]decimal.Decimal{}, State: expr.Missing},
	}
	if diff := cmp.Diff(want, leaf.Examples); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]scoring.Acceptance{{Code: problem.RuleReach, Reason: "Chỉ để kiểm thử."}}, leaf.Accepted); diff != "" {
		t.Error(diff)
	}
}

// Number text is read letter by letter: what is accepted is exact, whatever a float would make of it.
func TestNumbersAreExact(t *testing.T) {
	for _, text := range []string{"0", "-2", "1.50", "0.1", "999999999999999", "0.000001", "100000000000000.000001"} {
		s := decoded("x.yaml", []byte("total: "+text))
		if strings.Contains(messages(s.source.found), "x.yaml:1:8") {
			t.Errorf("%s is refused:\n%s", text, messages(s.source.found))
		}
		d := newDocument("x.yaml", []byte("total: "+text))
		if got := d.decode(d.parse()).Total; !got.Equal(decimal.RequireFromString(text)) {
			t.Errorf("%s is read as %s", text, got)
		}
	}
}

// A Windows editor's line ends and its mark at the start change nothing but a warning.
func TestLineEndsOfWindows(t *testing.T) {
	name := fixtures + "ok/nesting.yaml"
	text := strings.ReplaceAll(string(read(t, name)), "\n", "\r\n")
	s := Decode("nesting.yaml", []byte(byteOrderMark+text))
	if len(s.Findings) != 1 || s.Findings[0].Code != problem.YAMLByteOrder {
		t.Errorf("findings:\n%s", messages(s.Findings))
	}
	if diff := cmp.Diff(Decode("nesting.yaml", read(t, name)).Rules, s.Rules); diff != "" {
		t.Error(diff)
	}
}
