import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Answers } from "./answers.ts";
import { decodeMessage } from "./codec.ts";
import { contentOf } from "./content.ts";
import type { FrameBatch } from "./frame-batch.ts";

const EMPTY = Uint8Array.of(0);

function written(): Y.Doc {
	const doc = new Y.Doc();
	doc.getText("line").insert(0, "one two three");
	doc.getText("line").delete(3, 4);
	return doc;
}

function apply(doc: Y.Doc, batch: FrameBatch | null): Y.Doc {
	for (const bytes of batch?.messages ?? []) {
		const message = decodeMessage(bytes);
		if (message.ok && message.value.kind === "step2") Y.applyUpdate(doc, message.value.update);
	}
	return doc;
}

describe("what those who open a document are told", () => {
	it("is made once for all who come with the same, and anew after a change", () => {
		const doc = written();
		const answers = new Answers({ stored: null, doc });
		const reader = apply(new Y.Doc(), answers.step2(EMPTY));
		const here = Y.encodeStateVector(reader);
		const [step1, whole, rest] = [answers.step1(), answers.step2(EMPTY), answers.step2(here)];
		expect(answers.step1()).toBe(step1);
		expect(answers.step2(EMPTY.slice())).toBe(whole);
		expect(answers.step2(here.slice())).toBe(rest);

		doc.getText("line").insert(0, "new ");
		answers.forget();
		expect(answers.step1()).not.toEqual(step1);
		expect(contentOf(apply(new Y.Doc(), answers.step2(EMPTY)))).toBe(contentOf(doc));
		expect(contentOf(apply(reader, answers.step2(here)))).toBe(contentOf(doc));
	});

	it("is each one's own where they are at different places", () => {
		const doc = written();
		const answers = new Answers({ stored: null, doc });
		const behind = apply(new Y.Doc(), answers.step2(EMPTY));
		doc.getText("line").insert(0, "more ");
		doc.getText("line").delete(6, 1);
		answers.forget();
		const ahead = apply(new Y.Doc(), answers.step2(EMPTY));
		for (const reader of [ahead, behind, ahead]) {
			expect(contentOf(apply(reader, answers.step2(Y.encodeStateVector(reader))))).toBe(contentOf(doc));
		}
	});

	it("keeps its own bytes of who asked: the socket uses its buffer again", () => {
		const answers = new Answers({ stored: null, doc: written() });
		const asked = Y.encodeStateVector(written());
		const first = answers.step2(asked);
		const other = asked.slice();
		asked.fill(0);
		expect(answers.step2(other)).toBe(first);
	});

	it("is nothing for what is no state vector", () => {
		const answers = new Answers({ stored: null, doc: written() });
		expect(answers.step2(Uint8Array.of(5, 1))).toBeNull();
		expect(answers.step2(Uint8Array.of(5, 1))).toBeNull();
	});
});
