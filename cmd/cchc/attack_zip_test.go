package main

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"cchc/templates/xlsx/rawzip"
)

// zipAttacks are those of the zip's structure, on the form's own sheet, and what surrounds a form that was sent in a wrong way.
func zipAttacks() []attack {
	all := []attack{
		{"nothing", "file-empty", func(f *form) { f.data = []byte{} }},
		{"a form zipped again", "file-archive", func(f *form) {
			f.data = rawzip.Pack(f, []rawzip.Part{{Name: "phieu.xlsx", Content: string(rawzip.Pack(f, f.parts))}})
		}},
		{"a form of gzip", "file-archive", func(f *form) { f.data = gzipped(f, rawzip.Pack(f, f.parts)) }},
		{"a form as text", "file-text", func(f *form) { f.data = []byte(f.part(formPart)[60:]) }},
		{"zeros of a form's length", "file-damaged", func(f *form) { f.data = make([]byte, len(rawzip.Pack(f, f.parts))) }},
		{"the first block full of zeros", "file-damaged", func(f *form) {
			f.data = append(make([]byte, 4096), rawzip.Pack(f, f.parts)[4096:]...)
		}},
		{"the last block full of zeros", "file-damaged", func(f *form) {
			f.data = rawzip.Pack(f, f.parts)
			clear(f.data[len(f.data)-4096:])
		}},
		{"twenty megabytes and more", "file-too-large", func(f *form) {
			f.data = append(rawzip.Pack(f, f.parts), make([]byte, 20<<20)...)
		}},
		{"parts in another order", asSound, func(f *form) {
			for i := range len(f.parts) / 2 {
				j := len(f.parts) - 1 - i
				f.parts[i], f.parts[j] = f.parts[j], f.parts[i]
			}
		}},
		{"parts in folders with entries of their own", asSound, func(f *form) { f.put("xl/", ""); f.put("xl/media/", "") }},
		{"names of another case", asSound, func(f *form) {
			for i := range f.parts {
				f.parts[i].Name = strings.ToUpper(f.parts[i].Name)
			}
		}},
	}
	for _, a := range rawzip.Attacks(formPart) {
		want := string(a.Code)
		if want == "" {
			want = asSound
		}
		all = append(all, attack{a.Name, want, func(f *form) { f.data = a.Make(f, f.parts) }})
	}
	return all
}

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
