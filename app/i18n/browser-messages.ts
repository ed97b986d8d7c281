import type { Language } from "../../worksheets/contract/languages.ts";
import { type Later, later } from "./later.ts";
import type { Messages } from "./messages.ts";
import type { Area, LiveArea } from "./page-texts.ts";

/**
 * The texts of one language as the browser has them: what every live page says, the areas that the page on the screen
 * needs besides (React cannot hydrate a page that has to wait), and each further area when a component first asks for
 * it. That component suspends meanwhile, so that the page somebody is leaving stays until the next one can speak.
 */
export async function browserMessages(language: Language, areas: readonly Area[]): Promise<Messages> {
	const further = language === "de" ? german : english;
	const [{ live }] = await Promise.all([
		language === "de" ? import("./de/live.ts") : import("./en/live.ts"),
		...areas.map((area) => further[area].load()),
	]);
	return withAreas(live, further);
}

type Areas = { [area in Area]: Later<Messages[area]> };

const german: Areas = {
	actors: later(async () => (await import("./de/actors.ts")).actors),
	create: later(async () => (await import("./de/create.ts")).create),
	dimensions: later(async () => (await import("./de/dimensions.ts")).dimensions),
	facilitator: later(async () => (await import("./de/facilitator.ts")).facilitator),
	gallery: later(async () => (await import("./de/gallery.ts")).gallery),
	help: later(async () => (await import("./de/help.ts")).help),
	join: later(async () => (await import("./de/join.ts")).join),
	legal: later(async () => (await import("./de/legal.ts")).legal),
	material: later(async () => (await import("./de/material.ts")).material),
	own: later(async () => (await import("./de/own.ts")).own),
	plan: later(async () => (await import("./de/plan.ts")).plan),
	results: later(async () => (await import("./de/results.ts")).results),
	room: later(async () => (await import("./de/room.ts")).room),
	series: later(async () => (await import("./de/series.ts")).series),
	sheet: later(async () => (await import("./de/sheet.ts")).sheet),
	start: later(async () => (await import("./de/start.ts")).start),
	table: later(async () => (await import("./de/table.ts")).table),
};

const english: Areas = {
	actors: later(async () => (await import("./en/actors.ts")).actors),
	create: later(async () => (await import("./en/create.ts")).create),
	dimensions: later(async () => (await import("./en/dimensions.ts")).dimensions),
	facilitator: later(async () => (await import("./en/facilitator.ts")).facilitator),
	gallery: later(async () => (await import("./en/gallery.ts")).gallery),
	help: later(async () => (await import("./en/help.ts")).help),
	join: later(async () => (await import("./en/join.ts")).join),
	legal: later(async () => (await import("./en/legal.ts")).legal),
	material: later(async () => (await import("./en/material.ts")).material),
	own: later(async () => (await import("./en/own.ts")).own),
	plan: later(async () => (await import("./en/plan.ts")).plan),
	results: later(async () => (await import("./en/results.ts")).results),
	room: later(async () => (await import("./en/room.ts")).room),
	series: later(async () => (await import("./en/series.ts")).series),
	sheet: later(async () => (await import("./en/sheet.ts")).sheet),
	start: later(async () => (await import("./en/start.ts")).start),
	table: later(async () => (await import("./en/table.ts")).table),
};

/** Nothing may copy the result as a whole: that would ask for every area. */
function withAreas(live: Pick<Messages, LiveArea>, areas: Areas): Messages {
	return {
		...live,
		get actors() {
			return areas.actors.read();
		},
		get create() {
			return areas.create.read();
		},
		get dimensions() {
			return areas.dimensions.read();
		},
		get facilitator() {
			return areas.facilitator.read();
		},
		get gallery() {
			return areas.gallery.read();
		},
		get help() {
			return areas.help.read();
		},
		get join() {
			return areas.join.read();
		},
		get legal() {
			return areas.legal.read();
		},
		get material() {
			return areas.material.read();
		},
		get own() {
			return areas.own.read();
		},
		get plan() {
			return areas.plan.read();
		},
		get results() {
			return areas.results.read();
		},
		get room() {
			return areas.room.read();
		},
		get series() {
			return areas.series.read();
		},
		get sheet() {
			return areas.sheet.read();
		},
		get start() {
			return areas.start.read();
		},
		get table() {
			return areas.table.read();
		},
	};
}
