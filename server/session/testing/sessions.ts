import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { createWorkshopSchema } from "../../../worksheets/contract/api.ts";
import type { Change } from "../../../worksheets/contract/change.ts";
import type { CommandAnswer } from "../../../worksheets/contract/command-answer.ts";
import type { Command } from "../../../worksheets/contract/commands.ts";
import type { LinkRole } from "../../../worksheets/contract/links.ts";
import type { Result } from "../../../worksheets/contract/result.ts";
import type { Actor } from "../../access/actor.ts";
import { createLogger } from "../../logger.ts";
import { systemRandom } from "../../random.ts";
import { openSqlite } from "../../storage/sqlite/open.ts";
import type { Storage } from "../../storage/storage.ts";
import type { SessionsConfig } from "../config.ts";
import { createSessions } from "../service.ts";
import type { Sessions } from "../sessions.ts";
import { NOW, RETENTION_DAYS, TEMPLATE, WORKSHEETS } from "./workshop.ts";

export const logger = createLogger("silent");

/** The value of what must not be refused. */
export function value<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`refused: ${result.refused} ${result.detail ?? ""}`);
	return result.value;
}

export interface Stage {
	storage: Storage;
	sessions: Sessions;
	clock: { time: number; now(): number };
	close(): Promise<void>;
}

interface StageOptions extends Partial<SessionsConfig> {
	/** Opens a store of its own there; otherwise all stages of a test file share one, each with workshops of its own. */
	directory?: string;
	/** Puts something between the sessions and the store. */
	wrap?: (storage: Storage) => Storage;
	/** Worksheets that the library has no more. */
	libraryWithout?: readonly string[];
}

/** A folder that is gone when the test is over. */
export async function temporaryDirectory(): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), "arena-session-"));
	onTestFinished(() => rm(directory, { recursive: true, force: true }));
	return directory;
}

/** Opening a store starts a thread; workshops know nothing of each other, so one store serves a whole file. */
let shared: Promise<{ storage: Storage; directory: string }> | undefined;

async function sharedStore(): Promise<Storage> {
	shared ??= mkdtemp(join(tmpdir(), "arena-session-")).then(async (directory) => ({
		directory,
		storage: await openSqlite({ directory, logger }),
	}));
	return (await shared).storage;
}

afterAll(async () => {
	if (shared === undefined) return;
	const { storage, directory } = await shared;
	await storage.close();
	await rm(directory, { recursive: true, force: true });
});

/** Sessions on a real store; closed when the test is over, or before to open the same folder again. */
export async function openStage({
	directory,
	wrap = (storage) => storage,
	libraryWithout = [],
	...config
}: StageOptions = {}): Promise<Stage> {
	const own = directory === undefined ? null : await openSqlite({ directory, logger });
	const storage = own ?? (await sharedStore());
	const clock = { time: NOW, now: () => clock.time };
	const sessions = createSessions({
		storage: wrap(storage),
		clock,
		random: systemRandom,
		logger,
		library: {
			template: (id) => (id === TEMPLATE.id ? TEMPLATE : undefined),
			worksheet: (id) => (libraryWithout.includes(id) ? undefined : WORKSHEETS.get(id)),
		},
		config: {
			retentionDays: RETENTION_DAYS,
			createPassword: null,
			serverKey: new Uint8Array(32).fill(7),
			presenceGraceMs: 20,
			...config,
		},
	});
	let closing: Promise<void> | undefined;
	const close = (): Promise<void> => {
		closing ??= sessions.close().then(() => own?.close());
		return closing;
	};
	onTestFinished(close);
	return { storage, sessions, clock, close };
}

/** A workshop with its facilitator. */
export async function openWorkshop(stage: Stage) {
	const created = value(await stage.sessions.create(createWorkshopSchema.parse({ template: "small" })));
	const facilitator = value(await stage.sessions.authenticate(created.facilitatorToken));
	const join = async (name: string, organisation?: string) => {
		const joined = value(await stage.sessions.join(created.code, { name, organisation }));
		return { ...joined, actor: value(await stage.sessions.authenticate(joined.token)) };
	};
	const byLink = async (role: LinkRole) => {
		const link = value(await stage.sessions.addLink(facilitator, { role, label: "" }));
		return value(await stage.sessions.authenticate(link.token));
	};
	const send = (command: Command, actor: Actor = facilitator): Promise<CommandAnswer> =>
		stage.sessions.execute(actor, { id: randomUUID(), ...command });
	/** Sends commands that must be accepted, one after another. */
	const run = async (...commands: Command[]): Promise<void> => {
		for (const command of commands) {
			const answer = await send(command);
			if (!answer.ok) throw new Error(`refused: ${answer.error.message}`);
		}
	};
	return { ...created, facilitator, join, byLink, send, run };
}

/** Collects changes and waits for the first that fits. */
export function changeLog() {
	const changes: Change[] = [];
	const waiting = new Set<() => void>();
	return {
		changes,
		listener(change: Change): void {
			changes.push(change);
			for (const look of waiting) look();
		},
		until(fits: (change: Change) => boolean): Promise<Change> {
			return new Promise((resolve) => {
				const look = (): void => {
					const change = changes.find(fits);
					if (change === undefined) return;
					waiting.delete(look);
					resolve(change);
				};
				waiting.add(look);
				look();
			});
		},
	};
}
