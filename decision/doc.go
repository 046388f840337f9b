// Package decision knows what people's decisions mean: which of them hold, what
// they are about, where in a document that stands now, and what a report is
// with its corrections made. It is pure: decisions and reports in, answers out.
// The library keeps the decisions, and writes them down.
package decision
