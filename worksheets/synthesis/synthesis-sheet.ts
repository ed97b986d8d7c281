import { SYNTHESIS } from "../contract/synthesis.ts";
import type { Worksheet } from "../schema/worksheet.ts";

/** The plenary's board: one sheet with nothing but statements and their clusters. */
export const SYNTHESIS_SHEET: Worksheet = {
	kind: "worksheet",
	id: SYNTHESIS,
	version: 1,
	title: { de: "Synthese", en: "Synthesis" },
	purpose: {
		de: "Was die Gruppen gesagt haben, in wenigen Aussagen zusammengeführt und in Themenfelder geordnet.",
		en: "What the groups have said, brought together in a few statements and sorted into themes.",
	},
	sections: [
		{
			id: "synthesis",
			title: { de: "Synthese", en: "Synthesis" },
			blocks: [
				{
					id: "synthesis",
					type: "synthesis",
					label: { de: "Was haben die Gruppen gesagt?", en: "What have the groups said?" },
					repeat: { cells: true },
				},
			],
		},
	],
};
