package names

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// Kind is what a name is a name of.
type Kind string

// Kinds of names: 单位简称, 工程项目, 机构场所.
const (
	Short       Kind = "short"
	Project     Kind = "project"
	Institution Kind = "institution"
)

// Proposal is a name learnt from the reports, for a person to confirm.
type Proposal struct {
	Name    string       `json:"name"`
	Kind    Kind         `json:"kind"`
	Full    string       `json:"full"`            // the longest form; of an office its full name
	Forms   []string     `json:"forms,omitempty"` // other forms of the same name, shortened
	Org     string       `json:"org"`             // the office whose reports say it
	Count   int          `json:"count"`           // times said
	Years   []int        `json:"years"`           // of the reports that say it
	Example string       `json:"example"`         // the shortest sentence that says it, verbatim
	Report  string       `json:"report"`          // id of the report it stands in
	Place   report.Place `json:"place"`           // of the name in it
	Score   float64      `json:"score"`           // 0..1
	Why     string       `json:"why"`             // in Chinese
}

// Words are the word lists names are learnt by; they come from
// rules/lexicon/names.yaml and structure.yaml.
type Words struct {
	Cut func(string) []report.Span // words of a text, in order and without gaps

	OfficeTails []string // 中心, 局, 委员会: an office's name ends so
	ShortTails  []string // “委员会 委”: the tail of a full name and what becomes of it
	Regions     []string // 省, 自治区, 县
	Leads       []string // 区, 县: a short name begins so
	Brackets    []string // 以下简称

	Projects     []string // 项目, 工程
	Institutions []string // 小学, 医院, 大桥
	Breaks       []string // words no name holds: 推进, 确保, 的
	Openers      []string // words that do not begin a name, but may stand in it: 建设, 新建
	Measures     []string // 个, 座: a name begins after number and measure word
	Generic      []string // words that make no name: 重点, 民生
	Praise       []string // 优质, 示范: before 工程 they make an award
	Sizes        []string // 吨: a number and one of them says which one
	Localities   []string // 城东, 片区: words that make one
	LocalTails   []string // 路, 镇, 河: a word ending so makes one
}

// Propose proposes short names of the offices, and names of projects and
// institutions that their reports say again and again; best first within a
// kind, short names before the others. A name that many offices say is no name
// but a general word and is left out.
func Propose(reports []report.Report, words Words) []Proposal {
	m := newMiner(words)
	var out []Proposal
	for _, office := range report.ByOffice(reports) {
		out = append(out, m.shortNames(office)...)
		out = append(out, m.siteNames(office)...)
	}
	out = withoutGeneral(out)
	rank := map[Kind]int{Short: 0, Project: 1, Institution: 2}
	slices.SortStableFunc(out, func(a, b Proposal) int {
		return cmp.Or(cmp.Compare(rank[a.Kind], rank[b.Kind]), cmp.Compare(b.Score, a.Score),
			cmp.Compare(a.Name, b.Name), cmp.Compare(a.Full, b.Full))
	})
	return out
}

// officesOfAName is how many offices may say one name of a site.
const officesOfAName = 2

// withoutGeneral leaves out names of sites that more offices say than a name
// can have: 公立医院.
func withoutGeneral(all []Proposal) []Proposal {
	offices := map[string]int{}
	for _, p := range all {
		offices[p.Name]++
	}
	return slices.DeleteFunc(all, func(p Proposal) bool {
		return p.Kind != Short && offices[p.Name] > officesOfAName
	})
}

// mentioned is where and how often a name is said.
type mentioned struct {
	count     int
	sentences map[string]bool // distinct ones
	years     []int
	example   string
	report    string
	place     report.Place
}

// add counts one more place, a span of the body.
func (s *mentioned) add(r *report.Report, sentence string, at report.Span) {
	if s.sentences == nil {
		s.sentences = map[string]bool{}
	}
	if s.example == "" || len(sentence) < len(s.example) {
		s.example, s.report, s.place = sentence, r.ID, r.Text.Place(at)
	}
	s.count++
	s.sentences[sentence] = true
	if y := r.Year(); y != 0 && !slices.Contains(s.years, y) {
		s.years = append(s.years, y)
		slices.Sort(s.years)
	}
}

// join adds what is known of another form of the same name.
func (s *mentioned) join(o *mentioned) {
	s.count += o.count
	for w := range o.sentences {
		s.sentences[w] = true
	}
	for _, y := range o.years {
		if !slices.Contains(s.years, y) {
			s.years = append(s.years, y)
		}
	}
	slices.Sort(s.years)
}

// recurs tells whether a name is said in several sentences or years.
func (s *mentioned) recurs() bool { return len(s.sentences) > 1 || len(s.years) > 1 }

// score grows with the sentences and years that say the name, up to most.
func (s *mentioned) score(most float64) float64 {
	n := float64(len(s.sentences) + 2*max(len(s.years)-1, 0))
	return float64(int(1000*most*n/(n+1))) / 1000
}

func (s *mentioned) proposal(org string) Proposal {
	return Proposal{Org: org, Count: s.count, Years: s.years, Example: s.example,
		Report: s.report, Place: s.place}
}
