// Package series lays the values of an office out by year: points and rows of an
// indicator, what changed between two years, and what does not agree, within a
// report and over the years. It is pure: reports and word lists in, rows and
// findings out.
package series
