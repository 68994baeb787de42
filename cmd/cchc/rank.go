package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"cchc/cmd/cchc/internal/announce"
	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/standings"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/ranking"
	"cchc/templates/report"
)

// rankOptions say what is ranked how, and where the ranking goes.
type rankOptions struct {
	out, by, classes  string
	survey, surveyMax string
	units, figures    string
	previous          []string
	json, csv, force  bool
	workers           int
}

func newRank(a *app) *cobra.Command {
	var o rankOptions
	cmd := &cobra.Command{
		Use:   "rank PHIẾU|THƯ-MỤC|KẾT-QUẢ.jsonl... [-o TỆP]",
		Short: "Xếp hạng các đơn vị",
		Long: `Xếp hạng các đơn vị theo khối, từ phiếu đã nộp, phiếu đã chấm, hoặc kết quả của score --json (tệp .jsonl; dấu "-" là đọc
từ lệnh trước đó).

Xếp hạng theo điểm thẩm định, đơn vị chưa thẩm định xong thì theo điểm tự chấm và được ghi chú. Giá trị chính xác
quyết định, không phải số đã làm tròn; bằng nhau thì đồng hạng.

Với --figures, các số công bố của bộ chỉ số (mức cao nhất, bình quân của khối…) được tính trên số liệu của các đơn vị,
làm tròn như bộ chỉ số quy định và ghi ra một danh sách để xem lại, ghi thêm bằng tay (số do nơi khác công bố), rồi chấm
bằng cchc score --figures. Danh sách đã có thì giữ những gì đã ghi; số tính lại mà khác thì nêu tên,
thêm --force để thay.

Với --previous, mỗi đơn vị được đặt cạnh kết quả năm trước (theo mã, không có thì theo tên và được ghi chú): tỷ lệ,
tăng giảm, hạng; trang Xu hướng có các năm, biểu đồ tăng giảm và từng lĩnh vực của khối. So tỷ lệ %, không so điểm.

Mã kết thúc: 0 tốt, 1 có tệp không chấm được hoặc kết quả tạm tính, 2 dùng sai lệnh, 3 lỗi đọc ghi.`,
		Example: `  cchc rank nop -o xep-hang.xlsx
  cchc rank nop --survey khao-sat.csv --classes "Xuất sắc=90,Tốt=80,Khá=65,Trung bình=50" -o xep-hang.xlsx
  cchc rank may-1.jsonl may-2.jsonl -o xep-hang.xlsx
  cchc rank ket-qua --previous nam-truoc/ket-qua -o xep-hang.xlsx`,
		Args: speech.ArgCount(1, -1, "ít nhất một phiếu, thư mục hoặc tệp kết quả"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.rank(cmd.Context(), args, o) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.out, "output", "o", "", "ghi ra `TỆP` .xlsx")
	flags.StringVar(&o.by, "by", "appraised", "theo điểm `appraised|self`: thẩm định, hoặc tự chấm")
	flags.StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP` .xlsx, .csv): tên, khối, xếp hạng, không đánh giá theo danh sách")
	flags.StringVar(&o.survey, "survey", "", "cộng điểm điều tra xã hội học trong `TỆP` .xlsx hoặc .csv (ma, diem)")
	flags.StringVar(&o.surveyMax, "survey-max", "35", "`ĐIỂM` tối đa của điều tra xã hội học")
	flags.StringVar(&o.figures, "figures", "", "tính các số công bố của bộ chỉ số, ghi ra `TỆP` .xlsx hoặc .csv")
	flags.StringArrayVar(&o.previous, "previous", nil, "so với `KẾT-QUẢ` năm trước: thư mục, .jsonl, bảng xếp hạng (nhiều năm: ghi lại)")
	flags.StringVar(&o.classes, "classes", "", "xếp loại theo `LOẠI=%,...`, ví dụ \"Tốt=80,Khá=65\"")
	flags.BoolVar(&o.json, "json", false, "in mỗi đơn vị một dòng JSON")
	flags.BoolVar(&o.csv, "csv", false, "in bảng CSV mở được bằng Excel")
	flags.IntVar(&o.workers, "workers", 0, "`SỐ` phiếu chấm cùng lúc (mặc định: số nhân của máy)")
	flags.BoolVar(&o.force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) rank(ctx context.Context, paths []string, o rankOptions) error {
	options, err := a.rankBy(o)
	if err != nil {
		return err
	}
	c, list, err := a.collect(ctx, paths, o)
	if err != nil {
		return err
	}
	if c.Rules == nil {
		a.tellProblems(c)
		fmt.Fprintln(a.err, "Không có kết quả nào để xếp hạng.")
		return errFindings
	}
	ranked := ranking.Rank(c.Rules, c.Standings, options)
	sortBlocks(ranked.Blocks)
	c.AddRanking(&ranked)
	a.tellProblems(c)
	if err := a.besideOtherYears(ctx, &ranked, c, o); err != nil {
		return err
	}
	a.tellNotes(c)
	if err := a.announceFigures(c, o); err != nil {
		return err
	}
	if err := a.tellRanking(&ranked, c, o); err != nil {
		return err
	}
	batch.SayMissing(a.err, list, c.Has)
	if list != nil {
		batch.SayUnlisted(a.err, list, list.Unlisted(unitsRanked(c)))
	}
	if c.Failed || ranked.Count().Provisional > 0 {
		return errFindings
	}
	return nil
}

// besideOtherYears holds the ranking against those that --previous names.
func (a *app) besideOtherYears(ctx context.Context, ranked *ranking.Ranking, c *standings.Collection, o rankOptions) error {
	if len(o.previous) == 0 {
		return nil
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	var pasts []ranking.Past
	for _, path := range o.previous {
		past, notes, fault, err := standings.Past(ctx, d, path, ranked.Options, o.workers)
		switch {
		case err != nil:
			return err
		case fault != "":
			return terminal.Misuse("--previous %s: %s.", terminal.Quoted(path), fault)
		case past.Year >= ranked.Rules.Year:
			return terminal.Misuse("--previous %s là kết quả năm %d, không phải của năm trước năm %d.", terminal.Quoted(path), past.Year, ranked.Rules.Year)
		case slices.ContainsFunc(pasts, func(other ranking.Past) bool { return other.Year == past.Year }):
			return terminal.Misuse("--previous ghi hai lần năm %d (%s). Mỗi năm ghi một lần.", past.Year, terminal.Quoted(path))
		}
		pasts = append(pasts, past)
		c.AddNotes(notes)
	}
	ranked.Beside(pasts)
	return nil
}

// collect gathers what is to be ranked, with the list of units where one was named.
func (a *app) collect(ctx context.Context, paths []string, o rankOptions) (*standings.Collection, *desk.UnitList, error) {
	d, err := a.newDesk()
	if err != nil {
		return nil, nil, err
	}
	in, err := standings.Gather(paths, o.out)
	if err != nil {
		return nil, nil, err
	}
	if err := disk.PrepareFile(o.out, append(in.Files, o.survey, o.units, o.figures)...); err != nil {
		return nil, nil, err
	}
	if d.List, err = a.readList(d, o.units, in.Files); err != nil {
		return nil, nil, err
	}
	c, err := standings.Collect(ctx, d, in, paths, a.in, o.workers)
	return c, d.List, err
}

// unitsRanked are the units of what is ranked.
func unitsRanked(c *standings.Collection) []scoring.Unit {
	var all []scoring.Unit
	for i := range c.Standings {
		all = append(all, c.Standings[i].Unit)
	}
	return all
}

// sortBlocks puts blocks in the order of the Vietnamese alphabet, in which Đ is a letter of its own after D.
func sortBlocks(blocks []ranking.Block) {
	vietnamese := collate.New(language.Vietnamese)
	slices.SortStableFunc(blocks, func(a, b ranking.Block) int { return vietnamese.CompareString(a.Name, b.Name) })
}

// rankBy turns the options into those of [ranking.Rank].
func (a *app) rankBy(o rankOptions) (ranking.Options, error) {
	options := ranking.Options{BySelf: o.by == "self"}
	if o.by != "self" && o.by != "appraised" {
		return options, terminal.Misuse("Tùy chọn --by là appraised (thẩm định) hoặc self (tự chấm), không phải %s.", terminal.Quoted(o.by))
	}
	if o.json && o.csv {
		return options, terminal.Misuse("Chọn một trong hai: --json hoặc --csv.")
	}
	if o.out != "" && !disk.IsWorkbook(o.out) {
		return options, terminal.Misuse("Tệp kết quả %s phải có đuôi .xlsx.", terminal.Quoted(o.out))
	}
	if o.figures != "" && !disk.IsWorkbook(o.figures) && !announce.IsTable(o.figures) {
		return options, terminal.Misuse("Danh sách số công bố %s phải có đuôi .xlsx hoặc .csv.", terminal.Quoted(o.figures))
	}
	var err error
	if options.Grades, err = parseGrades(o.classes); err != nil {
		return options, err
	}
	most, ok := lists.PlainNumber(o.surveyMax, ",.")
	if !ok || !most.IsPositive() {
		return options, terminal.Misuse("Điểm tối đa của điều tra xã hội học %s không hợp lệ. Ghi số dương, ví dụ --survey-max 35.", terminal.Quoted(o.surveyMax))
	}
	if o.survey != "" {
		options.Survey, err = a.surveyOf(o.survey, most)
	}
	return options, err
}

// surveyOf reads the survey, or says all that is wrong with it.
func (a *app) surveyOf(path string, most decimal.Decimal) (*ranking.Survey, error) {
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, err
	}
	survey, problems := lists.ReadSurvey(path, data, most)
	if a.printTableProblems(problems) {
		return nil, errFindings
	}
	return survey, nil
}

// parseGrades reads "Xuất sắc=90,Tốt=80": names with the percentages from which they hold.
func parseGrades(text string) ([]ranking.Grade, error) {
	if text == "" {
		return nil, nil
	}
	var grades []ranking.Grade
	for part := range strings.SplitSeq(text, ",") {
		name, bound, named := strings.Cut(part, "=")
		if _, number := lists.PlainNumber(strings.TrimSuffix(strings.TrimSpace(part), "%"), "."); !named && number && len(grades) > 0 {
			return nil, commaInGrade(text, part)
		}
		name = lists.Tidy(name)
		from, ok := lists.PlainNumber(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(bound), "%")), ".")
		if name == "" || !ok || from.IsNegative() || from.GreaterThan(decimal.NewFromInt(100)) {
			return nil, terminal.Misuse("Xếp loại %s không hợp lệ. Ghi tên và tỷ lệ từ 0 đến 100, ví dụ --classes \"Xuất sắc=90,Tốt=80\".", terminal.Quoted(part))
		}
		for _, other := range grades {
			if other.Name == name || other.From.Equal(from) {
				return nil, terminal.Misuse("Xếp loại %s trùng với %s. Mỗi loại một tên và một tỷ lệ riêng.", terminal.Quoted(part), terminal.Quoted(other.Name))
			}
		}
		grades = append(grades, ranking.Grade{Name: name, From: from})
	}
	return grades, nil
}

// commaInGrade is the misuse of a comma as the decimal mark where it parts the grades.
func commaInGrade(text, part string) error {
	before, _, _ := strings.Cut(text, ","+part)
	whole := before[strings.LastIndex(before, ",")+1:]
	return terminal.Misuse("Xếp loại %s: ở đây dấu phẩy ngăn các loại, phần thập phân ghi sau dấu chấm. Gõ %s.",
		terminal.Quoted(whole+","+part), terminal.Quoted(whole+"."+strings.TrimSpace(part)))
}

// tellRanking writes the ranking in the form that was asked for.
func (a *app) tellRanking(r *ranking.Ranking, c *standings.Collection, o rankOptions) error {
	if o.out != "" {
		if err := writeReport(o.out, o.force, report.RankingWorkbook(r, c.Linked(filepath.Dir(o.out)), c.Notes()...)); err != nil {
			return err
		}
		fmt.Fprintf(a.err, "Đã ghi %s: %s.\n", terminal.PlainLine(o.out), rankWords(r))
	}
	switch {
	case o.json:
		return writeRankRecords(a.out, r)
	case o.csv:
		return lists.WriteTable(a.out, rankRows(r))
	case o.out == "":
		return writeAll(a.out, rankText(r))
	}
	return nil
}

// rankWords says how many units there are, and how far the ranking is from final.
func rankWords(r *ranking.Ranking) string {
	n := r.Count()
	text := fmt.Sprintf("%d đơn vị trong %d khối, %d được xếp hạng", n.Units, len(r.Blocks), n.Ranked)
	if n.StandIns > 0 {
		text += fmt.Sprintf(", %d dùng điểm tự chấm vì chưa thẩm định xong", n.StandIns)
	}
	if n.Provisional > 0 {
		text += fmt.Sprintf(", %d có kết quả tạm tính", n.Provisional)
	}
	return text
}

// tellProblems says what is wrong with files and with the ranking; what is wrong inside of a form stands in the workbook.
func (a *app) tellProblems(c *standings.Collection) {
	for _, s := range c.Skipped {
		fmt.Fprintf(a.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	for _, p := range c.Problems {
		if !p.OfForm {
			where := cmp.Or(p.Unit.Code, p.File, "xếp hạng")
			fmt.Fprintln(a.err, terminal.PlainLine(fmt.Sprintf("%s: %s [%s] — %s", where, p.Text, p.Code, p.Remedy)))
		}
	}
}
