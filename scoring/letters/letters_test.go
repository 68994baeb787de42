package letters

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// seenAs is how text looks whose bytes a code page shows; places that it leaves free become control characters.
func seenAs(raw string, page *charmap.Charmap) string {
	var text []rune
	for _, b := range []byte(raw) {
		r := page.DecodeByte(b)
		if r == '\uFFFD' {
			r = rune(b)
		}
		text = append(text, r)
	}
	return string(text)
}

func TestMeant(t *testing.T) {
	for text, want := range map[string][2]string{
		"Së Néi vô":                     {"Sở Nội vụ", "TCVN3 (ABC)"},
		"Sôû Noäi vuï":                  {"Sở Nội vụ", "VNI"},
		"Sá»Ÿ Ná»™i vá»¥":               {"Sở Nội vụ", "UTF-8 mã hóa hai lần"},
		"Sá»Ÿ":                          {"Sở", "UTF-8 mã hóa hai lần"},
		"§µi Ph¸t thanh vµ TruyÒn h×nh": {"Đài Phát thanh và Truyền hình", "TCVN3 (ABC)"},
		"ñaïi hoïc Haûi Phoøng":         {"đại học Hải Phòng", "VNI"},
		"Vaên phoøng UBND thaønh phoá":  {"Văn phòng UBND thành phố", "VNI"},
		"Đoàn ÑBQH":                     {"", ""},
		"Thµnh phè H¶i Phßng":           {"Thành phố Hải Phòng", "TCVN3 (ABC)"},
		"Thành phá»‘":                   {"", ""}, // half of it is right
		"Sở Nội vụ":                     {"", ""},
		"Văn phòng Đoàn ĐBQH và HĐND – số “1”": {"", ""},
		"Café Krông Pắc": {"", ""},
		"Trường Müller":  {"", ""},
		"Quoác":          {"Quốc", "VNI"},
		"ThÃ nh phá»‘":   {"Thành phố", "UTF-8 mã hóa hai lần"},
		"vô":             {"", ""},
		"":               {"", ""},
		"SM-A":           {"", ""},
	} {
		if meant, of := Meant(text); meant != want[0] || of != want[1] {
			t.Errorf("%q is %q of %q, want %q", text, meant, of, want)
		}
	}
}

// TestMeantOfEveryLetter puts each letter into a syllable that has it, through UTF-8 twice and through both code pages.
func TestMeantOfEveryLetter(t *testing.T) {
	for _, word := range []string{"bà", "bả", "bã", "bá", "bạ", "bằng", "bẳng", "bẵng", "bắng", "bặng", "bầu", "bẩu", "bẫu", "bấu", "bậu", "bè", "bẻ", "bẽ", "bé", "bẹ",
		"bề", "bể", "bễ", "bế", "bệ", "bì", "bỉ", "bĩ", "bí", "bị", "bò", "bỏ", "bõ", "bó", "bọ", "bồ", "bổ", "bỗ", "bố", "bộ", "bờ", "bở", "bỡ", "bớ", "bợ",
		"bù", "bủ", "bũ", "bú", "bụ", "bừ", "bử", "bữ", "bứ", "bự", "kỳ", "kỷ", "kỹ", "ký", "kỵ", "đo", "Đo"} {
		text := "Sở " + word
		for _, page := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1258} {
			if meant, _ := Meant(seenAs(text, page)); meant != text {
				t.Errorf("%q twice in UTF-8 is %q", text, meant)
			}
		}
	}
	for code, letter := range tcvn3 {
		raw := "S\xeb b" + string([]byte{code})
		if meant, _ := fromTCVN3([]byte(raw)); meant != "Sở b"+string(letter) {
			t.Errorf("%x is %q", code, meant)
		}
	}
	if len(tcvn3) != 14+60 {
		t.Errorf("%d letters of TCVN3", len(tcvn3))
	}
}
