package main

import (
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func main() {
	cobra.MousetrapHelpText = ""       // cobra's own words for a double click, in English; ours are in console.go
	cobra.EnableCommandSorting = false // help lists the commands in the order in which they are used over a year
	collectSeldom()
	std := streams{os.Stdin, os.Stdout, os.Stderr}
	os.Exit(atConsole(std, func() int { return run(os.Args[1:], std) }))
}

// collectSeldom lets garbage pile up to a bound: a batch makes a few megabytes for each workbook and keeps next to nothing, so
// that looking through all that is kept costs more than it frees.
func collectSeldom() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(64 << 20)
}
