import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Refused } from "../session/refused.tsx";
import { Button } from "../ui/button.tsx";

/** Why something could not be loaded, and a way to ask for it again. */
export function LoadFailed({ refused, again }: { refused: RefusalCode; again: () => void }) {
	const { common } = useMessages();
	return (
		<>
			<Refused code={refused} />
			<div className="cluster">
				<Button onClick={again}>{common.retry}</Button>
			</div>
		</>
	);
}
