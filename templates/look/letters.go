package look

// The letters of Times New Roman and how wide they are, in hundredths of an em.

// plainWidths and boldWidths are those from the space to the tilde.
var (
	plainWidths = [...]uint8{
		25, 33, 41, 50, 50, 83, 78, 18, 33, 33, 50, 56, 25, 33, 25, 28, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 28, 28, 56, 56, 56, 44,
		92, 72, 67, 67, 72, 61, 56, 72, 72, 33, 39, 72, 61, 89, 72, 72, 56, 72, 67, 56, 61, 72, 72, 94, 72, 72, 61, 33, 28, 33, 47, 50,
		33, 44, 50, 44, 50, 44, 33, 50, 50, 28, 28, 50, 28, 78, 50, 50, 50, 50, 33, 39, 28, 50, 50, 72, 50, 50, 44, 48, 20, 48, 54,
	}
	boldWidths = [...]uint8{
		25, 33, 56, 50, 50, 100, 83, 28, 33, 33, 50, 57, 25, 33, 25, 28, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 33, 33, 57, 57, 57, 50,
		93, 72, 67, 72, 72, 67, 61, 78, 78, 39, 50, 78, 67, 94, 72, 78, 61, 78, 72, 56, 67, 72, 72, 100, 72, 72, 67, 33, 28, 33, 58, 50,
		33, 50, 56, 44, 56, 44, 33, 50, 56, 28, 33, 56, 28, 83, 56, 50, 56, 56, 44, 39, 33, 56, 50, 72, 50, 50, 44, 39, 22, 39, 52,
	}
)

// accented are the letters that are as wide as a plain one, and a little more for a horn.
var accented = []struct {
	plain   rune
	horn    uint8
	letters string
}{
	{'a', 0, "áàảãạăắằẳẵặâấầẩẫậ"}, {'e', 0, "éèẻẽẹêếềểễệ"}, {'i', 0, "íìỉĩị"}, {'o', 0, "óòỏõọôốồổỗộ"},
	{'o', 5, "ơớờởỡợ"}, {'u', 0, "úùủũụ"}, {'u', 4, "ưứừửữự"}, {'y', 0, "ýỳỷỹỵ"}, {'d', 0, "đ"},
	{'A', 0, "ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬ"}, {'E', 0, "ÉÈẺẼẸÊẾỀỂỄỆ"}, {'I', 0, "ÍÌỈĨỊ"}, {'O', 0, "ÓÒỎÕỌÔỐỒỔỖỘ"},
	{'O', 5, "ƠỚỜỞỠỢ"}, {'U', 0, "ÚÙỦŨỤ"}, {'U', 8, "ƯỨỪỬỮỰ"}, {'Y', 0, "ÝỲỶỸỴ"}, {'D', 0, "Đ"},
	{' ', 0, "\u00a0"}, {'+', 1, "×÷≥≤−"},
}

// unknownWidth is that of a letter of which we do not know more.
const unknownWidth = 72

// letters are the widths of the letters up to the Vietnamese ones: every text is measured, letter by letter.
type letters [0x1F00]uint8

var plainLetters, boldLetters = newLetters(plainWidths[:]), newLetters(boldWidths[:])

func newLetters(ascii []uint8) *letters {
	var l letters
	for r := range l {
		l[r] = unknownWidth
	}
	copy(l[' ':], ascii)
	for _, group := range accented {
		for _, r := range group.letters {
			if int(r) < len(l) {
				l[r] = l[group.plain] + group.horn
			}
		}
	}
	return &l
}

// width is a letter's width.
func (l *letters) width(r rune) int {
	if int(r) < len(l) {
		return int(l[r])
	}
	switch r {
	case '—', '…', '→':
		return 100
	case '–', '“', '”', '‘', '’', '•':
		return 50
	case '≥', '≤', '−':
		return 57
	}
	return unknownWidth
}
