package model

// Derived returns what make makes of the dataset and a key. It is made once for each
// key, by two who ask at once perhaps twice, and kept as long as the dataset: there must
// be few keys, whatever a viewer does, of a type that nobody else has. The value is
// shared and must not be changed.
func Derived[K comparable, V any](d *Dataset, key K, make func(*Dataset, K) V) V {
	if kept, ok := d.derived.Load(key); ok {
		v, _ := kept.(V)
		return v
	}
	v := make(d, key)
	d.derived.Store(key, v)
	return v
}
