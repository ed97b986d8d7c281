import type { plenary as german } from "../de/plenary.ts";

export const plenary: typeof german = {
	title: "Plenary",
	lead: "What the groups have come to, side by side. Everybody else sees only what you show.",
	leadObserver: "What the groups have come to, side by side.",
	toCockpit: "To facilitation",
	views: "Views",
	tabs: {
		heatmap: "Heatmap",
		distribution: "Distribution",
		units: "Municipalities",
		answers: "Answers",
		votes: "Votes",
	},

	loading: "The results are being loaded …",
	failed: "The results could not be loaded. Arena keeps trying.",
	mayBeOld: "No connection: what stands here may be out of date.",
	nothingShown: "There is nothing of it for you to see at the moment.",
	noAssessments: "There is no worksheet yet in which groups assess modules. It comes with its phase.",

	worksheet: "Worksheet",
	order: "Sort",
	orders: { name: "by name", spread: "by largest difference" },
	dimension: "Dimension",
	allDimensions: "All dimensions",
	show: "Show to everybody",
	nowShown: "Everybody sees this view.",
	hide: "Stop showing",
	kept: "After the end this view is in the results for everybody.",
	withdraw: "Take out of the results",
	withdrawn: "This view is no longer shown and no longer in the results for everybody.",
	onlyWhileRunning: "You can show it while the workshop is running.",

	module: "Module",
	value: "Value",
	median: "Median",
	range: "Range",
	reason: "Reason",
	dissent: "Dissenting view",
	outlook: "Outlook",
	evidence: "Evidence",
	legend: "What the numbers mean",
	asTable: "Show as table",
	cell: ({ unit, module, dimension, value }) => `${unit}, ${module}, ${dimension}: ${value}`,
	closeCell: "Close",
	sides: {
		groups: {
			row: "Group",
			noValue: "no value",
			nothingSaid: "The group has written nothing about it.",
			showHint:
				"Everybody then sees this view on their device and on the projector. After the end it stays in the results for everybody, with what the groups say by then.",
		},
		units: {
			row: "Municipality",
			noValue: "not shown (too few people)",
			nothingSaid:
				"Nothing is shown here: fewer than three people have chosen a value, or other numbers would tell of so few.",
			showHint:
				"Everybody then sees this view on their device and on the projector. After the end it stays in the results for everybody, as it was last counted.",
		},
	},
	notCounted: "Nothing has been counted by municipality yet that could be shown.",
	notCountable:
		"What can be counted is what people who named their municipality or institution have rated in worksheets of their own. There is none yet.",
	everybody: "everybody together",
	few: "Distributions of fewer than three people stand in the group’s worksheet alone.",
	noVotes: "Nothing is put to the vote in this workshop.",
	voteOpen: "The vote is still open.",
	voteCounting: "The votes are being counted.",
	voteNeverClosed: "The vote was never closed.",
	voted: (voted, eligible) => `${voted} of ${eligible} have voted.`,
};
