package batch

import "testing"

func TestRoomForNames(t *testing.T) {
	for _, test := range []struct{ widest, room, want int }{
		{45, 120, 45}, // nothing is cut that has room
		{45, 38, 38},
		{45, 5, 20}, // in the narrowest window a name is still one
		{12, 5, 12},
	} {
		if got := roomFor(test.widest, test.room); got != test.want {
			t.Errorf("names of %d letters in %d: %d wide, want %d", test.widest, test.room, got, test.want)
		}
	}
}
