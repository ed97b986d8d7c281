import { beforeEach, describe, expect, it } from "vitest";
import { KEPT_FOR_MS, pageCacheName, pagePath, SHELL_PREFIX } from "./page-cache.ts";
import { createShell, type Shell } from "./shell.ts";

const ORIGIN = "https://arena.example";
const WORKSHOP = "w".repeat(22);
const PATH = pagePath(WORKSHOP);
const NOW = 1_800_000_000_000;

/** The browser's caches, as far as the shell uses them: addresses to answers. */
class FakeCaches {
	readonly stored = new Map<string, Map<string, Response>>();
	fetch: (address: string) => Promise<Response> = async () => new Response("asset");

	async has(name: string): Promise<boolean> {
		return this.stored.has(name);
	}
	async keys(): Promise<string[]> {
		return [...this.stored.keys()];
	}
	async delete(name: string): Promise<boolean> {
		return this.stored.delete(name);
	}
	async open(name: string): Promise<Cache> {
		const entries = this.stored.get(name) ?? new Map<string, Response>();
		this.stored.set(name, entries);
		const key = (request: RequestInfo | URL) =>
			new URL(String(request instanceof Request ? request.url : request), ORIGIN).href;
		const cache: Pick<Cache, "match" | "put" | "addAll"> = {
			match: async (request) => entries.get(key(request))?.clone(),
			put: async (request, response) => void entries.set(key(request), response),
			addAll: async (requests) => {
				const answers = await Promise.all([...requests].map(async (request) => await this.fetch(String(request))));
				if (!answers.every(({ ok }) => ok)) throw new TypeError("one of them is missing");
				for (const [index, answer] of answers.entries()) entries.set(key([...requests][index] ?? ""), answer);
			},
		};
		return cache as Cache;
	}
	addresses(name: string): string[] {
		return [...(this.stored.get(name)?.keys() ?? [])].map((address) => address.slice(ORIGIN.length));
	}
}

let caches: FakeCaches;
let network: (address: string) => Promise<Response>;
let now: number;
let shell: Shell;

const away = async (): Promise<Response> => {
	throw new TypeError("Failed to fetch");
};
const ours =
	(body: string, headers: Record<string, string> = {}, status = 200) =>
	async () =>
		new Response(body, { status, headers: { "Content-Type": "text/html", "Arena-Build": "b1", ...headers } });
const keepable = (body: string, build = "b1") => ours(body, { "Arena-Keep": "page", "Arena-Build": build });

function shellOf(version: string, assets: string[] = []): Shell {
	return createShell({
		caches,
		fetch: async (request) => await network(typeof request === "string" ? request : request.url),
		now: () => now,
		origin: ORIGIN,
		version,
		assets,
	});
}

/** What the browser asks for when somebody opens or reloads a page; undici knows no navigations of its own. */
function navigation(path = PATH): Request {
	return Object.defineProperty(new Request(ORIGIN + path), "mode", { value: "navigate" });
}

async function open(path = PATH, by = shell): Promise<string> {
	const answer = by.answer(navigation(path));
	if (answer === null) throw new Error("the shell did not answer");
	return await (await answer).text();
}

beforeEach(() => {
	caches = new FakeCaches();
	now = NOW;
	network = away;
	shell = shellOf("b1");
});

