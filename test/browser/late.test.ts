import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Person } from "../harness/browser.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { house } from "./house.ts";
import { answerText, arriveAt, expectSaved, openQuestion, typeAnswer } from "./people.ts";

const THREAT = /Was gefährdet sie/;
const MUNICIPALITY = /Aus welcher Kommune/;
const CAME_LATE = "Ihr Text kam nach dem Schließen an. Er steht als Nachtrag unter dem Blatt.";

const PATIENTLY = { timeout: 30_000 };

const arena = house();

/** A workshop in which everybody is in one group and has the same question before them. */
async function groupAtWork<Name extends string>(...names: Name[]) {
	const room = await arena.room();
	const people = {} as Record<Name, Awaited<ReturnType<typeof arena.seated>>>;
	for (const name of names) people[name] = await arena.seated(room, name);
	await room.run(...toGroupWork(1, "group-structures"));
	for (const name of names) {
		await arriveAt(people[name].page, /Gruppenphase 1/);
		await openQuestion(people[name].page, THREAT);
	}
	const sheet = documentOf(room.lead.snapshot(), "group");
	const path = `${arena.url}/w/${room.id}`;
	const markdown = async () =>
		await (await arena.api.call("GET", `/api/workshops/${room.id}/export.md`, { token: room.facilitatorToken })).text();
	return { room, people, sheet, path, markdown };
}

/** Until the page has said that it has no line: nothing that is typed from here on can leave it. */
async function withoutLine(page: Page): Promise<void> {
	await page
		.getByText(/^Verbindung wird wiederhergestellt|^Offline/)
		.first()
		.waitFor();
}

/** A page that was closed is no server's to know: the person comes back in a new one. */
async function comeBack({ context, mend }: Person, path: string): Promise<Page> {
	await mend();
	const page = await context.newPage();
	await page.goto(path);
	return page;
}

test("words written without a line while the workshop ends stand beside the sheet, for everybody", async () => {
	const { room, people, markdown } = await groupAtWork("Anna", "Ben");
	const { Anna: anna, Ben: ben } = people;
	await typeAnswer(anna.page, THREAT, "Vorher. ");
	await expectSaved(anna.page);

	await anna.cut();
	await withoutLine(anna.page);
	await typeAnswer(anna.page, THREAT, "Im Funkloch geschrieben.");
	await room.run({ type: "session.end" });
	await ben.page.getByText("Workshop beendet").first().waitFor();
	await anna.mend();

	await anna.page.getByText(CAME_LATE).waitFor();
	await expect
		.poll(markdown, PATIENTLY)
		.toMatch(/\*\*Nachgetragen von Anna, \d\d:\d\d\sUhr:\*\* Vorher\. Im Funkloch geschrieben\./);
	await ben.page
		.getByRole("button", { name: /Arbeitsblatt von Gruppe A/ })
		.first()
		.click();
	await openQuestion(ben.page, THREAT);
	await ben.page.getByText(/^Nachgetragen von Anna/).waitFor();
	await ben.page.getByText("Vorher. Im Funkloch geschrieben.").waitFor();
	expect((await answerText(ben.page, THREAT)).trim()).toBe("Vorher.");
});

test("a sheet that is locked meanwhile shows what the server has, and the words below it", async () => {
	const { room, people, sheet } = await groupAtWork("Anna");
	const { Anna: anna } = people;
	await typeAnswer(anna.page, THREAT, "Vorher. ");
	await expectSaved(anna.page);
	await anna.cut();
	await withoutLine(anna.page);
	await typeAnswer(anna.page, THREAT, "Danach.");
	await room.run({ type: "worksheet.lock", document: sheet });
	await anna.mend();

	await anna.page.getByText(CAME_LATE).waitFor();
	await openQuestion(anna.page, THREAT);
	await anna.page.getByText(/^Nachgetragen von Anna/).waitFor();
	await expect.poll(async () => (await answerText(anna.page, THREAT)).trim(), PATIENTLY).toBe("Vorher.");
	await expectSaved(anna.page);

	// Opened again, the sheet takes new words, and the late ones stay where they are.
	await room.run({ type: "worksheet.unlock", document: sheet });
	await typeAnswer(anna.page, THREAT, " Weiter.");
	await expectSaved(anna.page);
	expect((await answerText(anna.page, THREAT)).trim()).toBe("Vorher.  Weiter.");
	await anna.page.getByText("Vorher. Danach.").waitFor();
});

