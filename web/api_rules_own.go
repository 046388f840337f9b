package web

import (
	"net/http"
	"strings"
	"time"

	"taizhang/api"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// apiRuleFiles lists the files of own rules.
func (s *server) apiRuleFiles(_ http.ResponseWriter, r *http.Request) (out listing[service.RuleFile], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.RuleFiles()
	return pageOf(r, page, all), err
}

// folderOf reads the number of a folder of own rules out of a path.
func folderOf(r *http.Request) (int, error) {
	p := &params{values: map[string][]string{"folder": {r.PathValue("folder")}}}
	return p.number("folder"), p.err()
}

// apiRuleFile returns a file of own rules with its text: former.
func (s *server) apiRuleFile(_ http.ResponseWriter, r *http.Request) (out service.RuleChange, err error) {
	p := paramsOf(r)
	former := p.text("former")
	if err := p.strictly(); err != nil {
		return out, err
	}
	folder, err := folderOf(r)
	if err != nil {
		return out, err
	}
	d, err := s.draftOf(folder, r.PathValue("file"), former)
	return d.RuleChange, err
}

// apiFormerRules lists what a file of own rules was before.
func (s *server) apiFormerRules(_ http.ResponseWriter, r *http.Request) (out listing[service.FormerRules], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	folder, err := folderOf(r)
	if err != nil {
		return out, err
	}
	all, err := s.service.FormerRules(folder, r.PathValue("file"))
	return pageOf(r, page, all), err
}

// apiTakeRules takes a change to own rules over.
func (s *server) apiTakeRules(r *http.Request, c service.RuleChange) (service.RuleFile, error) {
	f, err := s.service.TakeRulesOver(c)
	if err == nil {
		s.noteRules(r, c, f)
	}
	return f, err
}

// noteRules logs that rules were taken over.
func (s *server) noteRules(r *http.Request, c service.RuleChange, f service.RuleFile) {
	s.options.Log.Info("rules taken over", "file", f.Name, "folder", f.Folder, "removed", c.Remove, "user", signedIn(r))
}

// apiCheckRules says what is wrong with a change to own rules.
func (s *server) apiCheckRules(_ *http.Request, c service.RuleChange) (pipeline.RuleCheck, error) {
	return s.service.CheckRules(c)
}

// apiRuleEffect says what a change to own rules would do to the facts. A client
// that accepts api.Stream is told how far it has come.
func (s *server) apiRuleEffect(w http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	q := api.RuleEffectRequest{RuleEffectRequest: service.RuleEffectRequest{Reports: effectReports}}
	if err := readJSON(r, &q); err != nil {
		return nil, err
	}
	if q.Time = time.Duration(q.Seconds) * time.Second; q.Seconds <= 0 || q.Time > wholeTime {
		q.Time = effectTime
	}
	if !strings.Contains(r.Header.Get("Accept"), api.Stream) {
		return s.service.RuleEffect(r.Context(), q.RuleEffectRequest, nil)
	}
	out, err := newEvents(w)
	if err != nil {
		return nil, err
	}
	found, err := s.service.RuleEffect(r.Context(), q.RuleEffectRequest, func(done, of int) {
		out.send(api.Event{Step: &api.Step{Done: done, Of: of}})
	})
	out.end(s, r, api.Event{Effect: &found}, err)
	return answeredByStream{}, nil
}

// apiProposeRule makes a rule from a sentence and puts it behind those of its file.
func (s *server) apiProposeRule(_ *http.Request, q api.ProposalRequest) (service.RuleDraft, error) {
	return s.service.DraftRule(pipeline.RuleRequest{Sentence: q.Sentence, Words: q.Words, Part: report.Part(q.Part),
		Kind: report.Kind(q.Kind), Title: q.Title, ID: q.ID, File: q.File})
}

// apiOverrideRule copies a rule in force into an own file: id.
func (s *server) apiOverrideRule(_ http.ResponseWriter, r *http.Request) (out service.RuleDraft, err error) {
	p := paramsOf(r)
	id := p.text("id")
	if err := p.strictly(); err != nil {
		return out, err
	}
	return s.service.OverrideRule(id)
}

// apiReextraction tells how far extracting again has come.
func (s *server) apiReextraction(_ http.ResponseWriter, r *http.Request) (out service.Reextraction, err error) {
	if err := paramsOf(r).strictly(); err != nil {
		return out, err
	}
	return s.service.Reextraction()
}

// apiBeginReextraction begins to extract again what other rules extracted.
func (s *server) apiBeginReextraction(_ http.ResponseWriter, r *http.Request) (out service.Reextraction, err error) {
	if err := paramsOf(r).strictly(); err != nil {
		return out, err
	}
	if err := s.service.BeginReextraction(); err != nil {
		return out, err
	}
	return s.service.Reextraction()
}
