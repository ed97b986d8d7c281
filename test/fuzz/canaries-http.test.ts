import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { addParagraph, found, openWorkshop, type Stage, sharedStage, sheet, type Workshop } from "../flows/stage.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { damageText } from "./hostile-json.ts";

const REQUESTS = amount(1_500, 100_000);
const CANARY = /canary-(\w+)-/g;

const current = sharedStage({ environment: { TRUST_PROXY: "1" } });

interface Room {
	name: string;
	workshop: Workshop;
	document: string;
	/** A facilitator's, and those of the two groups' people. */
	tokens: string[];
}

/** A workshop of two groups whose every word, name and late word is a canary of its own. */
async function openRoom(on: Stage, name: string): Promise<Room> {
	const word = (what: string) => `canary-${name}-${what}`;
	const workshop = await openWorkshop(on);
	const people = [];
	for (const who of ["anna", "ben"]) people.push(await on.api.join(workshop.code, word(who), word(`${who}-office`)));
	await workshop.run(...toGroupWork(2, "group-structures"));
	const anna = found(people[0], "first person");
	const document = documentOf(await on.api.snapshot(workshop.id, anna.token), "group");
	const line = await sheet(on.url, document, anna.token);
	addParagraph(line.doc, "plenary", word("text"));
	await line.untilSaved(2);
	const before = Y.encodeStateVector(line.doc);
	await workshop.run({ type: "worksheet.lock", document });
	const own = new Y.Doc();
	Y.applyUpdate(own, Y.encodeStateAsUpdate(line.doc));
	addParagraph(own, "plenary", word("late"));
	const late = Buffer.from(Y.encodeStateAsUpdate(own, before)).toString("base64");
	const kept = await on.api.call("POST", `/api/documents/${document}/late`, {
		token: anna.token,
		body: { id: randomUUID(), update: late },
	});
	expect(kept.status).toBe(201);
	return { name, workshop, document, tokens: [workshop.facilitatorToken, ...people.map(({ token }) => token)] };
}

const specSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every method and path that the API documents. */
async function operations(on: Stage): Promise<{ method: string; path: string }[]> {
	const { paths } = specSchema.parse(await (await on.api.call("GET", "/api/openapi.json")).json());
	return Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method, path })));
}

/** A request about a room as somebody from another one, or from nowhere, might send it; often a damaged one. */
function hostileRequest(random: Random, { method, path }: { method: string; path: string }, about: Room, from: Room) {
	const own = random.chance(0.15) ? from : about;
	const id = path.includes("/documents/") ? own.document : own.workshop.id;
	const filled = path
		.replace("{id}", random.chance(0.85) ? id : damageText(id, random))
		.replace("{code}", random.chance(0.85) ? own.workshop.code : damageText(own.workshop.code, random))
		.replace("{at}", String(random.pick([Date.now(), 0, -1, 1e99, "x", "%00"])))
		.replace("{worksheetId}", random.pick(["plenary", "%2e%2e", about.document]));
	const token = random.pick([...from.tokens, randomUUID(), "", null]);
	const body = random.pick([
		"{",
		'"',
		"null",
		JSON.stringify({ id: randomUUID(), update: "AAA=", at: Date.now(), name: "x", code: about.workshop.code }),
		JSON.stringify({ document: about.document, workshop: about.workshop.id, keepLater: true }),
		"x".repeat(random.pick([10, 70_000])),
	]);
	const headers: Record<string, string> = {
		"X-Forwarded-For": Array.from({ length: 4 }, () => 1 + random.int(250)).join("."),
		"Content-Type": random.pick(["application/json", "application/json; charset=x", "text/plain"]),
		Accept: random.pick(["application/json", "text/html", "application/problem+json;q=bad", "*/*"]),
	};
	if (token !== null) {
		if (random.chance(0.5)) headers.Authorization = `Bearer ${token}`;
		else headers.Cookie = `arena-${about.workshop.id}=${token}; __Host-arena-${about.workshop.id}=${token}`;
	}
	const to = filled.replace(/[^\w/.:%{}-]/g, (letter) => encodeURIComponent(Buffer.from(letter).toString()));
	return { method: method.toUpperCase(), to, headers, ...(method === "post" ? { body } : {}) };
}

test(`${REQUESTS} requests with wrong tokens, ids and bodies: no answer holds a word of another room`, {
	timeout: within(120_000),
}, async () => {
	const random = new Random(firstSeed(1));
	const on = current();
	const rooms = [await openRoom(on, "aaa"), await openRoom(on, "bbb")] as const;
	// A room's own answers do hold its words: whoever looks for them would find them.
	const [ofOwn] = rooms;
	for (const path of ["late", "history"]) {
		const own = await on.api.call("GET", `/api/documents/${ofOwn.document}/${path}`, { token: ofOwn.tokens[0] ?? "" });
		expect(own.status).toBe(200);
		if (path === "late") expect(await own.text()).toContain("canary-aaa-late");
	}
	const all = (await operations(on)).filter(({ method }) => method !== "delete");
	const statuses = new Map<number, number>();
	const leaks: string[] = [];
	let done = 0;
	for (; done < REQUESTS && !timeIsUp(); done += 1) {
		const [about, from] = random.chance(0.5) ? rooms : ([rooms[1], rooms[0]] as const);
		const { to, ...request } = hostileRequest(random, random.pick(all), about, from);
		const answer = await fetch(`${on.url}${to}`, { ...request, redirect: "manual" });
		const told = `${[...answer.headers].flat().join("\n")}\n${await answer.text()}`;
		statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
		for (const [word, room] of told.matchAll(CANARY)) {
			if (room !== from.name || answer.status >= 400) leaks.push(`${request.method} ${to} ${answer.status}: ${word}`);
		}
	}
	const logged = on.server.log.filter((entry) =>
		/canary/.test(JSON.stringify(entry, (_, value) => String(value?.stack ?? "") || value)),
	);
	const told = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
	figure("canaries", `hostile requests, from seed ${random.seed}`, `${done} (${told.join(", ")})`);
	figure("canaries", "words in answers to them", leaks.length);
	expect(leaks).toEqual([]);
	expect(logged).toEqual([]);
	expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
	for (const status of [400, 401, 404]) expect(statuses.get(status) ?? 0).toBeGreaterThan(10);
});
