package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"

	"taizhang/pipeline/attribute"
	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/match"
	"taizhang/pipeline/read"
	"taizhang/pipeline/recognise"
	"taizhang/pipeline/ruleset"
	"taizhang/pipeline/segment"
	"taizhang/report"
	"taizhang/rules"
)

// Version is the version of the program. It is part of every report's
// fingerprint: a report extracted by another version can be told.
const Version = "0.1.0"

// Options say how documents are read and by which rules.
type Options struct {
	Read     read.Options // limits, password, cache folder, witness command
	CacheDir string       // where dictionaries are unpacked
	Rules    []fs.FS      // the office's own rule folders, later ones first in force
	Words    []string     // names people confirmed, which segmentation keeps whole
}

// New loads rules and dictionaries (about half a second). Problems of rule
// files are returned beside the pipeline, which goes on with the sound rules.
func New(o Options) (*Pipeline, []report.Problem, error) {
	p, problems, err := loadRules(o)
	if err != nil {
		return nil, problems, err
	}
	if p.segmenter, err = segment.New(o.CacheDir, o.Words...); err != nil {
		return nil, problems, err
	}
	p.reader, p.words = read.New(o.Read), o.Words
	return p, problems, nil
}

// loadRules builds the stages that live off the rules folders.
func loadRules(o Options) (*Pipeline, []report.Problem, error) {
	folders := append([]fs.FS{rules.FS}, o.Rules...)
	p := &Pipeline{folders: folders}
	var problems, more []report.Problem
	var err error
	if p.lexicon, problems, err = lexicon.Load(folders...); err != nil {
		return nil, problems, err
	}
	if p.rules, more, err = ruleset.Load(p.lexicon, folders...); err != nil {
		return nil, problems, err
	}
	problems = append(problems, more...)
	if p.recogniser, err = recognise.New(p.lexicon); err != nil {
		return nil, problems, fmt.Errorf("word lists: %w", err)
	}
	if p.attributor, err = attribute.New(p.lexicon); err != nil {
		return nil, problems, fmt.Errorf("word lists: %w", err)
	}
	if p.matcher, err = match.New(p.rules, p.lexicon); err != nil {
		return nil, problems, fmt.Errorf("rules: %w", err)
	}
	p.problems = problems
	return p, problems, nil
}

// Close ends the readers' helper processes.
func (p *Pipeline) Close() error { return p.reader.Close() }

// Fingerprint tells program, rules and own words apart: reports with another
// fingerprint were extracted by others.
func (p *Pipeline) Fingerprint() string {
	mark := Version + " " + p.rules.Fingerprint()
	for _, w := range slices.Sorted(slices.Values(p.words)) {
		mark += " " + w
	}
	sum := sha256.Sum256([]byte(mark))
	return hex.EncodeToString(sum[:])[:12]
}

// Segmenter returns the words of this pipeline, so that an index cuts texts
// just as extraction does.
func (p *Pipeline) Segmenter() *segment.Segmenter { return p.segmenter }
