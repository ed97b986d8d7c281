/** The field with the name of one of several at a device; `index` from 0. */
export function personField(index: number): string {
	return `person-${index + 1}`;
}
