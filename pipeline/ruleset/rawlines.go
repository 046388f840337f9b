package ruleset

// scanLines looks at the raw lines before the YAML parser does.
func (r *reader) scanLines(data []byte) {}
