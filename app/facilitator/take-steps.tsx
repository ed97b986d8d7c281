import { useEffect, useState } from "react";
import { MOST_ACTIONS } from "../../worksheets/blocks/action-columns.ts";
import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import type { StepSheet } from "../../worksheets/contract/steps.ts";
import { changedSteps, type Offer, offersOf } from "../../worksheets/plan/offers.ts";
import { takeStep } from "../../worksheets/plan/take.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useSession } from "../session/session-provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import type { PlanToolsProps } from "../worksheet/plan-tools.ts";
import { randomId } from "../worksheet/random-id.ts";
import { useSheet } from "../worksheet/sheet-context.tsx";
import { LoadFailed } from "./load-failed.tsx";
import { OfferedSteps, offerKey } from "./offered-steps.tsx";
import { loadSteps } from "./steps-client.ts";
import { type Loaded, useLoaded } from "./use-loaded.ts";
import { useNews } from "./use-news.ts";

/** „Schritte aus den Blättern übernehmen“: feeds the plan with what the sheets have agreed on. */
export default function TakeSteps({ block, item, rows, onChanges }: PlanToolsProps) {
	const { facilitator } = useMessages();
	const { snapshot, connection } = useSession();
	const { sheet, language, writable } = useSheet();
	const announce = useAnnounce();
	const [open, setOpen] = useState(false);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const [steps, again] = useLoaded(snapshot.workshop.id, () => loadSteps(snapshot.workshop.id));
	const sheets = useLastLoaded(steps);

	// While the dialog is open, what is in it stays as it is.
	useNews(lastWritten(snapshot.progress, rows), again, open);

	useEffect(() => {
		if (sheets !== null) onChanges(changedSteps(sheets, rows));
	}, [sheets, rows, onChanges]);

	const offered = offersOf(steps.state === "ready" ? steps.value : [], rows);
	const wanted = offered.flatMap(({ offers }) => offers).filter((offer) => !offer.taken && chosen.has(offerKey(offer)));
	const room = MOST_ACTIONS - rows.length;
	const resting = wanted.length === 0 || wanted.length > room;

	const ask = () => {
		setChosen(new Set());
		setOpen(true);
		// What the groups have written since this page was opened.
		again();
	};
	const choose = (offer: Offer, on: boolean) => {
		const next = new Set(chosen);
		if (on) next.add(offerKey(offer));
		else next.delete(offerKey(offer));
		setChosen(next);
	};
	const take = () => {
		if (resting) return;
		sheet.doc.transact(() => {
			for (const { step, source } of wanted) {
				takeStep(sheet.doc, block, item, randomId(), { cells: step.cells, source });
			}
		});
		setOpen(false);
		announce(facilitator.stepsTaken({ count: wanted.length }));
	};

	if (!writable) return null;
	return (
		<>
			<div className="cluster">
				<Button icon="plus" onClick={ask}>
					{facilitator.takeSteps}
				</Button>
			</div>
			<Dialog
				open={open}
				wide
				title={facilitator.takeSteps}
				onClose={() => setOpen(false)}
				footer={
					<>
						<Button onClick={() => setOpen(false)}>{facilitator.takeNothing}</Button>
						<Button variant="primary" aria-disabled={resting || undefined} onClick={take}>
							{facilitator.takeChosen({ count: wanted.length })}
						</Button>
					</>
				}
			>
				<div className="stack">
					<p>{facilitator.takeStepsHint}</p>
					{connection !== "live" && <Alert kind="warning">{facilitator.stepsOffline}</Alert>}
					{wanted.length > room && <Alert kind="warning">{facilitator.planFull({ most: MOST_ACTIONS, room })}</Alert>}
					{steps.state === "loading" && <p role="status">{facilitator.stepsLoading}</p>}
					{steps.state === "failed" && <LoadFailed refused={steps.refused} again={again} />}
					{steps.state === "ready" && (
						<OfferedSteps offered={offered} chosen={chosen} language={language} onChoose={choose} />
					)}
				</div>
			</Dialog>
		</>
	);
}

/** Asked again, the marks in the plan stay as they are until the answer is there. */
function useLastLoaded(loaded: Loaded<StepSheet[]>): StepSheet[] | null {
	const [last, setLast] = useState<StepSheet[] | null>(null);
	useEffect(() => {
		if (loaded.state === "ready") setLast(loaded.value);
	}, [loaded]);
	return last;
}

/** When the sheets that the plan has steps of were last written in, in epoch milliseconds; 0 for never. */
function lastWritten(progress: readonly DocumentProgress[], rows: PlanToolsProps["rows"]): number {
	const sources = new Set(rows.flatMap(({ source }) => (source === undefined ? [] : [source.document])));
	return Math.max(0, ...progress.map(({ id, lastChangeAt }) => (sources.has(id) ? (lastChangeAt ?? 0) : 0)));
}
