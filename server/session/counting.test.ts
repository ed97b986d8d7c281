import { expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import type { Change } from "../../worksheets/contract/change.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { PROGRESS_WITHIN } from "./live-session.ts";
import { sessionStateSchema } from "./state.ts";
import { openStage, openWorkshop, value } from "./testing/sessions.ts";

/** Two people of one group, each before their own sheet of what the group agrees on. */
async function scene() {
	const stage = await openStage();
	const workshop = await openWorkshop(stage);
	const { facilitator, run, join } = workshop;
	const [anna, ben] = [await join("Anna"), await join("Ben")];
	await run({ type: "session.start" }, { type: "phase.go", phase: "round-2" }, { type: "groups.create", count: 1 });
	await run({ type: "groups.assign", strategy: "random" });
	const seen = async (): Promise<Snapshot> => value(await stage.sessions.snapshot(facilitator));
	const here = (await seen()).ratings[0]?.document ?? "";
	const sheetOf = async ({ actor }: typeof anna) =>
		value(await stage.sessions.snapshot(actor)).documents.find(
			({ worksheet, scope }) => worksheet === "sheet-b" && scope.kind === "participant",
		)?.id ?? "";
	const own = { anna: await sheetOf(anna), ben: await sheetOf(ben) };
	return { ...stage, ...workshop, seen, own, place: { document: here, question: "stand" } };
}

/** What stands in the documents: ratings that are submitted. */
function rated(values: Readonly<Record<string, number>>): (document: string) => Promise<Y.Doc> {
	return async (document) => {
		const doc = new Y.Doc();
		const given = values[document];
		if (given !== undefined) {
			doc.getMap("stand").set("value", given);
			setDone(doc, "stand", true);
		}
		return doc;
	};
}

test("sheets that were just opened ask at once, and nobody has answered yet", async () => {
	const { seen, place } = await scene();
	expect((await seen()).ratings).toEqual([
		{ id: `${place.document}#stand`, ...place, revealed: false, eligible: 2, submitted: 0 },
	]);
});

test("a count that failed leaves the ratings revealed without a result, and is done once more", async () => {
	const { sessions, send, run, seen, own, place } = await scene();
	const stored = rated({ [own.anna]: 2, [own.ben]: 0 });
	sessions.setSheetSource(async (document) => {
		if (document === own.ben) throw new Error("the store is away");
		return stored(document);
	});
	expect(await send({ type: "rating.reveal", ...place })).toMatchObject({ error: { code: "unavailable" } });
	const [open] = (await seen()).ratings;
	expect(open).toMatchObject({ revealed: true });
	expect(open).not.toHaveProperty("result");
	sessions.setSheetSource(stored);
	await run({ type: "rating.reveal", ...place });
	expect((await seen()).ratings).toMatchObject([
		{ revealed: true, result: { eligible: 2, submitted: 2, parts: [{ part: "", distribution: { n: 2, median: 1 } }] } },
	]);
});

test("who was counted is stored with what was revealed, by their own sheets, and told to nobody", async () => {
	const { sessions, storage, id, run, seen, own, place } = await scene();
	const unknown = async (document: string) => {
		const doc = await rated({ [own.anna]: 2, [own.ben]: 0 })(document);
		if (document === own.ben) doc.getMap("stand").set("value", "unknown");
		return doc;
	};
	sessions.setSheetSource(unknown);
	await run({ type: "rating.reveal", ...place });
	const { state } = (await storage.findWorkshop(id)) ?? { state: "" };
	const [{ counted = [] } = {}] = sessionStateSchema.parse(JSON.parse(state)).reveals;
	expect(new Map(counted?.map(({ sheet, without }) => [sheet, without]))).toEqual(
		new Map([
			[own.anna, []],
			[own.ben, [""]],
		]),
	);
	expect(Object.keys((await seen()).ratings[0] ?? {}).sort()).toEqual(
		["document", "eligible", "id", "question", "result", "revealed", "submitted"].sort(),
	);
});

test("a report is told where a number changes, and otherwise nothing is, not even that there was one", async () => {
	const { sessions, id, facilitator, own } = await scene();
	const told: Change[] = [];
	const subscription = value(await sessions.subscribe(facilitator, (change) => told.push(change)));
	onTestFinished(subscription.close);
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	onTestFinished(() => void vi.useRealTimers());
	const report = async (ratings: string[]) => {
		told.length = 0;
		sessions.reportSide(id, own.anna, { votes: [], ratings });
		await vi.advanceTimersByTimeAsync(PROGRESS_WITHIN);
		return told.map(({ facts }) => facts);
	};
	expect(await report([])).toEqual([]);
	// Nobody asks about it.
	expect(await report(["elsewhere"])).toEqual([]);
	expect(await report(["elsewhere", "stand"])).toMatchObject([[{ part: "ratings", put: [{ submitted: 1 }] }]]);
	expect(await report(["stand"])).toEqual([]);
});
