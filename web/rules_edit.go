package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// rulesEditPath is where a file of own rules is edited.
const rulesEditPath = "/rules/edit"

// rulesEdit is the editor of a file of own rules, and what would come of it.
type rulesEdit struct {
	service.RuleDraft
	New    bool // there is no such file yet
	Lines  []editorLine
	Rows   int
	Former []service.FormerRules
	Shown  string // name of the former text that is shown; empty: none is

	Effect  *ruleEffect
	Whole   bool   // the effect on the whole library was asked for
	Checked string // what was looked at: only that is taken over
	Stale   bool   // the text was changed after it was looked at
	Moved   bool   // somebody else changed the file meanwhile
	Said    string // what was just done; empty: nothing

	Refused string               // field of the form that cannot be as it is; empty: none
	Asked   pipeline.RuleRequest // the sentence a rule was asked for from
}

// URL returns where the file is edited as it stands now.
func (p rulesEdit) URL() string { return rulesFileURL(p.Folder, p.File) }

// FormerURL returns where a former text of the file is shown.
func (p rulesEdit) FormerURL(name string) string { return p.URL() + "&former=" + url.QueryEscape(name) }

// editorLine is a line of the text by its number.
type editorLine struct {
	Number int
	Wrong  bool
}

// The words of the editor's buttons.
const (
	doCheck = "check"
	doTake  = "take"
	doTry   = "remove" // look what becomes of it if the file goes
	doDrop  = "drop"   // let it go
)

// The bounds of an effect that is not asked for the whole library.
const (
	effectReports = 200
	effectTime    = 10 * time.Second
	wholeTime     = 10 * time.Minute
)

// editRules shows the editor: of a file, of a rule that is copied to be
// overridden, of one that is proposed from a sentence, or of a new file.
func (s *server) editRules(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	folder, file, former := p.number("folder"), p.text("file"), p.text("former")
	override, said := p.text("override"), p.choice("said", "", doTake)
	q := proposalAsked(p)
	if err := p.strictly(); err != nil {
		return nil, err
	}
	var draft service.RuleDraft
	var err error
	switch {
	case override != "":
		draft, err = s.service.OverrideRule(override)
	case q.Sentence != "":
		draft, err = s.service.DraftRule(q)
	case file != "":
		draft, err = s.draftOf(folder, file, former)
	default:
		draft.Folder = s.service.NewRulesFolder()
	}
	page, err := s.orRefused(draft, err)
	page.Said, page.Shown, page.Asked = said, former, q
	return page, err
}

// orRefused returns the editor with a text in it, or with what is wrong with it.
func (s *server) orRefused(d service.RuleDraft, err error) (rulesEdit, error) {
	var invalid *service.InvalidError
	if errors.As(err, &invalid) {
		page, _ := s.rulesEdit(service.RuleDraft{RuleChange: service.RuleChange{Folder: d.Folder, Text: d.Text}})
		page.File, page.Refused = d.File, invalid.Field
		return page, nil
	}
	if err != nil {
		return rulesEdit{}, err
	}
	return s.rulesEdit(d)
}

// proposalAsked reads from which sentence a rule is to be made.
func proposalAsked(p *params) pipeline.RuleRequest {
	q := pipeline.RuleRequest{Sentence: p.text("sentence"), Words: strings.FieldsFunc(p.text("words"), isBetweenWords),
		Title: p.text("title"), ID: p.text("id"), File: p.text("in"), Part: report.Review}
	if p.flag("plan") {
		q.Part = report.Plan
	}
	return q
}

// isBetweenWords tells what stands between words that are typed in one field.
func isBetweenWords(r rune) bool { return strings.ContainsRune(" ,，、；;\u3000", r) }

// draftOf returns a file as it is, or with a former text in its place.
func (s *server) draftOf(folder int, file, former string) (service.RuleDraft, error) {
	f, err := s.service.RuleFile(folder, file)
	if err != nil && (former == "" || !errors.Is(err, service.ErrNoRuleFile)) {
		return service.RuleDraft{}, err
	}
	d := service.RuleDraft{RuleChange: service.RuleChange{Folder: folder, File: file, Text: f.Text, Mark: f.Mark}}
	if former != "" {
		d.Text, err = s.service.FormerText(folder, file, former)
	}
	return d, err
}

