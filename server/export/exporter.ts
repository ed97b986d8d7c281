import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { StepSheet } from "../../worksheets/contract/steps.ts";
import { asksForSteps, stepSheets } from "../../worksheets/plan/steps.ts";
import { toMarkdown } from "../../worksheets/report/markdown.ts";
import { type Results, reportResults, resultsFacts } from "../../worksheets/report/results.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import { type Actor, shareOf } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Download } from "../http/download.ts";
import type { LateReader } from "../late/read-late.ts";
import type { Logger } from "../logger.ts";
import type { Sessions } from "../session/sessions.ts";
import type { CreditedDocument } from "../sync/server.ts";
import { resultsFileName } from "./file-name.ts";
import { type GatherOptions, gather } from "./gather.ts";
import { pdfReport } from "./pdf/pdf-report.ts";
import { createPdfWriter } from "./pdf/pdf-writer.ts";

export const FORMATS = ["json", "md", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/** Each format twice: reading every sheet is the costliest thing anybody can ask for. */
const AT_ONCE = 2 * FORMATS.length;

export interface Exporter {
	/**
	 * What this actor may take home, as a file. Refused `wrong-state` before the first phase, `too-many-requests` while
	 * several of this actor's are being written.
	 */
	export(actor: Actor, format: Format): Promise<Result<Download>>;
	/** What the sheets that this actor may open have agreed on, but for participants' own. Bounded like the exports. */
	steps(actor: Actor): Promise<Result<StepSheet[]>>;
	close(): Promise<void>;
}

export interface ExporterOptions {
	sessions: Pick<Sessions, "snapshot" | "worksheets" | "groupNames" | "personNames">;
	read(documentId: string): Promise<CreditedDocument | null>;
	readLate: LateReader;
	clock: Clock;
	logger: Logger;
	/** In which zone times are written; the field works in one. */
	timeZone?: string;
}

export function createExporter({
	sessions,
	read,
	readLate,
	clock,
	logger,
	timeZone = "Europe/Berlin",
}: ExporterOptions): Exporter {
	const pdf = createPdfWriter({ logger });
	const encode = (text: string) => new TextEncoder().encode(text);

	/** One writer a format: the compiler names a format without one. */
	const writers: Record<Format, { contentType: string; write(results: Results): Promise<Uint8Array> }> = {
		json: {
			contentType: "application/json; charset=utf-8",
			write: async (results) => encode(`${JSON.stringify(results, null, "\t")}\n`),
		},
		md: {
			contentType: "text/markdown; charset=utf-8",
			write: async (results) => encode(markdownReport(results, timeZone)),
		},
		pdf: {
			contentType: "application/pdf",
			write: (results) => pdf.write(JSON.stringify(pdfReport(results, timeZone))),
		},
	};

	async function seen(actor: Actor): Promise<Result<Snapshot>> {
		const snapshot = await sessions.snapshot(actor);
		return snapshot.ok && snapshot.value.you.waiting ? refusal("forbidden", "not let in yet") : snapshot;
	}

	async function gathered(
		{ workshopId }: Actor,
		snapshot: Snapshot,
		only: Pick<GatherOptions, "wanted"> = {},
	): Promise<Result<Results>> {
		const names = await sessions.groupNames(workshopId);
		return await gather({
			snapshot,
			worksheets: await sessions.worksheets(workshopId),
			groupName: (id) => names.get(id),
			people: await sessions.personNames(workshopId),
			read,
			readLate,
			now: clock.now(),
			...only,
		});
	}

	async function steps(actor: Actor): Promise<Result<StepSheet[]>> {
		const snapshot = await seen(actor);
		if (!snapshot.ok) return snapshot;
		const results = await gathered(actor, snapshot.value, {
			wanted: ({ scope }, worksheet) => scope.kind !== "participant" && asksForSteps(worksheet),
		});
		return results.ok ? accepted(stepSheets(results.value.sheets)) : results;
	}

	async function write(actor: Actor, format: Format): Promise<Result<Download>> {
		const snapshot = await seen(actor);
		if (!snapshot.ok) return snapshot;
		if (snapshot.value.workshop.status === "lobby") {
			return refusal("wrong-state", "there are results from the first phase on");
		}
		const results = await gathered(actor, snapshot.value);
		if (!results.ok) return results;
		const writer = writers[format];
		return accepted({
			fileName: resultsFileName(results.value, format),
			contentType: writer.contentType,
			body: await writer.write(results.value),
		});
	}

	/** Exports under way, by workshop and share. */
	const underWay = new Map<string, number>();

	async function bounded<Value>(actor: Actor, make: () => Promise<Result<Value>>): Promise<Result<Value>> {
		const key = `${actor.workshopId} ${shareOf(actor)}`;
		const before = underWay.get(key) ?? 0;
		if (before >= AT_ONCE) return refusal("too-many-requests", "exports at once");
		underWay.set(key, before + 1);
		try {
			return await make();
		} finally {
			const left = (underWay.get(key) ?? 1) - 1;
			if (left === 0) underWay.delete(key);
			else underWay.set(key, left);
		}
	}

	return {
		export: (actor, format) => bounded(actor, () => write(actor, format)),
		steps: (actor) => bounded(actor, () => steps(actor)),
		close: () => pdf.close(),
	};
}

function markdownReport(results: Results, timeZone: string): string {
	const words = resultsWords[results.language];
	const head = toMarkdown([
		{ kind: "heading", level: 1, text: results.workshop.title },
		...(results.interim ? [{ kind: "paragraph" as const, text: words.interim }] : []),
		{ kind: "facts", items: resultsFacts(results, timeZone) },
	]);
	return `${head}\n${toMarkdown(reportResults(results, timeZone), { below: 1 })}`;
}
