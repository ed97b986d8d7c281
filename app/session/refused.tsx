import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";

/** Why something did not go through, said at once; nothing while nothing was refused. */
export function Refused({ code }: { code: RefusalCode | null }) {
	const { common } = useMessages();
	if (code === null) return null;
	return (
		<Alert kind="danger" role="alert">
			<p>{common.refusals[code]}</p>
		</Alert>
	);
}
