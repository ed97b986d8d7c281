/** Actor maps: their rows, their board, and who may see what is rated. */
export const actors = {
	parts: "Parts of the table",
	unnamed: "Without a name",
	showBoard: "Show map",
	showTable: "Show table",

	examplesTitle: "What it can look like",
	takeExample: "Use example",
	takeExampleNamed: (name: string) => `Use example “${name}”`,

	boardTitle: (up: string, across: string) => `Map: ${up} and ${across}`,
	boardHint:
		"Drag a stakeholder to its place, or select it and then “Move to …”. The arrow keys move it point by point.",
	upAxis: (axis: string, low: string, high: string) => `${axis}, from bottom to top: ${low} to ${high}`,
	acrossAxis: (axis: string, low: string, high: string) => `${axis}, from left to right: ${low} to ${high}`,
	place: (up: string, upPoint: string, across: string, acrossPoint: string) =>
		`${up} ${upPoint}, ${across} ${acrossPoint}`,
	moved: (name: string, place: string) => `${name}: ${place}`,
	unplaced: "Not on the map yet",
	allPlaced: "All stakeholders are on the map.",
	taken: (name: string) => `${name} is no longer on the map.`,
	moveTo: "Move to …",
	moveNamedTo: (name: string) => `Move ${name} to …`,
	offBoard: "Not on the map",

	kept: "Arena shows the ratings to your group only. Whom you name here the facilitator sees too and, where the sheet is shown, so do the others.",
	release: "Release ratings",
	released: "Your group has released the ratings. Others can see them now too.",
	takeBack: "Take the release back",
	nowReleased: "The ratings are released.",
	nowKept: "The release is taken back.",
	withheld: "The group has not released the ratings.",
};
