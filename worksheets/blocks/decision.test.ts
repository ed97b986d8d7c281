import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { AS_IT_IS } from "../assessment/methods.ts";
import { tally } from "../assessment/tally.ts";
import { blockOf } from "../document/every-block.fixture.ts";
import { ballotFor, decisionBlock, proposalOf } from "./decision.ts";
import { reportDecision } from "./decision-report.ts";
import { questionOf, setAbstained, setMethod, setPoints, setReason, setVote } from "./decision-write.ts";
import { addRow, cellText } from "./table.ts";

const block = blockOf("decision", "ruling");
const HERE = "A".repeat(22);
const ELSEWHERE = "B".repeat(22);

function prepared(): Y.Doc {
	const doc = new Y.Doc();
	questionOf(doc, block).insert(0, "Welcher  Baustein\nzuerst? ");
	for (const [id, label] of [
		["r1", "Beirat"],
		["r2", " "],
		["r3", "Kreis"],
		[".question", "Falsch"],
	] as const) {
		addRow(doc, block, undefined, id);
		cellText(doc, block, undefined, id, "option")?.insert(0, label);
	}
	return doc;
}

describe("what is decided on", () => {
	it("is read with the definition's method and points while nobody has chosen others", () => {
		const { proposal } = decisionBlock.read(prepared(), block);
		expect(proposal).toEqual({
			method: "points",
			question: "Welcher Baustein zuerst?",
			points: 4,
			options: [
				{ id: "r1", label: "Beirat" },
				{ id: "r3", label: "Kreis" },
			],
		});
	});

	it("follows what people choose, within the bounds", () => {
		const doc = prepared();
		setMethod(doc, block, "consent");
		setPoints(doc, block, 7);
		setPoints(doc, block, 0);
		setPoints(doc, block, 21);
		expect(decisionBlock.read(doc, block).proposal).toMatchObject({ method: "consent", points: 7 });
		setMethod(doc, block, null);
		expect(decisionBlock.read(doc, block).proposal.method).toBe("points");
	});
});

describe("a ballot", () => {
	it("keeps what was said to each method, and to each place where it is decided, apart", () => {
		const doc = new Y.Doc();
		setVote(doc, block, { decision: HERE, method: "points" }, "r1", 3);
		setVote(doc, block, { decision: HERE, method: "resistance" }, "r1", 9);
		setVote(doc, block, { decision: HERE, method: "resistance" }, AS_IT_IS, 0);
		setVote(doc, block, { decision: ELSEWHERE, method: "points" }, "r1", 1);
		const { ballots } = decisionBlock.read(doc, block);
		expect(ballotFor(ballots, HERE, "points").votes).toEqual([{ option: "r1", value: 3, reason: "" }]);
		expect(ballotFor(ballots, HERE, "resistance").votes).toEqual([
			{ option: AS_IT_IS, value: 0, reason: "" },
			{ option: "r1", value: 9, reason: "" },
		]);
		expect(ballotFor(ballots, ELSEWHERE, "points").votes).toHaveLength(1);
		expect(ballotFor(ballots, ELSEWHERE, "consent")).toEqual({ abstained: false, votes: [] });
	});

	it("writes no value that the method does not have, and can be taken back", () => {
		const doc = new Y.Doc();
		const mood = { decision: HERE, method: "mood" } as const;
		setVote(doc, block, mood, "r1", 5);
		setVote(doc, block, mood, "r1", "none");
		expect(decisionBlock.isEmpty(decisionBlock.read(doc, block))).toBe(true);
		setVote(doc, block, mood, "r1", 4);
		expect(decisionBlock.isEmpty(decisionBlock.read(doc, block))).toBe(false);
		setVote(doc, block, mood, "r1", null);
		expect(decisionBlock.isEmpty(decisionBlock.read(doc, block))).toBe(true);
	});

	it("keeps votes while its owner abstains", () => {
		const doc = new Y.Doc();
		const consent = { decision: HERE, method: "consent" } as const;
		setVote(doc, block, consent, "r1", "grave");
		setReason(doc, block, HERE, "r1", "Wer zahlt?");
		setAbstained(doc, block, consent, true);
		expect(ballotFor(decisionBlock.read(doc, block).ballots, HERE, "consent")).toMatchObject({
			abstained: true,
			votes: [{ option: "r1", value: "grave", reason: "Wer zahlt?" }],
		});
		setAbstained(doc, block, consent, false);
		expect(ballotFor(decisionBlock.read(doc, block).ballots, HERE, "consent").abstained).toBe(false);
	});

	it("is read of whatever somebody writes without our page", () => {
		const doc = new Y.Doc();
		const map = doc.getMap(`${block.id}/ballot`);
		for (const [key, value] of [
			[`${HERE}:points:r1`, "3"],
			[`${HERE}:points:r2`, 2.5],
			[`${HERE}:points:r3`, 2],
			[`${HERE}:votes:r3`, 2],
			[`${HERE}:points`, 2],
			["kurz:points:r3", 2],
			[`${HERE}:points:${"x".repeat(90)}`, 2],
			["__proto__", 2],
		] as const) {
			map.set(key, value);
		}
		expect(decisionBlock.read(doc, block).ballots).toEqual([
			{ decision: HERE, method: "points", abstained: false, votes: [{ option: "r3", value: 2, reason: "" }] },
		]);
	});
});

