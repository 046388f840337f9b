package read

import (
	"context"
	"errors"
)

func readDocx(ctx context.Context, d *document) error { return damaged("docx", errors.New("soon")) }
