// Package service is what one can ask of a library: import, search, facts,
// ledger, series, checks, names. The command line, the pages and the API ask
// the same questions of it and get the same answers; each only reads its
// request and writes its answer. One use case a file: request, answer, method.
package service

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/track"
)

// Settings are the values a service works by.
type Settings struct {
	Library     string              // folder of the library
	Pipeline    pipeline.Options    // limits and cache; rules and words are added by Open
	Rules       []string            // own rule folders, over that of the library
	Workers     int                 // documents extracted at once; 0: one a processor
	MaxBytes    int64               // of one document; 0: 200 MB
	DueSoonDays int                 // a promise is due soon this many days ahead
	Lights      []track.LightScheme // of offices that do otherwise

	Skip []string // names that are left out of folders and archives

	Wait    time.Duration             // for another process that has the library open; 0: a second
	Purpose string                    // told to who waits for this process: importing
	Waiting func(*library.InUseError) // told for whom this one waits; nil: nobody is

	// Warn is told the problems of rule files, with which the work goes on; nil: nobody is.
	Warn     func([]report.Problem) error
	Observer Observer // is told what is done
	// Clock tells the time of decisions and the day of a ledger that names none; nil: time.Now.
	Clock func() time.Time
}

// Service owns an open library and the pipeline whose words its index is cut
// by. It is safe for use by several goroutines.
type Service struct {
	settings  Settings
	library   *library.Library
	turns     *turns
	working   sync.WaitGroup // work in the background, which ends with life
	life      context.Context
	end       context.CancelFunc
	memos     memos
	ledgers   byOffice[officeLedger]
	noted     byOffice[officeNotes]
	valued    seriesByOffice
	preparing preparing // the ledger
	noting    preparing // the notes

	lending  sync.RWMutex // held for reading while the pipeline is used
	rules    atomic.Pointer[rulesInForce]
	tuning   atomic.Pointer[Tuning]
	renewing sync.Mutex // held while another pipeline takes the place of that in use; taken before lending
	words    []string   // confirmed names, which the pipeline knows

	reading  pageWatch
	sources  shelf[*report.Source]        // by the document's hash
	pictures shelf[*pipeline.PagePicture] // by the document's hash and the page

	changingRules sync.Mutex // held while a rule file is written
	again         reextraction
}

// Mode says what a library is opened for.
type Mode int

// The modes: with other readers; alone; alone, making the library if there is
// none.
const (
	Reading Mode = iota
	Writing
	Creating
)

// Open loads rules and dictionaries and opens the library. Names that people
// confirmed are words of the dictionary. The errors of library.Open come
// through: library.ErrMissing, *library.InUseError.
func Open(settings Settings, mode Mode) (*Service, error) {
	return OpenContext(context.Background(), settings, mode)
}

// OpenContext is Open whose wait for another process ends with ctx.
func OpenContext(ctx context.Context, settings Settings, mode Mode) (*Service, error) {
	words, err := library.ConfirmedNames(settings.Library)
	if err != nil {
		return nil, err
	}
	s := &Service{settings: settings, turns: newTurns(), words: words}
	s.tuning.Store(&Tuning{settings.DueSoonDays, settings.Lights, settings.Pipeline.Read.OCR.Mode})
	s.sources.most, s.pictures.most = sourceBytes, pictureBytes
	s.life, s.end = context.WithCancel(context.Background())
	if s.settings.Clock == nil {
		s.settings.Clock = time.Now
	}
	s.reading.otherwise = settings.Pipeline.Read.OnPage
	s.settings.Pipeline.Read.OnPage = s.reading.read
	if s.settings.Pipeline.Read.OCR.Store, err = library.OCRStoreOf(settings.Library); err != nil {
		return nil, err
	}
	p, problems, err := s.newPipeline(words)
	if err != nil {
		return nil, err
	}
	if settings.Warn != nil {
		if err := settings.Warn(problems); err != nil {
			return nil, errors.Join(err, p.Close())
		}
	}
	s.library, err = library.OpenContext(ctx, settings.Library, library.Options{
		Cutter: p.Segmenter(), Words: words, Create: mode == Creating, ReadOnly: mode == Reading,
		Workers: settings.Workers, MaxBytes: settings.MaxBytes,
		Wait: settings.Wait, Purpose: settings.Purpose, Waiting: settings.Waiting})
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return s, nil
}

// newPipeline loads rules and dictionaries, and puts them into force.
func (s *Service) newPipeline(words []string) (*pipeline.Pipeline, []report.Problem, error) {
	options, stamp := s.settings.Options(), s.settings.rulesStamp()
	options.Words = words
	p, problems, err := pipeline.New(options)
	if err == nil {
		s.rules.Store(newRulesInForce(p, problems, stamp))
	}
	return p, problems, err
}

// Close ends work in the background, and closes library and pipeline. Closing it
// twice does no harm.
func (s *Service) Close() error {
	s.end()
	s.working.Wait()
	return errors.Join(s.library.Close(), s.rules.Load().pipeline.Close())
}

// Folder returns the library's folder.
func (s *Service) Folder() string { return s.settings.Library }

// Today returns the day on which it is asked.
func (s *Service) Today() report.Date { return report.DateOf(s.settings.Clock()) }
