package main

import (
	"os"
	"path/filepath"
)

// Before a command works for long, what it is to write is made sure of: no input is ever written to, with --force neither, and
// what a killed run left in the place is cleared.

// prepareFile makes ready for writing a file. Without a name there is nothing to be written.
func prepareFile(out string, inputs ...string) error {
	if out == "" {
		return nil
	}
	if err := notOnto(inputs, out); err != nil {
		return err
	}
	removeLeftovers(filepath.Dir(out))
	return nil
}

// prepareFolder makes ready for writing files into a folder, and makes the folder.
func prepareFolder(folder string, outs, inputs []string) error {
	if err := notOnto(inputs, outs...); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	removeLeftovers(folder)
	return nil
}

// notOnto refuses to write onto an input, under whatever name it is there. An input without a file counts for nothing.
func notOnto(inputs []string, outs ...string) error {
	var read []os.FileInfo
	for _, path := range inputs {
		if info, err := os.Stat(path); err == nil {
			read = append(read, info)
		}
	}
	for _, out := range outs {
		info, err := os.Stat(out)
		if err != nil {
			continue
		}
		for _, other := range read {
			if os.SameFile(info, other) {
				return misuse("%s là tệp đầu vào nên không ghi lên. Nêu tên tệp hoặc thư mục khác ở -o.", quoted(out))
			}
		}
	}
	return nil
}
