package service

import "taizhang/report"

// Doctor compares originals, stored reports and index, and says what does not
// agree. It reads every file.
func (s *Service) Doctor() ([]report.Problem, error) { return s.library.Doctor() }
