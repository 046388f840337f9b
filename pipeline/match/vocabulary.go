package match

import (
	"slices"

	"taizhang/pipeline/lexicon"
)

// vocabulary is the words by which created facts get what no pattern says.
type vocabulary struct {
	joins     trimmer // between the members of a list: 、 和
	levels    []levelWords
	levelless []string // words that hold the sign of a level and are none: 市场
	testable  testability
	leads     trimmer // before a subject and none of it: 其中, 目前
	hours     trimmer // after a date: 上午, 起
	commas    trimmer
	breaks    []string // where the subject of an award ends: 被, 在
	winners   []string // how those who win an award end: 经开区, 医院
	notWinner []string // what follows another word: the 级 of 镇级
	verbs     []string // that open a promise: 推进, 深入
	regional  []string // how awards of a whole county end: 县城
	tails     trimmer  // after a subject and none of it: 已, 成功, 于
}

type levelWords struct {
	level string
	words []string
}

func newVocabulary(lex *lexicon.Lexicon) vocabulary {
	v := vocabulary{
		joins:     newTrimmer(lex.Words("列举连接")),
		levelless: lex.Words("级别无关词"),
		testable:  newTestability(lex),
		leads:     newTrimmer(lex.Words("主语前词")),
		hours:     newTrimmer(lex.Words("时段词")),
		commas:    newTrimmer([]string{"，", ",", "、"}),
		breaks:    lex.Words("主语截断词"),
		winners:   lex.Words("获奖者词尾"),
		notWinner: lex.Words("获奖者后字"),
		verbs: slices.Concat(lex.Words("任务推进词"), lex.Words("任务完成词"),
			lex.Words("任务修饰词"), lex.Words("任务确保词"), lex.Words("任务谋划词"), lex.Words("任务力争词")),
		regional: lex.Words("一地奖项词尾"),
		tails:    newTrimmer(lex.Words("主语后词")),
	}
	for _, level := range []string{"国家级", "省级", "市级", "县级"} {
		v.levels = append(v.levels, levelWords{level, lex.Words(level + "字样")})
	}
	return v
}
