package draft

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
)

// sealName is the property in which a sealed workbook bears the sum of all its other parts. Whatever program saves it again, what is
// typed changes a part: so one can tell whether it is still as it was written.
const sealName = "cchc_dau"

// blankSeal stands for the sum until that is known.
var blankSeal = strings.Repeat("0", 2*sha256.Size)

// Seal has the workbook bear, once written, the sum by which [IsSealed] knows it.
func (w *Workbook) Seal() {
	w.Properties = append(w.Properties, Property{sealName, blankSeal})
}

// IsSealed says that a file is a workbook that was sealed, and that nobody has changed it since.
func IsSealed(file []byte) bool {
	_, sealed := SealedProperty(file, sealName)
	return sealed
}

// SealedProperty is a property of a workbook that was sealed; sealed is false where it was not, or has been changed since.
func SealedProperty(file []byte, name string) (value string, sealed bool) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return "", false
	}
	var lines []string
	var custom struct {
		Properties []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"lpwstr"`
		} `xml:"property"`
	}
	for _, f := range z.File {
		if f.Name != customPart {
			lines = append(lines, sealLine(f.Name, f.CRC32, f.UncompressedSize64))
			continue
		}
		part, err := readSome(f)
		if err != nil || xml.Unmarshal(part, &custom) != nil {
			return "", false
		}
	}
	for _, p := range custom.Properties {
		if p.Name == name {
			value = p.Value
		}
		sealed = sealed || p.Name == sealName && p.Value == sealOf(lines)
	}
	return value, sealed
}

// readSome reads a part that is no longer than ours are.
func readSome(f *zip.File) ([]byte, error) {
	const most = 64 << 10
	part, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer part.Close()
	return io.ReadAll(io.LimitReader(part, most))
}

func sealLine(name string, sum uint32, size uint64) string {
	return fmt.Sprintf("%s %08x %d\n", name, sum, size)
}

// sealOf is the sum over the parts' lines, in whatever order they stand.
func sealOf(lines []string) string {
	sum := sha256.Sum256([]byte(strings.Join(slices.Sorted(slices.Values(lines)), "")))
	return hex.EncodeToString(sum[:])
}

// sealParts puts the sum into the parts of a workbook that is to be sealed.
func sealParts(parts []part) {
	var lines []string
	custom := -1
	for i, p := range parts {
		if p.name == customPart {
			custom = i
			continue
		}
		lines = append(lines, sealLine(p.name, crc32.ChecksumIEEE(p.data), uint64(len(p.data))))
	}
	if custom >= 0 {
		parts[custom].data = bytes.Replace(parts[custom].data, []byte(blankSeal), []byte(sealOf(lines)), 1)
	}
}

// sealed are the properties with the sum over the parts that were filled.
func (f *filler) sealed(all []Property) []Property {
	at := slices.IndexFunc(all, func(p Property) bool { return p.Name == sealName })
	if at < 0 {
		return all
	}
	var lines []string
	for _, e := range f.entries {
		if e.name != customPart {
			lines = append(lines, sealLine(e.name, e.sum, uint64(e.size)))
		}
	}
	all = slices.Clone(all)
	all[at].Value = sealOf(lines)
	return all
}
