package attribute

import (
	"maps"
	"slices"
	"strings"

	"taizhang/pipeline/lexicon"
)

// class is a set of word classes: what a word can be in a clause. The words
// stand in rules/lexicon/attribute-*.yaml; a word may be of several classes. The
// set has room for few more: what a word does to its neighbours alone is a role.
type class uint64

const (
	isVerb         class = 1 << iota // 动作词: an action, never part of a noun
	isEither                         // 兼类词: action or part of a noun, by its place
	isUp                             // 上升词
	isDown                           // 下降词
	isReach                          // 到达词: a level follows
	isFixed                          // 固定名: a name, whatever verbs it holds
	isAdverb                         // 副词
	isPreposition                    // 介词
	isConjunction                    // 并列词
	isThan                           // 比较词
	isGap                            // 差距词
	isShare                          // 份额词
	isYearOnYear                     // 同期词
	isAverage                        // 年均词
	isCumulative                     // 累计词
	isManner                         // 状态词: says how before a change, part of a noun elsewhere
	isEach                           // 各自词
	isRespective                     // 分别词
	isAmong                          // 其中词
	isEtc                            // 等词
	isNaming                         // 列名词
	isGrowthNoun                     // 增幅名词
	isFallNoun                       // 降幅名词
	isAmountNoun                     // 数额名词
	isNounEnd                        // 名词尾字: makes a noun of the action before it
	isBareAmount                     // 泛数名词: an amount noun that says nothing alone
	isVague                          // 虚指名词
	isConcrete                       // 实物名词
	isClassName                      // 类名
	isCapacity                       // 产能名词
	isCapacityUnit                   // 产能单位
	isTimeUnit                       // 时间单位
	isGrade                          // 级字
	isSingle                         // 单个词
	isPointing                       // 指示词
	isAside                          // 题外词
	isDegree                         // 程度名词
	isTrimmed                        // 泛指词
	isOrgTail                        // 机构名尾
	isRankVerb                       // 名次词
	isScope                          // 范围词
	isLeading                        // 牵头词、责任引词: the responsible unit stands by
	isPlanned                        // 计划词
	isPlanNoun                       // 计划名词
	isPlanTail                       // 计划名尾
	isReached                        // 达成词
	isExpected                       // 预计词
	isOngoing                        // 正在词
	isSettled                        // 事实词
	isNegated                        // 否定词
	isApart                          // 相差词: 比目标低0.2个百分点
	isNet                            // 净变词: a change whatever is counted

	// Classes by form, not from the lexicon.
	isCut    // ，：；。！？ tab
	isList   // 、
	isOpen   // （
	isClose  // ）
	isOf     // 的
	isDone   // 了
	isValue  // a quantity
	isTime   // a time
	isEvery  // 每季度
	isSpan   // a duration
	isLength // a length of time in days or less
	isName   // a title, quote or non-fact
)

// classWords names the word list of each class.
var classWords = []struct {
	class class
	list  string
}{
	{isOf, "结构助词"},
	{isDone, "完成助词"},
	{isVerb, "动作词"},
	{isEither, "兼类词"},
	{isUp, "上升词"},
	{isDown, "下降词"},
	{isReach, "到达词"},
	{isFixed, "固定名"},
	{isAdverb, "副词"},
	{isPreposition, "介词"},
	{isConjunction, "并列词"},
	{isThan, "比较词"},
	{isGap, "差距词"},
	{isShare, "份额词"},
	{isYearOnYear, "同期词"},
	{isAverage, "年均词"},
	{isCumulative, "累计词"},
	{isEach, "各自词"},
	{isManner, "状态词"},
	{isRespective, "分别词"},
	{isAmong, "其中词"},
	{isEtc, "等词"},
	{isNaming, "列名词"},
	{isGrowthNoun, "增幅名词"},
	{isFallNoun, "降幅名词"},
	{isAmountNoun, "数额名词"},
	{isNounEnd, "名词尾字"},
	{isBareAmount, "泛数名词"},
	{isVague, "虚指名词"},
	{isConcrete, "实物名词"},
	{isClassName, "类名"},
	{isCapacity, "产能名词"},
	{isCapacityUnit, "产能单位"},
	{isTimeUnit, "时间单位"},
	{isGrade, "级字"},
	{isSingle, "单个词"},
	{isPointing, "指示词"},
	{isAside, "题外词"},
	{isDegree, "程度名词"},
	{isTrimmed, "泛指词"},
	{isOrgTail, "机构名尾"},
	{isRankVerb, "名次词"},
	{isScope, "范围词"},
	{isLeading, "牵头词"},
	{isLeading, "责任引词"},
	{isPlanned, "计划动词"},
	{isPlanNoun, "计划名词"},
	{isPlanTail, "计划名尾"},
	{isReached, "达成词"},
	{isExpected, "预计词"},
	{isOngoing, "正在词"},
	{isSettled, "事实词"},
	{isNegated, "否定词"},
	{isApart, "相差词"},
	{isNet, "净变词"},
}

