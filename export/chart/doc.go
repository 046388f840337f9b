// Package chart draws the values of years as bars or lines. A chart is worked
// out as a Drawing of shapes, which a page lays out as SVG of its own and SVG
// writes as a file that stands alone. What was promised, what was expected and
// what came are told apart by their shape and pattern, never by colour alone.
package chart
