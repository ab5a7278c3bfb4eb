// Package frames renders each frame once for all sessions. A frame is a pure
// function of place and viewport, and the bytes that change one frame to another
// depend on the two only: both are cached, up to a size, and a session holds no
// more than a reference to the frame on its screen. So are what a query finds and
// what a dialogue says of a place.
package frames
