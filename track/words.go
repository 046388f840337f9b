package track

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// Words are the word lists that verdicts rest on; they come from
// rules/lexicon/track.yaml, whose comments say what each is for.
type Words struct {
	Completed  []string   // 清零, 全覆盖: it is done
	Ongoing    []string   // 正在, 稳步推进: it is not yet
	Failed     []string   // 未完成, 推迟至: it is said to have failed
	Planned    []string   // 计划, 预计: what follows is not done
	Negations  []string   // 尚未: what follows directly is not done
	Between    []string   // may stand between a denial and what is denied: 如期
	NoResult   []string   // 后, 率: what stands directly before says no result
	Stages     [][]string // of a project, first to last: each a list of words
	Synonyms   [][]string // verbs that answer one another: 投入, 拨付
	Light      []string   // verbs that say nothing of what is done: 完成, 开展
	Continuing []string   // verbs whose work is never over: 推进, 深化
	Leads      []string   // begin a clause about what was named before: 主体工程
	Ceilings   []string   // make a number the most that is allowed: 控制在
	Never      []string   // promise that something does not happen: 不发生
	NeverSaid  []string   // say that it did not: 未发生
	Each       []string   // make a number one of each: 每, 人均
	Shares     []string   // ends of the names of ratios: 占比, 比例
	Short      []string   // begin verbs that tell what is lacking: 少招
	Hollow     []string   // name no object: 中央财政, 资金, 目标
	Late       []string   // say of the result before that it came late: 较计划推迟
	Stock      []string   // count all there are: 增至
	Added      []string   // count what was added: 新增
	From       []string   // stand before the number that a change starts from: 由
	Kinds      []string   // end names and may be left out: 项目, 工程建设
	Past       []string   // a sentence of a plan that has one tells what was: 过去一年
	Ahead      []string   // one that has one sets out: 今年, 要
	Than       []string   // stand before a year that is only compared with: 比
	Starting   []string   // promise that something begins: 启动
	Counters   [][]string // measure words that count the same things: 个, 家
	Repeats    []string   // the same is done again, further: 继续
	Whole      []string   // stand before a verb and make it done: 全面, 全部
	Definite   []string   // in a verb make it one whose work ends: 制定
	Same       [][]string // names of one thing
	Indicators [][]string // an indicator, then how promises call it
	Growths    []string   // make a ratio one of growth: 涨幅
	Otherwise  []string   // make a number one of another scope: 扣除
	Documents  []string   // kinds of documents, that end their names
	Vague      []string   // objects that are none without what is said before them
	Measured   []string   // verbs that are done only where it is said that they are: 增加
	Lasting    []string   // end objects that are never done: 战略
	Musing     []string   // begin a clause that tells no result: 要
	Issuing    []string   // verbs that issue a document
	Building   []string   // verbs whose objects are works: 新建
	Works      []string   // end the names of works: 大道
	General    []string   // name no thing of their own: 企业
	Rising     []string   // verbs of a rise: 提高
	Levels     []string   // stand before a number that is to be reached, not added: 到
	Finishing  []string   // verbs that finish a work: 完成
	Overall    []string   // end a clause and say that what goes on is done as a whole: 基本完成
	Ranks      []string   // levels of titles: 省级
	TaskDone   []string   // prove a promise with a number too: 完成年度任务
	Ways       []string   // in which a work is built: 新建, 扩建
	Areas      []string   // end the names of areas: 片区
	Owners     []string   // forms of owners that a name may leave out: 集团
	Sizes      []string   // units of how large a work is: 万吨
	Yearly     []string   // stand before such a number: 年产
	Modes      []string   // end names of works and say what is done to them: 改扩建
	Renewals   []string   // say that what stands is made better: 提标改造
	Holding    []string   // say that a level is kept: 巩固
	Nearly     []string   // behind a step of a work: it is nearly over: 过半
	Halted     []string   // of what failed: the work was stopped: 暂缓
	Permits    []string   // approve a work: 核准
	Total      []string   // promise all there are: 全覆盖
	All        []string   // tell of all there are: 全部
	Parted     []string   // begin a clause that says what share of a work was done: 占
	Wholes     []string   // name the whole of it: 总里程
	Constant   []string   // indicators whose growth is in constant prices
	Drafts     []string   // write what is examined later: 编制
	Exams      []string   // examine and approve it: 评审
	Mostly     []string   // say that most was done: 基本
	Then       []string   // join a second thing that is promised: 并
	Left       []string   // begin a clause that tells what is left: 还有
	Upper      []string   // who examines last: 国家
	Lower      []string   // who does before: 省级
	Success    []string   // say that what a verb such as 实现 promised was done: 成功
	ThisYear   []string   // name the year in which the report is given: 今年
	Holidays   []string   // days of the year by which something is promised, each with month and day
	Entire     []string   // promise the whole of a work: 全线
	Single     []string   // say that one of several is meant: 首台
	Passing    []string   // what is passed at the end of a work: 验收
	Because    []string   // end a name: what follows is the cause
	NewSites   []string   // end names and say that it is a new place: 新校区
	Rings      []string   // begin names of roads around a town, each with the sides it may have: 环城, 东南西北
	Doing      []string   // verbs that end what a clause is told of: 实施
	MainPart   []string   // the part of a work that is built first: 主体
	Adverbs    []string   // stand between a name and its verb: 已
	Regions    []string   // 城乡, then the two that it joins
	OfName     []string   // stand behind a number that is part of a name: 千伏
	Moving     []string   // say that a work is built at a new place: 迁
	Newness    []string   // begin names and may be left out: 新
	Prefaces   []string   // stand between a name and its day, or what is to be done by it: 在
	DayEnds    []string   // end a day or a month: 底, 以前
	Shared     []string   // stand before a share of what was planned: 任务的
	Joints     []string   // join two verbs of one object: 并
	Spans      []string   // say that a number is of several years: 五年, 累计
	Numbered   []string   // institutions with a number, each with what is said for it: 中学, 中
	Tasks      Tasks
	Courses    Courses
	Terms      Terms
}