// vocabulary is the classes of all words of the lexicon.
type vocabulary struct {
	trie       *lexicon.Trie // of all words
	classes    []class       // of each of these
	roles      []role        // and the parts they play
	affixes    affixes
	amountEnds ends    // 数额字尾
	joint      []joint // 合称
	none       word    // that stands where no word does
}

func newVocabulary(lex *lexicon.Lexicon) vocabulary {
	classes := map[string]class{}
	for _, c := range classWords {
		for _, w := range lex.Words(c.list) {
			classes[w] |= c.class
		}
	}
	if len(classes) == 0 {
		return vocabulary{}
	}
	for _, w := range slices.Concat(lex.Words("上升词"), lex.Words("下降词")) {
		for _, to := range lex.Words("到达介词") {
			classes[w+to] |= isReach
		}
	}
	markPlans(classes, lex.Words("计划名尾"))
	v := vocabulary{affixes: newAffixes(lex), amountEnds: newEnds(lex.Words("数额字尾")), joint: joints(lex.Words("合称"))}
	roles := map[string]role{}
	for _, r := range roleWords {
		for _, w := range lex.Words(r.list) {
			roles[w] |= r.role
			classes[w] |= 0 // of no class perhaps, yet a word
		}
	}
	words := slices.Sorted(maps.Keys(classes))
	for _, w := range words {
		v.classes, v.roles = append(v.classes, classes[w]), append(v.roles, roles[w])
	}
	v.trie = lexicon.NewTrie(words)
	return v
}

// markPlans marks the fixed names that end in 计划, 规划 ….
func markPlans(classes map[string]class, tails []string) {
	for w, c := range classes {
		for _, t := range tails {
			if c&isFixed != 0 && strings.HasSuffix(w, t) {
				classes[w] |= isPlanTail
			}
		}
	}
}

// role returns the parts the word plays by itself.
func (v *vocabulary) role(word string) role {
	if n := v.trie.Find(word); n >= 0 {
		return v.roles[n]
	}
	return 0
}

// find returns the classes and the parts the lexicon gives the word.
func (v *vocabulary) find(word string) (class, role) {
	if n := v.trie.Find(word); n >= 0 {
		return v.classes[n], v.roles[n]
	}
	return 0, 0
}

// of returns the classes the lexicon gives the word, 0 for none.
func (v *vocabulary) of(word string) class {
	if n := v.trie.Find(word); n >= 0 {
		return v.classes[n]
	}
	return 0
}

// mark returns the class of a punctuation mark, 0 for any other word.
func mark(w string) class {
	switch w {
	case "，", "；", "。", "！", "？", "：", ",", ";", ":", "\t", "!", "?", "—", "——", "－":
		return isCut
	case "、":
		return isList
	case "（", "(", "[", "【":
		return isOpen
	case "）", ")", "]", "】":
		return isClose
	}
	return 0
}
