// Package samplefiles makes the binary samples (DOCX, PDF, GB18030 text) from
// the readable sources in samples/src, so that they can be made again.
package samplefiles