describe("the live page", () => {
	it("comes from the server while that answers, and from the last visit while it does not", async () => {
		network = keepable("first");
		expect(await open()).toBe("first");
		network = keepable("second");
		expect(await open()).toBe("second");
		network = away;
		expect(await open()).toBe("second");
		expect(await open(`${PATH}/`)).toBe("second");
	});

	it("is kept with its own policy, so that its scripts run", async () => {
		network = ours("page", { "Arena-Keep": "page", "Content-Security-Policy": "script-src 'nonce-x'" });
		await open();
		network = away;
		const response = await shell.answer(navigation());
		expect(response?.headers.get("Content-Security-Policy")).toBe("script-src 'nonce-x'");
	});

	it("is not there without a line when it never was", async () => {
		await expect(open()).rejects.toThrow("Failed to fetch");
	});

	it.each([401, 404, 410])("is forgotten when the server answers %d", async (status) => {
		network = keepable("page");
		await open();
		network = ours("no", {}, status);
		expect(await open()).toBe("no");
		network = away;
		await expect(open()).rejects.toThrow();
	});

	it("is forgotten where the server no longer lets this device keep it", async () => {
		network = keepable("page");
		await open();
		network = ours("ended");
		await open();
		expect(await caches.keys()).toEqual([]);
	});

	it("survives a fault of ours, which is shown all the same", async () => {
		network = keepable("page");
		await open();
		network = ours("fault", {}, 500);
		expect(await open()).toBe("fault");
		network = away;
		expect(await open()).toBe("page");
	});

	it("shows a captive portal and keeps nothing of it, and does without a proxy that has no server behind it", async () => {
		network = keepable("page");
		await open();
		network = async () => new Response("Please sign in", { headers: { "Content-Type": "text/html" } });
		expect(await open()).toBe("Please sign in");
		network = async () => new Response("Bad gateway", { status: 502 });
		expect(await open()).toBe("page");
	});

	it("goes after seven days", async () => {
		network = keepable("page");
		await open();
		network = away;
		now = NOW + KEPT_FOR_MS;
		expect(await open()).toBe("page");
		now += 1;
		await expect(open()).rejects.toThrow();
		await shell.activate();
		expect(await caches.keys()).toEqual([]);
	});

	it("is one for each workshop, whatever its address carries", async () => {
		network = keepable("page");
		await open(PATH);
		await open(`${PATH}?x=1`);
		await open(pagePath("v".repeat(22)));
		expect(caches.addresses(pageCacheName(WORKSHOP))).toEqual([PATH]);
		expect(await caches.keys()).toHaveLength(2);
	});

	it("that was loaded before the worker is fetched once more and kept", async () => {
		network = keepable("page");
		await shell.keep(PATH);
		await shell.keep("/w/not-an-id");
		network = away;
		expect(await open()).toBe("page");
	});
});

describe("everything else", () => {
	it.each(["/", "/neu", `/w/${WORKSHOP}/leitung`, `/w/${WORKSHOP}/ergebnisse`, "/api/workshops/x", "/sync/x"])(
		"of %s is none of its business",
		(path) => expect(shell.answer(navigation(path))).toBeNull(),
	);

	it("is not what is sent, nor what is elsewhere, nor the page's data", () => {
		expect(shell.answer(new Request(ORIGIN + PATH, { method: "POST" }))).toBeNull();
		expect(shell.answer(new Request("https://elsewhere.example/assets/x.js"))).toBeNull();
		expect(shell.answer(new Request(`${ORIGIN}${PATH}?_data=routes`))).toBeNull();
	});

	it("has routes looked up by loading their page while there is no line", async () => {
		const response = await shell.answer(new Request(`${ORIGIN}/__manifest?p=/neu`));
		expect(response?.status).toBe(204);
		expect(response?.headers.get("X-Remix-Reload-Document")).not.toBeNull();
	});
});

describe("a build", () => {
	it("is there whole or not at all", async () => {
		caches.fetch = async (address) => new Response(address, { status: address.includes("missing") ? 404 : 200 });
		await expect(shellOf("b1", ["/assets/a.js", "/assets/missing.js"]).install()).rejects.toThrow();
		await shellOf("b2", ["/assets/a.js"]).install();
		expect(caches.addresses(`${SHELL_PREFIX}b1`)).toEqual([]);
		expect(caches.addresses(`${SHELL_PREFIX}b2`)).toEqual(["/assets/a.js"]);
	});

	it("gives its files without asking, and others from the network without keeping them", async () => {
		const built = shellOf("b1", ["/assets/a.js"]);
		await built.install();
		expect(await (await built.answer(new Request(`${ORIGIN}/assets/a.js`)))?.text()).toBe("asset");
		network = async () => new Response("new");
		expect(await (await built.answer(new Request(`${ORIGIN}/assets/b.js`)))?.text()).toBe("new");
		expect(caches.addresses(`${SHELL_PREFIX}b1`)).toEqual(["/assets/a.js"]);
	});

	it("never keeps another build's page, and drops the former build's when it takes over", async () => {
		await shell.install();
		network = keepable("old");
		await open();
		network = keepable("new", "b2");
		expect(await open()).toBe("new");
		network = away;
		expect(await open()).toBe("old");

		const next = shellOf("b2");
		await next.install();
		await expect(open(PATH, next)).rejects.toThrow();
		await next.activate();
		expect(await caches.keys()).toEqual([`${SHELL_PREFIX}b2`]);
		network = keepable("new", "b2");
		await next.keep(PATH);
		network = away;
		expect(await open(PATH, next)).toBe("new");
	});
});
