import { afterEach, describe, expect, it, vi } from "vitest";
import { Awareness, type PresencePeer } from "./awareness.ts";
import { decodeAwareness, decodeMessage, encodeAwareness, type PresenceEntry } from "./codec.ts";
import { SYNC_LIMITS } from "./limits.ts";
import { PresenceStamp, stampPresence } from "./presence-state.ts";

const EVERY_MS = SYNC_LIMITS.presenceEveryMs;
const user = { id: "p1", name: "Anna", role: "participant" } as const;

function peer(author: string) {
	const heard: PresenceEntry[][] = [];
	const self: PresencePeer & { heard: PresenceEntry[][] } = {
		author,
		user: { id: author, name: author.toUpperCase(), role: "participant" },
		heard,
		hear(tick) {
			heard.push(...tick.batchFor(self, false, null).messages.map(entriesOf));
		},
	};
	return self;
}

function entriesOf(frame: Uint8Array): PresenceEntry[] {
	const message = decodeMessage(frame);
	const entries = message.ok && message.value.kind === "awareness" ? decodeAwareness(message.value.payload) : null;
	return entries?.ok ? entries.value : [];
}

function room() {
	vi.useFakeTimers();
	const owners = new Map<number, string>();
	const awareness = new Awareness((client, author) => {
		const owner = owners.get(client) ?? author;
		owners.set(client, owner);
		return owner === author;
	}, SYNC_LIMITS);
	const say = (from: PresencePeer, ...entries: PresenceEntry[]) =>
		awareness.receive(from, encodeAwareness(entries).subarray(entries.length === 0 ? 2 : payloadAt(entries)));
	return { awareness, say, tick: () => vi.advanceTimersByTime(EVERY_MS) };
}

/** Where the payload begins: after the type and a length of one or more bytes. */
function payloadAt(entries: PresenceEntry[]): number {
	const message = decodeMessage(encodeAwareness(entries));
	const frame = encodeAwareness(entries);
	return message.ok && message.value.kind === "awareness" ? frame.length - message.value.payload.length : 0;
}

const entry = (client: number, clock = 1, state: unknown = { cursor: null }) => ({
	client,
	clock,
	state: JSON.stringify(state),
});

afterEach(() => {
	vi.useRealTimers();
});

describe("presence", () => {
	it("goes to everyone but the one it is from, stamped with who that is", () => {
		const { awareness, say, tick } = room();
		const [anna, ben] = [peer("anna"), peer("ben")];
		awareness.join(anna);
		awareness.join(ben);
		say(anna, entry(11, 1, { user: { name: "Ben", role: "facilitator", color: "#aabbcc" } }));
		tick();
		expect(anna.heard).toEqual([]);
		const state = JSON.stringify({ user: { id: "anna", name: "ANNA", role: "participant", color: "#aabbcc" } });
		expect(ben.heard).toEqual([[{ client: 11, clock: 1, state }]]);
	});

	it("sends one frame for all that changed at about the same time, the last state winning", () => {
		const { awareness, say, tick } = room();
		const [anna, ben, cem] = [peer("anna"), peer("ben"), peer("cem")];
		for (const one of [anna, ben, cem]) {
			awareness.join(one);
		}
		say(anna, entry(11, 1));
		say(anna, entry(11, 2));
		say(ben, entry(12, 1));
		tick();
		expect(cem.heard.map((frame) => frame.map(({ client, clock }) => [client, clock]))).toEqual([
			[
				[11, 2],
				[12, 1],
			],
		]);
	});

	it("leaves with what else is sent, and then not again", () => {
		const { awareness, say, tick } = room();
		const [anna, ben] = [peer("anna"), peer("ben")];
		awareness.join(anna);
		awareness.join(ben);
		say(anna, entry(11, 1));
		expect(awareness.take()).toMatchObject([{ entry: { client: 11, clock: 1 }, from: anna }]);
		tick();
		expect(ben.heard).toEqual([]);
	});

	it("drops what somebody says under another's id, whether heard or invented", () => {
		const { awareness, say, tick } = room();
		const [anna, ben] = [peer("anna"), peer("ben")];
		awareness.join(anna);
		awareness.join(ben);
		say(anna, entry(11, 1));
		say(ben, entry(12, 1), entry(11, 9), entry(13, 1));
		say(ben, entry(11, 10));
		tick();
		expect(anna.heard.flat().map(({ client }) => client)).not.toContain(13);
		const present = entriesOf(awareness.join(peer("late")) ?? new Uint8Array());
		expect(present.map(({ client, clock }) => [client, clock])).toEqual([
			[11, 1],
			[12, 1],
		]);
	});

	it("tells the others when somebody leaves, and newcomers who is here", () => {
		const { awareness, say, tick } = room();
		const [anna, ben] = [peer("anna"), peer("ben")];
		awareness.join(anna);
		say(anna, entry(11, 4));
		expect(entriesOf(awareness.join(ben) ?? new Uint8Array())).toMatchObject([{ client: 11, clock: 4 }]);
		awareness.leave(anna);
		tick();
		expect(ben.heard.at(-1)).toEqual([{ client: 11, clock: 4, state: "null" }]);
	});

	it("lets a reconnected browser take its id over before the old line is known to be dead", () => {
		const { awareness, say, tick } = room();
		const [old, back, ben] = [peer("anna"), peer("anna"), peer("ben")];
		for (const one of [old, back, ben]) {
			awareness.join(one);
		}
		say(old, entry(11, 4));
		say(back, entry(11, 5));
		tick();
		ben.heard.length = 0;
		awareness.leave(old);
		tick();
		expect(ben.heard).toEqual([]);
		awareness.leave(back);
		tick();
		expect(ben.heard.flat()).toEqual([{ client: 11, clock: 5, state: "null" }]);
	});

	it("refuses what is too large and what is no awareness at all", () => {
		const { awareness, say } = room();
		const anna = peer("anna");
		awareness.join(anna);
		expect(say(anna, entry(11, 1, { note: "x".repeat(5_000) }))).toMatchObject({ refused: "too-large" });
		expect(awareness.receive(anna, Uint8Array.of(9))).toMatchObject({ refused: "malformed" });
	});
});

