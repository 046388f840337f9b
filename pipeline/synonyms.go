package pipeline

// synonymTable is the shape of rules/lexicon/synonyms.yaml.
type synonymTable struct {
	Title  string     `yaml:"title"`
	Groups [][]string `yaml:"groups"`
}

// Synonyms returns groups of words that mean the same: those of the lexicon,
// and each indicator with its aliases.
func (p *Pipeline) Synonyms() ([][]string, error) {
	var t synonymTable
	if err := p.lexicon.Decode("synonyms.yaml", &t); err != nil {
		return nil, err
	}
	groups := t.Groups
	for _, i := range p.rules.Indicators {
		if len(i.Aliases) > 0 {
			groups = append(groups, append([]string{i.Name}, i.Aliases...))
		}
	}
	return groups, nil
}
