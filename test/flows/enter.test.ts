import { describe, expect, test } from "vitest";
import { createdLinkSchema, enteredSchema } from "../../worksheets/contract/links.ts";
import { sharedStage } from "./stage.ts";

const current = sharedStage();

async function enter(id: string, token: string, cookie: string, ask?: boolean) {
	const { api, url } = current();
	const answer = await api.call("POST", `/api/workshops/${id}/enter`, {
		headers: { cookie, origin: url },
		body: { token, ...(ask === undefined ? {} : { ask }) },
	});
	expect(answer.status).toBe(200);
	return { who: enteredSchema.parse(await answer.json()), set: answer.headers.get("set-cookie") };
}

describe("entering by a link", () => {
	test("in a browser that is somebody already says so where that was asked, and changes nothing", async () => {
		const { api } = current();
		const { id, code, facilitatorToken } = await api.create();
		const anna = await api.join(code, "Anna");
		const ben = await api.join(code, "Ben");
		const here = { role: "participant", name: "Anna" };
		const cookie = `arena-${id}=${anna.token}`;
		expect(await enter(id, facilitatorToken, cookie, true)).toEqual({ who: { role: "facilitator", here }, set: null });
		expect(await enter(id, ben.token, cookie, true)).toEqual({
			who: { role: "participant", name: "Ben", here },
			set: null,
		});
		const link = await api.call("POST", `/api/workshops/${id}/links`, {
			token: facilitatorToken,
			body: { role: "observer" },
		});
		const secret = new URL(createdLinkSchema.parse(await link.json()).url).hash.slice(1);
		expect((await enter(id, secret, cookie, true)).who).toEqual({ role: "observer", here });
	});

	test("enters without asking where nobody asked to be asked, as oneself, and where nobody is here", async () => {
		const { api } = current();
		const { id, code, facilitatorToken } = await api.create();
		const anna = await api.join(code, "Anna");
		const own = `arena-${id}=${anna.token}`;
		for (const [token, cookie, ask] of [
			[facilitatorToken, own, undefined],
			[facilitatorToken, own, false],
			[anna.token, own, true],
			[facilitatorToken, "", true],
			[facilitatorToken, `arena-${id}=nobody-has-this-token`, true],
		] as const) {
			const { who, set } = await enter(id, token, cookie, ask);
			expect(who).not.toHaveProperty("here");
			expect(set).toContain(token);
		}
	});

	test("on a device that several people use is forgotten with the browser's session, as before", async () => {
		const { api } = current();
		const { id, code, facilitatorToken } = await api.create();
		const anna = await api.join(code, "Anna");
		const { set } = await enter(id, facilitatorToken, `arena-${id}=${anna.token}.shared`, false);
		expect(set).toContain(`${facilitatorToken}.shared`);
		expect(set).not.toContain("Max-Age");
	});
});
