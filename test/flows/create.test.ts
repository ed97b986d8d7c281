import { describe, expect, test } from "vitest";
import { CODE_ALPHABET, spokenCode } from "../../worksheets/contract/ids.ts";
import { problem, sharedStage, stage } from "./stage.ts";

const current = sharedStage();
const DAY = 24 * 3_600_000;

const post = (body: string, type = "application/json") =>
	fetch(`${current().url}/api/workshops`, { method: "POST", headers: { "Content-Type": type }, body });

describe("creating a workshop", () => {
	test("needs no more than a template: German, in the lobby, kept for 90 days", async () => {
		const { api, url } = current();
		const before = Date.now();
		const response = await api.call("POST", "/api/workshops", { body: { template: "cooperation-review" } });
		expect(response.status).toBe(201);
		const created = await response.json();
		expect(Object.keys(created).sort()).toEqual([
			"code",
			"facilitatorToken",
			"facilitatorUrl",
			"id",
			"joinUrl",
			"recoveryCode",
		]);
		expect(created.recoveryCode).toMatch(new RegExp(`^([${CODE_ALPHABET}]{4}-){3}[${CODE_ALPHABET}]{4}$`));
		expect(created.code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{9}$`));
		expect(created.joinUrl).toBe(`${url}/b/${created.code}`);
		expect(new URL(created.facilitatorUrl).hash).toBe(`#${created.facilitatorToken}`);
		expect(new URL(created.facilitatorUrl).pathname + new URL(created.facilitatorUrl).search).not.toContain(
			created.facilitatorToken,
		);
		const { workshop, phases, you, ...rest } = await api.snapshot(created.id, created.facilitatorToken);
		expect(workshop).toMatchObject({
			id: created.id,
			code: created.code,
			title: "Kooperation 2.0: Netzwerke überprüfen",
			language: "de",
			status: "lobby",
			startsAt: null,
			retentionDays: 90,
		});
		expect(workshop.deleteOn).toBeGreaterThanOrEqual(before + 90 * DAY);
		expect(phases).toHaveLength(13);
		expect(you.role).toBe("facilitator");
		expect(rest).toMatchObject({
			currentPhase: null,
			timer: { state: "idle" },
			groups: [],
			participants: [],
			documents: [],
		});
	});

	test("takes title, language and place", async () => {
		const { api } = current();
		const created = await api.create({
			template: "must-want-can",
			title: " Unser  Tag\u200b ",
			language: "en",
			place: "Hof",
		});
		const { workshop, phases } = await api.snapshot(created.id, created.facilitatorToken);
		expect(workshop).toMatchObject({ title: "Unser Tag", language: "en", place: "Hof" });
		expect(phases[0]?.title).toBe("Welcome");
	});

	test.each([
		["epoch milliseconds", 1_900_000_000_000, 1_900_000_000_000],
		["ISO 8601 in UTC", "2030-03-17T17:46:40Z", 1_900_000_000_000],
		["ISO 8601 with an offset", "2030-03-17T18:46:40+01:00", 1_900_000_000_000],
		["null for none", null, null],
	])("takes its start as %s", async (_name, startsAt, expected) => {
		const { api } = current();
		const created = await api.create({ startsAt });
		expect((await api.snapshot(created.id, created.facilitatorToken)).workshop.startsAt).toBe(expected);
	});

	test.each<[string, number, string, () => Promise<Response>]>([
		["what is no JSON", 400, "malformed", () => post("{template:")],
		["a form", 400, "malformed", () => post("template=cooperation-review", "application/x-www-form-urlencoded")],
		["an empty body", 400, "malformed", () => post("")],
		["a list", 422, "invalid", () => post("[]")],
		["null", 422, "invalid", () => post("null")],
		["no template", 422, "invalid", () => post("{}")],
		["an unknown template", 422, "invalid", () => post('{"template":"nothing"}')],
		["a language nobody has", 422, "invalid", () => post('{"template":"must-want-can","language":"fr"}')],
		["a title of another type", 422, "invalid", () => post('{"template":"must-want-can","title":7}')],
		[
			"a title too long",
			422,
			"invalid",
			() => post(JSON.stringify({ template: "must-want-can", title: "x".repeat(201) })),
		],
		["an empty title", 422, "invalid", () => post('{"template":"must-want-can","title":" \\u200b "}')],
		["a date that is none", 422, "invalid", () => post('{"template":"must-want-can","startsAt":"tomorrow"}')],
		[
			"a longer retention than the operator's",
			422,
			"invalid",
			() => post('{"template":"must-want-can","retentionDays":91}'),
		],
		["too large a body", 413, "too-large", () => post(JSON.stringify({ template: "x".repeat(70_000) }))],
		[
			"compressed nonsense",
			400,
			"malformed",
			() =>
				fetch(`${current().url}/api/workshops`, {
					method: "POST",
					headers: { "Content-Type": "application/json", "Content-Encoding": "gzip" },
					body: "not gzip",
				}),
		],
	])("refuses %s", async (_name, status, code, send) => {
		expect(await problem(await send())).toMatchObject({ status, code });
	});

	test("names the field that is wrong and repeats nothing of its content", async () => {
		const secret = "geheimes-wort";
		const { detail } = await problem(await post(JSON.stringify({ template: secret.toUpperCase() })));
		expect(detail).toContain("template");
		expect(detail).not.toContain(secret.toUpperCase());
	});
});

describe("with a creation password", () => {
	test("only who knows it creates; joining and steering need it not", async () => {
		const { api } = await stage({ environment: { CREATE_PASSWORD: "Sesam öffne dich" } });
		const template = "must-want-can";
		for (const password of [undefined, "", "sesam öffne dich"]) {
			const response = await api.call("POST", "/api/workshops", { body: { template, password } });
			expect(await problem(response)).toMatchObject({ status: 401, code: "unauthenticated" });
		}
		const created = await api.create({ template, password: "Sesam öffne dich" });
		await api.join(created.code, "Kim");
		expect((await api.snapshot(created.id, created.facilitatorToken)).participants).toHaveLength(1);
	});
});

test("links follow PUBLIC_URL where it is set", async () => {
	const { api } = await stage({ environment: { PUBLIC_URL: "https://arena.example/" } });
	const created = await api.create();
	expect(created.joinUrl).toBe(`https://arena.example/b/${created.code}`);
	expect(created.facilitatorUrl).toMatch(/^https:\/\/arena\.example\/w\//);
	expect(spokenCode(created.code)).toMatch(/^.{3}-.{3}-.{3}$/);
});
