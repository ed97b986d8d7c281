import type { LogFields, Logger } from "../../server/logger.ts";

export interface LogLine {
	level: "debug" | "info" | "warn" | "error";
	message: string;
	fields: LogFields;
}

/** Keeps what is logged instead of printing it. */
export function recordingLogger(lines: LogLine[]): Logger {
	const record =
		(level: LogLine["level"]) =>
		(message: string, fields: LogFields = {}) => {
			lines.push({ level, message, fields });
		};
	return { debug: record("debug"), info: record("info"), warn: record("warn"), error: record("error") };
}
