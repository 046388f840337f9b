package export

import "strings"

// Lang is the language of labels.
type Lang string

// The languages of labels.
const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// chinese is what the words of a record are called in Chinese tables.
var chinese = map[string]string{
	"count": "数量", "amount": "金额", "ratio": "比例", "measure": "度量", "frequency": "频次",
	"rank": "名次", "deadline": "期限", "award": "奖项", "event": "大事", "document": "文件", "task": "任务",
	"actual": "已完成", "forecast": "预计", "target": "计划", "ongoing": "正在",
	"done": "完成", "exceeded": "超额", "partial": "部分完成", "in_progress": "进行中", "missed": "未完成",
	"late": "逾期完成", "unreported": "未见报告", "not_due": "未到期", "unverifiable": "无法核验",
	"none": "", "due_soon": "临期", "overdue": "超期", "closed": "办结",
	"yoy": "同比", "average": "年均", "base": "比基年",
	"good": "良好", "doubtful": "存疑", "ocr": "OCR",
	"imported": "已入库", "partly": "部分入库", "refused": "拒收", "skipped": "跳过",
	"sum": "分项与总数", "rate": "比率与两数", "holds": "相符", "fails": "不符", "Check": "核对", "Sum": "算式",
	"restated": "数据重述", "contradiction": "总量增速不符", "scope": "口径变化", "copied": "照抄前文", "noted": "提示",
	"Said in": "前文年度", "Earlier": "前文", "Unit": "计量单位", "Forecast": "预计", "Actual": "实绩", "Restated": "重述后",
	"Growth target": "增速目标", "Growth": "增速", "Growth computed": "推算增速", "Breaks": "提示",
	"No.": "序号", "Other years": "历年说法", "Plan page": "计划页码", "Verdict": "认定", "verdict supports": "支持", "verdict contradicts": "否定",
	"verdict partial": "部分支持", "verdict mentions": "提及", "evidence": "依据", "ledger": "台账", "series": "逐年序列",
	"decided confirm": "确认", "decided status": "改状态", "decided value": "改数值", "decided link": "改依据", "decided owner": "改责任单位",
	"decided due": "改期限", "decided close": "销号", "decided wrong": "记为有误", "decided comment": "备注", "decided merge": "合并",
	"appeared": "新出现", "vanished": "消失", "changed": "变化", "Old": "原", "New": "新",
	"shift appeared": "新出现", "shift gone": "不再提", "shift changed": "变化", "shift same": "相同", "Before": "前", "After": "后", "Difference": "增减",
	"ensure": "确保", "complete": "完成", "strive": "力争", "push": "推进", "plan": "谋划",
	"short": "单位简称", "project": "工程项目", "institution": "机构场所",
	"confirmed": "已确认", "rejected": "已否决", "undo": "撤销", "undone": "已撤销", "Name": "名称", "Full form": "全称",
	"Other forms": "简化写法", "Times": "次数", "Years": "年度", "Decision": "判定", "Who": "何人",
	"Year": "年度", "Kind": "类别", "Subject": "事项", "Indicator": "指标", "Action": "动作", "Value": "数值",
	"Modality": "情态", "Period": "时期", "Due": "期限", "When": "时间", "Page": "页", "Words": "原文词语", "Sentence": "原句",
	"Office": "单位", "Rule": "规则", "Comparison": "对比", "Section": "章节", "Fact": "编号",
	"Promise": "承诺事项", "Target": "目标", "Status": "状态", "Light": "亮灯", "Answer": "依据",
	"Answered in": "依据年度", "Why": "理由", "Owner": "责任单位", "Strength": "力度", "Plan": "计划原句",
	"File": "文件", "Result": "结果", "Facts": "事实数", "Reason": "原因", "What to do": "怎么办", "Score": "相似度",
	"Id": "编号", "Place": "出处", "Priority": "优先级", "Origin": "来源", "Topic": "主题",
	"built-in": "内置", "own": "自己的", "own, replaces built-in": "自己的，替换内置", "suppressing": "排除",
	"Aliases": "别名", "Family": "单位类", "Direction": "方向",
	"Change": "变化", "appears": "新出现", "vanishes": "消失", "changes": "改变", "Old → new": "原 → 新",
	"Text": "原文", "Level": "级别", "Scope": "范围", "Testable": "可检验", "Members": "列举", "Part_of": "所属",
	"Better": "好坏方向", "more": "多好", "less": "少好", "yes": "是", "no": "否", "Bound": "界限", "Per": "周期",
	"indicator": "指标", "org": "单位", "heading": "标题", "Document": "文种",
	"Count": "数量", "Query": "查询", "Sentences": "句数", "also searched": "另搜", "did you mean": "是否要找",
	"Short name": "单位简称", "Planned year": "计划年度",
	"Gold": "标注", "Found": "找到", "Precision": "准确率", "Recall": "召回率", "F1": "F1", "Full": "全对",
	"False alarms": "误报", "Field": "字段", "Right": "正确", "Asked": "应答", "Share": "比例", "All": "合计",
	"Counts": "计入", "About": "所涉", "Only here": "仅此有", "Only there": "仅计入者有",
	"Missed": "漏掉", "Wrong": "字段错", "Extra": "多出", "Want": "应为", "Got": "得到", "Mistake": "差错",
}

// Label returns the word as tables of the language write it.
func (l Lang) Label(word string) string {
	if l == Chinese {
		if w, ok := chinese[word]; ok {
			return w
		}
	} else if word == "none" {
		return ""
	}
	for _, of := range []string{"verdict ", "decided ", "shift "} {
		word = strings.TrimPrefix(word, of)
	}
	return word
}

// labels translates a table head.
func (l Lang) labels(words ...string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = l.Label(w)
	}
	return out
}
