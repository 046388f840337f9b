package chart

// widestRow is how wide panels side by side may be together.
const widestRow = 900

// rowsOf lays panels out in rows, like text.
func rowsOf(panels []Drawing) [][]Drawing {
	var rows [][]Drawing
	used := 0
	for _, p := range panels {
		if len(rows) == 0 || used+panelGap+p.Width > widestRow {
			rows, used = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], p)
		used += p.Width + panelGap
	}
	return rows
}

// widthOf returns the width of the widest row; a sheet is never too narrow for
// its title.
func widthOf(rows [][]Drawing) int {
	widest := narrowest
	for _, row := range rows {
		width := -panelGap
		for _, p := range row {
			width += p.Width + panelGap
		}
		widest = max(widest, width)
	}
	return widest
}

// textWidth is about how wide a text is in 12 px: Chinese 12, others 7.
func textWidth(text string) int {
	width := 0
	for _, r := range text {
		width += runeWidth(r)
	}
	return width
}

func runeWidth(r rune) int {
	if r >= 0x2e80 {
		return 12
	}
	return 7
}

// wrapped cuts texts into lines that are not wider than the width.
func wrapped(texts []string, width int) []string {
	var out []string
	for _, t := range texts {
		start, used := 0, 0
		for i, r := range t {
			if used+runeWidth(r) > width {
				out, start, used = append(out, t[start:i]), i, 0
			}
			used += runeWidth(r)
		}
		out = append(out, t[start:])
	}
	return out
}
