//go:build !unix

package main

// raiseFileLimit does nothing: there is no such limit.
func raiseFileLimit() {}
