import type { Erasure } from "../../worksheets/contract/erasure.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";

/** What is left of a deleted workshop. */
export function GoneReceipt({ receipt }: { receipt: Erasure }) {
	const { errorPage } = useMessages().common;
	const format = useFormat();
	const { erasedAt, why, documents, participants } = receipt;
	return (
		<p>
			{why !== null && `${errorPage.goneWhy[why]} `}
			{errorPage.goneReceipt({
				date: format.date(erasedAt),
				time: format.time(erasedAt),
				documents,
				participants,
			})}
		</p>
	);
}
