import * as decoding from "lib0/decoding";
import type { Page, Response } from "playwright-core";
import * as Y from "yjs";
import { MESSAGE } from "../../../worksheets/contract/close-codes.ts";
import type { Rating } from "./sums.ts";

/** All that came to a browser and went from it, as it was on the line. */
export interface Wire {
	/** Text frames, and bodies of everything that was asked for but code, styles, fonts and pictures. */
	texts(): Promise<string[]>;
	binary(): Buffer[];
	/** Everything that can be had of each document by whoever keeps all frames, also what was overwritten since. */
	documents(): Map<string, Heard>;
}

export interface Heard {
	/** Levels that were chosen in it, by `<dimension>.state`. */
	ratings: { dimension: string; value: Rating }[];
	/** All words: letters in the order in which each writer typed them, and values that are written as a whole. */
	text: string;
}

interface Frame {
	url: string;
	data: string | Buffer;
}

const ASKED = new Set(["document", "fetch", "xhr", "eventsource", "other"]);

/** Listens from now on; to be called before the page is sent anywhere. */
export function listen(page: Page): Wire {
	const frames: Frame[] = [];
	const bodies: Promise<string>[] = [];
	page.on("websocket", (socket) => {
		const hear = ({ payload }: { payload: string | Buffer }) => frames.push({ url: socket.url(), data: payload });
		socket.on("framesent", hear);
		socket.on("framereceived", hear);
	});
	page.on("response", (response) => {
		if (ASKED.has(response.request().resourceType())) bodies.push(bodyOf(response));
	});
	const isText = (data: string | Buffer): data is string => typeof data === "string";
	return {
		async texts() {
			return [...frames.map(({ data }) => data).filter(isText), ...(await Promise.all(bodies))];
		},
		binary: () => frames.flatMap(({ data }) => (isText(data) ? [] : [data])),
		documents: () => heardIn(frames),
	};
}

/** Redirects, and what was given up when a page was left, have none. */
async function bodyOf(response: Response): Promise<string> {
	return await response.text().catch(() => "");
}

function heardIn(frames: readonly Frame[]): Map<string, Heard> {
	const documents = new Map<string, Y.Doc>();
	for (const { url, data } of frames) {
		const id = /\/sync\/([^/?]+)/.exec(url)?.[1];
		if (id === undefined || typeof data === "string") continue;
		const doc = documents.get(id) ?? new Y.Doc({ gc: false });
		documents.set(id, doc);
		const update = updateIn(data);
		if (update !== null) Y.applyUpdate(doc, update);
	}
	return new Map([...documents].map(([id, doc]) => [id, everSaid(doc)]));
}

/** What a frame of the y-websocket protocol brings to a document: step 2 of catching up, or an update. */
function updateIn(frame: Uint8Array): Uint8Array | null {
	const decoder = decoding.createDecoder(frame);
	if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
	return decoding.readVarUint(decoder) === 0 ? null : decoding.readVarUint8Array(decoder);
}

function everSaid(doc: Y.Doc): Heard {
	if (doc.store.pendingStructs !== null) throw new Error("a frame is missing");
	const items = [...doc.store.clients.values()].flat().filter((struct) => struct instanceof Y.Item);
	return {
		ratings: items.flatMap(({ parentSub, content }) => {
			const dimension = /^(.+)\.state$/.exec(parentSub ?? "")?.[1];
			if (dimension === undefined || !(content instanceof Y.ContentAny)) return [];
			return content.arr.filter(isRating).map((value) => ({ dimension, value }));
		}),
		text: items.map(({ content }) => wordsOf(content)).join(""),
	};
}

function wordsOf(content: Y.Item["content"]): string {
	if (content instanceof Y.ContentString) return content.str;
	return content instanceof Y.ContentAny ? JSON.stringify(content.arr) : "";
}

function isRating(value: unknown): value is Rating {
	return typeof value === "number" || value === "unknown";
}
