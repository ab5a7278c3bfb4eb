// Package narrow keeps the environment from making characters of ambiguous
// width (lines, blocks, quotation marks) two cells wide, which every frame
// counts as one.
//
// RUNEWIDTH_EASTASIAN is read by the width libraries in their own
// initialisation, so clearing it in main is too late. Packages are initialised
// in the order of their import paths once what they import is, and this one
// imports no more than they do and comes first in that order: import it for
// its side effect. A test of the built binary keeps that true.
package narrow

import "os"

var _ = os.Unsetenv("RUNEWIDTH_EASTASIAN")
