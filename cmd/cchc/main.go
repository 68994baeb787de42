package main

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/terminal"
)

func main() {
	cobra.MousetrapHelpText = ""       // cobra's own words for a double click, in English; ours are in console.go
	cobra.EnableCommandSorting = false // help lists the commands in the order in which they are used over a year
	signal.Ignore(syscall.SIGPIPE)     // whoever reads no further must not keep files from being finished; exit.go tells of it
	std := streams{os.Stdin, os.Stdout, os.Stderr}
	if terminal.Closed(os.Stdout) {
		std.out = closed{}
	}
	weight := ballast()
	status := terminal.AtConsole(std.in, std.err, func() int { return run(os.Args[1:], std) })
	runtime.KeepAlive(weight)
	os.Exit(status)
}

// ballast is memory that is held and never touched, so that no system gives it. The collector counts it, and waits for as much
// garbage again: a batch makes a few megabytes for each workbook and keeps next to nothing, so that looking through all that is
// kept, again and again, costs more than it frees. With 28 MiB a batch took 13 MiB more, over what it may, for 2 per cent less work;
// told by settings instead (400 per cent, 100 for a ranking), more memory and more work.
func ballast() []byte { return make([]byte, 16<<20) }