describe("the report", () => {
	it("says what is asked while the vote is open, and nothing of a ballot in the plenary's sheet", () => {
		const answer = decisionBlock.read(prepared(), block);
		const text = JSON.stringify(reportDecision(answer, "de", true));
		for (const said of ["Welcher Baustein zuerst?", "Punktabfrage", "Beirat", "noch nicht geschlossen"]) {
			expect(text).toContain(said);
		}
	});

	it("says after the end that a vote was never closed", () => {
		const answer = decisionBlock.read(prepared(), block);
		expect(reportDecision(answer, "de", false).at(-1)).toEqual({
			kind: "note",
			text: "Die Abstimmung wurde nicht geschlossen. Es gibt kein Ergebnis.",
		});
	});

	it("has what people wrote in a copy of the sheet's text", () => {
		const doc = prepared();
		setVote(doc, block, { decision: HERE, method: "consent" }, "r1", "concern");
		setReason(doc, block, HERE, "r1", "Wer zahlt?");
		expect(decisionBlock.report(block, decisionBlock.read(doc, block), "de")).toEqual([
			{ kind: "paragraph", text: "Welcher Baustein zuerst?" },
			{ kind: "list", ordered: false, items: ["Beirat", "Kreis", "Wer zahlt?"] },
		]);
	});

	it("says the result with ties and reasons, in both languages", () => {
		const proposal = proposalOf(decisionBlock.read(prepared(), block));
		if (proposal === null) throw new Error("no method");
		const vote = (option: string, value: number) => ({ abstained: false, votes: [{ option, value, reason: "" }] });
		const result = tally(proposal, [vote("r1", 2), vote("r3", 2)]);
		const answer = { ...decisionBlock.read(prepared(), block), result };
		expect(reportDecision(answer, "de", true)).toMatchObject([
			{ kind: "facts" },
			{ kind: "paragraph", text: "2 von 2 haben abgestimmt. Gleichauf vorn mit je 2 Punkten: Beirat und Kreis." },
			{
				kind: "table",
				head: ["Platz", "Möglichkeit", "Punkte", "Mittel", "Höchster Wert", "Antworten"],
				rows: [
					["1", "Beirat", "2", "1,0", "2", "2"],
					["1", "Kreis", "2", "1,0", "2", "2"],
				],
			},
		]);
		expect(JSON.stringify(reportDecision(answer, "en", true))).toContain("Tied in the lead with 2 points each");
	});

	it("says how one voted in one's own sheet, in the words of what was asked", () => {
		const doc = new Y.Doc();
		setVote(doc, block, { decision: HERE, method: "consent" }, "r1", "grave");
		setReason(doc, block, HERE, "r1", "Wer zahlt?");
		const proposal = { ...decisionBlock.read(prepared(), block).proposal, method: "consent" as const };
		const answer = { ...decisionBlock.read(doc, block), asked: [{ decision: HERE, proposal }] };
		expect(reportDecision(answer, "de", true).at(-1)).toMatchObject({
			caption: "Meine Stimme",
			rows: [["Beirat", "Schwerwiegender Einwand: Wer zahlt?"]],
		});
		setVote(doc, block, { decision: HERE, method: "consent" }, "r1", "none");
		const changed = { ...decisionBlock.read(doc, block), asked: [{ decision: HERE, proposal }] };
		expect(reportDecision(changed, "de", true).at(-1)).toMatchObject({ rows: [["Beirat", "Kein Einwand"]] });
	});
});
