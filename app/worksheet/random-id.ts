/** An id for a row or an own entry: 96 random bits in hex. Works on plain http too, where `randomUUID` does not. */
export function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
