// Package names learns names from the reports for a person to confirm: short
// forms of the offices, names of projects and of institutions. It is pure:
// reports and word lists in, proposals with their evidence out.
package names
