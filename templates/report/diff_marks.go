package report

import (
	"cchc/scoring/compare"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// mostShown is how many characters of a changed text a cell shows: a row is no higher than a page.
const mostShown = 1500

// markedTexts sets an old and a new text against each other: what is gone is struck out in the old one, what is new is
// bold in the new one. Two texts that share little are shown plain, since then everything would be marked.
func markedTexts(old, now string) (before, after draft.Value) {
	old, now = cutShort(old), cutShort(now)
	spans := compare.Spans(old, now)
	kept := 0
	for _, span := range spans {
		if span.Kind == compare.SpanKept {
			kept += len(span.Text)
		}
	}
	if kept == 0 || 3*kept < max(len(old), len(now)) {
		return draft.Text(old), draft.Text(now)
	}
	gone := draft.Font{Size: 11, Strike: true, Color: look.RedInk}
	added := draft.Font{Size: 11, Bold: true, Color: look.Ink}
	return inLook(spans, compare.SpanRemoved, gone), inLook(spans, compare.SpanAdded, added)
}

// inLook is the text of the kept spans and those of a kind, which look different.
func inLook(spans []compare.Span, kind compare.SpanKind, look draft.Font) draft.Value {
	var runs []draft.Run
	for _, span := range spans {
		switch span.Kind {
		case compare.SpanKept:
			runs = append(runs, draft.Run{Text: span.Text, Font: draft.Font{Size: 11}})
		case kind:
			runs = append(runs, draft.Run{Text: span.Text, Font: look})
		}
	}
	return draft.Rich(runs...)
}

func cutShort(text string) string {
	runes := []rune(text)
	if len(runes) <= mostShown {
		return text
	}
	return string(runes[:mostShown]) + "… (còn nữa, xem bộ chỉ số)"
}
