package terminal

import (
	"bytes"
	"strings"
	"testing"
)

func TestWaitForEnterReadsOneLine(t *testing.T) {
	for name, typed := range map[string]string{"Enter": "\n", "Enter on Windows": "\r\n", "words first": "xong\n", "the window is closed": ""} {
		t.Run(name, func(t *testing.T) {
			var said bytes.Buffer
			in := strings.NewReader(typed + "rest")
			if typed == "" {
				in = strings.NewReader("")
			}
			waitForEnter(in, &said)
			if !strings.Contains(said.String(), "Nhấn Enter") {
				t.Errorf("said %q", said.String())
			}
			if typed != "" && in.Len() != len("rest") {
				t.Errorf("%d bytes are left to read, want those after the line", in.Len())
			}
		})
	}
}
