// Package shared renders each frame once for all who look at it. A frame is a
// value, a pure function of place and viewport, and so are the bytes that lead
// from one frame to another: both are kept in caches of bounded size, and a
// session keeps nothing but a reference to the frame on its screen.
package shared