// NewWords takes the lists of rules/lexicon/track.yaml by their names.
func NewWords(list func(string) []string) Words {
	return Words{
		Completed: list("办结用词"), Ongoing: list("在办用词"), Failed: list("未成用词"),
		Planned: list("未然用词"), Negations: list("否定用词"), Between: list("否定间隔词"), NoResult: list("非结果后缀"),
		Stages: groups(list("工程阶段")), Synonyms: groups(list("同义动作")),
		Light: list("轻动词"), Continuing: list("持续动词"), Leads: list("承前用词"),
		Ceilings: list("上限用词"), Never: list("不发生用词"), NeverSaid: list("未发生用词"),
		Each: list("每一用词"), Shares: list("占比用词"), Short: list("短缺用词"), Hollow: list("泛称用词"),
		Kinds: list("项目通称"), Late: list("逾期用词"),
		Stock: list("存量用词"), Added: list("增量用词"), From: list("起点用词"),
		Past: list("追述用词"), Ahead: list("前瞻用词"), Than: list("比较用词"), Starting: list("启动用词"),
		Counters: groups(list("同类量词")), Repeats: list("重申用词"), Whole: list("全部用词"),
		Definite: list("定事动词"), Same: groups(list("同物异名")), Indicators: groups(list("指标异称")), Growths: list("增幅用词"),
		Otherwise: list("换口径用词"), Documents: list("文件种类"), Vague: list("笼统对象"), Measured: list("增减动词"),
		Areas: list("片区名尾"), Owners: list("企业形式"), Sizes: list("工程规模单位"), Yearly: list("工程规模前词"),
		Modes: list("建法用词"), Newness: list("新旧用词"), Moving: list("迁移用词"), OfName: list("名称数字后词"), Doing: list("实施用词"),
		MainPart: list("主体用词"), Adverbs: list("名后虚词"), Regions: list("城乡用词"), Rings: list("环路用词"), NewSites: list("新址用词"), Passing: list("过关用词"),
		Permits: list("批准用词"), Total: list("全体用词"), Single: list("单个用词"), Entire: list("整体用词"),
		Success: list("顺遂用词"), Mostly: list("大致用词"), Drafts: list("编制用词"), Exams: list("审查用词"), Constant: list("可比价指标"), Then: list("并举用词"), Left: list("余数用词"), Upper: list("上级用词"), Lower: list("下级用词"), Parted: list("占份用词"), Wholes: list("总量用词"), ThisYear: list("本年用词"), Holidays: list("节日期限"), All: list("尽数用词"),
		Nearly: list("将成后缀"), Halted: list("停办用词"), Because: list("缘故用词"), Holding: list("稳定用词"),
		Renewals: list("改造用词"), Numbered: list("编号简称"), Spans: list("多年用词"), Prefaces: list("期限引词"),
		DayEnds: list("日期尾词"), Shared: list("计划份额词"), Joints: list("连动用词"), Ways: list("建设方式"),
		TaskDone: list("任务完成语"), Ranks: list("级别用词"), Levels: list("到达用词"), Finishing: list("完工动词"), Overall: list("总成用词"),
		General: list("泛指用词"), Rising: list("上升用词"), Building: list("建设动词"), Works: list("工程名尾"),
		Issuing: list("发文动词"), Lasting: list("长期对象"), Musing: list("议论用词"),
		Tasks: newTasks(list), Courses: newCourses(list), Terms: newTerms(list),
	}
}

