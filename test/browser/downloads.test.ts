import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { readLibrary } from "../../server/library.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import { place } from "../../worksheets/blocks/ranking-write.ts";
import { addRow } from "../../worksheets/blocks/table.ts";
import type { DocumentView } from "../../worksheets/contract/snapshot.ts";
import { addParagraph, found } from "../flows/stage.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { MODULE, SHEET } from "../harness/meetings.ts";
import { readBack, unpack } from "../harness/read-back.ts";
import { house, type Room } from "./house.ts";

const arena = house();

const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Plan", en: "Plan" }, plan: true };
const blocks = found(readLibrary().worksheet(SHEET), SHEET).sections.flatMap((section) => section.blocks);
const ranking = blocks.find((block): block is BlockOf<"ranking"> => block.type === "ranking");
const assessment = blocks.find((block): block is BlockOf<"module-assessment"> => block.type === "module-assessment");

/** Words that stand in one place each. */
const OWN = ["Eigenwortanna", "Eigenwortben", "Eigenwortclara", "Eigenwortdavid"];
const GROUP = ["Gruppenworteins", "Gruppenwortzwei"];
const MEASURE = "Beirateinberufen";
const TOPIC = "Themawort";
const INTERIM = "Zwischenstand";
const EVERY = [...OWN, ...GROUP, MEASURE, TOPIC];
const FORMATS = ["pdf", "docx", "xlsx", "md", "json"];

interface Held extends Room {
	/** In the order of OWN; each with the group that they are in. */
	people: { token: string; group: string; word: string }[];
	groups: string[];
}

