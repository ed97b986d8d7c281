import { type Snapshot, snapshotSchema } from "../../worksheets/contract/snapshot.ts";

/** An id as the server makes them, from a short name. For tests. */
export function testId(name: string): string {
	return name.padEnd(22, "0");
}

/** A running workshop with two groups, as a participant of group A sees it in the group phase. For tests. */
export function testSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
	return snapshotSchema.parse({
		version: 1,
		now: 1_700_000_000_000,
		you: { role: "participant", participantId: testId("p1"), name: "Ada" },
		workshop: {
			id: testId("w"),
			title: "Netzwerke überprüfen",
			status: "running",
			language: "de",
			code: "ABCDEFGHJ",
			template: "cooperation-review",
			deleteOn: 1_707_000_000_000,
			startsAt: null,
			endsAt: null,
			place: "",
			retentionDays: 90,
			endedAt: null,
			latecomers: "smallest",
			door: "open",
			namesAtEnd: "kept",
			names: "kept",
			takeHome: "shown",
			conferenceUrl: "",
			series: null,
			rehearsal: false,
			dimensions: null,
			formerDimensions: [],
		},
		phases: [
			phase("welcome", "plenary", 15, []),
			phase("alone", "individual", 10, [{ worksheet: "modules", scope: "participant", sections: ["selection"] }]),
			phase("group-1", "group", 45, [{ worksheet: "modules", scope: "group" }]),
			phase("results", "plenary", 20, [{ worksheet: "modules", scope: "group", readOnly: true }]),
		],
		currentPhase: "group-1",
		timer: { state: "idle" },
		groupTimers: [],
		undo: null,
		removedPhase: null,
		groups: [
			{ id: testId("ga"), name: "Gruppe A", members: [testId("p1"), testId("p2")] },
			{ id: testId("gb"), name: "Gruppe B", members: [testId("p3")] },
		],
		groupsOpen: false,
		participants: [
			{ id: testId("p1"), name: "Ada", online: true, group: testId("ga") },
			{ id: testId("p2"), name: "Bo", online: true, group: testId("ga") },
			{ id: testId("p3"), name: "Cem", online: false, group: testId("gb") },
		],
		documents: [
			document("d-own", "participant", "p1", ["alone"]),
			document("d-ga", "group", "ga", ["group-1", "results"]),
		],
		messages: [],
		help: [],
		topics: [],
		questions: [],
		recall: null,
		spotlight: null,
		votes: [],
		ratings: [],
		units: null,
		alarms: [],
		watched: [],
		progress: [],
		...changes,
	});
}

/** A sheet's entry in the snapshot; `owner` is the short name of a participant or group. */
export function document(id: string, kind: "participant" | "group", owner: string, phases: string[]) {
	return {
		id: testId(id),
		worksheet: "modules",
		phases,
		scope: { kind, id: testId(owner) },
		access: "write" as const,
		locked: false,
		late: 0,
	};
}

function phase(
	id: string,
	kind: string,
	minutes: number,
	sheets: { worksheet: string; scope?: string; sections?: string[]; readOnly?: boolean }[],
) {
	return {
		id,
		title: `Phase ${id}`,
		kind,
		minutes,
		worksheets: [...new Set(sheets.map((sheet) => sheet.worksheet))],
		sheets,
		assignment: `Auftrag ${id}`,
		enteredAt: null,
	};
}
