import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../server/sync/bench.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { Replica } from "../fuzz/replica.ts";
import type { ServerChild } from "../harness/child.ts";
import { amount, figure, within } from "../harness/scale.ts";
import { prepareFolder, type SyncFolder, startSyncChild } from "../harness/sync-child.ts";

/** Fewer would drown in what the allocator takes and gives as it likes. */
const STALLED = Math.max(20, amount(20, 200));
/** What flows past each of them, far beyond what the machine's own buffers hold. */
const UPDATES = 80;
const UPDATE_BYTES = 200_000;
const BYTES_A_READER = 2 * 1024 * 1024;
const NOISE_BYTES = 32 * 1024 * 1024;

let folder: SyncFolder;
let server: ServerChild;
beforeAll(async () => {
	folder = await prepareFolder(2, STALLED + 2);
	const { directory, workshopId, people } = folder;
	const limits = { slowMs: 2_000, documentBytes: 1e9, bytesBurst: 1e9, compactRows: 40 };
	server = await startSyncChild({ directory, workshopId, people, port: 0, limits });
});
afterAll(async () => {
	await server.kill();
	await folder.remove();
});

/** Writes and takes away a large text again and again; resolves with the most memory that the server took. */
async function flood(writer: Replica): Promise<number> {
	let most = 0;
	for (let update = 0; update < UPDATES; update += 1) {
		writer.change((doc) => {
			const text = doc.getText("line");
			text.delete(0, text.length);
			text.insert(0, newId().repeat(UPDATE_BYTES / 22));
		});
		if (update % 10 === 9) {
			await writer.until(() => writer.isSaved, "the writer's last part");
			most = Math.max(most, (await server.report()).residentBytes);
		}
	}
	return most;
}

it(`${STALLED} readers that stop reading: memory stays bounded and nobody else notices`, {
	timeout: within(120_000),
}, async () => {
	const url = `ws://127.0.0.1:${server.port}/sync/${folder.documents[0]}`;
	const [first = "", second = "", ...others] = folder.people;
	const [writer, reader] = [new Replica(url, first), new Replica(url, second)];
	const stalled = others.map((token) => new Replica(url, token, [CLOSE.tooSlow]));
	const everybody = [writer, reader, ...stalled];
	for (const replica of everybody) replica.connect();
	await Promise.all(everybody.map((replica) => replica.until(() => replica.isSaved, "in")));

	const before = await flood(writer);
	for (const replica of stalled) replica.pause();
	const after = await flood(writer);
	const text = () => writer.doc.getText("line").toString();
	await reader.until(() => reader.doc.getText("line").toString() === text(), "the one who reads");
	expect([writer.drops, reader.drops]).toEqual([0, 0]);
	const more = Math.max(0, after - before);
	figure("readers", `memory for each of ${STALLED} stalled readers`, `${(more / STALLED / 1024).toFixed(0)} KiB`);
	expect(more).toBeLessThan(STALLED * BYTES_A_READER + NOISE_BYTES);

	// They are told in one go, or cut off and told when they come back.
	for (const replica of stalled) replica.resume();
	const upToDate = (replica: Replica) => {
		if (replica.isOffline) replica.connect();
		return replica.doc.getText("line").toString() === text();
	};
	await Promise.all(stalled.map((replica) => replica.until(() => upToDate(replica), "a stalled one")));
	figure("readers", "of them cut off meanwhile", stalled.filter(({ drops }) => drops > 0).length);
	for (const replica of everybody) replica.dispose();
});