// groups takes lists that are written as one entry: 投入、拨付.
func groups(entries []string) [][]string {
	var out [][]string
	for _, e := range entries {
		out = append(out, strings.Split(e, "、"))
	}
	return out
}

// meaning is what a word of the lists says of the work it is said of.
type meaning uint8

const (
	completed meaning = 1 << iota
	ongoing
	failed
	planned
	continuing
	neverSaid
)

// sense is what one word says.
type sense struct {
	word    string
	meaning meaning
	stage   int // of a project, from 1; 0 none
}

// vocabulary finds the words of the lists in a text.
type vocabulary struct {
	Words
	senses map[string]*sense   // by word
	starts map[rune][]*sense   // by first character, longest first
	like   map[string][]string // verb → verbs that answer it
	acts   map[rune][]string   // these verbs by first character
	tasks  map[rune][]taskVerb // by first character
	leads  map[rune][]lead     // words before a verb, by first character
}

// taskVerb is a verb of a promise.
type taskVerb struct {
	verb     string
	strength report.Strength
}

// heard is a word found in a clause.
type heard struct {
	*sense
	at, end int
}

func newVocabulary(w Words) *vocabulary {
	v := &vocabulary{Words: w, senses: map[string]*sense{}, starts: map[rune][]*sense{}, like: map[string][]string{},
		acts: map[rune][]string{}, tasks: map[rune][]taskVerb{}, leads: map[rune][]lead{}}
	for _, strength := range []report.Strength{report.Complete, report.Push, report.Ensure, report.Strive, report.PlanTo} {
		for _, verb := range w.Tasks.Verbs[strength] {
			first := []rune(verb)[0]
			v.tasks[first] = append(v.tasks[first], taskVerb{verb, strength})
		}
	}
	for _, list := range [][]string{w.Tasks.Who, w.Tasks.When, w.Tasks.Modal, w.Tasks.Manner} {
		v.addLeads(list, false)
	}
	v.addLeads(w.Tasks.Where, true)
	v.add(w.Completed, completed)
	v.add(w.Ongoing, ongoing)
	v.add(w.Failed, failed)
	v.add(w.Planned, planned)
	v.add(w.Continuing, continuing)
	v.add(w.NeverSaid, neverSaid)
	for i, words := range w.Stages {
		v.add(words, 0)
		for _, word := range words {
			v.senses[word].stage = i + 1
		}
	}
	for _, group := range w.Synonyms {
		for _, word := range group {
			if first := []rune(word)[0]; v.like[word] == nil {
				v.acts[first] = append(v.acts[first], word)
			}
			v.like[word] = append(v.like[word], group...)
		}
	}
	return v
}

