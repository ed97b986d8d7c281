import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { readLibrary } from "../../server/library.ts";
import { piecesOf } from "../../server/rehearsal/pieces.ts";
import type { Vote } from "../../worksheets/assessment/methods.ts";
import { questionOf, setMethod, setReason, setVote } from "../../worksheets/blocks/decision-write.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import { ratedParts } from "../../worksheets/blocks/rated-parts.ts";
import { add } from "../../worksheets/blocks/synthesis-write.ts";
import { addRow } from "../../worksheets/blocks/table.ts";
import type { DocumentView, SheetUse } from "../../worksheets/contract/snapshot.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { decisionOf } from "../../worksheets/document/votes.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { apiClient } from "./api.ts";
import { connectSession } from "./session-client.ts";
import { openSheet } from "./sheet-client.ts";

/**
 * A workshop in which everything happened that a report can tell: every block type answered, ratings revealed, votes
 * closed, synthesis, measures, topics, something late, phases left out and entered twice. Through the server's own doors.
 */

const ORGANISATIONS = ["Landkreis Ahrental", "Stadt Bergstadt", "Kreis Nordmark"];
const NAMES = ["Anna Lindner", "Ben Yıldız", "Clara Östermann", "David Kühn", "Elif Şahin", "Frauke Petersen"];
/** What the template does not ask for, so that every block type is answered. */
const FURTHER = ["actor-analysis", "must-want-can", "network-check", "cooperation-prepare", "coordination-roles"];
const RATED = "structure-sustainability";
const MODULE = "steering-committee";
const SYNTHESIS: BlockOf<"synthesis"> = {
	id: "synthesis",
	type: "synthesis",
	label: { de: "", en: "" },
	repeat: { cells: true },
};
const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "", en: "" }, plan: true };
const library = readLibrary();

export interface WholeWorkshopOptions {
	url: string;
	groups: number;
	/** In each group. */
	people?: number;
	title?: string;
	/** Lets the given number of minutes go by, where the clock is the caller's. */
	pass?(minutes: number): void;
	startsAt?: number;
	end?: boolean;
}

export interface WholeWorkshop {
	id: string;
	facilitatorToken: string;
	people: { participantId: string; token: string }[];
}