describe("the stamp of one connection", () => {
	const place = { type: { client: 1, clock: 2 }, tname: null, item: { client: 3, clock: 4 }, assoc: 0 };
	const state = (clock: number, said: unknown = { name: "Ben", color: "#aabbcc" }) =>
		JSON.stringify({ user: said, cursor: { anchor: { ...place, item: { client: 3, clock } }, head: place } });
	const junk = [
		'{"user":{"cursor":{}},"cursor":null}',
		'{"user":{"a":1,"cursor":null},"x":true}',
		'{"a":"b","user":{},"cursor":null}',
		'{"user":{"name":"x,\\"cursor\\":"},"cursor":null}',
		'{"user":{},"cursor":{"anchor":1}}',
		'{"user":{},"cursor":null,"user":{"color":"#000000"}}',
		"null",
		"{",
	];
	const texts = [state(1), state(2), state(2, { color: "#000000" }), `${state(3)} `, ...junk, state(4), ...junk];

	it("says of every state what reading it anew would say", () => {
		const stamp = new PresenceStamp(user);
		for (const text of [...texts, ...texts.toReversed()]) {
			const [quick, slow] = [stamp.stamp(text), stampPresence(text, user)];
			expect(quick === null ? null : JSON.parse(quick)).toEqual(slow === null ? null : JSON.parse(slow));
		}
	});

	it("lets nothing but a caret through where the text before it is known", () => {
		const stamp = new PresenceStamp(user);
		stamp.stamp(state(1));
		const forged = state(2).replace("null", '"x\\"},\\"user\\":1"');
		expect(JSON.parse(stamp.stamp(forged) ?? "").user.id).toBe("p1");
		const longer = state(2).replace(/}$/, ',"user":{"id":"p2"}}');
		expect(JSON.parse(stamp.stamp(longer) ?? "").user.id).toBe("p1");
	});
});

describe("the stamp", () => {
	it.each([["[]"], ["null"], ['"x"'], ["{"], [""]])("takes %s for no presence", (json) => {
		expect(stampPresence(json, user)).toBeNull();
	});

	it("keeps a well-formed caret and plain values, and nothing else", () => {
		const caret = { type: null, tname: "note", item: { client: 1, clock: 2 }, assoc: 0 };
		const json = JSON.stringify({ cursor: { anchor: caret, head: caret }, typing: true, junk: { a: [1] } });
		expect(JSON.parse(stampPresence(json, user) ?? "")).toEqual({
			cursor: { anchor: caret, head: caret },
			typing: true,
			user,
		});
	});

	it.each([
		["a caret that is none", { cursor: { anchor: 1 } }, { cursor: null, user }],
		["a colour that is style", { user: { color: "red;background:url(x)" } }, { user }],
		["a user that is none", { user: 7 }, { user }],
	])("neutralises %s", (_name, state, expected) => {
		expect(JSON.parse(stampPresence(JSON.stringify(state), user) ?? "")).toEqual(expected);
	});

	it("drops keys that reach for the prototype", () => {
		const stamped = stampPresence('{"__proto__":"x","constructor":"y"}', user) ?? "";
		expect(Object.keys(JSON.parse(stamped))).toEqual(["constructor", "user"]);
	});
});
