import type { Template } from "../../worksheets/schema/template.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Random } from "../random.ts";
import type { Storage } from "../storage/storage.ts";

export interface SessionsOptions {
	storage: Storage;
	clock: Clock;
	random: Random;
	/** Where templates and worksheets of new workshops come from; running ones have their own copy. */
	library: { template(id: string): Template | undefined; worksheet(id: string): Worksheet | undefined };
	logger: Logger;
	config: SessionsConfig;
}

export interface SessionsConfig {
	/** Default and upper bound. */
	retentionDays: number;
	/** Null: anyone may create a workshop. */
	createPassword: string | null;
	/** Under which tokens are hashed. */
	serverKey: Uint8Array;
	/** How long a participant without a line still counts as present. */
	presenceGraceMs?: number;
	/** How long a session that nobody uses stays in memory. */
	idleMs?: number;
}
