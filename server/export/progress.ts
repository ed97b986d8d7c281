import type { PackageProgress } from "../../worksheets/contract/package-progress.ts";
import type { Clock } from "../clock.ts";

/** So long somebody may still ask how a package went. */
const KEPT_MS = 10 * 60_000;
/** Over all workshops; beyond that the oldest is forgotten, which costs a line on a page. */
const MOST = 1_000;

/** What a package tells while it is written. */
export interface ProgressReport {
	begin(files: number): void;
	written(): void;
	missing(fileName: string): void;
	end(): void;
}

export interface ProgressBoard {
	/** `key`: whose package it is, and the id that their page has given it. The same again begins anew. */
	report(key: string): ProgressReport;
	/** One that has not begun, or that nobody remembers, has no files. */
	read(key: string): PackageProgress;
}

/** How far packages are, in memory alone: a page asks, while the file itself goes past it to the browser's downloads. */
export function createProgressBoard(clock: Clock): ProgressBoard {
	const entries = new Map<string, PackageProgress & { since: number }>();

	function makeRoom(): void {
		for (const [key, { since }] of entries) {
			if (since + KEPT_MS > clock.now() && entries.size < MOST) return;
			entries.delete(key);
		}
	}

	return {
		report(key) {
			makeRoom();
			entries.delete(key);
			const entry = { files: 0, written: 0, missing: [] as string[], over: false, since: clock.now() };
			entries.set(key, entry);
			return {
				begin(files) {
					entry.files = files;
				},
				written() {
					entry.written += 1;
				},
				missing(fileName) {
					entry.missing.push(fileName);
				},
				end() {
					entry.over = true;
				},
			};
		},
		read(key) {
			const { files, written, missing, over } = entries.get(key) ?? NOT_BEGUN;
			return { files, written, missing: [...missing], over };
		},
	};
}

const NOT_BEGUN: PackageProgress = { files: 0, written: 0, missing: [], over: false };
