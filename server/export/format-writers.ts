import { writeResults } from "../../worksheets/report/read-results.ts";
import type { TakeHome } from "../../worksheets/report/take-home.ts";
import { fileReport } from "./file-report.ts";
import type { FileWriter } from "./file-writer.ts";
import { markdownReport } from "./markdown-report.ts";
import { pdfReport } from "./pdf/pdf-report.ts";
import type { Workbook } from "./xlsx/xlsx-file.ts";

export const FILE_FORMATS = ["json", "md", "xlsx", "docx", "pdf"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** One writer a format: the compiler names a format without one. `files` makes those that take time and memory. */
export function createFormatWriters(
	files: Pick<FileWriter, "write">,
	timeZone: string,
): Record<FileFormat, { contentType: string; write(file: TakeHome): Promise<Uint8Array> }> {
	const encode = (text: string) => new TextEncoder().encode(text);
	return {
		json: {
			contentType: "application/json; charset=utf-8",
			write: async ({ content }) => encode(writeResults(content)),
		},
		md: {
			contentType: "text/markdown; charset=utf-8",
			write: async (file) => encode(markdownReport(file)),
		},
		pdf: {
			contentType: "application/pdf",
			write: (file) => files.write("pdf", JSON.stringify(pdfReport(fileReport(file, timeZone)))),
		},
		docx: {
			contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			write: (file) => files.write("docx", JSON.stringify(fileReport(file, timeZone))),
		},
		xlsx: {
			contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			write: ({ title, language, info, tables }) =>
				files.write("xlsx", JSON.stringify({ title, language, info, tables } satisfies Workbook)),
		},
	};
}
