package track

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// partsOf returns the works that one promise names together: 甲大道、乙大道北段和丙路
// 东延工程; none where there is only one.
func (v *vocabulary) partsOf(p *promise) []string {
	if p.goal == 0 && !slices.Contains(v.Building, p.Action) || len(p.Targets) > 0 {
		return nil
	}
	object := p.object
	if strings.HasPrefix(p.Subject, object) {
		object += firstPrefix(strings.TrimPrefix(p.Subject, object), v.Kinds) // 甲二期、乙冷链仓储项目
	}
	var out []string
	last := 0
	for i, r := range object {
		if !strings.ContainsRune("、和及与", r) || i == last || !v.isWork(object[last:i]) {
			continue
		}
		out = append(out, v.core(object[last:i]))
		last = i + utf8.RuneLen(r)
	}
	if last == 0 || !v.isWork(object[last:]) {
		return nil
	}
	out = append(out, v.core(object[last:]))
	if len(out) < 2 {
		return nil
	}
	return out
}

// isWork tells whether a name is that of something that is built.
func (v *vocabulary) isWork(name string) bool {
	return letters(name) >= leastObject && (firstSuffix(v.core(name), v.Works) != "" || firstSuffix(name, v.Kinds) != "" || firstSuffix(name, v.Works) != "")
}

// itemOf returns the item of a list of works that begins with the name, with
// what says how it is built: 白沙小学扩建工程.
func itemOf(list, name string) string {
	i := strings.Index(list, name)
	if i < 0 {
		return name
	}
	behind := list[i+len(name):]
	if end := strings.IndexAny(behind, "、和及与"+report.ClauseEnds); end >= 0 {
		behind = behind[:end]
	}
	return name + behind
}
