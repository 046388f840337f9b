package main

import (
	"slices"
	"strings"

	"taizhang/web"
)

// inChinese says what the settings mean to who reads pages.
func inChinese() map[string]string {
	return map[string]string{
		"library": "库所在的文件夹", "rules": "自己的规则文件夹，盖过本库 rules 文件夹和内置规则", "lang": "表格和页面的语言：zh 或 en",
		"quiet": "不显示进度和提示", "verbose": "日志写得更细", "log-format": "日志格式：text 或 json", "log-file": "日志写入的文件；空：写到错误输出",
		"wait": "库正被别的进程使用时最多等多久", "cache": "词典和编译结果的缓存文件夹", "skip": "导入文件夹或压缩包时略过的文件名",
		"workers": "同时读取的文件数，OCR 时是页数", "watch-seconds": "每隔几秒看一次被监视的文件夹",
		"ocr": "没有文字的页交给 tesseract：auto、only-needed（全文没有别的文字时）、off", "ocr-languages": "tesseract 的语言，用 + 连接",
		"office": "LibreOffice 的命令，用来读 DOC、WPS、RTF、ODT；off：不读", "limit-bytes": "单个文件最大字节数",
		"limit-text-bytes": "单个文件正文最大字节数", "limit-lines": "单个文件最多行数和单元格数",
		"limit-values": "单个文件正文里最多数值和时间个数", "limit-unzipped-bytes": "DOCX、XLSX、OFD 解开后最大字节数", "limit-depth": "XML 最深层数",
		"limit-pages": "单个文件最多页数", "limit-seconds": "单个文件最长秒数，不含 OCR", "limit-ocr-seconds": "一页 OCR 最长秒数",
		"limit-pixels": "OCR 图片最大像素数", "limit-program-bytes": "tesseract、LibreOffice 各自最多占用的内存字节数",
		"limit-members": "压缩包里最多文件数", "limit-archive-bytes": "压缩包全部解开后最大字节数", "limit-ratio": "压缩包里单个文件最大膨胀倍数",
		"due-soon-days": "台账：到期前多少天算临期", "lights": "台账：各单位自己的亮灯办法", "ledger-columns": "台账：导出表格的列和列名",
		"reminder-days": "台账：日历提前几天提醒，可以有几个",
	}
}

// ofTheDisk are settings whose values are paths, which pages do not show.
const ofTheDisk = "library rules cache log-file office "

// shownSettings lists the settings for the page of settings.
func (s *settings) shownSettings() []web.Setting {
	chinese := inChinese()
	var out []web.Setting
	for _, k := range known() {
		shown := web.Setting{Name: k.name, Value: s.GetString(k.name), Source: s.source(k.name),
			Meaning: k.meaning, Chinese: chinese[k.name], Fixed: s.isFixed(k.name),
			Changeable: slices.Contains(changeable(), k.name), Words: settingWords()[k.name], Values: s.GetStringSlice(k.name)}
		if _, list := k.value.([]string); list {
			shown.Value = strings.Join(s.GetStringSlice(k.name), " ")
		}
		if strings.Contains(ofTheDisk, k.name+" ") {
			shown.Value, shown.Hidden = "", true
		}
		if strings.ContainsAny(shown.Source, `/\`) {
			shown.Source = configName
		}
		out = append(out, shown)
	}
	return out
}
