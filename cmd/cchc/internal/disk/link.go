package disk

import (
	"os"
	"path/filepath"
)

// Link is a file as seen from a folder, with slashes; "" where there is no such way, or no such file.
func Link(folder, file string) string {
	if _, err := os.Stat(file); file == "" || err != nil {
		return ""
	}
	from, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	to, err := filepath.Abs(file)
	if err != nil {
		return ""
	}
	link, err := filepath.Rel(from, to)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(link)
}
