package service

import (
	"context"
	"errors"
	"slices"

	"taizhang/library"
	"taizhang/pipeline"
)

// borrow returns the pipeline in use, which stays open until it is given back.
// It is not borrowed twice by one call.
func (s *Service) borrow() (p *pipeline.Pipeline, giveBack func()) {
	s.lending.RLock()
	return s.rules.Load().pipeline, s.lending.RUnlock
}

// AdoptNames begins to make the names that people confirmed since the library
// was opened words of the dictionary, and the index again, which serves readers
// by the old words until then. It waits for its turn behind imports, and does
// nothing where there are no new names. The channel tells when it is done; Close
// waits for it.
func (s *Service) AdoptNames() <-chan error {
	done := make(chan error, 1)
	s.working.Go(func() { done <- s.adoptNames(s.life) })
	return done
}

func (s *Service) adoptNames(ctx context.Context) error {
	done, err := s.turn(ctx, "words", nil)
	if err != nil {
		return err
	}
	defer done()
	words, err := library.ConfirmedNames(s.settings.Library)
	if err != nil || slices.Equal(words, s.words) {
		return err
	}
	options, stamp := s.settings.Options(), s.settings.rulesStamp()
	options.Words = words
	next, problems, err := pipeline.New(options)
	if err != nil {
		return err
	}
	if err := s.library.Recut(next.Segmenter(), words); err != nil {
		return errors.Join(err, next.Close())
	}
	return errors.Join(s.exchange(newRulesInForce(next, problems, stamp), words), s.reloadRules())
}

// exchange puts another pipeline in the place of that in use, and closes the old
// one when nobody uses it any more.
func (s *Service) exchange(next *rulesInForce, words []string) error {
	s.renewing.Lock()
	defer s.renewing.Unlock()
	s.lending.Lock()
	old := s.rules.Swap(next)
	s.words = words
	s.lending.Unlock()
	return old.pipeline.Close()
}
