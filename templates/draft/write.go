package draft

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// Write writes the workbook as an .xlsx. Equal values give equal bytes.
//
// What is said of the sheets and of every cell is checked first, and all that is wrong is reported together:
// see [TooLongError] for the one fault that another's text can bring about. Control characters that XML forbids are left out
// of texts, line ends become \n, and a text that begins with = + - @ is marked as text, so that nobody's typing turns it into
// a formula. The file opens on its first visible sheet, and asks the program that opens it to calculate all formulas anew.
//
// It is the plain way, through excelize; [Plate] is the quick one for many workbooks of one kind.
func (w *Workbook) Write(out io.Writer) error {
	b, err := w.build()
	if err != nil {
		return err
	}
	defer b.file.Close()
	parts, err := b.parts()
	if err != nil {
		return err
	}
	sealParts(parts)
	return writeParts(out, parts)
}

// builder is a workbook while excelize builds it.
type builder struct {
	file  *excelize.File
	looks map[look]int     // cell styles made so far, by their number
	marks map[markLook]int // looks of conditional formats
}

// build checks a workbook and lays it out in excelize.
func (w *Workbook) build() (*builder, error) {
	w = w.whole()
	if err := w.check(); err != nil {
		return nil, err
	}
	b := &builder{file: excelize.NewFile(), looks: map[look]int{}, marks: map[markLook]int{}}
	if err := b.fill(w); err != nil {
		return nil, errors.Join(err, b.file.Close())
	}
	return b, nil
}

// whole is the workbook with its sheets whole.
func (w *Workbook) whole() *Workbook {
	all := *w
	all.Sheets = make([]*Sheet, len(w.Sheets))
	for i, s := range w.Sheets {
		all.Sheets[i] = s.Whole()
	}
	return &all
}

func (b *builder) fill(w *Workbook) error {
	if err := b.workbook(w); err != nil {
		return err
	}
	for _, s := range w.Sheets {
		if err := b.sheet(s); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	return nil
}

// workbook makes the sheets, still empty, and what concerns them all.
func (b *builder) workbook(w *Workbook) error {
	if err := b.file.SetDefaultFont(family); err != nil {
		return err
	}
	if err := b.file.SetSheetName("Sheet1", w.Sheets[0].Name); err != nil {
		return err
	}
	for _, s := range w.Sheets[1:] {
		if _, err := b.file.NewSheet(s.Name); err != nil {
			return err
		}
	}
	b.file.SetActiveSheet(w.firstVisible())
	for _, s := range w.Sheets {
		if err := b.file.SetSheetVisible(s.Name, !s.Hidden); err != nil {
			return err
		}
	}
	yes, no := true, false
	if err := b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}); err != nil {
		return err
	}
	// Excel warns on every save of a file that says to filter private things out, as excelize's do.
	if err := b.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: &no}); err != nil {
		return err
	}
	return b.properties(w)
}

func (w *Workbook) firstVisible() int {
	for i, s := range w.Sheets {
		if !s.Hidden {
			return i
		}
	}
	return 0
}

// Made is the moment that every workbook says it was made at: a clock would make equal workbooks differ.
const Made = "2024-01-01T00:00:00Z"

func (b *builder) properties(w *Workbook) error {
	about := &excelize.DocProperties{Title: clean(w.Title), Creator: Program, LastModifiedBy: Program, Created: Made, Modified: Made}
	if err := b.file.SetDocProps(about); err != nil {
		return err
	}
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: Program}); err != nil {
		return err
	}
	for _, one := range w.Properties {
		if err := b.file.SetCustomProps(excelize.CustomProperty{Name: clean(one.Name), Value: clean(one.Value)}); err != nil {
			return err
		}
	}
	return nil
}

// program is what the files name as their maker. It is no name that a spreadsheet program trusts to have calculated rightly,
// so LibreOffice, too, calculates all formulas when it opens them.
// Program is what a workbook says it was made by.
const Program = "cchc"
