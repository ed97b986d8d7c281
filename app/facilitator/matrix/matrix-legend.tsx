import type { Language } from "../../../worksheets/contract/languages.ts";
import type { ProgressState } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import type { MatrixSheet } from "./matrix-sheets.ts";
import { STATE_SYMBOL } from "./state-symbol.ts";

const STATES: readonly ProgressState[] = ["empty", "started", "done"];

/** What the signs mean, and what the questions ask. */
export function MatrixLegend({ sheet, language }: { sheet: MatrixSheet; language: Language }) {
	const { facilitator } = useMessages();
	return (
		<>
			<ul className="matrix-legend">
				{STATES.map((state) => (
					<li key={state}>
						<span aria-hidden="true" className={`matrix__button matrix__button--${state}`}>
							{STATE_SYMBOL[state]}
						</span>{" "}
						{facilitator.questionState[state]}
					</li>
				))}
			</ul>
			<Disclosure summary={facilitator.questionsInWords} onPaper>
				<ol className="matrix-questions" lang={language}>
					{sheet.columns.map(({ number, label }) => (
						<li key={number} value={number}>
							{label ?? facilitator.questionDiffers}
						</li>
					))}
				</ol>
			</Disclosure>
		</>
	);
}