/** Four people in two groups: what each expects, what each group says and rates, what is agreed on, and a topic. */
async function hold(): Promise<Held> {
	const room = await arena.room();
	const joined = [];
	for (const name of ["Anna", "Ben", "Clara", "David"]) joined.push(await arena.api.join(room.code, name, "Ahlen"));
	await room.run(
		{ type: "workshop.set", details: { title: "Übung: Häfen & Wege" } },
		...toGroupWork(2, "check-in", "group-structures"),
		{ type: "measures.open" },
		{ type: "topic.add", text: TOPIC },
	);
	const { groups } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const people: Held["people"] = [];
	for (const [index, { token, participantId }] of joined.entries()) {
		const { documents } = await arena.api.snapshot(room.id, token);
		const own = documents.find(({ worksheet }) => worksheet === "check-in-feedback");
		await write(own, token, (doc) => doc.getText("expectation").insert(0, OWN[index] ?? ""));
		const group = found(
			groups.find(({ members }) => members.includes(participantId)),
			"group",
		).id;
		people.push({ token, group, word: GROUP[groups.findIndex(({ id }) => id === group)] ?? "" });
	}
	const { documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	for (const [index, { id }] of groups.entries()) {
		const sheet = documents.find(({ scope, worksheet }) => scope.id === id && worksheet === SHEET);
		await write(sheet, room.facilitatorToken, (doc) => {
			addParagraph(doc, "plenary", `Wir sagen: ${GROUP[index]}`);
			place(doc, found(ranking, "ranking"), undefined, MODULE, 0);
			for (const { id: dimension } of found(assessment, "assessment").dimensions) {
				setAssessment(doc, found(assessment, "assessment"), MODULE, dimension, { state: index + 1 });
			}
		});
	}
	const plan = documents.find(({ worksheet }) => worksheet === "action-plan");
	await write(plan, room.facilitatorToken, (doc) => {
		const cells = { what: MEASURE, responsible: "Jugendamt", due: "2026-08-01", body: "Bildungsausschuss" };
		addRow(doc, PLAN, undefined, "m1", { ...cells, status: "open" });
	});
	return { ...room, people, groups: groups.map(({ id }) => id) };
}

async function write(
	document: DocumentView | undefined,
	token: string,
	change: Parameters<Awaited<ReturnType<typeof arena.sheet>>["write"]>[0],
): Promise<void> {
	await (await arena.sheet(found(document, "sheet").id, token)).write(change);
}

interface Taken {
	/** What stands behind the workshop's address: `export.pdf?part=own`. */
	asked: string;
	fileName: string;
	path: string;
}

/** Chromium drops, without a word, what a page downloads beyond ten files within a second; nobody presses as fast as we do. */
const BURST = { most: 10, ms: 1_200 };

/** Presses every download on the page that is asked for, one after the other, as people do. */
async function takeAll(page: Page, id: string, wanted: (asked: string) => boolean = () => true): Promise<Taken[]> {
	await page.goto(`${arena.url}/w/${id}/ergebnisse`);
	await page.getByRole("link", { name: "Kalenderdatei (alle)" }).waitFor();
	for (const summary of await page.locator("summary").all()) await summary.click();
	const taken: Taken[] = [];
	let burst = { since: Date.now(), size: 0 };
	for (const link of await page.locator("a[download]").all()) {
		const address = new URL((await link.getAttribute("href")) ?? "", arena.url);
		const asked = `${address.pathname.split("/").at(-1)}${address.search}`;
		if (!wanted(asked)) continue;
		if (burst.size === BURST.most) {
			const { since } = burst;
			await expect.poll(() => Date.now() - since).toBeGreaterThan(BURST.ms);
			burst = { since: Date.now(), size: 0 };
		}
		burst.size += 1;
		const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
		taken.push({ asked, fileName: download.suggestedFilename(), path: await download.path() });
	}
	// The page has told how far the package was; by now it is whole.
	await page.getByText(/^Alle \d+ Dateien sind in der ZIP-Datei\.$/).waitFor();
	return taken;
}

/** What of the words a file says; of an archive, what each of its files does. */
async function wordsIn({ path, fileName }: Pick<Taken, "path" | "fileName">): Promise<Map<string, string[]>> {
	const ending = endingOf(fileName);
	if (ending !== "zip") return new Map([[fileName, found(await said(path, ending), "words")]]);
	const folder = await mkdtemp(join(tmpdir(), "arena-downloads-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const all = new Map<string, string[]>();
	for (const file of await unpack(path, folder))
		all.set(file.slice(folder.length + 1), await said(file, endingOf(file)));
	return all;
}

async function said(path: string, ending: string): Promise<string[]> {
	// Words are broken at the ends of lines and cells.
	const letters = (await readBack(path, ending)).replace(/[^\p{L}\p{N}]/gu, "");
	return [...EVERY, INTERIM].filter((word) => letters.includes(word));
}

const endingOf = (name: string) => name.slice(name.lastIndexOf(".") + 1);

/** The words that a file must hold: no more of these, and no fewer. */
async function expectWords(taken: readonly Taken[], wordsOf: (asked: URLSearchParams) => string[], interim: boolean) {
	for (const file of taken) {
		const [name = "", query = ""] = file.asked.split("?");
		const words = wordsOf(new URLSearchParams(query));
		const mark = interim ? [INTERIM] : [];
		const files = await wordsIn(file);
		for (const [path, there] of files) {
			if (endingOf(path) === "ics") expect(there, path).toEqual([MEASURE]);
			else if (endingOf(path) === "csv") expect(words, path).toEqual(expect.arrayContaining(there));
			else expect(there.sort(), `${file.asked}: ${path}`).toEqual([...words, ...mark].sort());
		}
		if (name.endsWith(".zip")) {
			expect(new Set([...files.keys()].map(endingOf))).toEqual(new Set([...FORMATS, "csv", "ics"]));
			const tables = [...files].filter(([path]) => endingOf(path) === "csv").flatMap(([, there]) => there);
			expect([...new Set(tables)].sort()).toEqual([...words].sort());
		}
		if (!name.endsWith(".ics")) expect(file.fileName.includes("zwischenstand"), file.fileName).toBe(interim);
	}
}

const inAllFormats = (query = "") => FORMATS.map((format) => `export.${format}${query}`);

test("every file on the page of results is read back by another program, and holds what its owner may have", async () => {
	const workshop = await hold();
	const { id, people, groups } = workshop;
	const anna = found(people[0], "Anna");
	const desk = await arena.facilitator(workshop);
	const seat = await arena.person();
	await seat.context.addCookies([{ name: `arena-${id}`, value: anna.token, url: arena.url }]);
	const ofAll = [
		"export.zip",
		...inAllFormats(),
		...inAllFormats("?part=decision"),
		...inAllFormats("?part=decision&body=Bildungsausschuss"),
		...inAllFormats("?part=measures"),
		"measures.ics",
		"measures.ics?responsible=Jugendamt",
	];

	const [led, took] = await Promise.all([takeAll(desk.page, id), takeAll(seat.page, id)]);
	expect(led.map(({ asked }) => asked).sort()).toEqual(
		[...ofAll, ...groups.flatMap((group) => inAllFormats(`?group=${group}`))].sort(),
	);
	expect(took.map(({ asked }) => asked).sort()).toEqual(
		[...ofAll, ...inAllFormats(`?group=${anna.group}`), ...inAllFormats("?part=own")].sort(),
	);

	const wordsFor = (whole: readonly string[]) => (asked: URLSearchParams) => {
		const group = asked.get("group");
		if (group !== null) return [GROUP[groups.indexOf(group)] ?? ""];
		if (asked.get("part") === "own") return [OWN[0] ?? ""];
		return asked.has("part") ? [MEASURE] : [...whole];
	};
	const forLead = wordsFor([...GROUP, MEASURE, TOPIC]);
	const forAnna = wordsFor([OWN[0] ?? "", anna.word, MEASURE, TOPIC]);
	await Promise.all([expectWords(led, forLead, true), expectWords(took, forAnna, true)]);

	await workshop.run({ type: "session.end" });
	const whole = (asked: string) => asked === "export.zip" || asked === "export.pdf";
	const [ledAfter, tookAfter] = await Promise.all([takeAll(desk.page, id, whole), takeAll(seat.page, id, whole)]);
	expect([ledAfter.length, tookAfter.length]).toEqual([2, 2]);
	await Promise.all([expectWords(ledAfter, forLead, false), expectWords(tookAfter, forAnna, false)]);
});
