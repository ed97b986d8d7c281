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
	const ofGroups = groups
		.filter(({ id }) => hasSheet("group", id))
		.map(({ id, name }): Part => ({ name, part: { kind: "group", group: id } }));
	const many = ofGroups.length > 1;
	const list = (parts: readonly Part[]) => (
		<PartDownloads workshop={workshop.id} parts={parts} linkName={results.downloadPart} />
	);
	return (
		<section className="stack-tight" aria-labelledby="parts">
			<h2 id="parts">{results.parts}</h2>
			<p>{results.partsHint}</p>
			{list([
				{ name: results.partDecision, part: { kind: "decision", body: null } },
				{ name: results.partMeasures, part: { kind: "measures" } },
				...(many ? [] : ofGroups),
				...own,
			])}
			{many && <Disclosure summary={results.partGroups({ groups: ofGroups.length })}>{list(ofGroups)}</Disclosure>}
		</section>
	);
}

interface Part {
	name: string;
	part: ResultPart;
}
