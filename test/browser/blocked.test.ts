import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { startProxy, type TestProxy } from "../harness/proxy.ts";
import { house } from "./house.ts";
import {
	answerField,
	arriveAt,
	expectEverywhere,
	expectSaved,
	joinByLink,
	openQuestion,
	type Participant,
} from "./people.ts";

const THREAT = /Was gefährdet sie/;

const arena = house();

/** Anna at home with a WebSocket, Ben in an office behind a proxy; one group, one answer open on both screens. */
async function atOneAnswer(habits: Parameters<typeof startProxy>[1]) {
	const proxy = await startProxy(arena.url, habits);
	onTestFinished(() => proxy[Symbol.asyncDispose]());
	const room = await arena.room();
	const anna = await joinByLink(await arena.person(), room.joinUrl, "Anna", "Stadt Süd");
	const office = await arena.person();
	// A browser says it of every WebSocket that does not open, and of the proxy's end.
	office.awaitLoss();
	const ben = await joinByLink(office, room.joinUrl.replace(arena.url, proxy.url), "Ben", "Kreis Nord");
	await room.run(...toGroupWork(1, "group-structures"));
	for (const { page } of [anna, ben]) {
		await arriveAt(page, /Gruppenphase 1/);
		await openQuestion(page, THREAT);
	}
	return { proxy, anna, ben };
}

async function write(page: Page, words: string): Promise<void> {
	await answerField(page, THREAT).click();
	await page.keyboard.press("ControlOrMeta+End");
	await page.keyboard.type(words, { delay: 15 });
}

const usesPolling = (page: Page) => page.evaluate(() => sessionStorage.getItem("arena-sheets") === "polled");

/** The office's network is gone, both write, and it comes back. */
async function throughAnOutage(proxy: TestProxy, anna: Participant, ben: Participant): Promise<void> {
	proxy.be({ state: "away" });
	await ben.page.getByText(/^Verbindung wird wiederhergestellt|^Offline/).waitFor();
	await write(ben.page, "Chukarhuhn ");
	await expectEverywhere([ben.page], THREAT, ["Chukarhuhn"]);
	proxy.be({ state: "through" });
	await expectEverywhere([anna.page, ben.page], THREAT, ["Chukarhuhn"]);
	await expectSaved(ben.page);
}

test("an office whose proxy swallows WebSockets writes along, loses its network and has everything afterwards", async () => {
	const { proxy, anna, ben } = await atOneAnswer({ upgrades: "swallow" });
	await write(anna.page, "Amsel ");
	await expectEverywhere([anna.page, ben.page], THREAT, ["Amsel"]);
	await write(ben.page, "Buchfink ");
	await expectEverywhere([anna.page, ben.page], THREAT, ["Amsel", "Buchfink"]);
	await expectSaved(ben.page);
	expect(await usesPolling(ben.page)).toBe(true);
	expect(await usesPolling(anna.page)).toBe(false);

	await throughAnOutage(proxy, anna, ben);

	// The tab remembers: the next page polls at once, and the sheet is the same.
	await ben.page.reload();
	await openQuestion(ben.page, THREAT);
	await expectEverywhere([ben.page], THREAT, ["Amsel", "Buchfink", "Chukarhuhn"]);
	await expectSaved(ben.page);

	// Another network: a WebSocket that stays is the line again, and nothing is there twice.
	proxy.be({ upgrades: "pass" });
	await ben.page.evaluate(() => dispatchEvent(new Event("online")));
	await expect.poll(() => usesPolling(ben.page), { timeout: 30_000 }).toBe(false);
	await write(ben.page, "Fasan ");
	await expectEverywhere([anna.page, ben.page], THREAT, ["Amsel", "Buchfink", "Chukarhuhn", "Fasan"]);
	await expectSaved(ben.page);
});

test("a proxy that lets WebSockets open and cuts each of them leaves nobody with a line that flickers", async () => {
	const { anna, ben } = await atOneAnswer({ upgrades: { cutAfterMs: 1_000 } });
	await expect.poll(() => usesPolling(ben.page), { timeout: 20_000 }).toBe(true);
	await expectSaved(ben.page);
	await write(ben.page, "Dohle ");
	await write(anna.page, "Elster ");
	await expectEverywhere([anna.page, ben.page], THREAT, ["Dohle", "Elster"]);
	const line = () => ben.page.evaluate(() => sessionStorage.getItem("arena-line"));
	await expect.poll(line, { timeout: 20_000 }).toBe("polling");
	await expectSaved(ben.page);
});
