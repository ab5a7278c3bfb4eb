//go:build !unix

package main

// raiseFileLimit does nothing on systems without such a limit.
func raiseFileLimit() {}
