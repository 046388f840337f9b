package recognise

import (
	"strings"
	"testing"

	"taizhang/report"
)

// reportText is a made-up page in the register of a year-end report, with
// about as many numbers as a real one has.
const reportText = `2023年，区水务中心坚持以项目建设为抓手，圆满完成了各项工作任务。
全年共实施项目38个，其中续建项目12个、新建项目26个，完成投资约4.6亿元，同比增长12.5%，增速高于全市平均3.2个百分点，居全市第2位。
新建改造供水管网126.8公里，新增日供水能力3.5万吨，惠及群众超15万人次，水质达标率稳定在99.8%以上。
一是强化组织领导。召开专题会议20余次，印发《安全生产工作要点》等制度9项，开展“大排查”行动4轮，排查隐患312处，整改310处，整改率达99.4%。
二是狠抓工程质量。1-11月累计完成验收45批次，抽检合格率100%，实现安全生产零事故；预计全年完成固定资产投资5-6亿元。
三是优化服务环境。推行“一件事一次办”，办理时限由15个工作日压缩至5个工作日以内，12345热线办结率保持在98%左右。
2024年，我们将锚定“十四五”规划目标，力争6月底前完成二期工程，年底前新增供水用户2万户，每季度开展一次检查，确保漏损率控制在9%以内。
`

func benchmarkMentions(b *testing.B, times int) {
	r := newTestRecogniser(b)
	body := strings.Repeat(reportText, times)
	sentences := sentencesOf(body)
	a := report.Anchor{Reviewed: 2023, Planned: 2024, Year: 2023, ThisYear: 2023}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			r.Mentions(body, s, a)
		}
	}
}

// sentencesOf cuts a text at the ends of its sentences.
func sentencesOf(body string) []report.Sentence {
	var list []report.Sentence
	start := 0
	for i, c := range body {
		if strings.ContainsRune("。；！？\n", c) {
			end := i + len(string(c))
			list = append(list, report.Sentence{Span: report.Span{Start: start, End: end}})
			start = end
		}
	}
	return append(list, report.Sentence{Span: report.Span{Start: start, End: len(body)}})
}

func BenchmarkMentions(b *testing.B) {
	b.Run("1x", func(b *testing.B) { benchmarkMentions(b, 1) })
	b.Run("16x", func(b *testing.B) { benchmarkMentions(b, 16) })
}

// BenchmarkMentionsOneSentence reads the text as one sentence: what a document
// without full stops would cost.
func BenchmarkMentionsOneSentence(b *testing.B) {
	r := newTestRecogniser(b)
	for _, x := range []struct {
		name  string
		times int
	}{{"1x", 1}, {"16x", 16}, {"64x", 64}} {
		body := strings.Repeat(strings.ReplaceAll(reportText, "。", "，"), x.times)
		s := report.Sentence{Span: report.Span{End: len(body)}}
		b.Run(x.name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				r.Mentions(body, s, report.Anchor{Year: 2023, ThisYear: 2023})
			}
		})
	}
}

// BenchmarkMentionsDigits reads a line of a megabyte that is all digits, or
// signs of numerals of any kind.
func BenchmarkMentionsDigits(b *testing.B) {
	r := newTestRecogniser(b)
	for _, unit := range []string{
		"1", "一", "1,", "1-", "万", "第1", "百分之", "1/", "一又", "超", "“一", "《1", "3.", "1 ", "1、", "1年", "1月", "一个", "1年一个",
	} {
		body := strings.Repeat(unit, 1<<20/len(unit))
		s := report.Sentence{Span: report.Span{End: len(body)}}
		b.Run(unit, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				r.Mentions(body, s, report.Anchor{Year: 2023, ThisYear: 2023})
			}
		})
	}
}
