package xlsx

import (
	"errors"
	"fmt"
	"strings"

	"cchc/scoring/problem"
)

// Refused is the error of a file that is not read. Its problem carries the code, what was found and the remedy.
type Refused struct {
	Problem problem.Problem

	text *badText // which text it is about; nil of others
}

// Error gives the problem's text and remedy, in Vietnamese.
func (r *Refused) Error() string {
	return r.Problem.Text() + " " + r.Problem.Remedy()
}

// refuse makes the error of a code and its arguments.
func refuse(code problem.Code, args ...any) *Refused {
	return &Refused{Problem: problem.New(code, "", args...)}
}

// damaged refuses a file that a mishap may have broken; the detail says where and what, in Vietnamese.
func damaged(format string, args ...any) *Refused {
	return refuse(problem.FileDamaged, fmt.Sprintf(format, brief(args)...))
}

// abnormal refuses a file whose structure no honest program writes.
func abnormal(format string, args ...any) *Refused {
	return refuse(problem.FileUnsafe, fmt.Sprintf(format, brief(args)...))
}

// unclear refuses a file that may be sound, but is put together in a way that programs take differently.
func unclear(format string, args ...any) *Refused {
	return refuse(problem.FileUnclear, fmt.Sprintf(format, brief(args)...))
}

// tooMuch refuses a file that holds more than any form needs, before the work that it would cost.
func tooMuch(what, limit string) *Refused {
	return refuse(problem.FileTooMuch, what, limit)
}

// maxQuoted bounds what a message quotes of a file, in bytes.
const maxQuoted = 60

// brief shortens what a message is to quote: a file's names and values may be megabytes long.
func brief(args []any) []any {
	short := make([]any, len(args))
	for i, arg := range args {
		if raw, ok := arg.([]byte); ok {
			arg = string(raw)
		}
		if text, ok := arg.(string); ok && len(text) > maxQuoted {
			arg = strings.ToValidUTF8(text[:maxQuoted], "") + "…"
		}
		short[i] = arg
	}
	return short
}

// inPart names the part in which the scanner went wrong. A refusal passes as it is.
func inPart(part string, err error) error {
	if err == nil {
		return nil
	}
	if refused, ok := errors.AsType[*Refused](err); ok {
		return refused
	}
	refusal := damaged("phần %q: %v", part, err)
	if text, ok := errors.AsType[*badText](err); ok {
		refusal.text = text
	}
	return refusal
}
