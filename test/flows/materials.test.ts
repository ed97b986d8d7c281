import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createdWorkshopSchema } from "../../worksheets/contract/api.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { MATERIAL_TYPES, type MaterialType } from "../../worksheets/contract/materials.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { officeFile, openDocument, PDF, picture } from "../harness/sample-files.ts";
import { materialHeader, type Upload, upload, uploaded } from "../harness/upload.ts";
import { accept, dataFolder, found, line, openWorkshop, problem, sharedStage, stage } from "./stage.ts";
import { filesBelow } from "./uploaded-files.ts";

const current = sharedStage();
const PHASE = "group-structures";
const about = (name: string, more: Partial<Upload> = {}): Upload => ({
	phase: PHASE,
	label: "Schaubild",
	name,
	...more,
});

async function room(people = 0) {
	const on = current();
	const workshop = await openWorkshop(on, { people });
	const lead = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
	const get = (id: string, token?: string, method = "GET") =>
		on.api.call(method, `/api/workshops/${workshop.id}/materials/${id}`, token === undefined ? {} : { token });
	const materials = () => workshop.lead.snapshot().phases.find(({ id }) => id === PHASE)?.materials ?? [];
	return { on, workshop, lead, get, materials };
}

describe("a file of a phase", () => {
	test.each<[MaterialType, () => Promise<Uint8Array<ArrayBuffer> | string>]>([
		["pdf", async () => PDF],
		["docx", async () => officeFile("docx")],
		["xlsx", async () => officeFile("xlsx")],
		["pptx", async () => officeFile("pptx")],
		["odt", async () => openDocument("text")],
		["ods", async () => openDocument("spreadsheet")],
		["odp", async () => openDocument("presentation")],
		["txt", async () => "BMBF: Förderrichtlinie"],
		["md", async () => "# Größe"],
		["csv", async () => "a;b\r\n1;2"],
	])("comes back as it was: %s", async (type, make) => {
		const { lead, workshop, get } = await room();
		const bytes = await make();
		const material = await uploaded(lead, about(`beliebig.${type}`), bytes);
		expect(material).toMatchObject({ label: "Schaubild", file: { type, alt: "" } });
		const answer = await get(material.id, workshop.facilitatorToken);
		expect(answer.status).toBe(200);
		expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(bytes));
		expect(answer.headers.get("content-type")).toContain(MATERIAL_TYPES[type]);
		expect(answer.headers.get("content-disposition")).toBe(
			`attachment; filename="schaubild.${type}"; filename*=UTF-8''Schaubild.${type}`,
		);
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		expect(answer.headers.get("content-security-policy")).toContain("sandbox");
		expect(answer.headers.get("cache-control")).toBe("no-store");
	});

	test.each(["png", "jpeg", "webp"] as const)(
		"a picture is drawn anew, without what its file told: %s",
		async (format) => {
			const { lead, workshop, get } = await room();
			const given = await picture(format, { width: 80, height: 60 });
			expect((await sharp(given).metadata()).exif).toBeDefined();
			const material = await uploaded(lead, about(`foto.${format}`, { alt: "Ein blaues Feld" }), given);
			const drawn = Buffer.from(await (await get(material.id, workshop.facilitatorToken)).arrayBuffer());
			expect(drawn.byteLength).toBe(material.file?.bytes);
			const metadata = await sharp(drawn).metadata();
			expect(metadata).toMatchObject({ format, width: 80, height: 60 });
			expect([metadata.exif, metadata.icc, metadata.xmp, metadata.iptc]).toEqual([
				undefined,
				undefined,
				undefined,
				undefined,
			]);
			expect(drawn.includes("Kamerahersteller")).toBe(false);
		},
	);

	test("people have it once its phase was entered, whoever waits or is taken out does not", async () => {
		const { on, workshop, lead, get } = await room(2);
		const [anna, ben] = workshop.people.map(({ token }) => token);
		const material = await uploaded(lead, about("blatt.txt"), "Text");
		const seat = await line(on.url, found(anna, "Anna"));
		expect(seat.snapshot().phases.some(({ materials }) => materials !== undefined)).toBe(false);
		expect(await problem(await get(material.id, anna))).toMatchObject({ status: 409 });
		const link = await on.api.call("POST", `/api/workshops/${workshop.id}/download-token`, {
			token: found(anna, "Anna"),
			body: { material: material.id },
		});
		expect(link.status).toBe(409);

		await workshop.run(...toGroupWork(2, PHASE), { type: "door.set", door: "waiting" });
		await seat.until((snapshot) => snapshot.phases.some(({ materials }) => materials?.[0]?.file?.id === material.id));
		const url = seat.snapshot().phases.flatMap(({ materials = [] }) => materials)[0]?.url;
		expect(url).toBe(`/api/workshops/${workshop.id}/materials/${material.id}`);
		expect(await (await get(material.id, anna)).text()).toBe("Text");
		expect((await get(material.id)).status).toBe(401);

		const waiting = await on.api.join(workshop.code, "Wartet");
		expect((await get(material.id, waiting.token)).status).toBe(403);
		await workshop.run({ type: "participant.remove", participant: found(workshop.people[1], "Ben").participantId });
		expect((await get(material.id, ben)).status).toBe(403);
		const other = await openWorkshop(on);
		expect((await get(material.id, other.facilitatorToken)).status).toBe(403);
		const elsewhere = `/api/workshops/${other.id}/materials/${material.id}`;
		expect((await on.api.call("GET", elsewhere, { token: other.facilitatorToken })).status).toBe(404);

		const made = await on.api.call("POST", `/api/workshops/${workshop.id}/download-token`, {
			token: found(anna, "Anna"),
			body: { material: material.id },
		});
		const once: unknown = await made.json();
		const address = typeof once === "object" && once !== null && "url" in once ? String(once.url) : "";
		expect((await fetch(address, { method: "HEAD" })).headers.get("content-length")).toBe("4");
		expect(await (await fetch(address)).text()).toBe("Text");
		expect((await fetch(address)).status).toBe(401);
	});

	test("it is renamed, set in order and described with the links; who knows only links takes none away", async () => {
		const { on, workshop, lead, materials } = await room();
		const one = await uploaded(lead, about("eins.png", { alt: "Vorher" }), await picture("png"));
		const two = await uploaded(lead, about("zwei.txt"), "Zwei");
		const link = { label: "Bericht", url: "https://bibliothek.example/" };
		const change = (list: unknown) => ({ type: "plan.change", phase: PHASE, patch: { materials: list } });
		await workshop.run(
			change([{ file: two.id, label: "Zweites" }, link, { file: one.id, label: "Erstes", alt: "Nachher" }]),
		);
		expect(materials().map(({ label }) => label)).toEqual(["Zweites", "Bericht", "Erstes"]);
		expect(materials()[2]?.file?.alt).toBe("Nachher");
		await workshop.run(change([link]));
		expect(materials().map(({ label }) => label)).toEqual(["Bericht", "Zweites", "Erstes"]);
		const refused = async (list: unknown) => expect((await workshop.lead.command(change(list))).ok).toBe(false);
		await refused([{ file: one.id, label: "Erstes", alt: "" }]);
		await refused([{ file: one.id, label: "" }]);
		await refused([{ file: randomBytes(16).toString("base64url"), label: "Fremd" }]);
		await refused([
			{ file: two.id, label: "Zweites" },
			{ file: two.id, label: "Zweites" },
		]);
		await refused([materials()[1]]);
		expect(materials()).toHaveLength(3);
		const answer = await on.api.snapshot(workshop.id, workshop.facilitatorToken);
		expect(answer.phases.find(({ id }) => id === PHASE)?.materials).toEqual(materials());
	});
});

