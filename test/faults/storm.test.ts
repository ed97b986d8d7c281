import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { Replica } from "../fuzz/replica.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { prepareFolder, startSyncChild } from "../harness/sync-child.ts";

const PEOPLE = 500;
const DOCUMENTS = 25;
const STORMS = amount(1, 100);
/** Within which everybody tries again. */
const SPREAD_MS = 500;

it(`${PEOPLE} people come back at once after a kill: all are synced, each document is loaded once`, {
	timeout: within(120_000),
}, async () => {
	const { directory, workshopId, documents, people, remove } = await prepareFolder(DOCUMENTS, PEOPLE);
	const random = new Random(firstSeed(1));
	const start = (port: number) => startSyncChild({ directory, workshopId, people, port, limits: {} });
	let server = await start(0);
	onTestFinished(async () => {
		await server.kill();
		await remove();
	});
	const { port } = server;
	const replicas = people.map((token, index) => {
		return new Replica(`ws://127.0.0.1:${port}/sync/${documents[index % DOCUMENTS]}`, token);
	});
	const allBack = () =>
		Promise.all(
			replicas.map(async (replica) => {
				while (!replica.isSaved) {
					if (replica.isOffline) {
						// As browsers do it: the spread is the storm.
						await wait(random.next() * SPREAD_MS);
						replica.connect();
					}
					await replica.until(() => replica.isSaved || replica.isOffline, "back");
				}
			}),
		);
	await allBack();
	let [storms, longest, stall, wrong] = [0, 0, 0, 0];
	for (; storms < STORMS && !timeIsUp(); storms += 1) {
		await server.kill();
		for (const [index, replica] of replicas.entries()) {
			await replica.until(() => replica.isOffline, "the kill");
			replica.change((doc) => doc.getText("line").insert(0, `${storms}-${index};`));
		}
		server = await start(port);
		await server.report();
		const since = performance.now();
		await allBack();
		longest = Math.max(longest, performance.now() - since);
		const { loads, connections, stallP99Ms } = await server.report();
		stall = Math.max(stall, stallP99Ms);
		expect(loads).toBe(DOCUMENTS);
		expect(connections).toBe(PEOPLE);
		// Everybody's word is in their document, once, and reaches all who have it open.
		for (const [index, replica] of replicas.entries()) {
			const words = () => replica.doc.getText("line").toString().split(";");
			const others = [...replicas.keys()].filter((other) => other % DOCUMENTS === index % DOCUMENTS);
			const expected = others.map((other) => `${storms}-${other}`);
			await replica.until(() => expected.every((word) => words().includes(word)), "everybody's words");
			wrong += new Set(words()).size === words().length ? 0 : 1;
		}
	}
	figure("storms", `storms of ${PEOPLE} people`, storms);
	figure("storms", "slowest until all were synced and saved", `${longest.toFixed(0)} ms`);
	figure("storms", "event loop delay in it, p99", `${stall.toFixed(0)} ms`);
	figure("storms", "loads beyond one a document, words lost or doubled", wrong);
	expect(wrong).toBe(0);
	for (const replica of replicas) replica.dispose();
});
