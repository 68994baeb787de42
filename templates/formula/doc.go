// Package formula writes the core's expressions as spreadsheet formulas, and knows no sheet.
//
// Start with [Printer]: it is told in which cells the answers and their states stand, and prints a rule's points ([Printer.Cell]) and
// what the rule finds wrong ([Printer.Findings]). [Call], [InQuotes] and [Literal] are for whoever writes formulas beside.
//
// It promises that what it prints comes to the same value, or state, as Go's evaluation of the same expression (the oracle test of
// package main holds LibreOffice to it), with functions that Excel 2010, LibreOffice and WPS share.
package formula