describe("what is not taken", () => {
	test.each<[string, string, Uint8Array<ArrayBuffer> | string]>([
		["a page", "seite.html", "<!doctype html><script>alert(1)</script>"],
		["a drawing that can hold scripts", "bild.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
		["a program", "setup.exe", "MZ\0\0"],
		["a program under another name", "bericht.pdf", "MZ\0\0\u0001"],
		["an archive", "alles.zip", Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)])],
		["an archive under another name", "alles.docx", Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)])],
		["macros under another name", "brief.docx", officeFile("docm")],
		["what is no text", "blatt.txt", Uint8Array.from([0, 1, 2, 3])],
		["a page called a document", "seite.pdf", "<!doctype html>"],
		["nothing", "leer.txt", ""],
		["no ending", "README", "Text"],
	])("%s", async (_what, name, bytes) => {
		const { lead, materials } = await room();
		const answer = await upload(lead, about(name), bytes);
		expect(await problem(answer)).toMatchObject({ status: 422, code: "invalid" });
		expect(materials()).toEqual([]);
	});

	test("a picture without words, whatever it is called", async () => {
		const { lead } = await room();
		const bytes = await picture("png");
		for (const given of [about("bild.png"), about("bild.png", { alt: "  " }), about("bild.pdf")]) {
			expect(await problem(await upload(lead, given, bytes))).toMatchObject({
				status: 422,
				detail: "alt: required for pictures",
			});
		}
	});

	test("a picture that breaks off, or has more points than one may have", async () => {
		const { lead } = await room();
		const whole = await picture("png", { width: 400, height: 400 });
		const wide = await sharp({ create: { width: 6000, height: 5000, channels: 3, background: "white" } })
			.png()
			.toBuffer();
		for (const bytes of [whole.subarray(0, whole.length - 60), Uint8Array.from(wide)]) {
			const answer = await upload(lead, about("bild.png", { alt: "Worte" }), bytes);
			expect((await problem(answer)).detail).toMatch(/^picture:/);
		}
	});

	test("more bytes than one may have: told before they are read, and while they come", async () => {
		const { on, lead, workshop } = await room();
		const send = (headers: Record<string, string>, pieces: number) =>
			new Promise<number>((resolve, reject) => {
				const sent = request(`${on.url}/api/workshops/${workshop.id}/materials`, { method: "POST" }, (response) => {
					response.resume();
					resolve(response.statusCode ?? 0);
				});
				sent.on("error", reject);
				const all = { Authorization: `Bearer ${lead.token}`, ...materialHeader(about("gross.pdf")), ...headers };
				for (const [name, value] of Object.entries(all)) sent.setHeader(name, value);
				if (pieces === 0) sent.flushHeaders();
				for (let piece = 0; piece < pieces; piece += 1) sent.write(Buffer.alloc(1024 * 1024, "%PDF-"));
				if (pieces > 0) sent.end();
			});
		expect(await send({ "Content-Length": String(LIMITS.materialBytes + 1) }, 0)).toBe(413);
		expect(await send({ "Transfer-Encoding": "chunked" }, LIMITS.materialBytes / 1024 / 1024 + 1)).toBe(413);
		const large = Buffer.alloc(LIMITS.pictureBytes + 1);
		(await picture("png")).forEach((byte, index) => {
			large[index] = byte;
		});
		const asPdf = await upload(lead, about("bild.pdf", { alt: "Worte" }), Uint8Array.from(large));
		expect(await problem(asPdf)).toMatchObject({ status: 413 });
	});

	test("more files than a phase or a workshop may have, and a phase that is over or unknown", async () => {
		const { workshop, lead } = await room();
		for (let index = 0; index < LIMITS.materials; index += 1) await uploaded(lead, about("a.txt"), "a");
		expect(await problem(await upload(lead, about("a.txt"), "a"))).toMatchObject({ status: 409, code: "full" });
		expect(await problem(await upload(lead, about("a.txt", { phase: "nowhere" }), "a"))).toMatchObject({ status: 404 });
		await workshop.run(...toGroupWork(2, PHASE), { type: "phase.go", phase: "closing" });
		expect(await problem(await upload(lead, about("a.txt"), "a"))).toMatchObject({ status: 409, code: "wrong-state" });
		await uploaded(lead, about("a.txt", { phase: "closing" }), "a");
		await workshop.run({ type: "session.end" });
		const late = await upload(lead, about("a.txt", { phase: "closing" }), "a");
		expect(await problem(late)).toMatchObject({ status: 410 });
	});

	test("a header that is missing, or says something else", async () => {
		const { on, lead, workshop } = await room();
		const post = (headers: Record<string, string>) =>
			fetch(`${on.url}/api/workshops/${workshop.id}/materials`, {
				method: "POST",
				headers: { Authorization: `Bearer ${lead.token}`, ...headers },
				body: "Text",
			});
		expect((await post({})).status).toBe(400);
		expect((await post({ "Arena-Material": "%" })).status).toBe(400);
		for (const said of [
			null,
			[],
			{},
			{ ...about("a.txt"), extra: 1 },
			about("a.txt", { label: "" }),
			about("a.txt", { phase: "../x" }),
		]) {
			expect((await post(materialHeader(said))).status).toBe(422);
		}
	});

	test("from another site by cookie", async () => {
		const { on, workshop } = await room();
		const answer = await fetch(`${on.url}/api/workshops/${workshop.id}/materials`, {
			method: "POST",
			headers: {
				Cookie: `arena-${workshop.id}=${workshop.facilitatorToken}`,
				Origin: "https://anderswo.example",
				...materialHeader(about("a.txt")),
			},
			body: "Text",
		});
		expect(await problem(answer)).toMatchObject({ status: 403, code: "foreign-origin" });
	});
});

