import { expect, it } from "vitest";
import * as Y from "yjs";
import { ratingResult } from "../assessment/rating-result.ts";
import { assessmentText, setAssessment } from "../blocks/module-assessment.ts";
import { place } from "../blocks/ranking-write.ts";
import { ratedParts } from "../blocks/rated-parts.ts";
import { setScale, setScaleReason } from "../blocks/scale.ts";
import type { ScopeKind } from "../contract/snapshot.ts";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { readWorksheet } from "../document/read.ts";
import { ratingRows } from "./rating-rows.ts";
import type { ResultSheet } from "./results.ts";

const assessment = blockOf("module-assessment", "assessment");
const ranking = blockOf("ranking", "modules");
const rated = ratedParts(assessment);
const reach = (value: number | "unknown") =>
	rated.map(({ part }) => ({ part, value: part === "reach" ? value : null }));

function sheet(doc: Y.Doc, kind: ScopeKind, revealed: ResultSheet["revealed"] = []): ResultSheet {
	return {
		document: "d",
		worksheet: everyBlock.id,
		worksheetVersion: 1,
		title: everyBlock.title.de,
		scope: { kind, id: null, name: "Gruppe A" },
		credits: { names: ["Anna"], changedAt: null },
		answered: readWorksheet(doc, everyBlock),
		withheld: false,
		revealed,
		late: [],
	};
}

const rows = (...sheets: ResultSheet[]) => ratingRows({ sheets, language: "de" });

it("tells what a group has agreed on, with what it says of it", () => {
	const doc = new Y.Doc();
	place(doc, ranking, undefined, "board", 0);
	setAssessment(doc, assessment, "board", "reach", { state: 2 });
	assessmentText(doc, assessment, "board", "reach", "evidence").insert(0, " Beschluss ");
	assessmentText(doc, assessment, "board", "reach", "dissent").insert(0, "Zu früh");
	expect(rows(sheet(doc, "group"))).toEqual([
		{
			unit: "",
			group: "Gruppe A",
			module: "Beirat",
			dimension: "Reichweite",
			value: 2,
			label: "umgesetzt",
			stage: "group",
			reason: "Beleg: Beschluss\nAbweichende Sicht: Zu früh",
			question: assessment.label.de,
			worksheet: everyBlock.title.de,
		},
	]);
});

it("tells each person's rating that was revealed in a row of its own, by value, whoever rated first", () => {
	const doc = new Y.Doc();
	place(doc, ranking, undefined, "board", 0);
	const result = ratingResult(rated, [reach(2), reach("unknown"), reach(0), reach(2), null]);
	const told = rows(sheet(doc, "group", [{ question: "assessment/board", ...result }]));
	expect(told.map(({ value, label, stage }) => [value, label, stage])).toEqual([
		[0, "nicht begonnen", "individual"],
		[2, "umgesetzt", "individual"],
		[2, "umgesetzt", "individual"],
		[null, "weiß nicht", "individual"],
	]);
	expect(new Set(told.map(({ unit, reason }) => unit + reason))).toEqual(new Set([""]));
	// In whatever order people were counted.
	const turned = ratingResult(rated, [null, reach(2), reach(0), reach(2), reach("unknown")]);
	expect(rows(sheet(doc, "group", [{ question: "assessment/board", ...turned }]))).toEqual(told);
});

it("has no rows where nothing is rated, and calls one's own rating one's own", () => {
	const doc = new Y.Doc();
	expect(rows(sheet(doc, "participant"))).toEqual([]);
	const scale = blockOf("scale", "mood");
	setScale(doc, scale, undefined, "unknown");
	setScaleReason(doc, scale, undefined, "Neu hier");
	expect(rows(sheet(doc, "participant"), sheet(doc, "plenary"))).toMatchObject([
		{ stage: "own", value: null, label: "weiß nicht", reason: "Neu hier", module: "", dimension: "" },
		{ stage: "plenary" },
	]);
});
