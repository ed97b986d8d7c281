import { type FormEvent, useState } from "react";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { cleanLine } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { deleteWorkshop } from "../../session/api-client.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { QuestionEnd } from "../question-end.tsx";

interface DeleteWorkshopProps {
	snapshot: Snapshot;
	onClose: () => void;
	onDeleted: () => void;
}

/** Erases the workshop at once. Typing the title keeps a slip of the hand from doing so. */
export function DeleteWorkshop({ snapshot, onClose, onDeleted }: DeleteWorkshopProps) {
	const { facilitator } = useMessages();
	const [typed, setTyped] = useState("");
	const [wrong, setWrong] = useState(false);
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	const { id, title } = snapshot.workshop;

	async function erase(event: FormEvent): Promise<void> {
		event.preventDefault();
		const matches = cleanLine(typed) === cleanLine(title);
		setWrong(!matches);
		if (!matches) return;
		const erased = await deleteWorkshop(id);
		if (erased.ok || erased.refused === "ended") onDeleted();
		else setRefused(erased.refused);
	}

	return (
		<form className="stack" onSubmit={(event) => void erase(event)}>
			<p>{facilitator.deleteText}</p>
			<p>{facilitator.deleteElsewhere}</p>
			<TextField
				id="delete-title"
				label={facilitator.deleteType({ title })}
				error={wrong ? facilitator.deleteWrong : undefined}
				autoComplete="off"
				value={typed}
				onChange={(event) => setTyped(event.target.value)}
			/>
			<QuestionEnd refused={refused} onCancel={onClose}>
				<Button type="submit" variant="danger">
					{facilitator.delete}
				</Button>
			</QuestionEnd>
		</form>
	);
}
