/** Epoch milliseconds as `<input type="datetime-local">` takes them, in this device's zone. */
export function toLocalInput(time: number): string {
	const date = new Date(time);
	const two = (value: number) => String(value).padStart(2, "0");
	const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What was typed, as epoch milliseconds; null where the field is empty or names no moment. */
export function fromLocalInput(typed: string): number | null {
	if (typed === "") return null;
	const time = new Date(typed).getTime();
	return Number.isFinite(time) && time >= 0 ? time : null;
}
