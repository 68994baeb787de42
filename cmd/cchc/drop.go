package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
)

// dropped lets workbooks or folders stand in a command's place: that is what Windows makes of files dropped on the program.
func (a *app) dropped(root *cobra.Command, args []string) error {
	for _, arg := range args {
		if _, err := os.Stat(arg); err != nil {
			return speech.UnknownCommand(root, arg)
		}
	}
	return nil
}

// runDropped scores what was dropped: a folder as score does, onto the results that it has; forms into a fresh folder beside them. A
// double click drops nothing, and gets a short help.
func (a *app) runDropped(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) > 0 && folderStands(args[0]):
		return a.score(cmd.Context(), scoreOptions{paths: args})
	case len(args) > 0:
		return a.score(cmd.Context(), scoreOptions{paths: args, out: freshFolder(besideFirst(args[0])), dropped: true})
	case isOffice() && a.atKeyboard():
		return a.menu(cmd.Context())
	case terminal.OwnsConsole():
		return writeAll(a.out, doubleClickHelp)
	}
	return cmd.Help()
}

// folderStands says that a folder stands there.
func folderStands(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// freshFolder is the folder of that name, or the first numbered one, that is not there or still empty: who drops a form again
// gets new results, and keeps the old ones.
func freshFolder(folder string) string {
	fresh := folder
	for n := 2; !emptyFolder(fresh); n++ {
		fresh = fmt.Sprintf("%s-%d", folder, n)
	}
	return fresh
}

func emptyFolder(folder string) bool {
	list, err := os.ReadDir(folder)
	return os.IsNotExist(err) || err == nil && len(list) == 0
}

// doubleClickHelp is what a double click shows in place of the full help: whoever does that wants to know what to do with the mouse.
const doubleClickHelp = `Chương trình chấm điểm chỉ số cải cách hành chính (CCHC).

Để chấm điểm: dùng chuột kéo phiếu .xlsx (một phiếu, nhiều phiếu hoặc cả thư
mục) thả lên biểu tượng của chương trình. Kết quả được ghi vào thư mục ket-qua
bên cạnh phiếu (thả phiếu lần nữa thì vào thư mục mới; thả cả thư mục thì vào
chính thư mục kết quả đó); phiếu đã nộp không bị thay đổi.

Để lập phiếu, xếp hạng, so sánh: mở thư mục có chương trình, bấm vào thanh địa
chỉ, gõ cmd rồi nhấn Enter, sau đó gõ: cchc --help
`
