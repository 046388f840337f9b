package attribute

import "taizhang/pipeline/lexicon"

// role is a set of the parts a function word plays where it is asked for by
// itself, beside its classes: they decide on its neighbours. The words stand in
// rules/lexicon/attribute-function.yaml.
type role uint64

const (
	isFrom      role = 1 << iota // 起点词
	isBy                         // 施事词
	isTo                         // 到达介词
	isBecause                    // 原因词
	isWill                       // 将字
	isBeyond                     // 对比词
	isBeside                     // 参照词
	isRatioOf                    // 比率字
	isCompared                   // 相比词
	isComparing                  // 比较收尾词
	isEqual                      // 等于词
	isYearly                     // 逐年词
	isPer                        // 每字
	isInARow                     // 连续词
	isWithin                     // 处所介词
	isHaving                     // 领有词
	isListing                    // 列举引词
	isSpending                   // 花费词
	isSince                      // 以来词
	isReally                     // 实际词
	isTaking                     // 用时词
	isFactor                     // 因素词
	isRestored                   // 恢复词
	isClosing                    // 关停词
	isPerHead                    // 人均词

	// How strong a promise is, in the order in which they decide: who strives to
	// complete strives.
	isEnsuring   // 确保词
	isStriving   // 力争词
	isIntending  // 谋划词
	isCompleting // 完成词
	isPushing    // 推进词
)

// roleWords names the word list of each role.
var roleWords = []struct {
	role role
	list string
}{
	{isFrom, "起点词"},
	{isBy, "施事词"},
	{isTo, "到达介词"},
	{isBecause, "原因词"},
	{isWill, "将字"},
	{isBeyond, "对比词"},
	{isBeside, "参照词"},
	{isRatioOf, "比率字"},
	{isCompared, "相比词"},
	{isComparing, "比较收尾词"},
	{isEqual, "等于词"},
	{isYearly, "逐年词"},
	{isPer, "每字"},
	{isInARow, "连续词"},
	{isWithin, "处所介词"},
	{isHaving, "领有词"},
	{isListing, "列举引词"},
	{isSpending, "花费词"},
	{isSince, "以来词"},
	{isReally, "实际词"},
	{isClosing, "关停词"},
	{isPerHead, "人均词"},
	{isTaking, "用时词"},
	{isFactor, "因素词"},
	{isRestored, "恢复词"},
	{isEnsuring, "确保词"},
	{isStriving, "力争词"},
	{isIntending, "谋划词"},
	{isCompleting, "完成词"},
	{isPushing, "推进词"},
}

// affixes are the ends and beginnings by which words are told.
type affixes struct {
	places  ends // 方位词尾
	basis   ends // 前提词尾
	which   ends // 定语词尾
	ordinal ends // 序数字头
	stretch ends // 路段词尾
	times   ends // 倍数词尾
	newly   ends // 新字头
	to      ends // 到达介词
	within  ends // 以内词尾
	inARow  ends // 连续词
	doubled ends // 翻番字
	before  ends // 去年字
	opening ends // 年初词尾
	closing ends // 年末词尾
	of      ends // 结构助词
}

func newAffixes(lex *lexicon.Lexicon) affixes {
	list := func(name string) ends { return newEnds(lex.Words(name)) }
	return affixes{
		places: list("方位词尾"), basis: list("前提词尾"), which: list("定语词尾"), ordinal: list("序数字头"),
		stretch: list("路段词尾"), times: list("倍数词尾"), newly: list("新字头"),
		to: list("到达介词"), within: list("以内词尾"), inARow: list("连续词"),
		doubled: list("翻番字"), before: list("去年字"), opening: list("年初词尾"),
		closing: list("年末词尾"), of: list("结构助词"),
	}
}
