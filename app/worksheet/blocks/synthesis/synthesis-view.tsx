import { lazy, Suspense } from "react";
import { synthesisBlock } from "../../../../worksheets/blocks/synthesis.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { useSheet } from "../../sheet-context.tsx";
import { useAnswer } from "../../use-answer.ts";
import type { BlockProps } from "../block-props.ts";
import { ReadBoard } from "./read-board.tsx";

/** Only those who steer work on it: nobody else has to fetch what they do it with. */
const Board = lazy(() => import("../../../facilitator/synthesis/board.tsx"));

/** The plenary's statements in their clusters. */
export default function SynthesisView({ block }: BlockProps<"synthesis">) {
	const { writable } = useSheet();
	const { session } = useMessages();
	const answer = useAnswer(synthesisBlock, block, undefined);
	const reading = <ReadBoard answer={answer} />;
	if (!writable) return reading;
	return (
		<Suspense
			fallback={
				<>
					<p className="sheet-muted">{session.loadingSheet}</p>
					{reading}
				</>
			}
		>
			<Board block={block} />
		</Suspense>
	);
}
