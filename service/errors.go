package service

// InvalidError is the error of a request that cannot be carried out as it is
// worded: a query with a mistake, an unknown status. Whoever asked can mend it;
// the command line takes it for wrong use, the API answers 400.
type InvalidError struct {
	Field string // of the request: query, status, today
	Err   error
}

func (e *InvalidError) Error() string { return e.Err.Error() }

func (e *InvalidError) Unwrap() error { return e.Err }

func invalid(field string, err error) error { return &InvalidError{field, err} }
