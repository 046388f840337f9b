package report

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
)

// fill gives every field below v a value, each another one; lists have two.
func fill(v reflect.Value, next func() int) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*Source]() {
			return // never written
		}
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), next)
	case reflect.Struct:
		switch v.Addr().Interface().(type) {
		case *Decimal:
			d, _ := ParseDecimal(fmt.Sprintf("-%d.50", next()))
			v.Set(reflect.ValueOf(d))
			return
		case *Date:
			v.Set(reflect.ValueOf(NewDate(2000+next(), 2, 29)))
			return
		}
		for i := range v.NumField() {
			fill(v.Field(i), next)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), next)
		fill(v.Index(1), next)
	case reflect.String:
		v.SetString(fmt.Sprintf("“值%d”", next()))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(next()))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(float64(next()) + 0.5)
	default:
		panic("no value for " + v.Type().String())
	}
}

// TestAppendJSON holds that reports are written as encoding/json writes them: a
// field that is forgotten, or comes at another place, shows.
func TestAppendJSON(t *testing.T) {
	full := func() *Report {
		n, r := 0, &Report{}
		fill(reflect.ValueOf(r).Elem(), func() int { n++; return n })
		return r
	}
	with := func(change func(*Report)) *Report {
		r := full()
		change(r)
		return r
	}
	for name, r := range map[string]*Report{
		"empty":        {},
		"empty lists":  {Sentences: []Passage{}, Facts: []Fact{}, Problems: []Problem{}},
		"full":         full(),
		"bare facts":   {Facts: make([]Fact, 2), Sentences: make([]Passage, 2)},
		"bare values":  {Facts: []Fact{{Value: &Value{Base: &BaseValue{}}, Cell: &Cell{}, Testable: new(bool)}}},
		"no headings":  with(func(r *Report) { r.Facts[0].Section = []string{} }),
		"quotes":       with(func(r *Report) { r.Facts[0].Sentence = `甲"乙\丙` }),
		"marks":        with(func(r *Report) { r.Facts[0].Sentence = "a<b>&c\t\x01\x7f" }),
		"separators":   with(func(r *Report) { r.Facts[0].Sentence = "一\u2028二\u2029三\u2027四" }),
		"broken":       with(func(r *Report) { r.Facts[0].Sentence = "坏\xff字\xe2\x80" }),
		"odd days":     with(func(r *Report) { r.Facts[0].Due = Date{-1, 13, 120} }),
		"far days":     with(func(r *Report) { r.Facts[0].Due = Date{12345, 1, 1} }),
		"facts inside": with(func(r *Report) { r.Text.Body = headEnd; r.Name = `,"facts":` }),
	} {
		want, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.AppendJSON([]byte("before"))
		if err != nil || string(got) != "before"+string(want) {
			t.Errorf("%s (%v):\n got %s\nwant before%s", name, err, got, want)
		}
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	n, r := 0, &Report{}
	fill(reflect.ValueOf(r).Elem(), func() int { n++; return n })
	for range 5 {
		r.Facts = append(r.Facts, r.Facts...)
	}
	var to []byte
	for b.Loop() {
		var err error
		if to, err = r.AppendJSON(to[:0]); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(to)))
}
