import { useEffect, useId, useRef, useState } from "react";
import type { HistoryPoint } from "../../worksheets/contract/history.ts";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/checkbox-field.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ReportView } from "../ui/report-view.tsx";
import { loadHistory, loadPastSheet } from "./earlier-client.ts";
import { LoadFailed } from "./load-failed.tsx";
import { SetBackDialog, type SetBackGoal } from "./set-back-dialog.tsx";
import { useLoaded } from "./use-loaded.ts";

interface EarlierStatesProps {
	snapshot: Snapshot;
	document: DocumentView;
	/** Whose sheet and which, in words. */
	sheet: string;
	onDone: () => void;
}

/** „Frühere Stände“: moments of a sheet to look at, and to set it back to. */
export default function EarlierStates({ snapshot, document, sheet, onDone }: EarlierStatesProps) {
	const { facilitator } = useMessages();
	const [chosen, setChosen] = useState<number | null>(null);
	const [history, again] = useLoaded(document.id, () => loadHistory(document.id));
	switch (history.state) {
		case "loading":
			return <p role="status">{facilitator.earlierLoading}</p>;
		case "failed":
			return <LoadFailed refused={history.refused} again={again} />;
		case "ready": {
			const { points } = history.value;
			if (points.length === 0) return <p>{facilitator.earlierNone}</p>;
			return (
				<div className="stack">
					<p>{facilitator.earlierHint}</p>
					<Points snapshot={snapshot} points={points} chosen={chosen} onChoose={setChosen} />
					{chosen !== null && (
						<Past snapshot={snapshot} document={document} sheet={sheet} at={chosen} onDone={onDone} />
					)}
				</div>
			);
		}
	}
}

interface PointsProps {
	snapshot: Snapshot;
	points: readonly HistoryPoint[];
	chosen: number | null;
	onChoose: (at: number) => void;
}

/** The ends of phases first, and what can be undone; every minute folded away. The latest first. */
function Points({ snapshot, points, chosen, onChoose }: PointsProps) {
	const { facilitator } = useMessages();
	const format = useFormat();
	const latest = [...points].reverse();
	const titles = new Map(snapshot.phases.map(({ id, title }) => [id, title]));
	const of = (reason: HistoryPoint["reason"]) => latest.filter((point) => point.reason === reason);
	const list = (shown: readonly HistoryPoint[], label: (point: HistoryPoint) => string) => (
		<ul className="plain-list">
			{shown.map((point) => (
				<li key={`${point.at} ${point.reason}`}>
					<Button aria-pressed={chosen === point.at} onClick={() => onChoose(point.at)}>
						{label(point)}
					</Button>
				</li>
			))}
		</ul>
	);
	const [phases, undos, minutes] = [of("phase-end"), of("before-set-back"), of("minute")];
	return (
		<>
			{phases.length > 0 && (
				<>
					<h3>{facilitator.earlierPhases}</h3>
					{list(phases, ({ at, phase }) =>
						facilitator.earlierPhaseEnd({ time: format.time(at), phase: titles.get(phase ?? "") ?? "" }),
					)}
				</>
			)}
			{undos.length > 0 && (
				<>
					<h3>{facilitator.earlierSetBacks}</h3>
					{list(undos, ({ at }) => format.time(at))}
				</>
			)}
			{minutes.length > 0 && (
				<Disclosure
					summary={facilitator.earlierMinutes({ count: minutes.length })}
					open={points.length === minutes.length}
				>
					{list(minutes, ({ at }) => format.time(at))}
				</Disclosure>
			)}
		</>
	);
}

function Past({ snapshot, document, sheet, at, onDone }: EarlierStatesProps & { at: number }) {
	const { facilitator } = useMessages();
	const format = useFormat();
	const [past, again] = useLoaded(`${document.id} ${at}`, () => loadPastSheet(document.id, at));
	const [keepLater, setKeepLater] = useState(true);
	const [goal, setGoal] = useState<SetBackGoal | null>(null);
	const keepId = useId();
	const heading = useRef<HTMLHeadingElement>(null);
	const ready = past.state === "ready" && past.value.at === at;
	useEffect(() => {
		if (ready) heading.current?.focus();
	}, [ready]);
	return (
		<section className="stack" aria-label={facilitator.earlierStood({ time: format.time(at) })}>
			{past.state === "loading" && <p role="status">{facilitator.earlierReading}</p>}
			{past.state === "failed" && <LoadFailed refused={past.refused} again={again} />}
			{past.state === "ready" && (
				<>
					<h3 ref={heading} tabIndex={-1}>
						{facilitator.earlierStood({ time: format.time(at) })}
					</h3>
					{snapshot.workshop.status === "running" && (
						<>
							<CheckboxField
								id={keepId}
								label={facilitator.keepLater}
								hint={facilitator.keepLaterHint}
								checked={keepLater}
								onChange={(event) => setKeepLater(event.target.checked)}
							/>
							<div className="cluster">
								<ActButton variant="primary" onClick={() => setGoal({ document: document.id, sheet, at, keepLater })}>
									{facilitator.setBackTo({ time: format.clock(at) })}
								</ActButton>
							</div>
						</>
					)}
					<div lang={snapshot.workshop.language}>
						{/* The report begins at the third level, as the heading above it does. */}
						<ReportView nodes={past.value.report} below={1} />
					</div>
					<SetBackDialog
						goal={goal}
						onClose={() => setGoal(null)}
						onDone={() => {
							setGoal(null);
							onDone();
						}}
					/>
				</>
			)}
		</section>
	);
}
