package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
)

// officePool is LibreOffice, which turns older formats into DOCX. Two of it
// must not share a profile, so each conversion borrows one; one that was killed
// is thrown away with its profile.
type officePool struct {
	command string // "": none
	memory  int64  // bytes it may take
	mu      sync.Mutex
	idle    []string // folders of profiles
	slots   chan struct{}
}

// officeProcesses is how many run at once: each takes some 200 MB.
const officeProcesses = 2

const officeAdvice = "install LibreOffice (apt-get install libreoffice-writer-nogui) and import the file again," +
	" or save it as DOCX"

// officeProfile forbids what a document may set off when it is opened: macros,
// and the loading of linked files.
const officeProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

func newOfficePool(command string, memory int64) *officePool {
	return &officePool{command: command, memory: memory, slots: make(chan struct{}, officeProcesses)}
}

// readByOffice returns the reader of a format that LibreOffice turns into DOCX.
func readByOffice(format string) func(context.Context, *document) error {
	return func(ctx context.Context, d *document) error {
		if d.office.command == "" {
			return refuseConversion(format, "LibreOffice is switched off")
		}
		if _, err := exec.LookPath(d.office.command); err != nil {
			return refuseConversion(format, "LibreOffice is not installed")
		}
		data, err := d.office.convert(ctx, d.data, format, d.options.Limits.Bytes)
		if err != nil {
			return containerError(format, err)
		}
		docx := *d
		docx.data, docx.parts = data, nil
		return readDocx(ctx, &docx)
	}
}

// readDOC reads a Word file of the old format, or of WPS.
func readDOC(ctx context.Context, d *document) error {
	if d.ole.lockedWord() {
		return refusePassword()
	}
	return readByOffice("doc")(ctx, d)
}

// readODT reads an OpenDocument text.
func readODT(ctx context.Context, d *document) error {
	c, err := openContainer(ctx, d)
	if err != nil {
		return containerError("odt", err)
	}
	locked := false
	err = c.parse("META-INF/manifest.xml", func(x *xmlStream, e element) error {
		return x.each(func(e element) error {
			locked = locked || e.Name.Local == "encryption-data"
			return x.skip()
		})
	})
	if err != nil {
		return containerError("odt", err)
	}
	if locked {
		return refusePassword()
	}
	return readByOffice("odt")(ctx, d)
}

// convert returns a document as DOCX; extension names its format.
func (o *officePool) convert(ctx context.Context, data []byte, extension string, most int64) ([]byte, error) {
	select {
	case o.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-o.slots }()
	dir, err := o.borrow()
	if err != nil {
		return nil, err
	}
	out, err := o.convertIn(ctx, dir, data, extension)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	o.mu.Lock()
	o.idle = append(o.idle, dir)
	o.mu.Unlock()
	if int64(len(out)) > most {
		return nil, refuseSize("as DOCX it has " + megabytes(int64(len(out))))
	}
	return out, nil
}

func (o *officePool) convertIn(ctx context.Context, dir string, data []byte, extension string) ([]byte, error) {
	in, made := filepath.Join(dir, "in."+extension), filepath.Join(dir, "out", "in.docx")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, err
	}
	defer os.Remove(in)
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "profile"))}
	office := program{
		command: []string{o.command, "-env:UserInstallation=" + profile.String(), "--headless", "--norestore",
			"--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", filepath.Dir(made), in},
		most:   1 << 20,
		memory: o.memory,
	}
	said, err := office.run(ctx)
	if err != nil {
		return nil, err
	}
	out, err := os.ReadFile(made)
	if err != nil {
		return nil, fmt.Errorf("LibreOffice made nothing of it: %s", firstLine(string(bytes.TrimSpace(said))))
	}
	return out, os.Remove(made)
}

// borrow returns a folder with a profile that nobody else uses.
func (o *officePool) borrow() (string, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if n := len(o.idle); n > 0 {
		dir := o.idle[n-1]
		o.idle = o.idle[:n-1]
		return dir, nil
	}
	dir, err := os.MkdirTemp("", "taizhang-office-")
	if err != nil {
		return "", err
	}
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return "", errors.Join(err, os.RemoveAll(dir))
	}
	err = os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(officeProfile), 0o600)
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(dir))
	}
	return dir, nil
}

func (o *officePool) close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	var errs error
	for _, dir := range o.idle {
		errs = errors.Join(errs, os.RemoveAll(dir))
	}
	o.idle = nil
	return errs
}
