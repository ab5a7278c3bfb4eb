package model

import (
	"sync"
	"testing"
)

// What is found out is found out once, and of however many keys a viewer comes to only so
// many are kept.
func TestDerivedIsBounded(t *testing.T) {
	type square int
	d, made := NewDataset(Tables{}), 0
	of := func(n int) int {
		return Derived(d, square(n), func(_ *Dataset, k square) int { made++; return int(k * k) })
	}
	for range 2 {
		for n := range maxDerived {
			if of(n) != n*n {
				t.Fatalf("%d times itself is %d", n, of(n))
			}
		}
	}
	if made != maxDerived {
		t.Errorf("%d are made for %d", made, maxDerived)
	}
	for n := range 2 * maxDerived {
		if of(n) != n*n {
			t.Fatalf("%d times itself is %d", n, of(n))
		}
	}
	type whole struct{}
	for range 2 { // what there is one of is not made each time for it
		Derived(d, whole{}, func(*Dataset, whole) bool { made = 0; return true })
		made++
	}
	if made != 2 {
		t.Errorf("what is of another type was made again: %d", made)
	}
	kept := 0
	d.derived.Range(func(any, any) bool { kept++; return true })
	if kept != maxDerived+1 {
		t.Errorf("%d are kept, want %d", kept, maxDerived+1)
	}
}

// Many ask at once: they are told the same.
func TestDerivedForMany(t *testing.T) {
	type word int
	d := NewDataset(Tables{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range 1000 {
				if got := Derived(d, word(n), func(_ *Dataset, k word) []int { return []int{int(k)} }); got[0] != n {
					t.Errorf("%d is %d", n, got[0])
				}
			}
		})
	}
	wg.Wait()
}
