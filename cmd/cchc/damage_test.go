package main

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

const (
	bitFlips    = 1000
	truncations = 50
)

// TestDamagedForms flips single bits of a filled form and cuts it: each is refused, or comes to exactly what the sound form does.
func TestDamagedForms(t *testing.T) {
	t.Parallel()
	v := newVictim(t)
	form := printedForm(t, v.edition, "so-mau-a")
	random := rand.New(rand.NewPCG(1219, 2023))
	var damaged [][]byte
	for range bitFlips {
		flipped, bit := bytes.Clone(form), random.IntN(8*len(form))
		flipped[bit/8] ^= 1 << (bit % 8)
		damaged = append(damaged, flipped)
	}
	for i := range truncations {
		damaged = append(damaged, form[:len(form)*i/truncations])
	}
	refused := 0
	for i, data := range damaged {
		switch got := v.account(t, data); {
		case got.refused != "":
			refused++
		case i >= bitFlips || v.sound.difference(&got) != asSound:
			t.Errorf("damage %d is taken: %s", i, v.sound.difference(&got))
		}
	}
	t.Logf("%d bit flips and %d truncations: %d refused, %d read as the sound form, 0 otherwise", bitFlips, truncations, refused, len(damaged)-refused)
	if refused < len(damaged)*9/10 {
		t.Errorf("only %d of %d were noticed", refused, len(damaged))
	}
}
