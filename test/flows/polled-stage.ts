import { onTestFinished } from "vitest";
import * as Y from "yjs";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { polledNamespace, RawPolled } from "../harness/polled-client.ts";
import { openPolledSheet, type PolledSheet } from "../harness/polled-sheet.ts";
import { addParagraph, openWorkshop, type Stage } from "./stage.ts";

/** Two people in one group at its sheet. */
export async function oneGroup(on: Stage) {
	const workshop = await openWorkshop(on, { people: 2 });
	await workshop.run(...toGroupWork(1, "check-in", "group-structures"));
	const tokens = workshop.people.map(({ token }) => token);
	const [anna = "", ben = ""] = tokens;
	const snapshot = await on.api.snapshot(workshop.id, anna);
	const own = documentOf(await on.api.snapshot(workshop.id, ben), "participant");
	return { workshop, anna, ben, shared: documentOf(snapshot, "group"), ownOfBen: own };
}

/** A sheet on a polled line that ends with the test. */
export function polledSheet(url: string, document: string, token: string): PolledSheet {
	const client = openPolledSheet(url, document, token);
	onTestFinished(() => client[Symbol.asyncDispose]());
	return client;
}

interface RawOptions {
	deaf?: boolean;
	headers?: Record<string, string>;
}

/** A line of bare frames that ends with the test. */
export function raw({ url }: Stage, document: string, token?: string, options: RawOptions = {}): RawPolled {
	const socket = polledNamespace(url, token, options.headers);
	onTestFinished(() => void socket.disconnect());
	return new RawPolled(socket, document, options);
}

/** A raw line that the server has let in. */
export async function enter(on: Stage, document: string, token: string, options: RawOptions = {}): Promise<RawPolled> {
	const client = raw(on, document, token, options);
	await client.until(({ type }) => type === "step1");
	return client;
}

export const textOf = (doc: Y.Doc) => doc.getXmlFragment("plenary").toString();

export function paragraph(text: string): Uint8Array {
	const doc = new Y.Doc();
	addParagraph(doc, "plenary", text);
	return Y.encodeStateAsUpdate(doc);
}
