package web

import "testing"

func TestSettings(t *testing.T) {
	s := ownSite(t)
	h, err := New(s.service, Options{Settings: []Setting{
		{Name: "workers", Value: "2", Source: "built-in", Meaning: "files read at the same time", Chinese: "同时读取的文件数"},
		{Name: "library", Value: "/secret/path", Hidden: true, Source: "flag"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	s.handler = h
	r := s.get(t, "/settings")
	r.shows(t, "同时读取的文件数", "tesseract", "内置", "（路径，不显示）")
	r.lacks(t, "/secret/path")
	s.get(t, "/settings", inEnglish...).shows(t, "files read at the same time", "Further programs")
}
