import { pino } from "pino";

/** Messages are constant, data goes into fields; never content, names, tokens or addresses. */
export interface Logger {
	debug(message: string, fields?: LogFields): void;
	info(message: string, fields?: LogFields): void;
	warn(message: string, fields?: LogFields): void;
	error(message: string, fields?: LogFields): void;
}

export type LogFields = Record<string, string | number | boolean | null | undefined | Error>;

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Structured JSON lines on stdout. An `error` field keeps its stack, which names code and never input. */
export function createLogger(level: LogLevel): Logger {
	const target = pino({ level, base: null, serializers: { error: pino.stdSerializers.err } });
	return {
		debug: (message, fields = {}) => target.debug(fields, message),
		info: (message, fields = {}) => target.info(fields, message),
		warn: (message, fields = {}) => target.warn(fields, message),
		error: (message, fields = {}) => target.error(fields, message),
	};
}
