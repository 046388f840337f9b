package track

import (
	"slices"

	"taizhang/report"
)

// Tasks are the words that promises without a number are made of; they come
// from rules/lexicon/tasks.yaml, and some of rules/lexicon/track.yaml.
type Tasks struct {
	Verbs     map[report.Strength][]string // 确保, 完成, 力争, 推进, 谋划
	Manner    []string                     // stand before the verb: 扎实
	Modal     []string                     // 要, 将
	Who       []string                     // 我们, 各级各部门
	When      []string                     // 今年, 年底前
	Prep      []string                     // stand before the object where the verb follows: 对, 把
	Slogans   []string                     // make a clause no promise: 新篇章
	Abstract  []string                     // end objects that cannot be seen: 能力, 意识
	Soft      []string                     // verbs that promise something only of a thing: 加强
	Results   []string                     // end a clause that begins with what is promised: 投入使用
	MidModals []string                     // stand between the two: 力争, 年内
	MidVerbs  []string                     // verbs that follow what is promised: 完成
	Steps     []string                     // of these those that make an object of 支持 or 推动 concrete: 列入
	StepLeads []string                     // verbs whose object may come to something: 推动
	StepTails []string                     // end what only works come to: 进展
	Going     []string                     // end a clause that promises a work goes on: 加快推进
	Adverbial []string                     // stand behind a word of manner: 地
	Where     []string                     // stand before the verb: 城区
}

func newTasks(list func(string) []string) Tasks {
	return Tasks{
		Verbs: map[report.Strength][]string{
			report.Ensure: list("任务确保词"), report.Complete: slices.Concat(list("任务完成词"), list("承诺动词")),
			report.Strive: list("任务力争词"), report.Push: list("任务推进词"), report.PlanTo: list("任务谋划词"),
		},
		Manner: slices.Concat(list("任务修饰词"), list("承诺修饰词")), Modal: list("任务情态词"), Who: list("任务主体词"), When: list("承诺时间词"),
		Prep: list("承诺介词"), Slogans: slices.Concat(list("任务空话词"), list("总要求词"), list("承诺空话词")),
		Abstract: list("抽象对象词"), Soft: list("表态动词"), Results: slices.Concat(list("任务结果词"), list("承诺结果词")), MidModals: list("居中情态词"), MidVerbs: list("居中动词"), Steps: list("达成动词"), StepLeads: list("达成引词"), StepTails: list("达成空话尾"), Going: list("推进结果词"), Where: list("承诺处所词"), Adverbial: list("状语助词"),
	}
}
