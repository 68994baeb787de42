package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// Without a name the guide is written only where a person says yes, and he is told before into which folder.
func TestGuideAsksFirst(t *testing.T) {
	for typed, written := range map[string]bool{"c\n": true, " Có \n": true, "\n": false, "": false, "không\n": false, "x\n": false} {
		folder := t.TempDir()
		t.Chdir(folder)
		var out, talk bytes.Buffer
		a := &app{streams: streams{strings.NewReader(typed), &out, &talk}}
		if err := a.offerGuide(false); err != nil {
			t.Fatal(err)
		}
		if want := "Ghi bản hướng dẫn vào tệp huong-dan.xlsx trong thư mục " + folder + "? Gõ c (có) rồi nhấn Enter: "; out.String() != want {
			t.Errorf("asked %q, want %q", out.String(), want)
		}
		want := "Không ghi gì. Muốn ghi vào tệp khác thì nêu ở -o.\n"
		if written {
			want = "Đã ghi huong-dan.xlsx.\n"
		}
		if _, err := os.Stat(guideFile); (err == nil) != written || talk.String() != want {
			t.Errorf("typed %q: written %v, said %q", typed, err == nil, talk.String())
		}
	}
}
