import { isDeepStrictEqual } from "node:util";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { nameOfView, shownSheet, shownView } from "../../../worksheets/contract/spotlight.ts";
import { groupingOf } from "../grouping-of.ts";
import { everAt } from "../heads.ts";
import { type SessionState, sessionStateSchema } from "../state.ts";

/**
 * What must hold of any step, whatever people click: one line for each thing that does not. `before` and `after` are
 * the same where the step was refused.
 */
export function brokenBy(before: SessionState, after: SessionState): string[] {
	const broken: string[] = [];
	const must = (holds: boolean, what: string): void => {
		if (!holds) broken.push(what);
	};
	const plain: unknown = JSON.parse(JSON.stringify(after));
	const parsed = sessionStateSchema.safeParse(plain);
	must(parsed.success && isDeepStrictEqual(parsed.data, plain), "what is stored is what is read again");
	documentsLast(before, after, must);
	revealsHold(before, after, must);
	peopleSitOnce(after, must);
	peopleAreInOrOut(before, after, must);
	tablesHold(before, after, must);
	linksAreFew(after, must);
	whatRunsIsThere(after, must);
	thePlanHolds(before, after, must);
	dimensionsLast(before, after, must);
	return broken;
}

type Must = (holds: boolean, what: string) => void;

const areDifferent = (all: readonly unknown[]): boolean => new Set(all).size === all.length;

function documentsLast(before: SessionState, after: SessionState, must: Must): void {
	const known = new Map(after.documents.map((document) => [document.id, document]));
	for (const { id, worksheet, scope } of before.documents) {
		const now = known.get(id);
		must(now?.worksheet === worksheet && isDeepStrictEqual(now.scope, scope), "a document stays what it is");
	}
	const keys = after.documents.map(({ worksheet, scope }) => `${worksheet} ${scope.kind} ${scope.id}`);
	must(areDifferent(keys), "a worksheet is there once for each owner");
	const groups = new Set(after.groupings.flatMap((grouping) => grouping.groups.map((group) => group.id)));
	for (const { scope, locked } of after.documents) {
		must(scope.kind !== "group" || groups.has(scope.id ?? ""), "a group's document has its group");
		must(scope.kind !== "participant" || !locked, "nobody's own sheet is locked");
	}
	must(areDifferent(after.votes.map(({ document }) => document)), "a vote is closed once");
	for (const { document, result } of before.votes) {
		const now = after.votes.find((vote) => vote.document === document);
		const stays = result === null || now === undefined || isDeepStrictEqual(now.result, result);
		must(stays, "a result stays what it is until the vote is opened again");
	}
}

function revealsHold(before: SessionState, after: SessionState, must: Must): void {
	const key = ({ document, question }: { document: string; question: string }) => `${document} ${question}`;
	must(areDifferent(after.reveals.map(key)), "the ratings of a question are revealed once");
	const now = new Map(after.reveals.map((reveal) => [key(reveal), reveal]));
	for (const reveal of before.reveals) {
		const then = now.get(key(reveal));
		const stays = reveal.result === null || then === undefined || isDeepStrictEqual(then.result, reveal.result);
		must(stays, "what was revealed stays what it is until the ratings are opened again");
	}
	const shared = new Set(after.documents.filter(({ scope }) => scope.kind !== "participant").map(({ id }) => id));
	must(
		after.reveals.every(({ document }) => shared.has(document)),
		"what is revealed is of a shared sheet",
	);
}

function peopleSitOnce({ groupings, phases, back, groupTimers, timer, ...state }: SessionState, must: Must): void {
	for (const grouping of groupings) {
		must(areDifferent(grouping.groups.flatMap(({ members }) => members)), "nobody sits in two groups of one grouping");
	}
	const known = new Set(groupings.map(({ id }) => id));
	must(
		phases.every(({ grouping }) => grouping === null || known.has(grouping)),
		"a phase's grouping is there",
	);
	const isBreak = phases.find(({ id }) => id === state.currentPhase)?.kind === "break";
	must(back.length === 0 || isBreak, "people are back from a break only");
	must(areDifferent(back), "people are back once");
	must(areDifferent(groupTimers.map(({ id }) => id)), "a group has one time");
	for (const clock of [timer, ...groupTimers.map((own) => own.timer)]) {
		must(clock.state !== "paused" || clock.remainingMs >= 0, "no time is less than none");
	}
}

