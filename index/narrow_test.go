package index

import "testing"

func TestNarrow(t *testing.T) {
	for _, c := range []struct{ query, condition, narrow string }{
		{"", "year:2023", "year:2023"},
		{" 学位 ", "year:2023", "学位 year:2023"},
		{"学位 year:2023", "year:2023", "学位 year:2023"},
		{"学位 year:2023..2024", "year:2023", "学位 year:2023..2024 year:2023"},
		{"学位 或 桥梁", `org:="某县 教育局"`, `(学位 或 桥梁) org:="某县 教育局"`},
		{"(学位 或 桥梁) kind:count", "year:2023", "(学位 或 桥梁) kind:count year:2023"},
		{`"a OR b"`, "year:2023", `"a OR b" year:2023`},
	} {
		if got := Narrow(c.query, c.condition); got != c.narrow {
			t.Errorf("Narrow(%q, %q) = %q, want %q", c.query, c.condition, got, c.narrow)
		}
		if got := Narrow(c.query, c.condition); !Holds(got, c.condition) {
			t.Errorf("%q does not hold %q", got, c.condition)
		}
		if _, err := Parse(Widen(c.narrow, c.condition)); err != nil || Holds(Widen(c.narrow, c.condition), c.condition) {
			t.Errorf("Widen(%q, %q) = %q (%v)", c.narrow, c.condition, Widen(c.narrow, c.condition), err)
		}
	}
}

func TestHolds(t *testing.T) {
	for query, want := range map[string]bool{
		"year:2023": true, "a year:2023 b": true, "(a OR b) year:2023": true,
		"NOT year:2023": false, "a OR year:2023": false, "(a OR year:2023 b)": false, "(b year:2023 ": false, "year:20234": false,
		`"a year:2023 b"`: false, "a AND year:2023": false,
	} {
		if got := Holds(query, "year:2023"); got != want {
			t.Errorf("Holds(%q) = %v, want %v", query, got, want)
		}
	}
}
