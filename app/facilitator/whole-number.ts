/** A whole number from 1 to `max`, as typed; null for anything else. */
export function wholeNumber(typed: string, max: number): number | null {
	const text = typed.trim();
	const value = Number(text);
	return /^\d+$/.test(text) && value >= 1 && value <= max ? value : null;
}
