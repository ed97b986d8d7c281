import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import type * as Y from "yjs";
import { projectPath } from "../../server/project-path.ts";
import { openWorkshop, type Stage, sheet, stage } from "../flows/stage.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";

const WAIT = { timeout: 30_000, interval: 50 };

/** A workshop in its group phase with so many people in one group, and that group's sheet. */
async function groupSheet(on: Stage, people: number) {
	const workshop = await openWorkshop(on, { people });
	await workshop.run(...toGroupWork(1, "group-structures"));
	const tokens = workshop.people.map(({ token }) => token);
	const snapshot = await on.api.snapshot(workshop.id, tokens[0] ?? "");
	const document = documentOf(snapshot, "group");
	return { workshop, tokens, document };
}

const line = (doc: Y.Doc) => doc.getText("plenary");
const isReady = async ({ api }: Stage) => (await api.call("GET", "/readyz")).status === 200;

test("a full disk: nothing more is acknowledged, all can be read, and it goes on when there is room again", {
	timeout: 120_000,
}, async () => {
	const on = await stage({ maxPages: 700 });
	const ballast = await groupSheet(on, 1);
	const filler = await sheet(on.url, ballast.document, ballast.tokens[0] ?? "");
	for (let part = 1; part <= 4; part += 1) {
		line(filler.doc).insert(0, "x".repeat(200_000));
		await filler.untilSaved(part + 1);
	}
	const { tokens, document, workshop } = await groupSheet(on, 2);
	const anna = await sheet(on.url, document, tokens[0] ?? "");
	const ben = await sheet(on.url, document, tokens[1] ?? "");
	line(anna.doc).insert(0, "saved;");
	await anna.untilSaved(2);

	// Until the server says that it is full.
	let parts = 0;
	for (; parts < 20 && (await isReady(on)); parts += 1) {
		line(anna.doc).insert(0, "y".repeat(150_000));
		const lost = new Promise<void>((resolve) => anna.provider.once("connection-close", () => resolve()));
		await Promise.race([anna.untilSaved(parts + 3), lost]);
	}
	expect(parts).toBeLessThan(20);
	expect((await on.api.call("GET", "/readyz")).status).toBe(503);
	expect((await on.api.call("GET", "/healthz")).status).toBe(200);

	// What is on disk can be read, by who is there and by who comes.
	line(anna.doc).insert(0, "unsaved;");
	expect((await on.api.snapshot(workshop.id, tokens[0] ?? "")).you.role).toBe("participant");
	const late = await sheet(on.url, document, tokens[1] ?? "");
	expect(line(late.doc).toString()).toContain("saved;");
	expect(line(late.doc).toString()).not.toContain("unsaved;");
	expect(line(ben.doc).toString()).not.toContain("unsaved;");
	// Where no large part fits any more, some short commands still may.
	const said = async () => await workshop.lead.command({ type: "broadcast", text: "Hallo" });
	let answer = await said();
	for (let more = 0; more < 100 && answer.ok; more += 1) answer = await said();
	expect(answer).toMatchObject({ ok: false, error: { code: "unavailable" } });

	const erased = await on.api.call("DELETE", `/api/workshops/${ballast.workshop.id}`, {
		token: ballast.workshop.facilitatorToken,
	});
	expect(erased.status).toBe(204);
	await vi.waitUntil(() => isReady(on), WAIT);
	await Promise.all([ben, late].map((reader) => reader.until((doc) => line(doc).toString().includes("unsaved;"))));
	expect(line(ben.doc).toString()).toBe(line(anna.doc).toString());
	expect(
		line(ben.doc)
			.toString()
			.match(/y+|saved;|unsaved;/g)
			?.join("").length,
	).toBe(line(ben.doc).length);
	expect(line(ben.doc).toString().split("unsaved;")).toHaveLength(2);
	expect(await workshop.lead.command({ type: "broadcast", text: "Weiter" })).toMatchObject({ ok: true });
});

/** Another process that keeps the store's one place to write to itself. */
async function takeLock(dataDir: string): Promise<{ release(): Promise<void> }> {
	const code = `
		const database = new (require("better-sqlite3"))(process.argv[1]);
		database.exec("BEGIN IMMEDIATE");
		process.stdout.write("held");
		process.stdin.once("data", () => database.exec("ROLLBACK"));
		process.stdin.once("end", () => process.exit());`;
	const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
		process.execPath,
		["-e", code, join(dataDir, "arena.sqlite")],
		{ cwd: projectPath("."), stdio: ["pipe", "pipe", "inherit"] },
	);
	onTestFinished(() => {
		child.kill("SIGKILL");
	});
	await once(child.stdout, "data");
	const exited = once(child, "exit");
	return {
		release: async () => {
			child.stdin.end("go");
			await exited;
		},
	};
}

test("a locked store: acknowledgements wait, none is lost, and everything else goes on meanwhile", {
	timeout: 120_000,
}, async () => {
	const on = await stage();
	const { tokens, document } = await groupSheet(on, 2);
	const anna = await sheet(on.url, document, tokens[0] ?? "");
	const ben = await sheet(on.url, document, tokens[1] ?? "");
	line(anna.doc).insert(0, "one;");
	await ben.until((doc) => line(doc).toString() === "one;");

	const lock = await takeLock(on.server.dataDir);
	line(anna.doc).insert(4, "two;");
	await vi.waitUntil(async () => !(await isReady(on)), WAIT);
	line(anna.doc).insert(8, "three;");
	// Each of these would wait for the lock if anything but the writer did.
	expect((await on.api.call("GET", "/healthz")).status).toBe(200);
	const late = await sheet(on.url, document, tokens[1] ?? "");
	expect(line(late.doc).toString()).toBe("one;");
	expect(line(ben.doc).toString()).toBe("one;");

	await lock.release();
	await Promise.all([ben, late].map((reader) => reader.until((doc) => line(doc).toString() === "one;two;three;")));
	await vi.waitUntil(() => isReady(on), WAIT);
	expect(line(anna.doc).toString()).toBe("one;two;three;");
});
