import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { encodeAwareness, encodeUpdate } from "../../server/sync/codec.ts";

/** People in a group, each with a script of their own. */
export const WRITERS = 5;
/** Keystrokes in a script: more than anybody gets to type in one run. */
export const STEPS = 4_000;
/** A prose question of the worksheet that groups write into. */
export const FIELD = "must-question";

const FIRST_CLIENT = 2_100_000_000;
const CLIENT_STEP = 7_919;
const KEYS_PER_PARAGRAPH = 80;
const TEXT =
	"the group agreed that the second option is cheaper but needs one more week of testing before we can show it ";

export const clientOf = (writer: number): number => FIRST_CLIENT + writer * CLIENT_STEP;

/** Whose client id it is; -1 for anybody else's. */
export function writerOf(client: number): number {
	const writer = (client - FIRST_CLIENT) / CLIENT_STEP;
	return Number.isInteger(writer) && writer >= 0 && writer < WRITERS ? writer : -1;
}

/** What one person types, as the updates that a real document gave for each keystroke. */
export interface Script {
	updates: Uint8Array[];
	/** The y-websocket message of each update. */
	messages: Uint8Array[];
	/** The writer's clock after each step. */
	clockAfter: number[];
	/** Which step begins at a clock. */
	stepAt: Map<number, number>;
}

function writeScript(writer: number): Script {
	const doc = new Y.Doc();
	doc.clientID = clientOf(writer);
	const script: Script = { updates: [], messages: [], clockAfter: [], stepAt: new Map() };
	let clock = 0;
	doc.on("update", (update: Uint8Array) => {
		script.stepAt.set(clock, script.updates.length);
		clock = Y.getState(doc.store, doc.clientID);
		script.updates.push(update);
		script.messages.push(encodeUpdate(update));
		script.clockAfter.push(clock);
	});
	let text = new Y.XmlText();
	for (let step = 0; step < STEPS; step += 1) {
		doc.transact(() => {
			if (step % KEYS_PER_PARAGRAPH === 0) {
				const paragraph = new Y.XmlElement("paragraph");
				text = new Y.XmlText();
				paragraph.insert(0, [text]);
				doc.getXmlFragment(FIELD).push([paragraph]);
			} else {
				text.insert(text.length, TEXT.charAt(step % TEXT.length));
			}
		});
	}
	return script;
}

let scripts: Script[] | null = null;

/** The same in every group: documents know nothing of each other. */
export function scriptOf(writer: number): Script {
	scripts ??= Array.from({ length: WRITERS }, (_, index) => writeScript(index));
	const script = scripts[writer];
	if (script === undefined) throw new RangeError("no such writer");
	return script;
}

/** The presence message that an editor sends with each keystroke. */
export function caretMessage(writer: number, clock: number, position: number): Uint8Array {
	const client = clientOf(writer);
	const place = { type: { client, clock: 1 }, tname: null, item: { client, clock: position }, assoc: 0 };
	const user = { name: `Participant ${writer}`, color: "#30bced", colorLight: "#30bced33" };
	const state = JSON.stringify({ user, cursor: { anchor: place, head: place } });
	return encodeAwareness([{ client, clock, state }]);
}

/** The state vector of a document in which everybody has typed so many steps. */
export function stateVectorAfter(steps: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, WRITERS);
		for (let writer = 0; writer < WRITERS; writer += 1) {
			encoding.writeVarUint(encoder, clientOf(writer));
			encoding.writeVarUint(encoder, scriptOf(writer).clockAfter[steps - 1] ?? 0);
		}
	});
}
