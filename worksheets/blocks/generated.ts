import type { BlockType } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { type FormatSuggestionAnswer, formatSuggestionReport, readFormatSuggestion } from "./format-suggestion.ts";
import { type LeanStructureAnswer, leanStructureReport, readLeanStructure } from "./lean-structure.ts";
import { type ProfileAnswer, profileReport, readProfile } from "./profile.ts";

/**
 * A view of other answers of the same sheet. Stored: nothing; no name in the document belongs to it. Its definition
 * holds the definitions of what it is made of, so that it reads like any other block.
 */
type Definition = BlockOf<"generated">;

export type GeneratedAnswer = ProfileAnswer | FormatSuggestionAnswer | LeanStructureAnswer;

export const generatedBlock: BlockType<"generated", Definition, GeneratedAnswer> = {
	type: "generated",
	read(doc, block) {
		switch (block.view) {
			case "profile":
				return readProfile(doc, block);
			case "format-suggestion":
				return readFormatSuggestion(doc, block);
			case "lean-structure":
				return readLeanStructure(doc, block);
		}
	},
	isEmpty(answer) {
		switch (answer.view) {
			case "profile":
				return answer.conditions.every(({ mean }) => mean === null);
			case "format-suggestion":
				return answer.goal === null;
			case "lean-structure":
				return answer.bodies === 0 && answer.parts.every(({ state }) => state === null);
		}
	},
	report(_block, answer, language) {
		if (generatedBlock.isEmpty(answer)) return [];
		switch (answer.view) {
			case "profile":
				return profileReport(answer, language);
			case "format-suggestion":
				return formatSuggestionReport(answer, language);
			case "lean-structure":
				return leanStructureReport(answer, language);
		}
	},
};
