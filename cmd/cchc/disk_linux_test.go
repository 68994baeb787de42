package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"cchc/templates"
)

// mounted is a small disk of its own, and skips loudly where none may be mounted.
func mounted(t *testing.T, options string) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, options); err != nil {
		t.Skipf("SKIPPED: no disk can be mounted here (%v), so NOTHING has tried a full or a read-only one", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// TestFullDisk scores a batch onto a disk that has room for some results: those are whole, of the others the old file is
// intact, each is named, and nothing is left over. With room again, the next run completes.
func TestFullDisk(t *testing.T) {
	mounted := mounted(t, "size=650k") // the old results, and some of the new ones with the old ones beside them
	k := newKilled(t)
	k.out = filepath.Join(mounted, "cham")
	k.putBack(t)
	args := []string{"score", k.in, "-o", k.out, "--force"}
	got := runHere(args...)
	left := k.check(t)
	if got.status != statusFailure || !strings.Contains(got.err, "Đĩa đầy, không ghi được") || left.written == 0 || left.written == killedForms || left.temporary != "" {
		t.Errorf("status %d, %+v, said %s", got.status, left, got.err)
	}
	if err := syscall.Mount("tmpfs", mounted, "tmpfs", syscall.MS_REMOUNT, "size=8m"); err != nil {
		t.Fatal(err)
	}
	got = runHere(args...)
	if left := k.check(t); got.status == statusFailure || left.written != killedForms || left.temporary != "" {
		t.Errorf("with room again: status %d, %+v, said %s", got.status, left, got.err)
	}
}

// oldResult is what lies in the way.
const oldResult = "kết quả cũ"

// TestReadOnlyDisk says of every result that it can't be written.
func TestReadOnlyDisk(t *testing.T) {
	mounted := mounted(t, "size=1m")
	_, e := desk2023(t)
	form := printedForm(t, e, "so-mau-a")
	in := filepath.Dir(putFile(t, filepath.Join(t.TempDir(), "a.xlsx"), form))
	old := putFile(t, filepath.Join(mounted, "a.xlsx"), []byte(oldResult))
	blank := printed(t, e, templates.Filling{}) // which could be made anew
	untouched := putFile(t, filepath.Join(mounted, "trong.xlsx"), blank)
	if err := syscall.Mount("tmpfs", mounted, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"score", in, "-o", mounted, "--force"}, {"score", in, "-o", filepath.Join(mounted, "moi")},
		{"template", "2023", "-o", filepath.Join(mounted, "b.xlsx")}, {"template", "2023", "-o", untouched, "--force"}, {"rank", in, "-o", old, "--force"}} {
		if got := runHere(args...); got.status != statusFailure || !strings.Contains(got.err, "Ổ đĩa chỉ cho đọc, không ghi được") {
			t.Errorf("%v: status %d, said %s", args, got.status, got.err)
		}
	}
	if contents(t, old) != oldResult || contents(t, untouched) != string(blank) || len(listed(t, mounted)) != 2 {
		t.Errorf("the old file holds %q beside %v", contents(t, old), listed(t, mounted))
	}
}

// TestFolderWithoutRights is refused by name. Root may write everywhere, and skips.
func TestFolderWithoutRights(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("SKIPPED: root may write everywhere; the read-only disk is tried instead")
	}
	folder := t.TempDir()
	_, e := desk2023(t)
	blank := printed(t, e, templates.Filling{})
	old := putFile(t, filepath.Join(folder, "phieu.xlsx"), blank)
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	got := runHere("template", "2023", "-o", old, "--force")
	if got.status != statusFailure || !strings.Contains(got.err, "Không có quyền đọc hoặc ghi") || contents(t, old) != string(blank) {
		t.Errorf("status %d, said %s", got.status, got.err)
	}
}

// TestPipesAreNotWaitedFor: what is no file is refused at once, wherever a file is asked for.
func TestPipesAreNotWaitedFor(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.xlsx", "a.yaml", "a.csv", "a.jsonl"} {
		if err := syscall.Mkfifo(name, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"score", "a.xlsx"}, {"rank", "a.xlsx"}, {"rank", "a.jsonl"}, {"score", "."}, {"template", "2023", "--answers", "a.yaml"},
		{"template", "2023", "--units", "a.csv", "-o", "mau"}, {"template", "a.yaml"}, {"score", "/dev/zero"}, {"score", "/dev/tty"}, {"rank", "a.xlsx", "--survey", "a.csv"}} {
		if got := runHere(args...); got.status == statusOK || got.err == "" {
			t.Errorf("%v: status %d, said %q", args, got.status, got.err)
		}
	}
}
