package ruleset

import (
	"slices"
	"strings"

	"taizhang/report"
)

// The slots of the rule language that are not simply a type of mention.
const (
	SlotIndicator = "指标" // a name or alias of an indicator of the set
	SlotWords     = "词语" // two to thirty characters of one clause
	SlotDeadline  = "期限" // a time that says by when
	SlotValue     = "数值" // any of 金额 数量 比例 度量 名次
	SlotStart     = "分句首"
	SlotEnd       = "分句尾"
	SlotFrom      = "取自此" // the words of the fact begin here, not with the match
)

// The slots that only keep may ask for: the words of the clause before and
// after what matched.
const (
	SlotBefore = "前文"
	SlotAfter  = "后文"
)

// slotTypes are the types of mention each slot takes.
var slotTypes = map[string][]report.MentionType{
	"金额":         {report.MentionMoney},
	"比例":         {report.MentionRatio},
	"数量":         {report.MentionCount},
	"度量":         {report.MentionMeasure},
	"名次":         {report.MentionRank},
	"时间":         {report.MentionTime},
	SlotDeadline: {report.MentionTime},
	"频次":         {report.MentionEvery},
	"时长":         {report.MentionDuration},
	"书名":         {report.MentionTitle},
	"引号":         {report.MentionQuote},
	SlotValue: {
		report.MentionMoney, report.MentionRatio, report.MentionCount,
		report.MentionMeasure, report.MentionRank,
	},
}

var slotNames = allSlots()

// classy are the slots that may name the word class in which their words end.
var classy = map[string]bool{
	SlotWords: true, "引号": true, "书名": true, "数量": true, "度量": true,
}

func allSlots() map[string]bool {
	names := map[string]bool{
		SlotIndicator: true, SlotWords: true, SlotStart: true, SlotEnd: true, SlotFrom: true,
	}
	for name := range slotTypes {
		names[name] = true
	}
	return names
}

func slotList() []string {
	var names []string
	for name := range slotNames {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// SlotBase returns the name of a slot without its number and class: 金额 of
// 金额2, 词语 of 词语〈奖项词尾〉.
func SlotBase(name string) string {
	return strings.TrimRight(SlotWithoutClass(name), "123456789")
}

// SlotWithoutClass returns the name by which keep asks for a slot: 词语2 of
// 词语2〈奖项词尾〉.
func SlotWithoutClass(name string) string {
	name, _, _ = strings.Cut(name, "〈")
	return name
}

// SlotClass returns the word class in which the words of a slot end: 奖项词尾
// of 词语〈奖项词尾〉; "" where any end will do.
func SlotClass(name string) string {
	_, class, _ := strings.Cut(name, "〈")
	return strings.TrimSuffix(class, "〉")
}

// MentionTypes returns the types of mention a slot takes; nil for 【指标】 and
// 【词语】 and the ends of a clause, which are no mentions.
func MentionTypes(slot string) []report.MentionType { return slotTypes[SlotBase(slot)] }

// SlotName returns the slot that takes a type of mention, as authors write it;
// non-facts have no slot.
func SlotName(t report.MentionType) string {
	for _, name := range slotList() {
		if types := slotTypes[name]; len(types) == 1 && types[0] == t && name != SlotDeadline {
			return name
		}
	}
	return "非数量"
}

// SlotOf returns the name of the slot a value of Keep asks for: 金额 of 【金额】.
func SlotOf(value string) (string, bool) {
	inner, ok := strings.CutPrefix(value, "【")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(inner, "】")
}

// SlotsOf returns the slots a value of keep asks for, in order: 前文 and
// 〈完成动词〉 of 【前文】〈完成动词〉. Words that stand for themselves have none.
func SlotsOf(value string) []string {
	var out []string
	for value != "" {
		end := strings.IndexAny(value, "】〉")
		if end < 0 || !strings.HasPrefix(value, "【") && !strings.HasPrefix(value, "〈") {
			return out
		}
		end += len("】")
		if name, ok := SlotOf(value[:end]); ok {
			out = append(out, name)
		} else {
			out = append(out, value[:end])
		}
		value = value[end:]
	}
	return out
}

// Families of units that a rule author tells apart.
const (
	FamilyMoney = "金额"
	FamilyRatio = "比例"
)

var familyNames = map[string]string{
	FamilyMoney: FamilyMoney, FamilyRatio: FamilyRatio, "数量": "数量", "人数": "人数", "面积": "面积",
	"长度": "长度", "重量": "重量", "体积": "体积", "能量": "能量", "时间": "时间", "指数": "指数",
}

// kindNames are the kinds of facts as rule authors write them.
var kindNames = map[string]report.Kind{
	"数量": report.KindCount, "金额": report.KindAmount, "比例": report.KindRatio,
	"度量": report.KindMeasure, "频次": report.KindFrequency, "名次": report.KindRank,
	"期限": report.KindDeadline, "奖项": report.KindAward, "事件": report.KindEvent,
	"文件": report.KindDocument, "任务": report.KindTask,
}

var modalityNames = map[string]report.Modality{
	"已完成": report.Actual, "预计": report.Forecast, "计划": report.Target, "正在": report.Ongoing,
}

var strengthNames = map[string]report.Strength{
	"确保": report.Ensure, "完成": report.Complete, "力争": report.Strive,
	"推进": report.Push, "谋划": report.PlanTo,
}

var partNames = map[string]report.Part{"总结": report.Review, "计划": report.Plan}

// KindName returns the Chinese name of a kind.
func KindName(kind report.Kind) string { return nameOf(kindNames, kind) }

// ModalityName returns the Chinese name of a modality.
func ModalityName(m report.Modality) string { return nameOf(modalityNames, m) }

// StrengthName returns the Chinese name of a strength.
func StrengthName(s report.Strength) string { return nameOf(strengthNames, s) }

func nameOf[V comparable](names map[string]V, v V) string {
	for name, it := range names {
		if it == v {
			return name
		}
	}
	return ""
}

func keys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// nearestHint returns （是不是…？） with the right spelling nearest to word, or
// the list where none is near.
func nearestHint(word string, right []string) string {
	best, least := "", 3
	for _, r := range right {
		if d := distance([]rune(word), []rune(r)); d < least && d < len([]rune(r)) {
			best, least = r, d
		}
	}
	if best != "" {
		return "，是不是「" + best + "」？"
	}
	return "；可以用：" + strings.Join(right, " ")
}

// distance is the number of characters to change, add or drop.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
