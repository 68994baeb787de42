package rules

import "testing"

func TestOwnSetsAreSound(t *testing.T) {
	c, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"2022", "2023"} {
		s, err := c.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range s.Findings {
			t.Logf("%s\n%s", f, f.Excerpt())
		}
		if !s.OK() {
			t.Errorf("%s has errors", name)
		}
	}
}