func (v *vocabulary) addLeads(words []string, place bool) {
	for _, w := range words {
		first := []rune(w)[0]
		v.leads[first] = append(v.leads[first], lead{w, place})
	}
}

func (v *vocabulary) add(words []string, m meaning) {
	for _, w := range words {
		if s := v.senses[w]; s != nil {
			s.meaning |= m
			continue
		}
		s := &sense{word: w, meaning: m}
		v.senses[w] = s
		first := []rune(w)[0]
		list := append(v.starts[first], s)
		for i := len(list) - 1; i > 0 && len(list[i].word) > len(list[i-1].word); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		v.starts[first] = list
	}
}

// hits returns the words of the lists that stand in s, the longest at each
// place, in order.
func (v *vocabulary) hits(s string) []heard {
	var out []heard
	next := 0
	for i, r := range s {
		if i < next {
			continue
		}
		for _, w := range v.starts[r] {
			if strings.HasPrefix(s[i:], w.word) {
				out = append(out, heard{w, i, i + len(w.word)})
				next = i + len(w.word)
				break
			}
		}
	}
	return out
}

// said tells whether the word is a result where it stands: neither denied (尚未
// 竣工) nor part of another word (竣工后, 开工率, 已完成投资).
func (v *vocabulary) said(clause string, h heard) bool {
	return firstPrefix(clause[h.end:], v.NoResult) == "" && !v.denied(clause, h)
}

// denied tells whether the word is denied, also with words of manner between:
// 没有如期通车, 没有在去年动工.
func (v *vocabulary) denied(clause string, h heard) bool {
	before := clause[:h.at]
	for firstSuffix(before, v.Negations) == "" {
		w := longestSuffix(before, v.Between)
		if w == "" {
			return false
		}
		before = strings.TrimSuffix(before, w)
	}
	return true
}

// stageOf returns the furthest stage that the words name; 0 for none.
func (v *vocabulary) stageOf(words string) int {
	most := 0
	for _, h := range v.hits(words) {
		most = max(most, h.stage)
	}
	return most
}

// goalOf returns the furthest stage that the words set as a goal: what is
// 建成通车 is built, as 建成 alone says.
func (v *vocabulary) goalOf(words string) int {
	most := 0
	for _, h := range v.hits(words) {
		stage := h.stage
		if stage == len(v.Stages) && firstPrefix(h.word, v.Stages[len(v.Stages)-2]) != "" {
			stage--
		}
		most = max(most, stage)
	}
	return most
}

// goalIn returns the goal that the words set beside the name in them: 建成区绿化 is
// a name.
func (v *vocabulary) goalIn(words, name string) int {
	at := strings.Index(words, name)
	most := 0
	for _, h := range v.hits(words) {
		if at < 0 || h.at < at || h.end > at+len(name) {
			most = max(most, v.goalOf(h.word))
		}
	}
	return most
}

// answers tells whether what was done, told in these words, is what the verb
// asks for.
func (v *vocabulary) answers(verb string, told string) bool {
	if strings.Contains(told, verb) {
		return true
	}
	for w, group := range v.like {
		if strings.Contains(verb, w) && firstOf(told, group) != "" {
			return true
		}
	}
	return false
}

// solid returns the name without the words that name no object.
func (v *vocabulary) solid(name string) string {
	for _, w := range v.Hollow {
		name = strings.ReplaceAll(name, w, " ")
	}
	return name
}

// core returns the name without an end that may be left out: 迁建项目, 迁建.
func (v *vocabulary) core(name string) string {
	w := firstSuffix(name, v.Kinds)
	if rest := strings.TrimSuffix(name, w); utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return name
}

// endless tells whether the verb's work is never over: 深化, 稳妥推进.
func (v *vocabulary) endless(verb string) bool {
	if slices.Contains(v.Measured, verb) {
		return false
	}
	return (firstPrefix(verb, v.Continuing) != "" || firstSuffix(verb, v.Continuing) != "") && firstOf(verb, v.Definite) == ""
}

func firstOf(s string, words []string) string {
	for _, w := range words {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}

func firstPrefix(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

func firstSuffix(s string, words []string) string {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return w
		}
	}
	return ""
}
