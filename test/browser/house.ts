import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import type { CreatedWorkshop, Joined } from "../../worksheets/contract/api.ts";
import { accept, found } from "../flows/stage.ts";
import { apiClient } from "../harness/api.ts";
import { launchChromium, newPerson, type Person } from "../harness/browser.ts";
import { type ServerProcess, startServerProcess } from "../harness/server-process.ts";
import { connectSession, type SessionClient } from "../harness/session-client.ts";
import { openSheet, type SheetClient } from "../harness/sheet-client.ts";

export interface Room extends CreatedWorkshop {
	/** The facilitator's line, for everything that needs no browser. */
	lead: SessionClient;
	/** Sends commands of the facilitator that must be accepted, one after another. */
	run(...commands: ({ type: string } & Record<string, unknown>)[]): Promise<void>;
}

export interface House {
	url: string;
	api: ReturnType<typeof apiClient>;
	/** A browser profile of its own; its complaints are looked at when the file is done. */
	person(options?: PersonOptions): Promise<Person>;
	room(body?: Record<string, unknown>): Promise<Room>;
	/** A browser that takes part already, without the way over the join page. */
	seated(room: CreatedWorkshop, name: string, options?: SeatOptions): Promise<Person & Joined>;
	facilitator(room: CreatedWorkshop): Promise<Person>;
	/** Somebody at a document without a browser, for the length of the test. */
	sheet(document: string, token: string): Promise<SheetClient>;
	/** Kills the server as a power cut would; nobody's browser may be blamed for that before `revive`. */
	kill(): Promise<void>;
	/** Starts the server again and resolves when all pages have reached it. */
	revive(): Promise<void>;
	/** What the server has written to its log so far; how much that is, `LOG_LEVEL` says. */
	log(): string;
}

type PersonOptions = NonNullable<Parameters<typeof newPerson>[1]>;

interface SeatOptions extends PersonOptions {
	organisation?: string;
	/** Those at the device, where there are several. */
	people?: { name?: string }[];
}

/** The browser reports it when a page itself says no; that a page's parts are missing stays a complaint. */
const REFUSED_PAGE = /status of (404|410|422|429) \(.*\) \(http:\/\/[^/]+\/(?!assets|api|qr)/;

interface HouseOptions {
	/** Whether pages are asked for that say no. */
	refusesPages?: boolean;
	/** What the server is told beside the usual. */
	env?: Record<string, string>;
}

/** One server and one browser for a file. No browser may have had anything to complain about at the end. */
export function house({ refusesPages = false, env = {} }: HouseOptions = {}): House {
	const people: Person[] = [];
	const lines: SessionClient[] = [];
	let dataDir: string;
	let server: ServerProcess | undefined;
	let browser: Browser | undefined;

	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), "arena-browser-"));
		[server, browser] = await Promise.all([startServerProcess({ dataDir, env }), launchChromium()]);
	});
	afterAll(async () => {
		for (const line of lines) await line[Symbol.asyncDispose]();
		await browser?.close();
		await server?.stop();
		await rm(dataDir, { recursive: true, force: true });
		const complaints = people
			.flatMap((person) => person.complaints)
			.filter((complaint) => !(refusesPages && REFUSED_PAGE.test(complaint)));
		expect(complaints).toEqual([]);
	});

	const url = () => found(server, "server").url;
	const api = () => apiClient(url());
	async function person(options?: PersonOptions): Promise<Person> {
		const created = await newPerson(found(browser, "browser"), options);
		people.push(created);
		return created;
	}
	async function enter(context: BrowserContext, workshopId: string, token: string): Promise<void> {
		await context.addCookies([
			{ name: `arena-${workshopId}`, value: token, url: url(), httpOnly: true, sameSite: "Lax" },
		]);
	}

	return {
		get url() {
			return url();
		},
		get api() {
			return api();
		},
		person,
		async room(body = {}) {
			const created = await api().create(body);
			const lead = await connectSession(url(), created.facilitatorToken);
			lines.push(lead);
			return {
				...created,
				lead,
				async run(...commands) {
					for (const command of commands) accept(await lead.command(command));
				},
			};
		},
		async seated({ id, code }, name, { organisation, people, ...options } = {}) {
			const [joined, seat] = await Promise.all([api().join(code, name, organisation, people), person(options)]);
			await enter(seat.context, id, joined.token);
			await seat.page.goto(`${url()}/w/${id}`);
			return { ...seat, ...joined };
		},
		async facilitator({ id, facilitatorToken }) {
			const desk = await person();
			await enter(desk.context, id, facilitatorToken);
			await desk.page.goto(`${url()}/w/${id}/leitung`);
			return desk;
		},
		async sheet(document, token) {
			const sheet = await openSheet(url(), document, token);
			onTestFinished(() => sheet[Symbol.asyncDispose]());
			return sheet;
		},
		async kill() {
			for (const each of people) each.awaitLoss();
			await found(server, "server").kill();
		},
		async revive() {
			await found(server, "server").start();
			await Promise.all(people.map((each) => each.reached()));
		},
		log: () => found(server, "server").log(),
	};
}