describe("what stays on the disk", () => {
	test("nothing of an upload that broke off or was refused, and nothing of what was removed", async () => {
		const dataDir = await dataFolder();
		const on = await stage({ dataDir });
		const workshop = await openWorkshop(on);
		const lead = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
		await new Promise<void>((resolve) => {
			const sent = request(`${on.url}/api/workshops/${workshop.id}/materials`, { method: "POST" });
			sent.on("error", () => resolve());
			sent.setHeader("Authorization", `Bearer ${lead.token}`);
			sent.setHeader("Content-Length", "100000");
			for (const [name, value] of Object.entries(materialHeader(about("a.pdf")))) sent.setHeader(name, value);
			sent.write(PDF, () => sent.destroy());
			sent.on("close", () => resolve());
		});
		expect((await upload(lead, about("a.pdf"), "no pdf")).status).toBe(422);
		expect(filesBelow(dataDir)).toEqual([]);
		const kept = await uploaded(lead, about("a.pdf"), PDF);
		const removed = await uploaded(lead, about("b.pdf"), PDF);
		expect(filesBelow(dataDir)).toHaveLength(2);
		await workshop.run({ type: "material.remove", material: removed.id });
		expect(filesBelow(dataDir)).toEqual([`${workshop.id}/${kept.id}`]);
		expect((await on.api.call("GET", removed.url, { token: lead.token })).status).toBe(404);

		// With its phase, once that can no longer be brought back.
		await workshop.run({ type: "plan.remove", phase: PHASE });
		expect(filesBelow(dataDir)).toHaveLength(1);
		expect((await on.api.call("GET", kept.url, { token: lead.token })).status).toBe(404);
		await workshop.run({ type: "plan.restore", phase: PHASE });
		expect((await on.api.call("GET", kept.url, { token: lead.token })).status).toBe(200);
		await workshop.run({ type: "plan.remove", phase: PHASE }, { type: "plan.remove", phase: "closing" });
		expect(filesBelow(dataDir)).toEqual([]);
	});

	test("a file can be removed after the end, and goes on being there for nobody", async () => {
		const { on, workshop, lead, get } = await room(1);
		const material = await uploaded(lead, about("a.pdf"), PDF);
		await workshop.run(...toGroupWork(2, PHASE), { type: "session.end" });
		const person = found(workshop.people[0], "person");
		expect((await get(material.id, person.token)).status).toBe(200);
		expect(
			(await (await line(on.url, person.token)).command({ type: "material.remove", material: material.id })).ok,
		).toBe(false);
		accept(await workshop.lead.command({ type: "material.remove", material: material.id }));
		expect((await get(material.id, person.token)).status).toBe(404);
	});

	test("a copy has files of its own; each workshop's go with it", async () => {
		const dataDir = await dataFolder();
		const on = await stage({ dataDir });
		const workshop = await openWorkshop(on);
		const lead = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
		const material = await uploaded(lead, about("a.pdf", { label: "Bericht" }), PDF);
		const copied = await on.api.call("POST", `/api/workshops/${workshop.id}/copy`, { token: lead.token, body: {} });
		const { id, facilitatorToken } = createdWorkshopSchema.parse(await copied.json());
		const snapshot = await on.api.snapshot(id, facilitatorToken);
		const own = found(snapshot.phases.flatMap(({ materials = [] }) => materials)[0], "copied material");
		expect(own).toMatchObject({ label: "Bericht", file: { type: "pdf", bytes: PDF.byteLength } });
		expect(own.file?.id).not.toBe(material.id);
		expect((await on.api.call("DELETE", `/api/workshops/${workshop.id}`, { token: lead.token })).status).toBe(204);
		expect(filesBelow(dataDir)).toEqual([`${id}/${own.file?.id}`]);
		expect((await on.api.call("GET", material.url, { token: lead.token })).status).toBe(410);
		expect((await upload(lead, about("a.pdf"), PDF)).status).toBe(410);
		const answer = await on.api.call("GET", own.url, { token: facilitatorToken });
		expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(PDF));
	});

	test("deleting while files come leaves none, and answers each of them", async () => {
		const dataDir = await dataFolder();
		const on = await stage({ dataDir });
		for (let round = 0; round < 5; round += 1) {
			const workshop = await openWorkshop(on);
			const lead = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
			const large = Uint8Array.from(Buffer.concat([PDF, Buffer.alloc(1024 * 1024 * (round + 1))]));
			const coming = [upload(lead, about("a.pdf"), large), upload(lead, about("b.txt"), "Text")];
			const deleted = on.api.call("DELETE", `/api/workshops/${workshop.id}`, { token: lead.token });
			expect((await deleted).status).toBe(204);
			for (const answer of await Promise.all(coming)) expect([201, 410, 503]).toContain(answer.status);
			expect(filesBelow(dataDir).filter((path) => path.startsWith(workshop.id))).toEqual([]);
		}
	});

	test("what a crash left behind is swept up at the next start", async () => {
		const dataDir = await dataFolder();
		const on = await stage({ dataDir });
		const workshop = await openWorkshop(on);
		const lead = { url: on.url, id: workshop.id, token: workshop.facilitatorToken };
		const kept = await uploaded(lead, about("a.pdf"), PDF);
		await on.server[Symbol.asyncDispose]();
		const stray = `${"x".repeat(22)}`;
		await writeFile(`${dataDir}/materials/${workshop.id}/${stray}`, "left");
		await mkdir(`${dataDir}/materials/${stray}`);
		await writeFile(`${dataDir}/materials/${stray}/${stray}`, "left");
		const again = await stage({ dataDir });
		expect(filesBelow(dataDir)).toEqual([`${workshop.id}/${kept.id}`]);
		expect((await again.api.call("GET", kept.url, { token: lead.token })).status).toBe(200);
	});
});

