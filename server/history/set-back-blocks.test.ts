import { expect, it } from "vitest";
import * as Y from "yjs";
import { setCheck } from "../../worksheets/blocks/checklist.ts";
import { setChoice, setChoiceOwn } from "../../worksheets/blocks/choice.ts";
import { matrixText, setMatrixCell } from "../../worksheets/blocks/matrix.ts";
import { assessmentText, setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import { addOwnOption, setMultiChoiceReason, toggleOption } from "../../worksheets/blocks/multi-choice.ts";
import { place, setOwnEntry, unplace } from "../../worksheets/blocks/ranking-write.ts";
import { readBlock } from "../../worksheets/blocks/registry.ts";
import { richTextOf } from "../../worksheets/blocks/rich-text.ts";
import { setScale } from "../../worksheets/blocks/scale.ts";
import { addRow, cellText, removeRow, setCell } from "../../worksheets/blocks/table.ts";
import { textOf } from "../../worksheets/blocks/text.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { blockOf, everyBlock } from "../../worksheets/document/every-block.fixture.ts";
import { readWorksheet } from "../../worksheets/document/read.ts";
import { setBack } from "./set-back.ts";

const modules = blockOf("ranking", "modules");
const assessment = blockOf("module-assessment", "assessment");
const list = blockOf("table", "list");
const steps = blockOf("actions", "steps");
const grid = blockOf("matrix", "grid");

function filled(): Y.Doc {
	const doc = new Y.Doc();
	const own = setOwnEntry(doc, modules, undefined, "x1", "Eigener Kreis");
	place(doc, modules, undefined, "board", 0);
	place(doc, modules, undefined, own, 1);
	const paragraph = new Y.XmlElement("paragraph");
	paragraph.insert(0, [new Y.XmlText("Weil er entscheidet")]);
	richTextOf(doc, blockOf("rich-text", "why"), "board").insert(0, [paragraph]);
	setAssessment(doc, assessment, "board", "lasting", { state: 2 });
	setAssessment(doc, assessment, "board", "reach", { outlook: "extend" });
	assessmentText(doc, assessment, "board", "lasting", "evidence").insert(0, "Beschluss vom Mai");
	textOf(doc, blockOf("text", "name"), undefined).insert(0, "Kreis Nord");
	setChoice(doc, blockOf("choice", "form"), undefined, "circle");
	setChoiceOwn(doc, blockOf("choice", "form"), undefined, "eigene Form");
	toggleOption(doc, blockOf("multi-choice", "paths"), undefined, "board", true);
	addOwnOption(doc, blockOf("multi-choice", "paths"), undefined, "y1", "eigener Weg");
	setMultiChoiceReason(doc, blockOf("multi-choice", "paths"), undefined, "weil");
	setScale(doc, blockOf("scale", "mood"), undefined, 1);
	setCheck(doc, blockOf("checklist", "check"), undefined, "mandate", "partly");
	setCheck(doc, blockOf("checklist", "ticks"), undefined, "first", true);
	for (const row of ["r1", "r2", "r3"]) {
		addRow(doc, list, undefined, row);
		cellText(doc, list, undefined, row, "note")?.insert(0, `Notiz ${row}`);
		setCell(doc, list, undefined, row, "clear", "yes");
	}
	addRow(doc, steps, undefined, "s1");
	setMatrixCell(doc, grid, undefined, "top", "kind", "board");
	matrixText(doc, grid, undefined, "low", "note").insert(0, "unten");
	setDone(doc, "goal", true);
	return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

/** Takes away all that a document holds, whatever its kind. */
function wipe(doc: Y.Doc): void {
	doc.transact(() => {
		for (const type of doc.share.values()) {
			if (type instanceof Y.Map) type.clear();
			else if (type instanceof Y.Array || type instanceof Y.Text || type instanceof Y.XmlFragment) {
				type.delete(0, type.length);
			}
		}
	});
}

function setBackTo(then: Y.Doc, now: Y.Doc, keepLater: boolean, client = 77): void {
	const made = setBack(then, now, { keepLater, origins: [], client });
	Y.applyUpdate(now, made?.update ?? Uint8Array.of(0, 0));
}

const answers = (doc: Y.Doc) => readWorksheet(copyOf(doc), everyBlock);

it.each([true, false])("gives every kind of answer back after a wipe (what came later stays: %s)", (keepLater) => {
	const doc = filled();
	const then = copyOf(doc);
	wipe(doc);
	expect(answers(doc)).not.toEqual(answers(then));
	setBackTo(then, doc, keepLater);
	expect(answers(doc)).toEqual(answers(then));
});

it("gives back rows that were removed, the last one and those before it", () => {
	const doc = filled();
	const then = copyOf(doc);
	for (const row of ["r1", "r2"]) removeRow(doc, list, undefined, row);
	cellText(doc, list, undefined, "r3", "note")?.insert(0, "neu: ");
	setBackTo(then, doc, true);
	const { rows } = readBlock<"table">(copyOf(doc), list);
	expect(rows.map(({ id, cells }) => [id, cells.note])).toEqual([
		["r1", "Notiz r1"],
		["r2", "Notiz r2"],
		["r3", "neu: Notiz r3"],
	]);
});

it("leaves a row out of sight that was removed already, and in sight what was brought back", () => {
	const doc = filled();
	removeRow(doc, list, undefined, "r1");
	const then = copyOf(doc);
	const seen = answers(then);
	wipe(doc);
	setBackTo(then, doc, true);
	expect(answers(doc)).toEqual(seen);
});

it("keeps places that were given later beside those that come back", () => {
	const doc = filled();
	const then = copyOf(doc);
	unplace(doc, modules, undefined, "board");
	place(doc, modules, undefined, "circle", 0);
	setBackTo(then, doc, true);
	const ranking = answers(doc).sections[0]?.blocks[0]?.answers[0]?.answer;
	expect(JSON.stringify(ranking)).toMatch(/board.*circle|circle.*board/);
	setBackTo(then, doc, false, 78);
	expect(answers(doc)).toEqual(answers(then));
});
