import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import type { CreatedWorkshop, Joined } from "../../worksheets/contract/api.ts";
import type { CommandAnswer } from "../../worksheets/contract/command-answer.ts";
import { apiClient } from "../harness/api.ts";
import { startTestServer, type TestServer } from "../harness/server.ts";
import { connectSession, type SessionClient } from "../harness/session-client.ts";
import { openSheet, type SheetClient } from "../harness/sheet-client.ts";

type Api = ReturnType<typeof apiClient>;

export interface Stage {
	server: TestServer;
	api: Api;
	url: string;
}

/** A server without pages, gone when the test is over. */
export async function stage(options: Parameters<typeof startTestServer>[0] = {}): Promise<Stage> {
	const server = await startTestServer({ ...options, pages: false });
	onTestFinished(() => server[Symbol.asyncDispose]());
	return stageOf(server);
}

/** One server without pages for all tests of a file. */
export function sharedStage(options: Parameters<typeof startTestServer>[0] = {}): () => Stage {
	let server: TestServer | undefined;
	beforeAll(async () => {
		server = await startTestServer({ ...options, pages: false });
	});
	afterAll(() => server?.[Symbol.asyncDispose]());
	return () => stageOf(found(server, "server"));
}

function stageOf(server: TestServer): Stage {
	return { server, api: apiClient(server.url), url: server.url };
}

/** A folder that outlives a server of the test, but not the test. */
export async function dataFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "arena-flow-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** Takes what has to be ended: with the test, unless told otherwise. */
type AtEnd = (end: () => PromiseLike<void>) => void;

/** A session line that ends with the test. */
export async function line(url: string, token: string, atEnd: AtEnd = onTestFinished): Promise<SessionClient> {
	const client = await connectSession(url, token);
	atEnd(() => client[Symbol.asyncDispose]());
	return client;
}

/** A sheet's line that ends with the test. */
export async function sheet(url: string, documentId: string, token: string): Promise<SheetClient> {
	const client = await openSheet(url, documentId, token);
	onTestFinished(() => client[Symbol.asyncDispose]());
	return client;
}

/** Adds a paragraph to a prose field, as tiptap stores it. */
export function addParagraph(doc: Y.Doc, name: string, text: string): void {
	doc.transact(() => {
		const paragraph = new Y.XmlElement("paragraph");
		doc.getXmlFragment(name).push([paragraph]);
		paragraph.insert(0, [new Y.XmlText(text)]);
	});
}

export interface Workshop extends CreatedWorkshop {
	/** The facilitator's line. */
	lead: SessionClient;
	people: Joined[];
	/** Sends commands of the facilitator that must be accepted, one after another. */
	run(...commands: ({ type: string } & Record<string, unknown>)[]): Promise<void>;
}

/** A workshop with its facilitator connected and so many people in it, Person 1 of organisation 1 and so on. */
export async function openWorkshop(
	{ api, url }: Pick<Stage, "api" | "url">,
	{ people = 0, ...body }: { people?: number } & Record<string, unknown> = {},
	atEnd: AtEnd = onTestFinished,
): Promise<Workshop> {
	const created = await api.create(body);
	const joined: Joined[] = [];
	for (let index = 1; index <= people; index++)
		joined.push(await api.join(created.code, `Person ${index}`, `Amt ${index % 3}`));
	const lead = await line(url, created.facilitatorToken, atEnd);
	return {
		...created,
		lead,
		people: joined,
		async run(...commands) {
			for (const command of commands) accept(await lead.command(command));
		},
	};
}

export function accept(answer: CommandAnswer): number {
	if (!answer.ok) throw new Error(`refused: ${answer.error.code}: ${answer.error.message}`);
	return answer.version;
}

/** What must be there, or the sentence that says what is missing. */
export function found<Value>(value: Value | undefined | null, what: string): Value {
	if (value === undefined || value === null) throw new Error(`there is no ${what}`);
	return value;
}

const problemSchema = z.object({
	type: z.string(),
	title: z.string().min(1),
	status: z.int(),
	code: z.string().optional(),
	detail: z.string().optional(),
});

/** A response that must be a problem document with the response's own status. */
export async function problem(response: Response): Promise<z.infer<typeof problemSchema>> {
	expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
	const body = problemSchema.parse(await response.json());
	expect(body.status).toBe(response.status);
	return body;
}