test("who closes the page and is moved away leaves the words beside the former group's sheet", async () => {
	const { room, people, path, markdown } = await groupAtWork("Anna");
	const { Anna: anna } = people;
	await typeAnswer(anna.page, THREAT, "Vorher. ");
	await expectSaved(anna.page);
	await anna.cut();
	await withoutLine(anna.page);
	await typeAnswer(anna.page, THREAT, "Schon verschoben.");
	await withoutLine(anna.page);
	await anna.page.close();
	await room.run({ type: "groups.move", participant: anna.participantId, group: null });

	const back = await comeBack(anna, path);
	await back.getByText(CAME_LATE).waitFor();
	await expect.poll(markdown, PATIENTLY).toMatch(/\*\*Nachgetragen von Anna, [^*]*\*\* Vorher\. Schon verschoben\./);
	await back.getByRole("button", { name: "Verstanden" }).first().click();
	await back.reload();
	await back.getByRole("heading", { level: 1 }).waitFor();
	expect(await back.getByText(CAME_LATE).isVisible()).toBe(false);
});

/** Resolves when the browser can do without the server. */
async function pageKept(page: Page): Promise<void> {
	const kept = () =>
		page.evaluate(async () => {
			if (navigator.serviceWorker.controller === null) return [];
			const pages = (await caches.keys()).filter((name) => name.startsWith("arena-page-"));
			const requests = await Promise.all(pages.map(async (name) => await (await caches.open(name)).keys()));
			return requests.flat().map(({ url }) => url);
		});
	await expect.poll(kept, PATIENTLY).toHaveLength(2);
}

/** What this browser has stored of Arena. */
async function leftBehind(page: Page): Promise<string[]> {
	return await page.evaluate(async () => {
		const databases = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
		const pages = (await caches.keys()).filter((name) => name.startsWith("arena-page-"));
		return [...databases, ...pages];
	});
}

test("a reload without a line keeps page and text, and both go on when it is back", async () => {
	const { people, markdown } = await groupAtWork("Anna");
	const { Anna: anna } = people;
	await pageKept(anna.page);
	await typeAnswer(anna.page, THREAT, "Vorher. ");
	await expectSaved(anna.page);
	await anna.cut();
	await withoutLine(anna.page);
	await typeAnswer(anna.page, THREAT, "Ohne Netz. ");
	await anna.page.reload();

	await anna.page.getByRole("heading", { level: 1, name: /Gruppenphase 1/ }).waitFor();
	await openQuestion(anna.page, THREAT);
	await expect.poll(() => answerText(anna.page, THREAT), PATIENTLY).toContain("Vorher. Ohne Netz.");
	await anna.page
		.getByText(/^Offline/)
		.first()
		.waitFor();
	await typeAnswer(anna.page, THREAT, "Nach dem Neuladen.");
	await anna.mend();
	await expectSaved(anna.page);
	await expect.poll(markdown, PATIENTLY).toContain("Vorher. Ohne Netz. Nach dem Neuladen.");
	expect(await anna.page.getByText(CAME_LATE).isVisible()).toBe(false);
});

test("the page of the server always comes before the kept one, and none is kept that it refuses", async () => {
	const { room, people, path } = await groupAtWork("Anna");
	const { Anna: anna } = people;
	await pageKept(anna.page);
	await room.run({ type: "phase.go", phase: "first-break" });
	await arriveAt(anna.page, "Pause");
	await anna.page.goto(path);
	expect(await (await anna.page.request.get(path)).text()).toContain("Pause");
	await anna.page.getByRole("heading", { level: 1, name: "Pause" }).waitFor();
	const api = await anna.page.evaluate(async () => {
		const urls: string[] = [];
		for (const name of await caches.keys())
			for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname);
		return urls.filter((url) => !url.startsWith("/assets/"));
	});
	expect(api.sort()).toEqual([`/w/${room.id}`, `/w/${room.id}/kept-snapshot`]);
});

test("what was typed half a second before the page dies is there again, without a line", async () => {
	const { people, path } = await groupAtWork("Anna");
	const { Anna: anna } = people;
	await pageKept(anna.page);
	await anna.cut();
	await withoutLine(anna.page);
	await typeAnswer(anna.page, THREAT, "Kurz vor dem Absturz");
	// This half second is what is promised: waiting for the journal itself would forgive one that takes longer.
	await anna.page.waitForTimeout(500);
	const crash = await anna.context.newCDPSession(anna.page);
	const gone = anna.page.waitForEvent("crash");
	void crash.send("Page.crash").catch(() => {});
	await gone;
	await anna.page.close();

	const back = await anna.context.newPage();
	await back.goto(path);
	await openQuestion(back, THREAT);
	await expect.poll(() => answerText(back, THREAT), PATIENTLY).toContain("Kurz vor dem Absturz");
	await anna.mend();
	await expectSaved(back);
});

