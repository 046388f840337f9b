package service

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestTurns(t *testing.T) {
	began := time.Date(2024, 3, 1, 9, 0, 0, 0, time.UTC)
	turns := newTurns()
	done, err := turns.take(context.Background(), Work{"import", began}, func(Work) { t.Error("waited for nobody") })
	if err != nil {
		t.Fatal(err)
	}
	told := make(chan Work, 1)
	second := make(chan error, 1)
	go func() {
		done, err := turns.take(context.Background(), Work{"rebuild", began}, func(w Work) { told <- w })
		if err == nil {
			done()
		}
		second <- err
	}()
	if w := <-told; w.Name != "import" || !w.Began.Equal(began) {
		t.Errorf("waits for %+v, want the import", w)
	}
	select {
	case <-second:
		t.Fatal("two had the turn at once")
	case <-time.After(10 * time.Millisecond):
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := turns.take(ctx, Work{}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want the context's error", err)
	}
	done()
	if err := <-second; err != nil {
		t.Error(err)
	}
	if done, err = turns.take(context.Background(), Work{}, nil); err != nil {
		t.Fatal(err)
	}
	done()
}
