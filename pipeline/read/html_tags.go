package read

import "strings"

// tagSet is a set of element names.
type tagSet map[string]bool

func tags(names string) tagSet {
	set := tagSet{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}

var (
	// blockTags stand on lines of their own.
	blockTags = tags("address article blockquote body caption center dd details dir div dl dt" +
		" fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol" +
		" p pre section summary table tbody td tfoot th thead tr ul")
	// silentTags hold what is no text.
	silentTags = tags("audio button canvas iframe map noembed noframes noscript object" +
		" option script select style svg template textarea video")
	// besideTags and besideRoles hold what stands beside a page's text.
	besideTags  = tags("aside footer marquee nav")
	besideRoles = tags("banner complementary contentinfo navigation search")

	tableTags   = tags("table caption tbody td tfoot th thead tr")
	cellTags    = tags("td th caption")
	headingTags = tags("h1 h2 h3 h4 h5 h6")

	// implied are the open elements that a start tag ends, as far up as scope.
	implied = map[string]tagSet{
		"li": tags("li"), "dt": tags("dt dd"), "dd": tags("dt dd"),
		"td": tags("td th caption"), "th": tags("td th caption"),
		"tr":    tags("tr td th caption"),
		"tbody": tags("tbody thead tfoot tr td th caption"),
		"thead": tags("tbody thead tfoot tr td th caption"),
		"tfoot": tags("tbody thead tfoot tr td th caption"),
	}
	scope = map[string]tagSet{
		"li": tags("ul ol dir menu table td th"),
		"dt": tags("dl table td th"), "dd": tags("dl table td th"),
		"td": tags("tr table"), "th": tags("tr table"),
		"tr": tags("tbody thead tfoot table"), "tbody": tags("table"),
		"thead": tags("table"), "tfoot": tags("table"),
	}
)

func isBlock(tag string) bool { return blockTags[tag] || silentTags[tag] || besideTags[tag] }