test("signing a device out leaves nothing of the workshop on it", async () => {
	const { room, people } = await groupAtWork("Anna");
	const { Anna: anna } = people;
	await pageKept(anna.page);
	await typeAnswer(anna.page, THREAT, "Vorher. ");
	await expectSaved(anna.page);
	expect(await leftBehind(anna.page)).toEqual([expect.stringMatching(`^arena-${room.id}-`), `arena-page-${room.id}`]);
	await anna.page.getByText("Ihr Zugang", { exact: true }).click();
	await anna.page.getByRole("button", { name: "Dieses Gerät abmelden" }).click();
	await anna.page.getByRole("button", { name: "Abmelden", exact: true }).click();
	await anna.page.getByText("Auf diesem Gerät ist nichts mehr vom Workshop gespeichert.").waitFor();
	await expect.poll(() => leftBehind(anna.page), PATIENTLY).toEqual([]);
});

test("after the end nothing is left on a device once everything is saved", async () => {
	const { room, people } = await groupAtWork("Anna");
	const { Anna: anna } = people;
	await pageKept(anna.page);
	await typeAnswer(anna.page, THREAT, "Vorher. ");
	await expectSaved(anna.page);
	await room.run({ type: "session.end" });
	// Who was typing a moment ago is asked first.
	await arriveAt(anna.page, "Workshop beendet");
	await expect.poll(() => leftBehind(anna.page), PATIENTLY).toEqual([]);
});

test("a device may keep the page of its own participant, until the end, and not where several people use it", async () => {
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	const desk = await arena.facilitator(room);
	const path = `${arena.url}/w/${room.id}`;
	const keep = async (person: Person) => (await person.page.request.get(path)).headers()["arena-keep"];
	expect([await keep(anna), await keep(desk)]).toEqual(["page", undefined]);
	const shared = await arena.person();
	await shared.context.addCookies([{ name: `arena-${room.id}`, value: `${anna.token}.shared`, url: arena.url }]);
	expect(await keep(shared)).toBe(undefined);
	await shared.page.goto(path);
	await shared.page.getByText("Es geht gleich los").waitFor();
	await room.run({ type: "session.start" }, { type: "session.end" });
	expect(await keep(anna)).toBe(undefined);
	const { headers } = await fetch(`${arena.url}/sw.js`);
	expect(headers.get("cache-control")).toBe("no-cache");
	expect(headers.get("content-type")).toContain("javascript");
});

test("a browser that keeps no journal says so, and asks before the page closes only while something is unsaved", async () => {
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	await anna.context.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException("switched off", "SecurityError");
		};
	});
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "check-in" });
	await anna.page.reload();
	await anna.page.getByText(/^Dieser Browser behält Ihren Text nicht/).waitFor();
	const asked: string[] = [];
	anna.page.on("dialog", (dialog) => {
		asked.push(dialog.type());
		void dialog.dismiss();
	});
	await typeAnswer(anna.page, MUNICIPALITY, "gespeichert");
	await expectSaved(anna.page);
	await anna.page.reload();
	await expect.poll(() => answerText(anna.page, MUNICIPALITY), PATIENTLY).toBe("gespeichert");
	expect(asked).toEqual([]);

	await anna.cut();
	await withoutLine(anna.page);
	await typeAnswer(anna.page, MUNICIPALITY, ", noch nicht");
	await anna.page.close({ runBeforeUnload: true });
	await expect.poll(() => asked, PATIENTLY).toEqual(["beforeunload"]);
	await anna.mend();
	await expectSaved(anna.page);
});

test("a journal that nobody has opened for a week goes with the next visit to any workshop", async () => {
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	await anna.page.getByText("Es geht gleich los").waitFor();
	const other = `arena-${"o".repeat(22)}-x-`;
	await anna.page.evaluate(async (name) => {
		for (const age of [6, 8]) {
			await new Promise<void>((resolve) => {
				const request = indexedDB.open(name + age);
				request.onupgradeneeded = () => {
					request.result.createObjectStore("updates", { autoIncrement: true });
					request.result.createObjectStore("custom").put(Date.now() - age * 86_400_000, "touched");
				};
				request.onsuccess = () => resolve(request.result.close());
			});
		}
	}, other);
	await anna.page.reload();
	await expect.poll(() => leftBehind(anna.page), PATIENTLY).not.toContain(`${other}8`);
	expect(await leftBehind(anna.page)).toContain(`${other}6`);
});
