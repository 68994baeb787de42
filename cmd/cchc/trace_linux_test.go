package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestOnlyNamedFilesAreOpened runs a release build under strace: no socket, no other program, and of files nothing but those that
// were named, what is written, and what the system's own runtime looks at.
func TestOnlyNamedFilesAreOpened(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the program")
	}
	strace, err := exec.LookPath("strace")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("strace is not installed, and nothing else watches which files the program opens")
	}
	if err != nil {
		t.Skip("SKIPPED: strace is not installed, so NOTHING has watched which files the program opens")
	}
	if err := exec.CommandContext(t.Context(), strace, "-o", os.DevNull, "true").Run(); err != nil {
		t.Skipf("SKIPPED: strace may not watch here (%v), so NOTHING has watched which files the program opens", err)
	}
	_, e := desk2023(t)
	folder := t.TempDir()
	built := filepath.Join(t.TempDir(), "cchc")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", built, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	putFile(t, filepath.Join(folder, "nop/a.xlsx"), printedForm(t, e, "so-mau-a"))
	far := strings.Replace(resultLine(t, "Sở:A", "1"), `"file":"nop/A.xlsx"`, `"file":"//may-chu/chung/A.xlsx"`, 1)
	putFile(t, filepath.Join(folder, "la.jsonl"), []byte(far+far))
	putFile(t, filepath.Join(folder, "la.csv"), []byte("ma;diem\nA;3\n"))
	putFile(t, filepath.Join(folder, "dv.csv"), []byte("ma;ten;khoi\nA;Sở A;Sở\n"))
	putFile(t, filepath.Join(folder, "bo.yaml"), []byte("id: x\n"))
	for _, args := range [][]string{{"score", "nop", "-o", "cham"}, {"score", "nop/a.xlsx", "-o", "mot", "--json"}, {"rank", "nop", "-o", "xep.xlsx"},
		{"template", "2023", "-o", "trong.xlsx"}, {"diff", "2022", "2023", "-o", "so-sanh.xlsx"}, {"carry", "nop/a.xlsx", "--to", "2023", "-o", "chuyen.xlsx"}, {"merge", "nop", "-o", "ghep.xlsx"},
		{"rank", "la.jsonl", "--survey", "la.csv", "-o", "xep-la.xlsx"}, {"template", "2023", "--units", "dv.csv", "-o", "mau"},
		{"rules", "check", "bo.yaml"}} {
		traced(t, strace, built, folder, args)
	}
}

// ours are the files of a run that may be opened: by what is named, and for writing beside it.
var ours = regexp.MustCompile(`^(2023|nop|nop/a\.xlsx|la\.jsonl|la\.csv|dv\.csv|bo\.yaml|cham|mot|mau|\.|((cham|mot|mau)/)?(\.[\pL -]+\.xlsx\.[0-9a-f]{8}\.cchc-dang-ghi|[\pL -]+\.xlsx)|(cham|mot)/(\.cchc-da-cham|\.\.cchc-da-cham\.[0-9a-f]{8}\.cchc-dang-ghi))$`)

// systems are what Go's runtime looks at on this system.
var systems = []string{"/proc/", "/sys/", "/dev/null", "/etc/localtime", "/usr/share/zoneinfo/"}

var quotedPath = regexp.MustCompile(`"([^"]*)"`)

// pathOf is the path that a call names; strace writes letters beyond ASCII as octal numbers.
func pathOf(call string) string {
	quoted := quotedPath.FindString(call)
	if path, err := strconv.Unquote(quoted); err == nil {
		return path
	}
	return strings.Trim(quoted, `"`)
}

// isProgram says that a path is on the way to the program itself, beside which a folder of rule sets may stand.
func isProgram(path, program string) bool {
	return strings.HasPrefix(program, path) || path == filepath.Join(filepath.Dir(program), "rules")
}

func isSystem(path string) bool {
	return slices.ContainsFunc(systems, func(prefix string) bool { return strings.HasPrefix(path, prefix) })
}

func traced(t *testing.T, strace, program, folder string, args []string) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "trace")
	cmd := exec.CommandContext(t.Context(), strace, append([]string{"-f", "-qq", "-e", "trace=%network,%stat,%lstat,newfstatat,statx,open,openat,creat,execve,execveat", "-o", log, program}, args...)...)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() > statusFindings {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	var opened []string
	programs := 0
	for line := range strings.SplitSeq(contents(t, log), "\n") {
		_, call, _ := strings.Cut(line, " ")
		call = strings.TrimLeft(call, " ")
		switch name, _, _ := strings.Cut(call, "("); {
		case strings.HasPrefix(name, "exec"):
			programs++
		case strings.HasPrefix(name, "<..."), strings.HasSuffix(call, "<detached ...>"): // the second: a thread that the program's end cut off
		case strings.Contains(name, "stat"):
			if path := pathOf(call); path != "" && !isSystem(path) && !ours.MatchString(path) && !isProgram(path, program) {
				t.Errorf("%v looks for a file that nobody named: %s", args, call)
			}
		case strings.HasPrefix(name, "open") || name == "creat":
			if strings.Contains(call, "= -1 ENOENT") {
				continue
			}
			path := pathOf(call)
			written := strings.Contains(call, "O_WRONLY") || strings.Contains(call, "O_RDWR")
			if !isSystem(path) && !isProgram(path, program) && !ours.MatchString(path) || written && strings.HasPrefix(path, "nop") {
				t.Errorf("%v: %s", args, call)
			}
			opened = append(opened, path)
		case name != "" && !strings.HasPrefix(name, "+++") && !strings.HasPrefix(name, "---"):
			t.Errorf("%v: %s", args, call)
		}
	}
	slices.Sort(opened)
	t.Logf("%v opens %v", args, slices.Compact(opened))
	if programs != 1 || len(opened) < 2 {
		t.Errorf("%v: %d programs were run, %d files opened", args, programs, len(opened))
	}
}
