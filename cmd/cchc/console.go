package main

import "fmt"

// atConsole runs the program with the manners that a window wants: Vietnamese letters, and where the window is there for
// this program alone, as after a double click or a drop, it stays open until Enter is pressed.
func atConsole(std streams, work func() int) int {
	restore := speakUTF8()
	defer restore()
	status := work()
	if ownsConsole() {
		waitForEnter(std)
	}
	return status
}

func waitForEnter(std streams) {
	fmt.Fprint(std.err, "\nNhấn Enter để đóng cửa sổ này… ")
	one := make([]byte, 1)
	for {
		if n, err := std.in.Read(one); err != nil || n > 0 && one[0] == '\n' {
			return
		}
	}
}

// doubleClickHelp is what a double click shows in place of the full help: whoever does that wants to know what to do with the mouse.
const doubleClickHelp = `Chương trình chấm điểm chỉ số cải cách hành chính (CCHC).

Để chấm điểm: dùng chuột kéo phiếu .xlsx (một phiếu, nhiều phiếu hoặc cả thư
mục) thả lên biểu tượng của chương trình. Kết quả được ghi vào thư mục ket-qua
bên cạnh phiếu; phiếu đã nộp không bị thay đổi.

Để lập phiếu, xếp hạng, so sánh: mở thư mục có chương trình, bấm vào thanh địa
chỉ, gõ cmd rồi nhấn Enter, sau đó gõ: cchc --help
`
