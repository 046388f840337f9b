package generate

// placeOf returns the invented place of a number: every two characters once,
// before a third is added.
func placeOf(l lists, number int) string {
	first, second := l["place.first"], l["place.second"]
	place := first[number%len(first)] + second[(number+number/len(first))%len(second)]
	if round := number / (len(first) * len(second)); round > 0 {
		place = first[(number+7*round)%len(first)] + place
	}
	return place
}

// newSite draws a place of three characters.
func (w *writer) newSite() string {
	first, second := w.kind.lists["place.first"], w.kind.lists["place.second"]
	return w.pick(first) + w.pick(first) + w.pick(second)
}

// drawSites returns n places within the office's area, all different.
func (w *writer) drawSites(n int) []string {
	first, second := w.kind.lists["place.first"], w.kind.lists["place.second"]
	var out []string
	for _, i := range w.shuffled(len(first) * len(second)) {
		site := first[i%len(first)] + second[i/len(first)]
		if site == w.place {
			continue
		}
		if out = append(out, site); len(out) == n {
			break
		}
	}
	return out
}
