package draft

import (
	"io"
	"testing"
)

func BenchmarkWrite(b *testing.B) {
	w := answered(400, 1)
	for b.Loop() {
		if err := w.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWritePlainTexts leaves out the rich texts, whose number excelize takes squared.
func BenchmarkWritePlainTexts(b *testing.B) {
	w := answered(400, 1)
	for i := range w.Sheets[1].Cells {
		if v := &w.Sheets[1].Cells[i].Value; v.Kind == RichKind {
			*v = Text(v.Runs[0].Text + v.Runs[1].Text)
		}
	}
	for b.Loop() {
		if err := w.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlateWrite(b *testing.B) {
	p, w := pressed(b, sample(400)), answered(400, 1)
	for b.Loop() {
		if err := p.Write(io.Discard, w); err != nil {
			b.Fatal(err)
		}
	}
}
