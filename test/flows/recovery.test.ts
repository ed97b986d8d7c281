import { describe, expect, test } from "vitest";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { recoveredSchema, recoveryCodeSchema } from "../../worksheets/contract/links.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { accept, dataFolder, line, openWorkshop, problem, sharedStage, sheet, stage } from "./stage.ts";

const current = sharedStage();

const recover = (code: string, recoveryCode: unknown, on = current()) =>
	on.api.call("POST", `/api/workshops/${code}/recover`, { body: { recoveryCode } });

const hungUp = (client: { socket: { once(event: "disconnect", then: () => void): unknown } }) =>
	new Promise<void>((resolve) => client.socket.once("disconnect", resolve));

describe("the recovery code", () => {
	test("gives the facilitator a new link and takes the old one, with all that came in by it", async () => {
		const { api, url } = current();
		const workshop = await openWorkshop(current(), { people: 2 });
		await workshop.run(...toGroupWork(1, "check-in", "group-structures"));
		const document = documentOf(workshop.lead.snapshot(), "group");
		const oldSheet = await sheet(url, document, workshop.facilitatorToken);
		const person = await line(url, workshop.people[0]?.token ?? "");
		const gone = hungUp(workshop.lead);

		const response = await recover(workshop.code, workshop.recoveryCode);
		expect(response.status).toBe(200);
		const { facilitatorUrl, facilitatorToken } = recoveredSchema.parse(await response.json());
		expect(facilitatorUrl).toBe(`${url}/w/${workshop.id}/leitung#${facilitatorToken}`);
		expect(facilitatorToken).not.toBe(workshop.facilitatorToken);
		await gone;
		expect(await oldSheet.closed).toBe(CLOSE.unauthenticated);
		expect((await api.call("GET", `/api/workshops/${workshop.id}`, { token: workshop.facilitatorToken })).status).toBe(
			401,
		);
		await expect(line(url, workshop.facilitatorToken)).rejects.toMatchObject({ data: { code: "unauthenticated" } });

		const lead = await line(url, facilitatorToken);
		expect(lead.snapshot().you.role).toBe("facilitator");
		accept(await lead.command({ type: "broadcast", text: "Ich bin wieder da" }));
		await person.until(({ messages }) => messages.some(({ text }) => text === "Ich bin wieder da"));
		await sheet(url, document, facilitatorToken);
	});

	test("is read as people type it, and works again until it is renewed", async () => {
		const workshop = await openWorkshop(current());
		const typed = ` ${workshop.recoveryCode.toLowerCase().replaceAll("-", " ")} `;
		const first = recoveredSchema.parse(await (await recover(workshop.code.toLowerCase(), typed)).json());
		const second = recoveredSchema.parse(await (await recover(workshop.code, workshop.recoveryCode)).json());
		const { api } = current();
		const path = `/api/workshops/${workshop.id}`;
		expect((await api.call("GET", path, { token: first.facilitatorToken })).status).toBe(401);
		const renewed = await api.call("POST", `${path}/recovery-code`, { token: second.facilitatorToken });
		expect(renewed.status).toBe(201);
		const { recoveryCode } = recoveryCodeSchema.parse(await renewed.json());
		expect(recoveryCode).not.toBe(workshop.recoveryCode);
		expect((await recover(workshop.code, workshop.recoveryCode)).status).toBe(401);
		expect((await api.call("GET", path, { token: second.facilitatorToken })).status).toBe(200);
		expect((await recover(workshop.code, recoveryCode)).status).toBe(200);
	});

	test("takes a link for another device of the facilitator along, and leaves co-facilitators be", async () => {
		const { api } = current();
		const workshop = await openWorkshop(current());
		const token = workshop.facilitatorToken;
		const path = `/api/workshops/${workshop.id}`;
		const secret = async (where: string, body?: unknown) => {
			const { url } = await (await api.call("POST", path + where, { token, body })).json();
			return new URL(url).hash.slice(1);
		};
		const device = await secret("/return-link");
		const co = await secret("/links", { role: "cofacilitator" });
		expect((await recover(workshop.code, workshop.recoveryCode)).status).toBe(200);
		expect((await api.call("GET", path, { token: device })).status).toBe(401);
		expect((await api.call("GET", path, { token: co })).status).toBe(200);
	});

	test("of another workshop, a wrong or a malformed one opens nothing", async () => {
		const [mine, theirs] = [await openWorkshop(current()), await openWorkshop(current())];
		for (const code of [theirs.recoveryCode, "2222-2222-2222-2222", "kurz", "", mine.facilitatorToken]) {
			expect(await problem(await recover(mine.code, code)), code).toMatchObject({ status: 401 });
		}
		expect(await problem(await recover("22222222X", mine.recoveryCode))).toMatchObject({ status: 404 });
		for (const code of [undefined, 5, "x".repeat(129)]) {
			expect(await problem(await recover(mine.code, code))).toMatchObject({ status: 422 });
		}
		expect(
			(await current().api.call("GET", `/api/workshops/${mine.id}`, { token: mine.facilitatorToken })).status,
		).toBe(200);
		expect((await current().api.call("GET", `/api/workshops/${mine.id}`, { token: mine.recoveryCode })).status).toBe(
			401,
		);
	});

	test("can be guessed twenty times, then not even the right one counts", async () => {
		const on = await stage();
		const workshop = await openWorkshop(on);
		for (let guess = 0; guess < 20; guess += 1) {
			expect((await recover(workshop.code, "2222-2222-2222-2222", on)).status).toBe(401);
		}
		expect(await problem(await recover(workshop.code, workshop.recoveryCode, on))).toMatchObject({ status: 429 });
	});

	test("is not kept out by those who mistype a join code beside it", async () => {
		const on = await stage();
		const workshop = await openWorkshop(on);
		const join = () => on.api.call("POST", "/api/workshops/22222222/join", { body: { name: "Kim" } });
		for (let guess = 0; guess < 20; guess += 1) expect((await join()).status).toBe(404);
		expect((await join()).status).toBe(429);
		expect((await recover(workshop.code, workshop.recoveryCode, on)).status).toBe(200);
	});

	test("still opens the workshop after a restart and after the end, and dies with it", async () => {
		const dataDir = await dataFolder();
		const first = await stage({ dataDir });
		const workshop = await openWorkshop(first);
		const once = recoveredSchema.parse(await (await recover(workshop.code, workshop.recoveryCode, first)).json());
		await first.server.close();
		const second = await stage({ dataDir });
		const { api } = second;
		const path = `/api/workshops/${workshop.id}`;
		expect((await api.call("GET", path, { token: workshop.facilitatorToken })).status).toBe(401);
		const lead = await line(second.url, once.facilitatorToken);
		for (const type of ["session.start", "session.end"]) accept(await lead.command({ type }));
		const again = recoveredSchema.parse(await (await recover(workshop.code, workshop.recoveryCode, second)).json());
		expect((await api.call("GET", path, { token: again.facilitatorToken })).status).toBe(200);
		expect((await api.call("DELETE", path, { token: again.facilitatorToken })).status).toBe(204);
		expect((await recover(workshop.code, workshop.recoveryCode, second)).status).toBe(404);
	});
});
