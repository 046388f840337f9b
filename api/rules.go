package api

import "taizhang/service"

// RuleEffectRequest asks what a change to own rules would do.
type RuleEffectRequest struct {
	service.RuleEffectRequest
	Seconds int `json:"seconds"` // after which no further report is begun; 0: ten, at most 600
}

// ProposalRequest is a sentence from which a rule is to be made.
type ProposalRequest struct {
	Sentence string   `json:"sentence"`
	Words    []string `json:"words"` // those that matter
	Part     string   `json:"part"`  // review or plan
	Kind     string   `json:"kind"`  // of the fact; empty: that of the first that has the words
	Title    string   `json:"title"`
	ID       string   `json:"id"`
	File     string   `json:"file"` // own.yaml if empty
}
