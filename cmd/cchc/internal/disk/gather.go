package disk

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/terminal"
)

// ResultFolder is where score writes unless told otherwise; walking a folder passes over it.
const ResultFolder = "ket-qua"

// EarlierFolder is where results lie that were replaced, in the folder of results.
const EarlierFolder = "truoc"

// SummaryFile lists the findings of all units, in a folder of results, and UnitTextsFile what is to be sent to each.
const (
	SummaryFile   = "tong-hop.xlsx"
	UnitTextsFile = "gui-don-vi.txt"
)

// NotesFile is what score notes of its results for its next run.
const NotesFile = ".cchc-da-cham"

// Inputs are the files that a command was given, with what was passed over while walking folders.
type Inputs struct {
	Files   []string
	Skipped []Skipped
	Absent  error // of the first named path that is not there; it is among the files, since scoring goes on with the others
	seen    map[string]bool
}

// Skipped is a file or folder that was passed over, and why. Doubtful is one that may be a form in wrappings: nobody may miss it.
type Skipped struct {
	Path, Reason string
	Doubtful     bool
}

// Doubtful says that something was passed over that may be a form.
func (in *Inputs) Doubtful() bool {
	return slices.ContainsFunc(in.Skipped, func(s Skipped) bool { return s.Doubtful })
}

// Gather lists the files to read: those named as they are, those of folders in the order of their names. wants says which
// files of a folder are meant; the others are passed over with a reason.
func Gather(paths []string, wants func(name string) bool) (Inputs, error) {
	in := Inputs{seen: map[string]bool{}}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil && isDevice(filepath.Base(path)), err == nil && info.Mode()&os.ModeDevice != 0:
			return in, terminal.Misuse("%s không phải tệp thường. Ghi tên một tệp hoặc thư mục.", terminal.Quoted(path)) // CON would wait for somebody to type
		case err != nil:
			in.add(path)
			in.Absent = cmp.Or(in.Absent, err)
		case !info.IsDir() && leftover(filepath.Base(path)) != "": // a pattern names them too
			in.Skip(path, leftover(filepath.Base(path)))
		case !info.IsDir():
			in.add(path)
		default:
			if err := in.walk(path, wants); err != nil {
				return in, err
			}
		}
	}
	return in, nil
}

func (in *Inputs) walk(root string, wants func(name string) bool) error {
	return filepath.WalkDir(root, func(path string, item fs.DirEntry, err error) error {
		name := ""
		if err == nil {
			name = item.Name()
		}
		switch {
		case err != nil:
			in.Skip(path, Sentence(err))
		case item.IsDir() && isResultFolder(name) && path != root:
			in.Skip(path, "thư mục kết quả")
			return filepath.SkipDir
		case item.IsDir() && name == EarlierFolder:
			in.Skip(path, "bản trước của kết quả")
			return filepath.SkipDir
		case item.IsDir() && name == "__MACOSX":
			in.Skip(path, "thư mục phụ của macOS trong tệp nén")
			return filepath.SkipDir
		case item.IsDir():
		case leftover(name) != "":
			in.Skip(path, leftover(name))
		case name == NotesFile, name == UnitTextsFile: // ours, and no form
		case strings.HasSuffix(name, TemporarySuffix):
			in.Skip(path, "tệp ghi dở của lần chạy trước")
		case !item.Type().IsRegular():
			in.Skip(path, "không phải tệp thường")
		case !wants(name) && wrapping(name) != "":
			in.Skipped = append(in.Skipped, Skipped{path, "có thể là phiếu (" + wrapping(name) + ")", true})
		case !wants(name):
			in.Skip(path, "không phải phiếu Excel")
		default:
			in.add(path)
		}
		return nil
	})
}

// add takes a file once, though it be named as itself and by its folder.
func (in *Inputs) add(path string) {
	if clean := filepath.Clean(path); !in.seen[clean] {
		in.seen[clean] = true
		in.Files = append(in.Files, path)
	}
}

func (in *Inputs) Skip(path, reason string) {
	in.Skipped = append(in.Skipped, Skipped{Path: path, Reason: reason})
}

func IsWorkbook(name string) bool { return strings.EqualFold(filepath.Ext(name), ".xlsx") }

// IsSpreadsheet says that a file of a folder may be a unit's form, saved in whatever format. One that can't be read is refused
// by name with the remedy; passed over as something else, it would be a unit without a score that nobody misses.
func IsSpreadsheet(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods"}, strings.ToLower(filepath.Ext(name)))
}

// isResultFolder says that a folder bears the name of results, numbered or not.
func isResultFolder(name string) bool {
	number, ok := strings.CutPrefix(name, ResultFolder)
	return ok && (number == "" || len(number) > 1 && number[0] == '-' && strings.Trim(number[1:], "0123456789") == "")
}
