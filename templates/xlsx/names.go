package xlsx

import (
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// safeName reports whether an entry's name stays inside the package on every system.
func safeName(name string) bool {
	if name == "" || len(name) > 512 || !utf8.ValidString(name) || strings.Contains(name, ":") {
		return false
	}
	for _, r := range name {
		if r < ' ' || r == 0x7f {
			return false
		}
	}
	trimmed := strings.TrimSuffix(name, "/")
	return path.Clean(trimmed) == trimmed && trimmed != "." && trimmed != ".." && !strings.HasPrefix(trimmed, "../") && trimmed[0] != '/'
}

// foldName is the form in which two names are the same to a system that ignores case or the composition of letters.
func foldName(name string) string {
	return strings.ToLower(strings.ToUpper(norm.NFC.String(name)))
}

// resolve finds the entry that a relation's target means, seen from the folder of the relation's source. It reports
// false for a target outside the package.
func resolve(folder, target string) (string, bool) {
	if target == "" || strings.ContainsAny(target, "\\:?#") {
		return "", false
	}
	if !strings.HasPrefix(target, "/") {
		target = "/" + folder + "/" + target
	}
	depth := 0
	for _, segment := range strings.Split(target, "/") {
		switch segment {
		case "", ".":
		case "..":
			depth--
		default:
			depth++
		}
		if depth < 0 {
			return "", false
		}
	}
	return strings.TrimPrefix(path.Clean(target), "/"), true
}
