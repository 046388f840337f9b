package lexicon

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"taizhang/report"
)

// Node is a YAML node with its line and column, for readers that want to say
// where a mistake stands.
type Node = yaml.Node

var yamlLine = regexp.MustCompile(`line (\d+): `)

// DecodeStrict reads a YAML file into v and refuses unknown keys. It returns
// every problem the parser found, with its line.
func DecodeStrict(name string, data []byte, v any) []report.Problem {
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	err := d.Decode(v)
	if err == nil || errors.Is(err, io.EOF) {
		return nil
	}
	messages := []string{err.Error()}
	var all *yaml.TypeError
	if errors.As(err, &all) {
		messages = all.Errors
	}
	var problems []report.Problem
	for _, m := range messages {
		p := report.Problem{Code: "yaml", File: name, Message: m}
		if at := yamlLine.FindStringSubmatchIndex(m); at != nil {
			p.Line, _ = strconv.Atoi(m[at[2]:at[3]])
			p.Message = m[at[1]:]
		}
		problems = append(problems, p)
	}
	return problems
}
