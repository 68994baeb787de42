package main

import (
	"os"

	"github.com/spf13/cobra"
)

func main() {
	cobra.MousetrapHelpText = ""       // cobra's own words for a double click, in English; ours are in console.go
	cobra.EnableCommandSorting = false // help lists the commands in the order in which they are used over a year
	std := streams{os.Stdin, os.Stdout, os.Stderr}
	os.Exit(atConsole(std, func() int { return run(os.Args[1:], std) }))
}
