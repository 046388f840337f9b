// Package gold reads facts annotated by hand and scores extracted facts
// against them. Format and arithmetic are those of the project's gold files:
// a fact is found when one of the same sentence has the same value; it is full
// when all its scored fields are right too.
package gold
