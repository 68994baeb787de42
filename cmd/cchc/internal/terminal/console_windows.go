package terminal

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// utf8Page is the code page of UTF-8.
const utf8Page = 65001

// speakUTF8 lets a console take Vietnamese both ways, and whatever reads our output by the console's code page, as PowerShell
// does. The console outlives us: restore gives it back as it was.
func speakUTF8() (restore func()) {
	in, errIn := windows.GetConsoleCP()
	out, errOut := windows.GetConsoleOutputCP()
	if errIn != nil || errOut != nil { // there is no console
		return func() {}
	}
	setPages(utf8Page, utf8Page)
	return func() { setPages(in, out) }
}

// setPages does what it can: a console that takes no other page still shows what is written to it as UTF-16.
func setPages(in, out uint32) {
	_ = windows.SetConsoleCP(in)
	_ = windows.SetConsoleOutputCP(out)
}

// OwnsConsole says that nobody else uses the console, so that it closes with this program: Explorer started it. Without keys
// to read from, as in a scheduled task, nobody could press Enter.
func OwnsConsole() bool {
	var mode uint32
	if windows.GetConsoleMode(windows.Handle(windows.Stdin), &mode) != nil {
		return false
	}
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	var processes [2]uint32
	count, _, _ := list.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return count == 1
}
