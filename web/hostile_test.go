package web

import (
	"os"
	"path/filepath"
	"testing"
)

// hostileSite returns a site with a report whose name, title, office and text
// are what an attacker would write.
func hostileSite(t *testing.T) *site {
	t.Helper()
	name := filepath.Join(t.TempDir(), "2023年<script>alert(1)<／script>工作总结.md")
	text := "# <script>alert(1)</script>县教育局2023年工作总结\n\n## 一、<img src=x onerror=alert(1)>工作\n\n" +
		"2023年，<script>alert(1)</script>新增学位1200个，完成固定资产投资5.2亿元，\"><img src=x onerror=alert(1)>新建学校3所。\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return ownSite(t, name)
}
