import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { liveNamespace } from "../../app/live-line.ts";
import { type ProxyHabits, startProxy } from "../harness/proxy.ts";
import { oneGroup, polledSheet, textOf } from "./polled-stage.ts";
import { addParagraph, type Stage, sharedStage, sheet } from "./stage.ts";

const current = sharedStage();

/** What a proxy does to people who have nothing but polling, and to the session's line. */
describe("behind a proxy", () => {
	async function behind(habits: Parameters<typeof startProxy>[1], on: Stage = current()) {
		const proxy = await startProxy(on.url, habits);
		onTestFinished(() => proxy[Symbol.asyncDispose]());
		return proxy;
	}

	test("that cuts idle connections, everything arrives once", async () => {
		const { anna, ben, shared } = await oneGroup(current());
		const proxy = await behind({ idleMs: 2_000 });
		const polled = polledSheet(proxy.url, shared, anna);
		const socket = await sheet(current().url, shared, ben);
		let cuts = 0;
		polled.provider.on("connection-close", () => {
			cuts += 1;
		});
		for (const word of ["eins", "zwei"]) {
			const before = cuts;
			addParagraph(polled.doc, "plenary", word);
			await polled.allSaved();
			await expect.poll(() => cuts, { timeout: 10_000 }).toBeGreaterThan(before);
		}
		await socket.until((doc) => textOf(doc).includes("zwei"));
		await polled.allSaved();
		expect(textOf(socket.doc)).toBe("<paragraph>eins</paragraph><paragraph>zwei</paragraph>");
	}, 60_000);

	test("that holds answers back until they are whole, nothing is different", async () => {
		const { anna, ben, shared } = await oneGroup(current());
		const proxy = await behind({ buffers: true, upgrades: "swallow" });
		const one = polledSheet(proxy.url, shared, anna);
		const other = polledSheet(proxy.url, shared, ben);
		addParagraph(one.doc, "plenary", "eins");
		await other.until((doc) => textOf(doc).includes("eins"));
		addParagraph(other.doc, "plenary", "zwei");
		await one.until((doc) => textOf(doc).includes("zwei"));
		await Promise.all([one.allSaved(), other.allSaved()]);
	});

	test("that answers everything with a page of its own, nothing counts as saved and nobody asks in a loop", async () => {
		const { anna, shared } = await oneGroup(current());
		const proxy = await behind({});
		const polled = polledSheet(proxy.url, shared, anna);
		addParagraph(polled.doc, "plenary", "vorher");
		await polled.allSaved();
		let saved = false;
		proxy.be({ state: "portal" });
		await expect.poll(() => polled.provider.wsconnected, { timeout: 10_000 }).toBe(false);
		addParagraph(polled.doc, "plenary", "im WLAN des Hotels");
		void polled.allSaved().then(() => {
			saved = true;
		});
		const asked = proxy.requests();
		let tries = 0;
		polled.socket.io.on("reconnect_attempt", () => {
			tries += 1;
		});
		await expect.poll(() => tries, { timeout: 20_000 }).toBeGreaterThan(5);
		expect(saved).toBe(false);
		// One request a try, and the tries keep their distance.
		expect(proxy.requests() - asked).toBeLessThanOrEqual(tries + 1);
		proxy.be({ state: "through" });
		await polled.allSaved();
		const { doc } = await sheet(current().url, shared, anna);
		expect(textOf(doc)).toContain("im WLAN des Hotels");
	});

	test.each<[string, Partial<ProxyHabits>, string]>([
		["refuses upgrades", { upgrades: { refuse: 403 } }, "polling"],
		["swallows upgrades", { upgrades: "swallow" }, "polling"],
		["holds answers back", { upgrades: "swallow", buffers: true }, "polling"],
		["cuts every WebSocket", { upgrades: { cutAfterMs: 300 } }, "polling"],
		["does nothing", {}, "websocket"],
	])("that %s, the session's line opens, settles and takes commands", async (_name, habits, settlesOn) => {
		const { workshop } = await oneGroup(current());
		const proxy = await behind(habits);
		const socket = liveNamespace(proxy.url, "/session", {
			auth: { token: workshop.facilitatorToken },
			reconnectionDelay: 100,
		});
		onTestFinished(() => void socket.disconnect());
		await new Promise((resolve) => socket.once("snapshot", resolve));
		// Settled: a line that knows where it stays, once the upgrades that are cut are no longer tried.
		const cuts = typeof habits.upgrades === "object" && "cutAfterMs" in habits.upgrades ? 2 : 0;
		let closes = 0;
		socket.on("disconnect", () => {
			closes += 1;
		});
		await expect.poll(() => closes, { timeout: 15_000 }).toBe(cuts);
		await expect.poll(() => socket.connected && socket.io.engine.transport.name, { timeout: 15_000 }).toBe(settlesOn);
		const answer: unknown = await socket.emitWithAck("command", {
			id: randomUUID(),
			type: "broadcast",
			text: "Hören Sie uns?",
		});
		expect(answer).toMatchObject({ ok: true });
		expect(closes).toBe(cuts);
	});

	test("lines are never idle for longer than proxies allow", async () => {
		const answer = await fetch(`${current().url}/socket.io/?EIO=4&transport=polling`);
		const handshake = JSON.parse((await answer.text()).slice(1));
		expect(handshake.pingInterval).toBeLessThanOrEqual(5_000);
		expect(handshake.pingInterval + handshake.pingTimeout).toBeLessThanOrEqual(15_000);
		expect(handshake.maxPayload).toBe(64 * 1024);
	});
});
