package main

// knownKey tells whether a settings key exists, and else which one is nearest.
func knownKey(key string) (near string, ok bool) {
	best := len(key) + 1
	for _, k := range known() {
		if k.name == key {
			return key, true
		}
		if d := distance(k.name, key); d < best || near == "" {
			near, best = k.name, d
		}
	}
	return near, false
}

// distance returns the Levenshtein distance of two ASCII words.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := last
			if a[i] != b[j] {
				change++
			}
			last = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
