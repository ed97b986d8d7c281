import type { ReactNode } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Refused } from "../session/refused.tsx";
import { Button } from "../ui/button.tsx";

interface QuestionEndProps {
	refused: RefusalCode | null;
	onCancel: () => void;
	/** The button that does what is asked about. */
	children: ReactNode;
}

/** How a dialog that asks once more ends: why it did not go through, the way back, and then what it is about. */
export function QuestionEnd({ refused, onCancel, children }: QuestionEndProps) {
	const { common } = useMessages();
	return (
		<>
			<Refused code={refused} />
			<div className="cluster">
				<Button onClick={onCancel}>{common.cancel}</Button>
				{children}
			</div>
		</>
	);
}
