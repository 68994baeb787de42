package disk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"cchc/cmd/cchc/internal/terminal"
)

// The windows of other systems put the names of files in the place of a pattern before a program sees it; cmd.exe and PowerShell
// hand nop\*.xlsx over as it stands.

// Expand puts in the place of each pattern the files and folders that it means, in order. A path that is there is none, whatever
// its name; a pattern that means nothing is a misuse.
func Expand(paths []string) ([]string, error) {
	var all []string
	for _, path := range paths {
		if !strings.ContainsAny(path, "*?") || isThere(path) {
			all = append(all, path)
			continue
		}
		found := matching(path)
		if len(found) == 0 {
			return nil, terminal.Misuse("Không có tệp nào khớp %s. Kiểm tra thư mục và tên tệp.", terminal.Quoted(path))
		}
		all = append(all, found...)
	}
	return all, nil
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// matching lists what a pattern means. Only * and ? are special, as they are there: many a folder has brackets in its name.
func matching(pattern string) []string {
	dir, last := filepath.Split(pattern)
	folders := []string{dir}
	if strings.ContainsAny(dir, "*?") {
		folders = matching(filepath.Clean(dir))
	}
	var found []string
	for _, folder := range folders {
		if !strings.ContainsAny(last, "*?") {
			if path := filepath.Join(folder, last); isThere(path) {
				found = append(found, path)
			}
			continue
		}
		list, _ := os.ReadDir(filepath.Clean(folder)) // one that can't be read has nothing to offer
		for _, item := range list {
			if matches([]rune(last), []rune(item.Name())) {
				found = append(found, filepath.Join(folder, item.Name()))
			}
		}
	}
	slices.Sort(found)
	return found
}

// matches says that a name fits a pattern, whatever its capitals.
func matches(pattern, name []rune) bool {
	if len(pattern) == 0 {
		return len(name) == 0
	}
	if pattern[0] == '*' {
		return matches(pattern[1:], name) || len(name) > 0 && matches(pattern, name[1:])
	}
	if len(name) == 0 || pattern[0] != '?' && unicode.ToLower(pattern[0]) != unicode.ToLower(name[0]) {
		return false
	}
	return matches(pattern[1:], name[1:])
}
