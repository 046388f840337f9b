package library

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"taizhang/report"
)

// words of which BenchmarkImport makes its reports.
var parts = strings.Fields(`固定资产投资 新增学位 完成征拆 城镇新增就业 整改率 一般公共预算收入 高标准农田 老旧小区改造 义务教育
统筹推进 全面落实 持续优化 营商环境 党风廉政建设 第三季度 乡村振兴 生态环境 安全生产 应急管理 招商引资 项目建设 民生实事 基层治理
数字化转型 公共服务 医疗保障 养老服务 文化旅游 交通运输 水利工程 粮食产量 工业增加值 社会消费品零售总额 进出口总额 常住居民人均可支配收入`)

// benchText is a report of about 11.5 KB with some 50 counts.
func benchText(number int) string {
	r := rand.New(rand.NewPCG(uint64(number), 1))
	var b strings.Builder
	fmt.Fprintf(&b, "第%d教育局工作总结%d。\n", number%997, number)
	for i := 0; b.Len() < 11500; i++ {
		for range 3 + r.IntN(6) {
			b.WriteString(parts[r.IntN(len(parts))])
			for range r.IntN(2) {
				b.WriteRune(rune(0x4E00 + r.IntN(3000)))
			}
		}
		if i%2 == 0 {
			fmt.Fprintf(&b, "%d个", r.IntN(100000))
		}
		b.WriteString("。")
		if i%4 == 3 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// BenchmarkImport imports distinct reports through a trivial extractor: what
// the library and the index cost.
func BenchmarkImport(b *testing.B) {
	const files = 300
	for b.Loop() {
		b.StopTimer()
		var all []string
		size := 0
		for i := range files {
			all = append(all, benchText(i))
			size += len(all[i])
		}
		dir := b.TempDir() + "/library"
		l := opened(b, dir, options(b))
		b.StartTimer()
		s := imported(b, l, texts(all...))
		b.StopTimer()
		if s.Imported != files {
			b.Fatalf("%+v", s)
		}
		b.SetBytes(int64(size))
		b.ReportMetric(float64(s.Facts)/files, "facts/report")
		b.ReportMetric(float64(folderSize(b, dir, indexDir))/float64(size), "index/text")
		b.ReportMetric(float64(folderSize(b, dir, reportsDir))/float64(size), "reports/text")
		b.StartTimer()
	}
	b.ReportMetric(float64(files*b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkRead reads stored reports, without the cache.
func BenchmarkRead(b *testing.B) {
	l := opened(b, b.TempDir()+"/library", options(b))
	imported(b, l, texts(benchText(1)))
	id := l.Reports()[0].ID
	for b.Loop() {
		if _, err := l.read(id); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen opens a library of many short reports for writing: 20,000 where
// tests run in their full size.
func BenchmarkOpen(b *testing.B) {
	n := 1000
	if isLong() {
		n = 20_000
	}
	dir := b.TempDir() + "/library"
	l := opened(b, dir, childOptions())
	var all []string
	for i := range n {
		all = append(all, prose(uint64(i), 12))
	}
	if _, err := l.Import(b.Context(), texts(all...), ofManyOffices, nil); err != nil {
		b.Fatal(err)
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := opened(b, dir, childOptions()).Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// ofManyOffices is reportOf with ten reports of each office.
func ofManyOffices(ctx context.Context, name string, data []byte) (report.Report, error) {
	r, err := reportOf(ctx, name, data)
	number, _ := strconv.Atoi(strings.TrimSuffix(name, ".txt"))
	r.Outline.Org = fmt.Sprintf("某某市某某区第%d单位", number/10)
	r.Outline.Reviewed, r.Outline.Planned = 2014+number%10, 2015+number%10
	return r, err
}

func folderSize(t testing.TB, dir, part string) int64 {
	t.Helper()
	var size int64
	err := filepath.WalkDir(filepath.Join(dir, part), func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}
