import type { ResultPart } from "../../worksheets/contract/result-part.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { PartDownloads } from "./part-downloads.tsx";

export type SnapshotOfParts = Pick<Snapshot, "workshop" | "you" | "documents" | "groups">;

/** Files of one part each: for a body, for whoever follows up on the measures, for one group, for oneself. */
export function SingleParts({ snapshot }: { snapshot: SnapshotOfParts }) {
	const { results } = useMessages();
	const { workshop, documents, groups, you } = snapshot;
	const hasSheet = (kind: "group" | "participant", id?: string) =>
		documents.some(({ scope }) => scope.kind === kind && (id === undefined || scope.id === id));
	const own: Part[] =
		you.role === "participant" && hasSheet("participant") ? [{ name: results.partOwn, part: { kind: "own" } }] : [];
	// The facilitator may keep participants' files to what is theirs; others' would be refused.
	const keptToOwn = you.role === "participant" && workshop.takeHome === "own";
	const isTheirs = ({ members }: { members: readonly string[] }) => members.includes(you.participantId ?? "");
	const ofGroups = groups
		.filter((group) => hasSheet("group", group.id) && (!keptToOwn || isTheirs(group)))
		.map(({ id, name }): Part => ({ name, part: { kind: "group", group: id } }));
	const ofAll: Part[] = [
		{ name: results.partDecision, part: { kind: "decision", body: null } },
		{ name: results.partMeasures, part: { kind: "measures" } },
	];
	const many = ofGroups.length > 1;
	const list = (parts: readonly Part[]) => (
		<PartDownloads workshop={workshop.id} parts={parts} linkName={results.downloadPart} />
	);
	return (
		<section className="stack-tight" aria-labelledby="parts">
			<h2 id="parts">{results.parts}</h2>
			<p>{results.partsHint}</p>
			{list([...(keptToOwn ? [] : ofAll), ...(many ? [] : ofGroups), ...own])}
			{many && <Disclosure summary={results.partGroups({ groups: ofGroups.length })}>{list(ofGroups)}</Disclosure>}
		</section>
	);
}

interface Part {
	name: string;
	part: ResultPart;
}
