package attribute

// longestMembers is how many names of an enumeration are kept.
const longestMembers = 50

// members returns the names listed before a count: 宝粮小学、长月二小扩建二期等
// 7个学校项目.
func (c clause) members(r reading) []string {
	end := r.at
	if !r.nounFollows() {
		end = r.before.noun[0]
	}
	if end <= r.from || !c.words[end-1].is(isEtc) {
		return nil
	}
	end--
	start := end
	for start > r.from && !c.words[start-1].is(isVerb|isValue|isTime|isDone|isAdverb|isAmong) {
		start--
	}
	var out []string
	for i, from := start, start; i <= end && len(out) < longestMembers; i++ {
		if i < end && !c.words[i].is(isList) {
			continue
		}
		if name := clean(c.text([2]int{from, i})); name != "" {
			out = append(out, name)
		}
		from = i + 1
	}
	return out
}
