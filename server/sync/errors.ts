/** Whatever was thrown, as something a log line can show. */
export function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
