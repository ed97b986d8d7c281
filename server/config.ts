import express from "express";
import { z } from "zod";
import type { LogLevel } from "./logger.ts";

/** Everything the environment decides, parsed once. No other file reads `process.env`. */
export interface Config {
	port: number;
	host: string;
	/** Scheme and host without a slash at the end; null: derived from each request. */
	publicUrl: string | null;
	dataDir: string;
	/** Null: anyone may create a workshop. */
	createPassword: string | null;
	retentionDays: number;
	/** Express's `trust proxy`. */
	trustProxy: boolean | number | string;
	/** Null: no metrics. */
	metricsToken: string | null;
	logLevel: LogLevel;
	worksheetsDir: string | null;
	/** Vite in middleware mode instead of the built app. */
	development: boolean;
}

/** A variable whose value cannot be used. The message is one line: the variable, what it got, what it takes. */
export class ConfigError extends Error {
	constructor(variable: string, got: string, takes: string) {
		super(`${variable} is ${JSON.stringify(got)}, but takes ${takes}`);
		this.name = "ConfigError";
	}
}

type Environment = Readonly<Record<string, string | undefined>>;

const port = z
	.string()
	.regex(/^\d{1,5}$/)
	.transform(Number)
	.refine((value) => value <= 65_535);

const days = z
	.string()
	.regex(/^\d{1,4}$/)
	.transform(Number)
	.refine((value) => value >= 1 && value <= 3650);

const publicUrl = z
	.url({ protocol: /^https?$/ })
	.transform((value) => new URL(value))
	.refine((url) => url.pathname === "/" && url.search === "" && url.hash === "")
	.transform((url) => url.origin);

const trustProxy = z
	.string()
	.min(1)
	.transform((value) => {
		if (value === "true") return true;
		if (value === "false") return false;
		return /^\d+$/.test(value) ? Number(value) : value;
	})
	.refine(isTrustProxy);

/** What `bearerToken` (http/cookies.ts) can read out of a header. */
const bearer = z.string().regex(/^[A-Za-z0-9._~+/=-]{1,256}$/);

const oneLine = z
	.string()
	.min(1)
	.refine((value) => !value.includes("\0"));

/** Reads the environment; throws `ConfigError` at the first value that cannot be used. An empty value counts as unset. */
export function readConfig(environment: Environment): Config {
	const read = <Value>(name: string, schema: z.ZodType<Value>, takes: string): Value | undefined => {
		const got = environment[name];
		if (got === undefined || got === "") return undefined;
		const parsed = schema.safeParse(got);
		if (!parsed.success) throw new ConfigError(name, isSecret(name) ? "…" : got, takes);
		return parsed.data;
	};
	const refuse = (name: string, instead: string): void => {
		if (environment[name]) throw new ConfigError(name, "…", `no value yet: ${instead}`);
	};

	refuse("DATABASE_URL", "only the embedded SQLite store under DATA_DIR is built");
	refuse("REDIS_URL", "only one node is built");
	return {
		port: read("PORT", port, "a port number from 0 to 65535") ?? 3000,
		host: read("HOST", oneLine, "a host name or address") ?? "0.0.0.0",
		publicUrl: read("PUBLIC_URL", publicUrl, "an http or https address without a path") ?? null,
		dataDir: read("DATA_DIR", oneLine, "a folder") ?? "./data",
		createPassword: read("CREATE_PASSWORD", z.string().max(1024), "a password of at most 1024 characters") ?? null,
		retentionDays: read("RETENTION_DAYS", days, "a number of days from 1 to 3650") ?? 90,
		trustProxy:
			read(
				"TRUST_PROXY",
				trustProxy,
				"what Express takes as trust proxy: true, a number of proxies, or their addresses",
			) ?? false,
		metricsToken: read("METRICS_TOKEN", bearer, "a token of up to 256 letters, digits and . _ ~ + / = -") ?? null,
		logLevel:
			read("LOG_LEVEL", z.enum(["debug", "info", "warn", "error", "silent"]), "debug, info, warn, error or silent") ??
			"info",
		worksheetsDir: read("WORKSHEETS_DIR", oneLine, "a folder") ?? null,
		development: environment.NODE_ENV === "development",
	};
}

function isTrustProxy(value: boolean | number | string): boolean {
	try {
		express().set("trust proxy", value);
		return true;
	} catch {
		return false;
	}
}

function isSecret(name: string): boolean {
	return name === "CREATE_PASSWORD" || name === "METRICS_TOKEN";
}
