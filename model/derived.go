package model

import "sync"

// Derived returns what make makes of the dataset, which is made once for each key and
// kept: what others find out about a dataset does not change as it does not. There must
// be few keys, whatever a viewer does, and of a type that nobody else has. The value
// is shared and must not be changed.
func Derived[V any](d *Dataset, key any, make func() V) V {
	kept, ok := d.derived.Load(key)
	if !ok {
		kept, _ = d.derived.LoadOrStore(key, sync.OnceValue(make))
	}
	once, _ := kept.(func() V)
	return once()
}
