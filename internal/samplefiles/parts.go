package samplefiles

import (
	"fmt"
	"strings"
)

const (
	packageType = "application/vnd.openxmlformats-package."
	wordType    = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relations   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageNS   = "http://schemas.openxmlformats.org/package/2006/"
)

const contentTypes = xmlHead + `<Types xmlns="` + packageNS + `content-types">` +
	`<Default Extension="rels" ContentType="` + packageType + `relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="` + packageType + `core-properties+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/></Types>`

const packageRelations = xmlHead + `<Relationships xmlns="` + packageNS + `relationships">` +
	`<Relationship Id="rId1" Type="` + relations + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + packageNS + `relationships/metadata/core-properties" ` +
	`Target="docProps/core.xml"/></Relationships>`

const documentRelations = xmlHead + `<Relationships xmlns="` + packageNS + `relationships">` +
	`<Relationship Id="rId1" Type="` + relations + `styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + relations + `numbering" Target="numbering.xml"/>` +
	`<Relationship Id="rId3" Type="` + relations + `header" Target="header1.xml"/>` +
	`<Relationship Id="rId4" Type="` + relations + `footer" Target="footer1.xml"/></Relationships>`

// footerXML prints the page number as offices do: — 3 —.
const footerXML = xmlHead + `<w:ftr ` + namespaces + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` +
	`<w:r><w:t xml:space="preserve">— </w:t></w:r>` +
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
	`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>` +
	`<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`

func headerXML(text string) string {
	return xmlHead + `<w:hdr ` + namespaces + `><w:p><w:pPr><w:jc w:val="right"/></w:pPr>` +
		`<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>` + escape(text) + `</w:t></w:r></w:p></w:hdr>`
}

func coreXML(title, keywords string) string {
	return xmlHead + `<cp:coreProperties xmlns:cp="` + packageNS + `metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` + escape(title) +
		`</dc:title><cp:keywords>` + escape(keywords) + `</cp:keywords></cp:coreProperties>`
}

func sectionXML(header bool) string {
	var refs string
	if header {
		refs = `<w:headerReference w:type="default" r:id="rId3"/>`
	}
	return `<w:sectPr>` + refs + `<w:footerReference w:type="default" r:id="rId4"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" ` +
		`w:left="1588" w:header="1134" w:footer="1134" w:gutter="0"/></w:sectPr>`
}

// numberingXML defines the three levels 一、（一）1. and the lists that use
// them; every list but the first starts again at 一.
func numberingXML(lists int) string {
	level := func(n int, format, text string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="nothing"/>`+
			`<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/></w:lvl>`, n, format, text)
	}
	var b strings.Builder
	b.WriteString(xmlHead + `<w:numbering ` + namespaces + `><w:abstractNum w:abstractNumId="0">` +
		`<w:multiLevelType w:val="multilevel"/>` + level(0, "chineseCounting", "%1、") +
		level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") + `</w:abstractNum>`)
	for n := 1; n <= lists; n++ {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">`+
			`<w:startOverride w:val="1"/></w:lvlOverride></w:num>`, n)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

const font = `<w:rFonts w:ascii="Droid Sans Fallback" w:hAnsi="Droid Sans Fallback" w:eastAsia="Droid Sans Fallback"/>`

const stylesXML = xmlHead + `<w:styles ` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr>` + font +
	`<w:sz w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>` +
	`<w:spacing w:line="540" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="560"/>` +
	`<w:jc w:val="both"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr>` +
	`<w:spacing w:after="400"/><w:jc w:val="center"/></w:pPr><w:rPr>` + font + `<w:b/><w:sz w:val="40"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>` +
	`<w:spacing w:before="200" w:after="200"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>` +
	`<w:rPr>` + font + `<w:b/><w:sz w:val="32"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr>` + font + `<w:b/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:keepNext/><w:outlineLvl w:val="2"/></w:pPr><w:rPr>` + font + `</w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Item"><w:name w:val="编号段落"/>` +
	`<w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>` +
	`<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>` +
	`<w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>` +
	`</w:tblBorders></w:tblPr></w:style></w:styles>`
