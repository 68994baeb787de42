package rulebook

import (
	"strings"
	"testing"
)

// TestOutlineNumbers: numbers as decisions print them, and the number of the set that each is.
func TestOutlineNumbers(t *testing.T) {
	for _, test := range []struct{ name, printed, want string }{
		{"as they are", "1 1.1 1.1.1 1.2 2 2.1 3.4-3.5", "1 1.1 1.1.1 1.2 2 2.1 3.4-3.5"},
		{"stops and brackets", "1. 1.1. 1.1.2) (2)", "1 1.1 1.1.2 2"},
		{"Roman areas, criteria that begin anew", "I 1 2 II 1 1.1 1.2 2 III 1", "1 1.1 1.2 2 2.1 2.1.1 2.1.2 2.2 3 3.1"},
		{"Roman areas, numbers that name them", "I 1.1 1.2 II 2.1 2.1.1 2.2", "1 1.1 1.2 2 2.1 2.1.1 2.2"},
		{"letters", "A 1 2 B 1 2 C 1", "1 1.1 1.2 2 2.1 2.2 3 3.1"},
		{"letters over Roman ones", "A I 1 2 II 1 B I 1", "1 1.1 1.1.1 1.1.2 1.2 1.2.1 2 2.1 2.1.1"},
		{"the letter I", "A B C D E F G H I 1", "1 2 3 4 5 6 7 8 9 9.1"},
		{"Roman V and X", "I II III IV V 1 VI VII VIII IX X 1", "1 2 3 4 5 5.1 6 7 8 9 10 10.1"},
		{"small letters", "1 a b 2 a", "1 1.1 1.2 2 2.1"},
		{"small letters under dotted ones", "1 1.1 a b 1.2 a", "1 1.1 1.1.1 1.1.2 1.2 1.2.1"},
		{"no numbers", "- + * x1", "_ _ _ _"},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := &outline{}
			var got []string
			for _, printed := range strings.Fields(test.printed) {
				number := o.next(printed)
				if number == "" {
					number = "_"
				}
				got = append(got, number)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("%s\nare %s\nwant %s", test.printed, strings.Join(got, " "), test.want)
			}
		})
	}
}
