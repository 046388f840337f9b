package samplefiles

import (
	"slices"
	"testing"
)

func TestParseSource(t *testing.T) {
	tests := []struct {
		line string
		want Line
	}{
		{"# 总结", Line{Style: Title, Text: "总结"}},
		{"## 第一部分", Line{Style: Part, Text: "第一部分"}},
		{"### 抓投资", Line{Style: Chapter, Text: "抓投资"}},
		{"#### 抓前期", Line{Style: Head, Text: "抓前期"}},
		{"12. 强队伍。正文。", Line{Style: Item, Text: "强队伍。正文。"}},
		{"5.5亿元。", Line{Style: Body, Text: "5.5亿元。"}},
		{"正文 1. 正文", Line{Style: Body, Text: "正文 1. 正文"}},
	}
	for _, test := range tests {
		got := ParseSource("\n" + test.line + "\n\n")
		if len(got) != 1 || got[0].Style != test.want.Style || got[0].Text != test.want.Text {
			t.Errorf("%q is %+v, want %+v", test.line, got, test.want)
		}
	}
	row := ParseSource("| 指标 | 完成 |")[0]
	if row.Style != Row || !slices.Equal(row.Cells, []string{"指标", "完成"}) {
		t.Errorf("row is %+v", row)
	}
}

func TestGB18030(t *testing.T) {
	got, err := GB18030("总\n")
	if err != nil || string(got) != "\xd7\xdc\r\n" {
		t.Errorf("got % x, %v", got, err)
	}
}
