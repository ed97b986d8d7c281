import { useState } from "react";
import type { DocumentView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { shownSheet } from "../../../worksheets/contract/spotlight.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { KeepFocus } from "../../ui/keep-focus.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { questionProgress } from "../question-progress.ts";

const WHOLE = "";

interface SpotlightControlProps {
	snapshot: Snapshot;
	document: DocumentView;
	worksheet: Worksheet;
}

/** „Allen zeigen“: this sheet, or one of its answers, on every screen. */
export function SpotlightControl({ snapshot, document, worksheet }: SpotlightControlProps) {
	const { room } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const { workshop, progress } = snapshot;
	const spotlight = shownSheet(snapshot.spotlight);
	const isShown = spotlight?.document === document.id;
	const [question, setQuestion] = useState(isShown ? (spotlight.question ?? WHOLE) : WHOLE);
	const counted = progress.find(({ id }) => id === document.id);
	const questions = questionProgress(counted, worksheet, undefined, workshop.language);
	const isSame = isShown && (spotlight.question ?? WHOLE) === question;

	async function show(): Promise<void> {
		const at = question === WHOLE ? {} : { question };
		if (await act({ type: "spotlight.show", document: document.id, ...at })) announce(room.nowShown);
	}

	return (
		<Disclosure summary={room.show} open={isShown}>
			<div className="stack">
				<p>{room.showHint}</p>
				<SelectField
					id="show-what"
					label={room.showWhat}
					value={question}
					options={[
						{ value: WHOLE, label: room.showSheet },
						...questions.map(({ name, number, label }) => ({
							value: name,
							label: room.showQuestion({ number, label }),
						})),
					]}
					onChange={(event) => setQuestion(event.target.value)}
				/>
				<Refused code={refused} />
				<KeepFocus className="cluster">
					<ActButton icon="eye" resting={isSame} onClick={() => void show()}>
						{room.show}
					</ActButton>
					{isShown && <ActButton onClick={() => void act({ type: "spotlight.hide" })}>{room.hide}</ActButton>}
				</KeepFocus>
			</div>
		</Disclosure>
	);
}