function peopleAreInOrOut(before: SessionState, after: SessionState, must: Must): void {
	const ids = (state: SessionState) => state.participants.map(({ id }) => id);
	must(
		ids(after).slice(0, before.participants.length).join() === ids(before).join(),
		"people stay in the order they came",
	);
	const out = new Set(after.participants.filter((one) => one.removedAt !== null || one.waiting).map(({ id }) => id));
	const named = [
		...after.groupings.flatMap(({ groups }) => groups.flatMap(({ members }) => members)),
		...[...after.help, ...after.questions].map(({ participant }) => participant),
		...after.back,
	];
	must(!named.some((person) => out.has(person)), "who is out sits nowhere and asks nothing");
	for (const { id, removedAt, waiting } of after.participants) {
		must(removedAt === null || !waiting, "who was removed does not wait");
		must(!waiting || after.workshop.door !== "open", "nobody waits before an open door");
		must(!waiting || !after.documents.some(({ scope }) => scope.id === id), "who waits has no sheet");
	}
}

function tablesHold(before: SessionState, after: SessionState, must: Must): void {
	const { participants, documents, turns } = after;
	for (const { id, people } of participants) {
		const here = people.filter(({ left }) => !left);
		must(people.length === 0 || here[0]?.id === id, "a table begins with its participant");
		must(people.length !== 1 && here.length <= LIMITS.peopleAtTable, "a table is of several, and not too many");
		must(areDifferent(people.map(({ name }) => name.toLowerCase())), "those at a table can be told apart");
	}
	must(areDifferent(participants.flatMap(everAt)), "nobody sits at two tables");
	const owners = new Set(participants.flatMap(everAt));
	must(
		documents.every(({ scope }) => scope.kind !== "participant" || owners.has(scope.id ?? "")),
		"an own sheet has its owner",
	);
	const sheets = new Set(documents.map(({ id }) => id));
	must(areDifferent(turns.map(({ document, phase }) => `${document} ${phase}`)), "a turn is over once");
	must(
		turns.every(({ document }) => sheets.has(document)),
		"a turn is about a sheet",
	);
	must(before.turns.length <= turns.length, "a turn that is over stays over");
}

function linksAreFew({ links }: SessionState, must: Must): void {
	must(
		areDifferent(links.map(({ id }) => id)) && links.length <= LIMITS.links,
		"a link is there once, and not too many",
	);
}

function whatRunsIsThere(after: SessionState, must: Must): void {
	const { workshop, recall, spotlight, phases, documents, history } = after;
	const running = workshop.status === "running";
	if (running) must(history.at(-1)?.phase === after.currentPhase, "the room is where it went last");
	if (recall !== null) {
		must(running && phases.some(({ id }) => id === recall.phase), "people are called back to a phase that is there");
	}
	const sheet = shownSheet(spotlight);
	if (sheet !== null) {
		const shown = documents.find(({ id }) => id === sheet.document);
		must(running && shown !== undefined && shown.scope.kind !== "participant", "what is shown is shared");
	}
	const view = shownView(spotlight);
	if (view !== null) {
		must(running && after.shown.includes(nameOfView(view)), "what all have been shown is remembered");
	}
	must(areDifferent(after.shown) && after.shown.length <= LIMITS.shownViews, "a view is remembered once");
}

function thePlanHolds(before: SessionState, after: SessionState, must: Must): void {
	const ids = after.phases.map(({ id }) => id);
	must(areDifferent(ids), "a phase is there once");
	must(!ids.includes(after.removedPhase?.phase.id ?? ""), "a removed phase is out of the plan");
	must(
		after.history.every(({ phase }) => ids.includes(phase)),
		"where people were stays in the plan",
	);
	must(after.undo === null || ids.includes(after.undo.phase), "the way back leads somewhere");
	const entered = before.phases.filter(({ enteredAt }) => enteredAt !== null);
	const been = entered.map(({ id }) => id);
	must(ids.filter((id) => been.includes(id)).join() === been.join(), "phases that people were in keep their order");
	if (ids.join() !== before.phases.map(({ id }) => id).join()) {
		for (const { id, kind, sheets } of entered) {
			const inGroups = kind === "group" || sheets.some(({ scope }) => scope === "group");
			must(
				!inGroups || groupingOf(after, id) === groupingOf(before, id),
				"a change of plan leaves people in their groups",
			);
		}
	}
	const parked = after.removedPhase?.phase.grouping ?? null;
	must(parked === null || after.groupings.some(({ id }) => id === parked), "a removed phase's groups are kept");
}

function dimensionsLast(before: SessionState, after: SessionState, must: Must): void {
	const named = ({ workshop }: SessionState) => [
		...(workshop.dimensions?.dimensions ?? []).map(({ id }) => id),
		...workshop.formerDimensions.map(({ id }) => id),
	];
	must(areDifferent(named(after)), "a dimension is asked about or former, and once");
	// What was asked about while a sheet was open keeps a name for good.
	const kept = before.documents.length === 0 || named(before).every((id) => named(after).includes(id));
	must(kept, "a dimension that was asked about keeps its name");
}
