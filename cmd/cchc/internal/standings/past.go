package standings

import (
	"context"
	"fmt"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
	"cchc/templates/draft"
	"cchc/templates/reader"
)

// Past reads another year's ranking: one that was printed, or results to be ranked as this year's are, by the same options. Notes are
// what a reader of the comparison must know; the desk is one without a list of units; fault says why the path holds no such thing, "" where it does.
func Past(ctx context.Context, d *desk.Desk, path string, options ranking.Options, workers int) (past ranking.Past, notes []string, fault string, err error) {
	if disk.IsWorkbook(path) {
		data, err := disk.ReadBounded(path)
		if err != nil {
			return past, nil, "", err
		}
		if past, ok := printedPast(data, options); ok {
			return past, printedNotes(path, data), "", nil
		}
	}
	if options.Survey != nil {
		return past, nil, "không có chỉ số cùng điều tra xã hội học để so; dùng bảng xếp hạng của năm đó", nil
	}
	return resultsPast(ctx, d, path, options, workers)
}

func printedPast(data []byte, options ranking.Options) (ranking.Past, bool) {
	past, ok, err := reader.RankingOf(data, options.Survey != nil)
	return past, ok && err == nil
}

func printedNotes(path string, data []byte) []string {
	if draft.IsSealed(data) {
		return nil
	}
	return []string{fmt.Sprintf("Bảng xếp hạng %s đã được lưu lại sau khi lập, số trong đó có thể đã bị sửa.", path)}
}

// resultsPast ranks results, by a desk without a list of units: this year's says nothing of another.
func resultsPast(ctx context.Context, d *desk.Desk, path string, options ranking.Options, workers int) (past ranking.Past, notes []string, fault string, err error) {
	in, err := Gather([]string{path}, "")
	if err != nil {
		return past, nil, "", err
	}
	c, err := Collect(ctx, d, in, []string{path}, nil, workers)
	if err != nil {
		return past, nil, "", err
	}
	if c.Rules == nil {
		return past, nil, "không có kết quả nào đọc được" + firstWords(c), nil
	}
	ranked := ranking.Rank(c.Rules, c.Standings, ranking.Options{BySelf: options.BySelf})
	past = ranking.PastOf(&ranked)
	if count := refused(c); count > 0 {
		notes = append(notes, fmt.Sprintf("%d tệp hoặc dòng kết quả năm %d không dùng được để so%s.", count, past.Year, firstWords(c)))
	}
	if n := ranked.Count(); n.Provisional > 0 {
		notes = append(notes, fmt.Sprintf("%d đơn vị năm %d mới có kết quả tạm tính.", n.Provisional, past.Year))
	}
	return past, notes, "", nil
}

// refused counts what could not be used.
func refused(c *Collection) int {
	count := 0
	for _, p := range c.Problems {
		if !p.OfForm && p.Severity == problem.Error {
			count++
		}
	}
	return count
}

// firstWords say the first of what could not be used; "" where all could.
func firstWords(c *Collection) string {
	for _, p := range c.Problems {
		if !p.OfForm && p.Severity == problem.Error {
			return " (" + p.File + ": " + strings.TrimSuffix(p.Text, ".") + ")"
		}
	}
	return ""
}
