package model

import (
	"reflect"
	"sync/atomic"
)

// maxDerived is how many values are kept for keys of one type: more than the views of a
// package of many topics, measures and languages have, and less than all pairs of its
// places.
const maxDerived = 1 << 11

// Derived returns what make makes of the dataset and a key. It is made once for each
// key, by two who ask at once perhaps twice, and kept as long as the dataset. Of very
// many keys of a type, as a viewer of a large package may come to, the later ones are
// made each time; those of other types are not less for it. Keys are of a type that
// nobody else has. The value is shared and must not be changed.
func Derived[K comparable, V any](d *Dataset, key K, make func(*Dataset, K) V) V {
	if kept, ok := d.derived.Load(key); ok {
		v, _ := kept.(V)
		return v
	}
	v := make(d, key)
	of, _ := d.derivedCounts.LoadOrStore(reflect.TypeFor[K](), new(atomic.Int32))
	if count, _ := of.(*atomic.Int32); count.Load() < maxDerived {
		if _, known := d.derived.LoadOrStore(key, v); !known {
			count.Add(1)
		}
	}
	return v
}
