// Command pack puts files into a zip for a release: pack OUT.zip FILE...
//
// Equal files give equal bytes on every machine, which the zip programs of the systems do not promise: entries stand in the
// order given, by their base names, and bear no clock, owner or mode of the machine.
package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func main() {
	if err := pack(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func pack(args []string) error {
	if len(args) < 2 {
		return errors.New("give the name of the zip, then the files to put into it")
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, file := range args[1:] {
		if err := add(archive, file); err != nil {
			return err
		}
	}
	if err := archive.Close(); err != nil {
		return err
	}
	return os.WriteFile(args[0], out.Bytes(), 0o644)
}

// made is when every entry says that it was made. Explorer shows it.
var made = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)

func add(archive *zip.Writer, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	entry, err := archive.CreateHeader(&zip.FileHeader{Name: filepath.Base(file), Method: zip.Deflate, Modified: made})
	if err != nil {
		return err
	}
	_, err = entry.Write(data)
	return err
}
