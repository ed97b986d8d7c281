/** Whatever was thrown, as something a log line can show. What is no error is not put into words: it may be content. */
export function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error("something other than an error was thrown");
}
