package match

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
	"taizhang/rules"
)

// generated returns a rule file of n rules of the shapes authors write, whose
// words stand in no text of the benchmark but share their characters.
func generated(n int) string {
	stems := []rune("项目工程建设投资教育卫生住房交通农业环境科技安全会议培训检查文件奖项任务财政就业收入")
	word := func(i int) string {
		k := len(stems)
		return string([]rune{stems[i%k], stems[(i/k+7)%k], stems[(i/k/k+3*i)%k], stems[(i*5+1)%k]})
	}
	var b strings.Builder
	b.WriteString("title: 生成的规则\nrules:\n")
	for i := range n {
		fmt.Fprintf(&b, `  - title: 生成%d
    id: g%d
    patterns:
      - %s率（达到|提高到|为）？【比例】
      - （新增|建成|完成）…%s【数量】
      - 〈发文动词〉…%s【金额】
    keep: {subject: %s}
    priority: 50
    examples:
      - text: 略
    counterexamples:
      - 略
`, i, i, word(3*i), word(3*i+1), word(3*i+2), word(i))
	}
	return b.String()
}

// withGenerated returns the built-in rules with n generated ones beside them.
func withGenerated(b testing.TB, n int) *Matcher {
	b.Helper()
	lex, _, err := lexicon.Load(rules.FS)
	if err != nil {
		b.Fatal(err)
	}
	own := fstest.MapFS{}
	if n > 0 {
		own["own.yaml"] = &fstest.MapFile{Data: []byte(generated(n))}
	}
	set, problems, err := ruleset.Load(lex, rules.FS, own)
	if err != nil || len(problems) > 0 {
		b.Fatal(err, problems)
	}
	m, err := New(set, lex)
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// benchText is 12 KB of sentences of a report.
func benchText() string {
	const block = "全年完成固定资产投资9亿元，新建社区食堂23个、书屋17个，群众满意率达98%。" +
		"东湖小学项目获评2022年度“云溪市优质工程”，正在申报“国家优质工程奖”。" +
		"制定、健全了《考勤办法》《用车规定》等制度2项，开展走访12次。" +
		"加强机关作风建设，提升服务效能，推动各项工作再上新台阶。5月12日，召开现场推进会。"
	return strings.Repeat(block, 12*1024/len(block))
}

// BenchmarkFacts shows that ten times the rules do not cost ten times the time:
// "rules=x10" must stay within 1.3 times "rules=builtin".
func BenchmarkFacts(b *testing.B) {
	d, attrs := toyChain(benchText(), report.Review)
	own := len(withGenerated(b, 0).set.Rules)
	for _, c := range []struct {
		name string
		n    int
	}{{"builtin", 0}, {"x10", 9 * own}} {
		m := withGenerated(b, c.n)
		b.Run("rules="+c.name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Text.Body)))
			for b.Loop() {
				m.Facts(d, attrs)
			}
		})
	}
}
