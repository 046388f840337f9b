package pipeline

import (
	"io/fs"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

const ownRules = `title: 自己的规则
indicators:
  - name: 走访企业
    aliases: [走访企业数]
    family: 数量
    direction: 多好
rules:
  - title: 走访企业多少家
    id: visits
    kind: 数量
    patterns:
      - 走访…【数量】
    keep: {value: 【数量】, indicator: 走访企业}
    priority: 60
    examples:
      - text: 全年走访企业320家。
        want: {text: 320家, indicator: 走访企业}
    counterexamples:
      - 走访企业成为常态。
`

// ownAmount replaces the built-in general/amount.
const ownAmount = `title: 通用（自己的）
rules:
  - title: 金额（自己的）
    id: amount
    kind: 金额
    patterns:
      - 【金额】
    priority: 11
    examples:
      - text: 全年累计完成投资12.4亿元。
    counterexamples:
      - 资金使用更加规范。
`

func TestList(t *testing.T) {
	own := fstest.MapFS{
		"visits.yaml":  {Data: []byte(ownRules)},
		"general.yaml": {Data: []byte(ownAmount)},
	}
	list, problems, err := List(Options{Rules: []fs.FS{own}})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	built, _, err := List(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(list.Rules), len(built.Rules)+1; got != want {
		t.Errorf("%d rules in force, want %d: one added, one replaced", got, want)
	}
	for id, want := range map[string]RuleEntry{
		"visits/visits": {Title: "走访企业多少家", Topic: "自己的规则", Kind: "count", Priority: 60,
			Origin: Origin{File: "visits.yaml", Line: 8, Folder: 1}},
		"general/amount": {Title: "金额（自己的）", Topic: "通用（自己的）", Kind: "amount", Priority: 11,
			Origin: Origin{File: "general.yaml", Line: 3, Folder: 1, Replaces: true}},
	} {
		want.ID = id
		i := slices.IndexFunc(list.Rules, func(e RuleEntry) bool { return e.ID == id })
		if i < 0 {
			t.Errorf("%s is not listed", id)
			continue
		}
		got := list.Rules[i]
		if len(got.Patterns) == 0 || len(got.Examples) == 0 || len(got.Counterexamples) == 0 {
			t.Errorf("%s is listed without patterns or examples: %+v", id, got)
		}
		got.Patterns, got.Examples, got.Counterexamples, got.Note = nil, nil, nil, ""
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is listed as %+v, want %+v", id, got, want)
		}
	}
	last := list.Indicators[len(list.Indicators)-1]
	if last.Name != "走访企业" || last.Direction != "多好" || last.Family != "数量" || !last.Own() {
		t.Errorf("the own indicator is listed as %+v", last)
	}
}
