package web

import "fmt"

// mistake is what is wrong with a parameter, in English for the API, and by the
// key of a message for pages.
type mistake struct {
	key  string
	args []any
	text string
}

func (m *mistake) Error() string { return fmt.Sprintf(m.text, m.args...) }
