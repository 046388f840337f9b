package service

import (
	"context"
	"fmt"

	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/track"
)

// Tuning are the settings that may change while a service works.
type Tuning struct {
	DueSoonDays int
	Lights      []track.LightScheme
	OCR         pipeline.OCRMode
}

// Tuning returns the settings by which ledgers are worked out now.
func (s *Service) Tuning() Tuning { return *s.tuning.Load() }

// Retune works by other settings from now on. Pages are read by another OCR mode
// as soon as the work that goes on is done; the channel tells when that is.
func (s *Service) Retune(t Tuning) <-chan error {
	before := s.tuning.Swap(&t)
	done := make(chan error, 1)
	if before.OCR == t.OCR {
		done <- nil
		return done
	}
	s.working.Go(func() { done <- s.readBy(s.life, t.OCR) })
	return done
}

// readBy makes another pipeline that reads pages by an OCR mode.
func (s *Service) readBy(ctx context.Context, mode pipeline.OCRMode) error {
	end, err := s.turn(ctx, "settings", nil)
	if err != nil {
		return err
	}
	defer end()
	s.settings.Pipeline.Read.OCR.Mode = mode // who reads it has the turn
	options, stamp := s.settings.Options(), s.settings.rulesStamp()
	options.Words = s.words
	next, problems, err := pipeline.New(options)
	if err != nil {
		return err
	}
	return s.exchange(newRulesInForce(next, problems, stamp), s.words)
}

// ledgerWith returns what a ledger is worked out of beside the library.
func (s *Service) ledgerWith(today report.Date) string {
	t := s.tuning.Load()
	return fmt.Sprint(today, " ", t.DueSoonDays, t.Lights)
}

// LightOf returns what an office calls a light, and its colour as RRGGBB; both
// empty where it has no own.
func (s *Service) LightOf(org string, light report.Light) (name, colour string) {
	t := s.tuning.Load()
	scheme := track.SchemeOf(t.Lights, org, t.DueSoonDays)
	return scheme.Names[light], scheme.Colours[light]
}
