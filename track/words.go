package track

import "strings"

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
