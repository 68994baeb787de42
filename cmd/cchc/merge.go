package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// mergeOptions are what merge was asked for.
type mergeOptions struct {
	paths  []string
	out    string
	prefer string // newest, a file, or ""
	force  bool
}

// newest is the value of --prefer that lets the file decide which was saved last.
const newest = "newest"

func newMerge(a *app) *cobra.Command {
	var o mergeOptions
	cmd := &cobra.Command{
		Use:   "merge TỆP|THƯ-MỤC... -o TỆP",
		Short: "Ghép phần của các phòng thành phiếu của đơn vị",
		Long: `Ghép các phiếu của một đơn vị (phần của từng phòng, hoặc cả phiếu) thành một phiếu. Số liệu giống nhau ở nhiều tệp được
lấy một lần; khác nhau thì nêu cả hai kèm tệp và ô, và để trống trong phiếu ghép. Tài liệu kiểm chứng, giải trình của
nhiều phòng được nối lại, ghi rõ của phòng nào. Ghép theo thứ tự nào, ghép thêm vào phiếu đã ghép cũng cho cùng kết quả.`,
		Example: `  cchc merge cac-phong -o don-vi.xlsx
  cchc merge phong-a.xlsx phong-b.xlsx --prefer newest -o don-vi.xlsx`,
		Args: speech.ArgCount(1, -1, "ít nhất một phiếu hoặc thư mục"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.paths = args
			return a.merge(o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` phiếu ghép")
	cmd.Flags().StringVar(&o.prefer, "prefer", "", "số liệu khác nhau thì lấy theo `TỆP` này, hoặc newest: tệp lưu sau cùng")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghép lại vào tệp đã có, nếu không mất gì người điền đã ghi")
	return cmd
}

func (a *app) merge(o mergeOptions) error {
	if o.out == "" {
		return terminal.Misuse("Chưa nêu tệp kết quả. Thêm -o, ví dụ -o don-vi.xlsx.")
	}
	in, err := disk.Gather(o.paths, disk.IsWorkbook)
	if err := cmp.Or(err, in.Absent); err != nil {
		return err
	}
	// An earlier result in the folder is passed over; one that is named stays, and will not be written onto.
	in.Files = slices.DeleteFunc(in.Files, func(path string) bool { return samePath(path, o.out) && !slices.Contains(o.paths, path) })
	if err := disk.PrepareFile(o.out, in.Files...); err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	t := &mergeTable{app: a, desk: d, o: o, skipped: in.Skipped}
	if err := t.read(in.Files); err != nil {
		return err
	}
	return doubting(&in, t.merge())
}

// mergeTable is what lies on the table when a unit's files are put together.
type mergeTable struct {
	*app
	desk    *desk.Desk
	o       mergeOptions
	skipped []disk.Skipped
	hands   []handFile
	edition *desk.Edition
	same    bool  // the merged form stood there already
	fault   error // the first reason why nothing is written
}

// handFile is a file with what it says.
type handFile struct {
	handover.Hand
	path    string
	reading *reader.Reading
}

// read reads all files, and says of every one that cannot be used why. The error is one already said.
func (t *mergeTable) read(files []string) error {
	names := handNames(files)
	for _, path := range files {
		e, reading, err := readPart(t.desk, path)
		if err != nil {
			t.refuse(path, err)
			continue
		}
		t.hands = append(t.hands, handFile{reading.Hand(names[path]), path, reading})
		if t.edition == nil {
			t.edition = e
		}
		if e.Rules.ID != t.edition.Rules.ID {
			t.refuse(path, &reader.Refused{Problem: problem.New(problem.MergeRules, "", e.Rules.ID, t.edition.Rules.ID, t.hands[0].Name)})
		}
	}
	if len(files) == 0 {
		return terminal.Misuse("Không có phiếu nào để ghép. Nêu các phiếu .xlsx, hoặc thư mục có phiếu.")
	}
	if t.fault != nil {
		return t.fault
	}
	return t.weigh()
}

// refuse says why a file cannot be used. A file that cannot be read at all is the graver fault.
func (t *mergeTable) refuse(path string, err error) {
	var refusal *reader.Refused
	var faulty *desk.FaultySet
	switch {
	case errors.As(err, &faulty):
		refusal = &reader.Refused{Problem: faulty.OfForm()}
	case !errors.As(err, &refusal):
		fmt.Fprintf(t.err, "Không ghép được %s: %s\n", terminal.PlainLine(path), terminal.PlainLine(disk.Sentence(err)))
		t.fault = reported{err}
		return
	}
	p := refusal.Problem
	fmt.Fprintf(t.err, "Không ghép %s: %s %s [%s]\n", terminal.PlainLine(path), terminal.PlainLine(p.Text()), terminal.PlainLine(p.Remedy()), p.Code)
	if t.fault == nil {
		t.fault = errFindings
	}
}

func samePath(path, other string) bool { return filepath.Clean(path) == filepath.Clean(other) }

// readPart reads a form or a part of one. Whatever is in the file, even a panic is only its refusal.
func readPart(d *desk.Desk, path string) (e *desk.Edition, reading *reader.Reading, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &reader.Refused{Problem: problem.New(problem.FileCrash, "", fault)}
		}
	}()
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, nil, err
	}
	e, book, err := d.Book(data)
	if err != nil {
		return nil, nil, err
	}
	if book.Stamp.Stage != templates.SubmittedStage {
		return nil, nil, &reader.Refused{Problem: problem.New(problem.MergeScored, "")}
	}
	reading, err = reader.ReadPart(e.Layout, book)
	return e, reading, err
}

// handNames are what reports call the files: their names, or where two have the same their paths.
func handNames(files []string) map[string]string {
	count := map[string]int{}
	for _, path := range files {
		count[filepath.Base(path)]++
	}
	names := map[string]string{}
	for _, path := range files {
		names[path] = filepath.Base(path)
		if count[names[path]] > 1 {
			names[path] = filepath.ToSlash(path)
		}
	}
	return names
}

// weigh gives the files the weight that --prefer asks for.
func (t *mergeTable) weigh() error {
	if t.o.prefer == "" {
		return nil
	}
	found := false
	for i := range t.hands {
		hand := &t.hands[i]
		if t.o.prefer == newest {
			found = true
		} else if samePath(hand.path, t.o.prefer) || hand.Name == t.o.prefer {
			hand.Weight, found = 1, true
		}
	}
	if t.o.prefer == newest {
		return t.weighByTime()
	}
	if !found {
		return terminal.Misuse("Tệp %s nêu ở --prefer không có trong các tệp được ghép.", terminal.Quoted(t.o.prefer))
	}
	return nil
}

// weighByTime gives each file the weight of the moment at which it was saved: the one that the workbook tells of itself, which goes
// with it through mails and copies, before that of the file on this machine. Where the two lead to different files, it says so.
func (t *mergeTable) weighByTime() error {
	var byBook, byFile int // the newest by either
	var files []time.Time
	for i := range t.hands {
		hand := &t.hands[i]
		info, err := os.Stat(hand.path)
		if err != nil {
			return err
		}
		files = append(files, info.ModTime())
		at := hand.reading.Saved
		if at.IsZero() {
			at = info.ModTime()
		}
		hand.Weight = int(at.UnixNano())
		if hand.Weight > t.hands[byBook].Weight {
			byBook = i
		}
		if files[i].After(files[byFile]) {
			byFile = i
		}
	}
	if byBook != byFile {
		fmt.Fprintf(t.err, "Lưu ý: theo thời điểm lưu ghi trong phiếu, tệp sau cùng là %s (%s); theo thời điểm của tệp trên máy là %s (%s). Lấy theo phiếu.\n",
			terminal.PlainLine(t.hands[byBook].Name), desk.Moment(time.Unix(0, int64(t.hands[byBook].Weight))),
			terminal.PlainLine(t.hands[byFile].Name), desk.Moment(files[byFile]))
	}
	return nil
}
