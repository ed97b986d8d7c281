import type { ReactNode } from "react";
import { formatSentence } from "../../../worksheets/blocks/format-suggestion.ts";
import { type GeneratedAnswer, generatedBlock } from "../../../worksheets/blocks/generated.ts";
import { leanSentences } from "../../../worksheets/blocks/lean-structure.ts";
import { profileSentence } from "../../../worksheets/blocks/profile.ts";
import type { Language } from "../../../worksheets/contract/languages.ts";
import { listed } from "../../../worksheets/report/numbers.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { useAnswer } from "../use-answer.ts";
import type { BlockProps } from "./block-props.ts";
import { FittingFormats } from "./fitting-formats.tsx";
import { LeanParts } from "./lean-parts.tsx";
import { ProfileTable } from "./profile-table.tsx";

/** A view of other answers, as they stand now: what it says in words, and below it the figures. */
export default function Generated({ block, labelledBy, describedBy }: BlockProps<"generated">) {
	const { language } = useSheet();
	const nothingYet = useNothingYet(language);
	const answer = useAnswer(generatedBlock, block, undefined);
	if (generatedBlock.isEmpty(answer)) return <p className="sheet-notice">{nothingYet(answer)}</p>;
	return (
		<figure className="sheet-figure" aria-labelledby={labelledBy} aria-describedby={describedBy}>
			<figcaption className="sheet-figure__sentence">
				{sentences(answer, language).map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
			</figcaption>
			{figure(answer, labelledBy)}
		</figure>
	);
}

function sentences(answer: GeneratedAnswer, language: Language): string[] {
	switch (answer.view) {
		case "profile":
			return [profileSentence(answer, language)];
		case "format-suggestion":
			return [formatSentence(answer, language)];
		case "lean-structure":
			return leanSentences(answer, language);
	}
}

function figure(answer: GeneratedAnswer, labelledBy: string): ReactNode {
	switch (answer.view) {
		case "profile":
			return <ProfileTable answer={answer} labelledBy={labelledBy} />;
		case "format-suggestion":
			return <FittingFormats answer={answer} />;
		case "lean-structure":
			return <LeanParts answer={answer} labelledBy={labelledBy} />;
	}
}

/** What has to be answered first. */
function useNothingYet(language: Language): (answer: GeneratedAnswer) => string {
	const words = useMessages().sheet.generated;
	return (answer) => {
		switch (answer.view) {
			case "profile":
				return words.nothingRated(
					listed(
						answer.conditions.map(({ name }) => name[language]),
						language,
					),
				);
			case "format-suggestion":
				return words.noGoal;
			case "lean-structure":
				return words.nothingAssessed;
		}
	};
}