// rulesEdit returns the editor with a text in it.
func (s *server) rulesEdit(d service.RuleDraft) (rulesEdit, error) {
	page := rulesEdit{RuleDraft: d, New: d.Mark == ""}
	for i := range strings.Count(d.Text, "\n") + 1 {
		page.Lines = append(page.Lines, editorLine{Number: i + 1})
	}
	page.Rows = max(len(page.Lines), 12)
	var err error
	if d.File != "" {
		page.Former, err = s.service.FormerRules(d.Folder, d.File)
	}
	return page, err
}

// rulesEdited takes in what the editor sends: what would come of the text is
// shown first, and just that text is taken over then.
func (s *server) rulesEdited(w http.ResponseWriter, r *http.Request) (any, error) {
	if err := r.ParseForm(); err != nil {
		return nil, badUpload(err)
	}
	p := &params{values: r.PostForm}
	c := service.RuleChange{Folder: p.number("folder"), File: p.text("file"), Mark: p.text("mark"),
		Text: strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n")}
	do, whole := p.choice("do", doCheck, doTake, doTry, doDrop), p.flag("whole")
	if err := p.err(); err != nil {
		return nil, err
	}
	c.Remove = do == doTry || do == doDrop
	looked := r.PostForm.Get("checked") == checkMark(c)
	if looked && (do == doTake || do == doDrop) {
		to, err := s.rulesTaken(r, c)
		if !errors.Is(err, service.ErrRulesChanged) {
			return to, err
		}
		page, err := s.rulesEdit(service.RuleDraft{RuleChange: c})
		page.Moved = true
		return page, err
	}
	page, err := s.rulesLooked(r, c, whole)
	page.Stale = !looked && (do == doTake || do == doDrop)
	return page, err
}

// rulesLooked works out what would come of a change.
func (s *server) rulesLooked(r *http.Request, c service.RuleChange, whole bool) (rulesEdit, error) {
	page, err := s.orRefused(s.service.Formed(c))
	if err != nil || page.Refused != "" {
		return page, err
	}
	q := service.RuleEffectRequest{RuleChange: c, Reports: effectReports, Time: effectTime}
	if whole {
		q.Reports, q.Time = 0, wholeTime
	}
	found, err := s.service.RuleEffect(r.Context(), q, nil)
	if err != nil {
		return s.orRefused(page.RuleDraft, err)
	}
	page.Effect, page.Whole, page.Checked = s.shownEffect(c, found), whole, checkMark(c)
	page.markLines(found.Check.Mistakes, found.Check.Doubts, found.Check.Broken)
	return page, nil
}

// markLines marks the lines that problems stand on.
func (p *rulesEdit) markLines(all ...[]report.Problem) {
	for _, problems := range all {
		for _, x := range problems {
			if x.File == p.File && x.Line > 0 && x.Line <= len(p.Lines) {
				p.Lines[x.Line-1].Wrong = true
			}
		}
	}
}

// rulesTaken takes a change over and leads on.
func (s *server) rulesTaken(r *http.Request, c service.RuleChange) (any, error) {
	f, err := s.service.TakeRulesOver(c)
	if err != nil {
		return nil, err
	}
	s.noteRules(r, c, f)
	if c.Remove {
		return redirect("/rules?said=" + doDrop + "#own"), nil
	}
	return redirect(rulesFileURL(f.Folder, f.Name) + "&said=" + doTake), nil
}

// rulesFileURL returns where a file of own rules is edited.
func rulesFileURL(folder int, name string) string {
	return addressed(rulesEditPath, url.Values{"folder": {strconv.Itoa(folder)}, "file": {name}})
}

// checkMark tells changes apart: who takes one over says by it what was looked at.
func checkMark(c service.RuleChange) string {
	data, _ := json.Marshal(c) // strings and numbers
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:16]
}
