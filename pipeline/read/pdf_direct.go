package read

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The library makes a new stack of 10 KB for every question to the sandbox, and
// a handle for every object of a page. The few questions that are asked for each
// character and each object are therefore put by ourselves.

// sandbox is a pdfium at work on one file.
type sandbox struct {
	pdfium.Pdfium
	direct *direct
}

// direct puts questions to the module of one engine, for which it catches the
// addresses of pages when they are opened.
type direct struct {
	ctx        context.Context
	mod        api.Module
	page, text uint64 // opened last
	functions  map[string]api.Function
	room       uint32 // address of 16 bytes for answers
	stack      [8]uint64
}

type directKey struct{}

// withDirect returns a context for the start of an engine, and what will speak
// with it.
func withDirect(ctx context.Context) (context.Context, *direct) {
	d := &direct{functions: map[string]api.Function{}}
	ctx = context.WithValue(ctx, directKey{}, d)
	factory := experimental.FunctionListenerFactoryFunc(catcherFor)
	d.ctx = experimental.WithFunctionListenerFactory(ctx, factory)
	return d.ctx, d
}

// catcher is called with what opens a page.
type catcher func(d *direct, address uint64)

var catchers = map[string]catcher{
	"FPDF_LoadPage":     func(d *direct, page uint64) { d.page = page },
	"FPDFText_LoadPage": func(d *direct, text uint64) { d.text = text },
}

func catcherFor(def api.FunctionDefinition) experimental.FunctionListener {
	for name, c := range catchers {
		if slices.Contains(def.ExportNames(), name) {
			return c
		}
	}
	return nil
}

// Before does nothing: what is opened is known after.
func (catcher) Before(context.Context, api.Module, api.FunctionDefinition, []uint64, experimental.StackIterator) {
}

// After keeps what was opened.
func (c catcher) After(ctx context.Context, mod api.Module, _ api.FunctionDefinition, results []uint64) {
	if d, ok := ctx.Value(directKey{}).(*direct); ok {
		d.mod = mod
		c(d, results[0])
	}
}

// Abort does nothing: the library says that it failed.
func (catcher) Abort(context.Context, api.Module, api.FunctionDefinition, error) {}

// call calls a function of pdfium.
func (d *direct) call(name string, params ...uint64) (uint64, error) {
	f, ok := d.functions[name]
	if !ok {
		if d.mod == nil {
			return 0, errors.New("no page was opened")
		}
		if f = d.mod.ExportedFunction(name); f == nil {
			return 0, fmt.Errorf("pdfium has no function %s", name)
		}
		d.functions[name] = f
	}
	copy(d.stack[:], params)
	if err := f.CallWithStack(d.ctx, d.stack[:]); err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	return d.stack[0], nil
}

// floats returns the address of room for four numbers.
func (d *direct) floats() (uint64, error) {
	if d.room == 0 {
		room, err := d.call("malloc", 16)
		if err != nil {
			return 0, err
		}
		d.room = uint32(room)
	}
	return uint64(d.room), nil
}

// four returns the numbers in the room.
func (d *direct) four() (f [4]float64, err error) {
	for i := range f {
		x, ok := d.mod.Memory().ReadFloat32Le(d.room + 4*uint32(i))
		if !ok {
			return f, errors.New("the sandbox has no room for numbers")
		}
		f[i] = float64(x)
	}
	return f, nil
}

// errNoBox is the answer for what has no place on the page.
var errNoBox = errors.New("it has no box")

// charBox returns left, top, right and bottom of a character.
func (d *direct) charBox(text uint64, index int) (box [4]float64, err error) {
	room, err := d.floats()
	if err != nil {
		return box, err
	}
	found, err := d.call("FPDFText_GetLooseCharBox", text, uint64(index), room)
	switch {
	case err != nil:
		return box, err
	case int32(found) == 0:
		return box, errNoBox
	}
	return d.four()
}

// bounds returns left, bottom, right and top of an object.
func (d *direct) bounds(object uint64) (box [4]float64, err error) {
	room, err := d.floats()
	if err != nil {
		return box, err
	}
	found, err := d.call("FPDFPageObj_GetBounds", object, room, room+4, room+8, room+12)
	switch {
	case err != nil:
		return box, err
	case int32(found) == 0:
		return box, errNoBox
	}
	return d.four()
}

// object returns the address of an object of a page, and what it is.
func (d *direct) object(page uint64, index int) (uint64, enums.FPDF_PAGEOBJ, error) {
	object, err := d.call("FPDFPage_GetObject", page, uint64(index))
	switch {
	case err != nil:
		return 0, 0, err
	case uint32(object) == 0:
		return 0, 0, fmt.Errorf("the page has no object %d", index)
	}
	kind, err := d.call("FPDFPageObj_GetType", object)
	return object, enums.FPDF_PAGEOBJ(int32(kind)), err
}
