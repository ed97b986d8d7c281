import type { Language } from "../contract/languages.ts";

interface PartWords {
	/** The label of the title page's line that says which part this is. */
	part: string;
	group: (name: string) => string;
	own: string;
	measures: string;
	decision: string;
	/** The label of the body that is to decide. */
	body: string;
	facts: string;
	/** What the paper is based on. */
	basis: (title: string, day: string, people: number, groups: number) => string;
	assignments: string;
	assignmentOf: (phase: string, assignment: string) => string;
	findings: string;
	noFindings: string;
	proposal: string;
	noProposal: string;
	measuresHeading: string;
	noMeasures: string;
	/** How many measures name another body, or none. */
	otherMeasures: (measures: number) => string;
}

/** The words of files that hold a part of the results. */
export const partWords: Record<Language, PartWords> = {
	de: {
		part: "Enthält",
		group: (name) => `Ergebnisse der Gruppe „${name}“`,
		own: "Eigene Arbeitsblätter",
		measures: "Maßnahmenplan",
		decision: "Entscheidungsvorlage",
		body: "Für das Gremium",
		facts: "Sachverhalt",
		basis: (title, day, people, groups) =>
			`Grundlage dieser Vorlage ist der Workshop „${title}“ vom ${day} mit ${people === 1 ? "einer Person" : `${people} Personen`}${
				groups > 1 ? ` in ${groups} Gruppen` : ""
			}.`,
		assignments: "Bearbeitet wurden:",
		assignmentOf: (phase, assignment) => `${phase}: ${assignment}`,
		findings: "Befund",
		noFindings: "Bewertungen der Gruppen und gemeinsame Aussagen liegen nicht vor.",
		proposal: "Vorschlag",
		noProposal:
			"Abgestimmt wurde im Workshop nicht. Ergänzen Sie hier in der Word-Datei, was dem Gremium vorgeschlagen wird.",
		measuresHeading: "Maßnahmen",
		noMeasures: "Für dieses Gremium steht keine Maßnahme im Plan.",
		otherMeasures: (measures) =>
			measures === 1
				? "Eine weitere Maßnahme des Plans nennt ein anderes Gremium oder keines."
				: `${measures} weitere Maßnahmen des Plans nennen ein anderes Gremium oder keines.`,
	},
	en: {
		part: "Contains",
		group: (name) => `Results of the group “${name}”`,
		own: "Own worksheets",
		measures: "Action plan",
		decision: "Decision paper",
		body: "For the body",
		facts: "Facts",
		basis: (title, day, people, groups) =>
			`This paper is based on the workshop “${title}” of ${day} with ${people === 1 ? "one person" : `${people} people`}${
				groups > 1 ? ` in ${groups} groups` : ""
			}.`,
		assignments: "What was worked on:",
		assignmentOf: (phase, assignment) => `${phase}: ${assignment}`,
		findings: "Findings",
		noFindings: "There are no ratings by the groups and no shared statements.",
		proposal: "Proposal",
		noProposal: "Nothing was voted on in the workshop. Add in the Word file what is proposed to the body.",
		measuresHeading: "Measures",
		noMeasures: "The plan has no measure for this body.",
		otherMeasures: (measures) =>
			measures === 1
				? "One more measure of the plan names another body or none."
				: `${measures} more measures of the plan name another body or none.`,
	},
};
