//go:build !windows

package terminal

// speakUTF8 has nothing to do where terminals know UTF-8.
func speakUTF8() (restore func()) { return func() {} }

// OwnsConsole says that the window closes with this program; elsewhere than on Windows there is a shell that stays.
func OwnsConsole() bool { return false }
