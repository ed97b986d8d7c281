/** `build` once per object, for objects that are never changed in place; forgotten together with the object. */
export function memoize<Key extends object, Value>(build: (key: Key) => Value): (key: Key) => Value {
	const built = new WeakMap<Key, { value: Value }>();
	return (key) => {
		const known = built.get(key);
		if (known !== undefined) return known.value;
		const value = build(key);
		built.set(key, { value });
		return value;
	};
}
