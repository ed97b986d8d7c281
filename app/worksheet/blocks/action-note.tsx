import { type MouseEvent, useId } from "react";
import type { ActionSource } from "../../../worksheets/blocks/action-source.ts";
import type { BlockOf } from "../../../worksheets/blocks/definitions.ts";
import type { Step } from "../../../worksheets/contract/steps.ts";
import { saidOf } from "../../../worksheets/plan/said.ts";
import { noteSeen } from "../../../worksheets/plan/take.ts";
import { saidBy } from "../../../worksheets/plan/takeable.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useSheet } from "../sheet-context.tsx";

interface ActionNoteProps {
	block: BlockOf<"actions">;
	item: string | undefined;
	rowId: string;
	source: ActionSource;
	/** Whether another row was taken from the same place. */
	twice: boolean;
	/** What the step says at its source by now, where that is not what was taken. */
	now: Step | undefined;
}

/** Whose step a row of the plan was, and whether it has changed there since. */
export function ActionNote({ block, item, rowId, source, twice, now }: ActionNoteProps) {
	const words = useMessages().sheet;
	const { sheet, language, writable } = useSheet();
	const id = useId();
	const seen = (event: MouseEvent<HTMLButtonElement>) => {
		// The button goes with the note: the focus stays in the row.
		event.currentTarget.closest("[data-row]")?.querySelector<HTMLElement>("textarea, input")?.focus();
		if (now) noteSeen(sheet.doc, block, item, rowId, saidBy(now));
	};
	return (
		<>
			<p className="sheet-muted">{words.takenFrom(source.name)}</p>
			{twice && (
				<p>
					<Badge kind="warning" icon="warning">
						{words.takenTwice}
					</Badge>
				</p>
			)}
			{now && (
				<div className="sheet-notice sheet-changed">
					<p id={id}>
						<strong>{words.changedAtSource}</strong> {words.saysNow(saidOf(now.cells, language))}
					</p>
					{writable && (
						<Button variant="tertiary" icon="check" aria-describedby={id} onClick={seen}>
							{words.seen}
						</Button>
					)}
				</div>
			)}
		</>
	);
}
