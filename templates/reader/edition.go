package reader

import (
	"fmt"
	"slices"
	"strings"

	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// offered gives the texts of each list of options as the file's own hidden sheet spells them. A correction of case or
// spaces in the rule set keeps the form's hash, and forms already out still offer the old spelling.
func offered(l *templates.Layout, book *Book) map[*templates.OptionList][]string {
	texts, there, all := book.optionTexts(), map[string]bool{}, map[*templates.OptionList][]string{}
	for _, text := range texts {
		there[text] = true
	}
	for _, list := range l.Options {
		all[list] = list.Texts
		if slices.ContainsFunc(list.Texts, func(text string) bool { return !there[text] }) {
			all[list] = spelt(list.Texts, texts)
		}
	}
	return all
}

// spelt gives texts in the spelling that they have among others, where they are there.
func spelt(texts, others []string) []string {
	byFold := map[string]string{}
	for _, text := range others {
		byFold[fold(text)] = text
	}
	own := slices.Clone(texts)
	for i, text := range texts {
		if other, ok := byFold[fold(text)]; ok {
			own[i] = other
		}
	}
	return own
}

// optionTexts are the options that stand on the file's hidden sheet, each once; none where it has lost that.
func (b *Book) optionTexts() []string {
	var texts []string
	seen := map[string]bool{}
	if b.hidden == nil {
		return nil
	}
	for _, cell := range b.hidden.Cells() {
		if cell.Kind == xlsx.Text && cell.Col >= templates.FirstListColumn && !seen[cell.Text] {
			seen[cell.Text] = true
			texts = append(texts, cell.Text)
		}
	}
	return texts
}

// fold is the form in which two spellings of an option are the same: no matter the case and the spaces.
func fold(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }

// changesSince says in words what this layout asks otherwise than the file's form, as far as the file can tell.
func changesSince(l *templates.Layout, book *Book) string {
	var changes []string
	asked := keysAsked(l, book)
	for _, row := range l.Rows {
		if row.Kind == templates.InputRow && len(asked) > 0 && !slices.Contains(asked, row.Key) {
			changes = append(changes, fmt.Sprintf("thêm %s (%s)", row.Key, row.Input.Label))
		}
	}
	for _, key := range asked {
		if _, known := l.Row(key); !known {
			changes = append(changes, "bỏ "+quote(key))
		}
	}
	changes = append(changes, optionsChanged(l, book)...)
	if len(changes) == 0 {
		return "loại, giới hạn hoặc thứ tự của một số liệu"
	}
	return few(changes)
}

// keysAsked lists the keys of answers that the file's sheet bears; none where the sheet can't be read.
func keysAsked(l *templates.Layout, book *Book) []string {
	sheet, keys, err := findSheet(book.file, l.SheetName())
	if err != nil || len(keys[0].places[templates.KeyColumn]) != 1 {
		return nil
	}
	var asked []string
	for row := range sheet.Rows() {
		text := sheet.Cell(row, keys[0].places[templates.KeyColumn][0]).Text
		if _, ok := expr.ParseKey(text); ok {
			asked = append(asked, text)
		}
	}
	return asked
}

// optionsChanged names the options that the file doesn't offer, and those that only the file does.
func optionsChanged(l *templates.Layout, book *Book) []string {
	theirs := map[string]string{}
	for _, text := range book.optionTexts() {
		theirs[fold(text)] = text
	}
	var changes []string
	for _, row := range l.Rows {
		if row.Kind != templates.InputRow || row.Options == nil {
			continue
		}
		for _, text := range row.Options.Texts {
			if _, ok := theirs[fold(text)]; !ok {
				changes = append(changes, fmt.Sprintf("%s có lựa chọn mới %s", row.Key, quote(text)))
			}
		}
	}
	ours := map[string]bool{}
	for _, list := range l.Options {
		for _, text := range list.Texts {
			ours[fold(text)] = true
		}
	}
	for _, text := range book.optionTexts() {
		if !ours[fold(text)] {
			changes = append(changes, fmt.Sprintf("không còn lựa chọn %s", quote(text)))
		}
	}
	return changes
}
