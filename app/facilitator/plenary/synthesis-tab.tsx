import { steers } from "../../../worksheets/contract/roles.ts";
import type { DocumentView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { shownSheet } from "../../../worksheets/contract/spotlight.ts";
import { SYNTHESIS } from "../../../worksheets/contract/synthesis.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { SheetPanel } from "../../session/sheet-panel.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { KeepFocus } from "../../ui/keep-focus.tsx";
import { AnswerMeasures } from "../measures/answer-measures.tsx";
import { useSynthesisWords } from "../synthesis/use-synthesis-words.ts";
import type { PlenaryTabProps } from "./tab-props.ts";

/** What the groups have written, gathered and put in order. */
export function SynthesisTab({ snapshot, worksheets }: PlenaryTabProps) {
	const words = useSynthesisWords();
	const steering = steers(snapshot.you.role);
	const worksheet = worksheets[SYNTHESIS];
	const document = snapshot.documents.find(({ worksheet: id, scope }) => id === SYNTHESIS && scope.kind === "plenary");
	if (document === undefined && (!steering || snapshot.workshop.status === "ended")) return <p>{words.notBegun}</p>;
	return (
		<KeepFocus className="stack">
			{document === undefined && <BeginSynthesis />}
			{document !== undefined && steering && snapshot.workshop.status === "running" && (
				<ShowBoard snapshot={snapshot} board={document} />
			)}
			{document !== undefined && worksheet === undefined && <p role="status">{words.loading}</p>}
			{document !== undefined && worksheet !== undefined && (
				<SheetPanel
					snapshot={snapshot}
					document={document}
					worksheet={worksheet}
					answerTools={steering ? AnswerMeasures : undefined}
				/>
			)}
		</KeepFocus>
	);
}

function BeginSynthesis() {
	const words = useSynthesisWords();
	const { act, refused } = useAct();
	return (
		<div className="stack">
			<p>{words.beginHint}</p>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton variant="primary" onClick={() => void act({ type: "synthesis.open" })}>
					{words.begin}
				</ActButton>
			</div>
		</div>
	);
}

/** „Allen zeigen“ puts the board on every screen, as it is worked on. */
function ShowBoard({ snapshot, board }: { snapshot: Snapshot; board: DocumentView }) {
	const { room } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const isShown = shownSheet(snapshot.spotlight)?.document === board.id;
	async function show(): Promise<void> {
		if (await act({ type: "spotlight.show", document: board.id })) announce(room.nowShown);
	}
	return (
		<div>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton icon="eye" resting={isShown} onClick={() => void show()}>
					{isShown ? room.nowShown : room.show}
				</ActButton>
				{isShown && <ActButton onClick={() => void act({ type: "spotlight.hide" })}>{room.hide}</ActButton>}
			</div>
		</div>
	);
}
