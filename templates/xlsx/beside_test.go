package xlsx

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The parts beside a sheet, as Excel 365 writes them.
const (
	besideRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="l1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://haiphong.gov.vn/bc105?a=1&amp;b=2" TargetMode="External"/>` +
		`<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/>` +
		`<Relationship Id="t1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>` +
		`<Relationship Id="d1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/>` +
		`<Relationship Id="o1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/Doc.docx"/></Relationships>`
	besideComments = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A</author></authors><commentList>` +
		`<comment ref="B1" authorId="0"><text><r><rPr><b/></rPr><t>Lan:</t></r><r><t xml:space="preserve"> số này
chưa chắc</t></r></text></comment>` +
		`<comment ref="A1" authorId="0"><text><t>[Threaded comment]

Your version of Excel…
Comment:
    cũ</t></text></comment></commentList></comments>`
	besideThreads = `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">` +
		`<threadedComment ref="A1" dT="2024-01-01T00:00:00.00" personId="{1}" id="{2}"><text>xem lại</text></threadedComment>` +
		`<threadedComment ref="A1" dT="2024-01-02T00:00:00.00" personId="{1}" id="{3}" parentId="{2}"><text>đã xem</text></threadedComment></ThreadedComments>`
	besideDrawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
		`<xdr:twoCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>12</xdr:row></xdr:to><xdr:pic/></xdr:twoCellAnchor>` +
		`<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:sp><xdr:txBody/></xdr:sp></xdr:oneCellAnchor>` +
		`<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:sp/></xdr:oneCellAnchor>` +
		`<xdr:absoluteAnchor><xdr:graphicFrame/></xdr:absoluteAnchor></xdr:wsDr>`
	besideSheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>` +
		`<c r="C1" t="e" vm="1"><v>#VALUE!</v></c><c r="D1" t="e"><v>#VALUE!</v></c><c r="E1" t="str"><f>HYPERLINK("https://x.vn/a","Báo cáo")</f><v>Báo cáo</v></c>` +
		`<c r="F1" t="e"><f>_xlfn.DISPIMG("ID_2",1)</f><v>#NAME?</v></c></row></sheetData>` +
		`<hyperlinks><hyperlink ref="A1:B1" r:id="l1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><hyperlink ref="D1" location="'Trang 2'!A1"/><hyperlink ref="x"/></hyperlinks>` +
		`<oleObjects><oleObject progId="Word.Document" shapeId="1"><objectPr><anchor><from><col>3</col><row>4</row></from></anchor></objectPr></oleObject></oleObjects>`
)

func besideParts() []part {
	parts := with(worksheetOf(besideSheet), "xl/worksheets/_rels/sheet1.xml.rels", besideRels)
	parts = with(with(parts, "xl/comments1.xml", besideComments), "xl/threadedComments/threadedComment1.xml", besideThreads)
	return with(parts, "xl/drawings/drawing1.xml", besideDrawing)
}

func besideOf(t *testing.T, parts []part) Beside {
	t.Helper()
	book, err := Open(packed(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := book.Sheet("S")
	if err != nil {
		t.Fatal(err)
	}
	return book.Beside(sheet)
}

func TestBeside(t *testing.T) {
	want := Beside{
		Links:    []Link{{Range{1, 5, 1, 5}, "https://x.vn/a"}, {Range{1, 1, 1, 2}, "https://haiphong.gov.vn/bc105?a=1&b=2"}, {Range{1, 4, 1, 4}, "'Trang 2'!A1"}},
		Notes:    []Note{{Place{1, 1}, "xem lại\nđã xem"}, {Place{1, 2}, "Lan: số này\nchưa chắc"}},
		Pictures: []Place{{1, 2}, {1, 3}, {1, 6}, {11, 8}}, Files: []Place{{5, 4}}, Shapes: []Place{{1, 1}},
	}
	if diff := cmp.Diff(want, besideOf(t, besideParts())); diff != "" {
		t.Error(diff)
	}
}

// TestBesideBroken: parts that no value needs may be as broken as they like, and the others still tell.
func TestBesideBroken(t *testing.T) {
	for _, broken := range []string{"xl/comments1.xml", "xl/threadedComments/threadedComment1.xml", "xl/drawings/drawing1.xml", "xl/worksheets/_rels/sheet1.xml.rels"} {
		for _, content := range []string{"", "<", "<!DOCTYPE a><a/>", `<a><from><col>-1</col></from><b></a>`, "\xff\xfe<", `<a ref="ZZZZ9"><text>x</text></a>`} {
			parts := with(besideParts(), broken, content)
			if got := besideOf(t, parts); len(got.Pictures) < 3 {
				t.Errorf("%s with %q: %v", broken, content, got)
			}
		}
	}
	without := besideOf(t, without(besideParts(), "xl/threadedComments/threadedComment1.xml"))
	if len(without.Notes) != 2 || without.Notes[0].Place != (Place{1, 1}) {
		t.Errorf("the old note is all that is left of a thread, and goes too: %v", without.Notes)
	}
}
