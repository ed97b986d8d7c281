import { sideOf } from "../../../worksheets/assessment/overview.ts";
import type { Snapshot, ViewSpotlight } from "../../../worksheets/contract/snapshot.ts";
import { nameOfView, shownView } from "../../../worksheets/contract/spotlight.ts";
import { usePlenaryWords } from "../../charts/use-plenary-words.ts";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { KeepFocus } from "../../ui/keep-focus.tsx";

/** „Allen zeigen“: this view, as it is chosen here, on every screen. */
export function ShowView({
	snapshot,
	view: { view, worksheet, dimension },
}: {
	snapshot: Snapshot;
	view: ViewSpotlight;
}) {
	const words = usePlenaryWords();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const shown = shownView(snapshot.spotlight);
	const isRunning = snapshot.workshop.status === "running";
	const isSame = shown?.view === view && shown.worksheet === worksheet && shown.dimension === dimension;

	const isKept = snapshot.shown?.includes(nameOfView({ view, worksheet, dimension })) === true;
	const only = dimension === null ? {} : { dimension };

	async function withdraw(): Promise<void> {
		if (await act({ type: "plenary.withdraw", view, worksheet, ...only })) announce(words.withdrawn);
	}

	async function show(): Promise<void> {
		if (await act({ type: "plenary.show", view, worksheet, ...only })) announce(words.nowShown);
	}

	return (
		<KeepFocus className="stack-tight">
			{isRunning ? (
				<div className="cluster">
					<ActButton icon="eye" variant={isSame ? "secondary" : "primary"} resting={isSame} onClick={() => void show()}>
						{words.show}
					</ActButton>
					{shown !== null && <ActButton onClick={() => void act({ type: "spotlight.hide" })}>{words.hide}</ActButton>}
					<span className="muted">{isSame ? words.nowShown : words.sides[sideOf({ view })].showHint}</span>
				</div>
			) : (
				<p className="muted">{words.onlyWhileRunning}</p>
			)}
			{isKept && (
				<div className="cluster">
					<span className="muted">{words.kept}</span>
					<ActButton icon="undo" onClick={() => void withdraw()}>
						{words.withdraw}
					</ActButton>
				</div>
			)}
			<Refused code={refused} />
		</KeepFocus>
	);
}
