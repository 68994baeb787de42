package rulebook
import ("testing";"path/filepath";"strings")
func TestM(t *testing.T){
	files, _ := filepath.Glob("../../testdata/decisions/bang-[e-z]*.txt")
	right,open,wrong:=0,0,0
	for _, file := range files {
		rows, want := grid(t, filepath.Base(file))
		wanted, _, _ := strings.Cut(want, "\n! ")
		got, err := Decision("x.csv", forms(t, rows)["bang.csv"], nil)
		if err!=nil {t.Fatal(err)}
		o := outlineOf(got)
		for _, l := range strings.Split(wanted,"\n") {
			p := strings.Split(l," | ")
			if len(p)<3 {continue}
			switch {
			case strings.Contains("\n"+o+"\n","\n"+l+"\n"): right++
			case strings.Contains("\n"+o+"\n","\n"+p[0]+" | "+p[1]+" | ") && !strings.Contains("\n"+o+"\n","\n"+p[0]+" | "+p[1]+" | open\n"): wrong++; t.Log("WRONG",file,l)
			default: open++
			}
		}
		for _, f := range got.Faults { t.Log(file, f) }
		t.Log(o)
	}
	t.Log(right,open,wrong)
}
