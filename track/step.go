package track

import (
	"strings"
)

// leastStage is the first stage of a work whose words end a clause as its result:
// 主体结顶. Those before it name parts of the work as well.
const leastStage = 3

// resultOf returns the words that end s and say what is to be reached.
func (v *vocabulary) resultOf(s string) string {
	w := longestSuffix(s, v.Tasks.Results)
	for _, stage := range v.Stages[min(leastStage-1, len(v.Stages)):] {
		if x := longestSuffix(s, stage); len(x) > len(w) {
			w = x
		}
	}
	if x := longestSuffix(s, v.Tasks.Going); len(x) > len(w) && v.isWork(v.trimManner(strings.TrimSuffix(s, x))) {
		w = x // 某公路加快推进
	}
	if rest := strings.TrimSuffix(s, w); w != "" && rest != "" {
		for _, stage := range v.Stages[min(leastStage-1, len(v.Stages)):] {
			if x := longestSuffix(rest, stage); x != "" {
				return x + w // 建成出煤
			}
		}
	}
	return w
}

// reaches tells whether the object says what it is to come to: 支持…上市.
func (v *vocabulary) reaches(action, subject string) bool {
	if w := longestSuffix(subject, v.Tasks.Results); w != "" && letters(strings.TrimSuffix(subject, w)) >= leastObject {
		return true
	}
	return action == "通过" && (firstSuffix(subject, v.Passing) != "" || len(v.Stages) > 0 && firstSuffix(subject, v.Stages[0]) != "")
}

// stepOf splits what is supported or pushed into the thing and what it is to come
// to: 衡山铁路, 列入规划.
func (v *vocabulary) stepOf(object string) (thing, step string) {
	at := len(object)
	for _, w := range v.Tasks.Steps {
		i := strings.Index(object, w)
		if i < 0 || i >= at || letters(object[:i]) < leastObject {
			continue
		}
		if tail := object[i+len(w):]; letters(tail) >= 2 && !strings.HasPrefix(tail, "的") && !strings.HasPrefix(tail, "感") {
			at = i
		}
	}
	if thing, step = object[:at], object[at:]; firstSuffix(step, v.Tasks.StepTails) != "" && !v.isWork(thing) {
		return object, ""
	}
	return thing, step
}

// aside returns what a clause is about that only says under which conditions: 某项改革
// 在总结经验的基础上; empty where it is not known.
func (v *vocabulary) aside(clause string) string {
	at := -1
	for _, w := range v.Tasks.Prep {
		if i := strings.Index(clause, w); i > 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at < 0 || letters(clause[:at]) < leastObject {
		return ""
	}
	return clause[:at]
}
