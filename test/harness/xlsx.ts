import readXlsxFile from "read-excel-file/node";

/** A workbook's sheets by name, read by another program than the one that writes it; days are dates, empty cells null. */
export async function xlsxSheets(file: string | Buffer): Promise<Map<string, unknown[][]>> {
	const sheets = await readXlsxFile(file, { trim: false });
	return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** All that stands in its cells. */
export async function xlsxText(file: string | Buffer): Promise<string> {
	return [...(await xlsxSheets(file)).values()].flat(2).map(String).join("\n");
}