export async function holdWholeWorkshop({
	url,
	groups,
	people: inGroup = 2,
	title = "Kooperation verstetigen: Bildungslandschaft Ahrental",
	pass = () => {},
	startsAt = Date.parse("2026-03-17T09:00:00+01:00"),
	end = true,
}: WholeWorkshopOptions): Promise<WholeWorkshop> {
	const api = apiClient(url);
	const { id, code, facilitatorToken: token } = await api.create({ template: "cooperation-review" });
	const people: WholeWorkshop["people"] = [];
	for (let index = 0; index < groups * inGroup; index += 1) {
		const name = NAMES[index] ?? `${NAMES[index % NAMES.length]} ${index}`;
		people.push(await api.join(code, name, ORGANISATIONS[index % ORGANISATIONS.length]));
	}
	await using lead = await connectSession(url, token);
	const run = async (...commands: ({ type: string } & Record<string, unknown>)[]) => {
		for (const command of commands) {
			const answer = await lead.command(command);
			if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code}: ${answer.error.message}`);
		}
	};
	const write = async (document: string, by: string, change: (doc: Y.Doc) => void) => {
		await using client = await openSheet(url, document, by);
		await client.untilSaved(1);
		let changed = false;
		client.doc.once("update", () => {
			changed = true;
		});
		const before = client.saved();
		client.doc.transact(() => change(client.doc));
		if (changed) await client.untilSaved(before + 1);
	};

	await run(
		{
			type: "workshop.set",
			details: {
				title,
				startsAt,
				place: "Kreishaus, Saal 2 (Erdgeschoss)",
				series: { name: "Netzwerk Übergänge", number: 3 },
			},
		},
		{ type: "plan.add", kind: "group", after: "group-adaptation", title: "Vertiefung nach Wahl", minutes: 30 },
		{ type: "groups.create", count: groups },
		{ type: "groups.assign", strategy: "random" },
	);
	const further = lead.snapshot().phases.find((phase) => phase.title === "Vertiefung nach Wahl")?.id ?? "";
	const sheets = FURTHER.map((worksheet): SheetUse => ({ worksheet, scope: "group" }));
	await run({ type: "plan.change", phase: further, patch: { assignment: "Wählen Sie ein Blatt.", sheets } });
	await run({ type: "session.start" });
	const tokenOf = ({ scope }: DocumentView): string => {
		if (scope.kind === "plenary") return token;
		if (scope.kind === "participant")
			return people.find(({ participantId }) => participantId === scope.id)?.token ?? "";
		const member = lead.snapshot().groups.find((group) => group.id === scope.id)?.members[0];
		return people.find(({ participantId }) => participantId === member)?.token ?? token;
	};

	/** Everybody answers what the phase asks; groups and people differ in what they rate. */
	const answer = async (phase: string) => {
		const uses = lead.snapshot().phases.find((one) => one.id === phase)?.sheets ?? [];
		const documents = await openDocuments();
		let turn = 0;
		for (const document of documents) {
			const use = uses.find((one) => one.worksheet === document.worksheet && one.scope === document.scope.kind);
			const worksheet = library.worksheet(document.worksheet);
			const example = library.example(document.worksheet);
			if (use === undefined || use.readOnly || !worksheet || !example) continue;
			turn += 1;
			await write(document.id, tokenOf(document), (doc) => {
				for (const piece of piecesOf(worksheet, example, use.sections)) piece.write(doc, "de", true);
				if (worksheet.id === RATED) rate(doc, worksheet, turn, document.scope.kind === "participant");
			});
		}
	};

	/** Those of everybody: one who steers is not told of people's own. */
	const openDocuments = async (): Promise<DocumentView[]> => {
		const all = new Map(lead.snapshot().documents.map((document) => [document.id, document]));
		for (const person of people) {
			for (const document of (await api.snapshot(id, person.token)).documents) {
				if (!all.has(document.id)) all.set(document.id, document);
			}
		}
		return [...all.values()];
	};

	const enter = async (phase: string) => {
		await run({ type: "phase.go", phase });
		await lead.until(({ currentPhase }) => currentPhase === phase);
	};
	const documentOf = (worksheet: string) =>
		lead
			.snapshot()
			.documents.find((document) => document.worksheet === worksheet && document.scope.kind !== "participant");

	const vote = async (
		worksheetId: string,
		method: "points" | "consent",
		values: readonly Vote["value"][],
		why = "",
	) => {
		const worksheet = library.worksheet(worksheetId);
		const block = worksheet && decisionOf(worksheet);
		const plenary = documentOf(worksheetId)?.id;
		if (!block || plenary === undefined) throw new Error(`nothing to vote on in ${worksheetId}`);
		const asked = method === "points" ? "Welchen Baustein vertiefen wir?" : "Gilt der Maßnahmenplan so, wie er steht?";
		await write(plenary, token, (doc) => {
			questionOf(doc, block).insert(0, asked);
			setMethod(doc, block, method);
			if (method === "consent") return addRow(doc, block, undefined, "a", { option: "Plan in der Fassung von heute" });
			addRow(doc, block, undefined, "a", { option: "Lenkungsgruppe" });
			addRow(doc, block, undefined, "b", { option: "Bildungsmonitoring" });
			addRow(doc, block, undefined, "c", { option: "Netzwerk Übergang Schule und Beruf" });
		});
		const own = (await openDocuments()).filter(
			({ worksheet: one, scope }) => one === worksheetId && scope.kind === "participant",
		);
		for (const [index, document] of own.entries()) {
			const value = values[index % values.length] ?? 1;
			await write(document.id, tokenOf(document), (doc) => {
				const option = method === "points" ? (["a", "b", "c"][index % 3] ?? "a") : "a";
				setVote(doc, block, { decision: plenary, method }, option, value);
				if (value === "concern") setReason(doc, block, plenary, option, why);
			});
		}
		await lead.until(({ votes }) => votes.find((one) => one.id === plenary)?.voted === own.length);
		await run({ type: "vote.close", document: plenary });
		await lead.until(({ votes }) => votes.find((one) => one.id === plenary)?.result !== undefined);
	};

	const visit = async (phase: string, minutes: number, meanwhile: () => Promise<void> = () => answer(phase)) => {
		await enter(phase);
		await meanwhile();
		pass(minutes);
	};

	pass(7);
	await visit("check-in", 12);
	await visit("own-selection", 9);
	await visit("group-structures", 31, async () => {
		await answer("group-structures");
		await revealAll();
	});
	await visit("first-break", 14);
	await visit("group-results", 22, () =>
		run(
			{ type: "topic.add", text: "Wie kommen die Sportvereine aus dem Norden dazu?" },
			{ type: "topic.add", text: "Datenschutz beim Bildungsmonitoring klären" },
			{ type: "broadcast", text: "Bitte um 11:40 Uhr wieder im Saal sein." },
		),
	);
	const [first] = lead.snapshot().topics;
	if (first !== undefined) await run({ type: "topic.done", topic: first.id, done: true });
	await visit("module-vote", 6, () => vote("point-vote", "points", [3, 2, 1]));
	await visit("group-adaptation", 37);
	await visit(further, 33);
	await visit("group-results", 8, bringTogether);
	await visit("examples", 26);
	await visit("measures", 19, async () => {
		await answer("measures");
		await takeOne();
		await vote("decision", "consent", ["none", "none", "concern"], "Die Frist im Mai ist knapp.");
	});
	await visit("closing", 9);
	await addLate();
	if (end) await run({ type: "session.end" });
	return { id, facilitatorToken: token, people };

	function rate(doc: Y.Doc, { sections }: Worksheet, turn: number, ownSheet: boolean): void {
		for (const block of sections.flatMap(({ blocks }) => blocks)) {
			if (block.type !== "module-assessment") continue;
			const points = block.state.points.map(({ value }) => value);
			for (const [at, { part }] of ratedParts(block).entries()) {
				const state = (turn + at) % 7 === 0 ? "unknown" : (points[(turn * 2 + at) % points.length] ?? 0);
				setAssessment(doc, block, MODULE, part, { state });
			}
			if (ownSheet) setDone(doc, `${block.id}/${MODULE}`, true);
		}
	}

	async function revealAll(): Promise<void> {
		const { ratings } = await lead.until((snapshot) => snapshot.ratings.length >= groups);
		for (const { document, question } of ratings) {
			if (question.endsWith(MODULE)) await run({ type: "rating.reveal", document, question });
		}
	}

	async function bringTogether(): Promise<void> {
		await run({ type: "synthesis.open" });
		const board = documentOf("synthesis")?.id ?? "";
		await write(board, token, (doc) => {
			add(doc, SYNTHESIS, "cluster", { id: "c1", text: "Zuständigkeiten klären" });
			add(doc, SYNTHESIS, "statement", { id: "s1", text: "Ohne Lenkungsgruppe keine Entscheidung.", cluster: "c1" });
			add(doc, SYNTHESIS, "statement", { id: "s2", text: "Die Kämmerei gehört früh an den Tisch.", cluster: "c1" });
			add(doc, SYNTHESIS, "statement", { id: "s3", text: "Zahlen beenden den Streit um Eindrücke." });
		});
	}

	async function takeOne(): Promise<void> {
		const plan = documentOf("action-plan")?.id ?? "";
		await write(plan, token, (doc) => {
			addRow(doc, PLAN, undefined, "own-1", { what: "Geschäftsordnung der Lenkungsgruppe fortschreiben" });
		});
	}

	async function addLate(): Promise<void> {
		const sheet = lead.snapshot().documents.find(({ worksheet }) => worksheet === "challenges-adaptation");
		if (sheet === undefined) return;
		const by = tokenOf(sheet);
		await using client = await openSheet(url, sheet.id, by);
		const own = new Y.Doc();
		Y.applyUpdate(own, Y.encodeStateAsUpdate(client.doc));
		own.clientID = client.doc.clientID;
		await run({ type: "worksheet.lock", document: sheet.id });
		const before = Y.encodeStateVector(own);
		const paragraph = new Y.XmlElement("paragraph");
		own.getXmlFragment("begin").push([paragraph]);
		paragraph.insert(0, [new Y.XmlText("Nachtrag: Die Kämmerei hat am Telefon zugesagt.")]);
		const update = Buffer.from(Y.encodeStateAsUpdate(own, before)).toString("base64");
		await api.call("POST", `/api/documents/${sheet.id}/late`, { token: by, body: { id: randomUUID(), update } });
	}
}