test("a package has the files that its reader is told of, last and under names that lead nowhere", async () => {
	const { on, workshop, lead } = await room(1);
	await uploaded(lead, about("a.txt", { label: "../Größen & Zahlen" }), "Vorlage");
	await uploaded(lead, about("b.pdf", { label: "con" }), PDF);
	await uploaded(lead, about("c.txt", { phase: "closing" }), "Später");
	await workshop.run(...toGroupWork(1, PHASE));
	const packed = async (token: string) => {
		const answer = await on.api.call("GET", `/api/workshops/${workshop.id}/export.zip`, { token });
		const files = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())));
		expect(files.findIndex(([path]) => path.includes("/material/"))).toBeGreaterThan(
			files.findIndex(([path]) => path.endsWith(".pdf") && !path.includes("/material/")),
		);
		return files
			.filter(([path]) => path.includes("/material/"))
			.map(([path, bytes]) => [path.split("/").at(-1), bytes]);
	};
	const told = [
		["01-groessen-zahlen.txt", new TextEncoder().encode("Vorlage")],
		["02-material-con.pdf", PDF],
	];
	expect(await packed(found(workshop.people[0], "person").token)).toEqual(told);
	expect(await packed(lead.token)).toEqual([...told, ["03-schaubild.txt", new TextEncoder().encode("Später")]]);
}, 60_000);
