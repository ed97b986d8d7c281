import { describe, expect, it } from "vitest";
import { type MeasuresCalendar, measuresCalendar } from "./measures-calendar.ts";

const base: MeasuresCalendar = {
	workshop: { title: "Kooperation" },
	language: "de",
	url: "https://arena.example/w/x/ergebnisse",
	changedAt: Date.UTC(2026, 4, 1),
	rows: [],
	responsible: null,
};

function fileOf(cells: Record<string, string>, more: Partial<MeasuresCalendar> = {}): string {
	const rows = [{ id: "m1", cells: { what: "Einladen", due: "2026-05-31", status: "open", ...cells } }];
	return (measuresCalendar({ ...base, rows, ...more }) ?? "").replaceAll("\r\n ", "");
}

function property(file: string, name: string): string | undefined {
	return new RegExp(`^${name}:(.*)\\r$`, "m").exec(file)?.[1];
}

describe("the calendar of measures", () => {
	it("is none where no measure has a day", () => {
		expect(measuresCalendar(base)).toBeNull();
		expect(measuresCalendar({ ...base, rows: [{ id: "m1", cells: { what: "Einladen", due: null } }] })).toBeNull();
	});

	it("has a day that is the last there is", () => {
		expect(fileOf({ due: "9999-12-31" })).toContain("DTSTART;VALUE=DATE:99991231\r\n");
	});

	it("numbers what it says later higher, under the same id in every workshop", () => {
		const [before, after] = [Date.UTC(2026, 4, 1), Date.UTC(2026, 4, 1, 0, 0, 1)].map((changedAt) =>
			fileOf({}, { changedAt, workshop: { title: String(changedAt) } }),
		);
		const [first, second] = [before, after].map((file) => Number(property(file ?? "", "SEQUENCE")));
		expect(first).toBeGreaterThan(0);
		expect(second).toBe((first ?? 0) + 1);
		expect([before, after].map((file) => property(file ?? "", "UID"))).toEqual(["m1@arena", "m1@arena"]);
	});

	it("calls a day by the first line, and tells the whole first", () => {
		const long = fileOf({ what: `${"🎒".repeat(300)}\nnachfassen` });
		expect([...(property(long, "SUMMARY") ?? "")]).toHaveLength(200);
		expect(property(long, "DESCRIPTION")).toMatch(/^(🎒){300}\\nnachfassen/u);
	});

	it("says of a dropped measure that it is dropped, for nobody takes it out of a calendar", () => {
		const cells = { status: "dropped", followUp: "2026-06-30" };
		expect(fileOf(cells)).toContain("SUMMARY:Verworfen: Einladen\r\n");
		expect(fileOf(cells)).toContain("SUMMARY:Verworfen: Wiedervorlage: Einladen\r\n");
		expect(fileOf(cells, { language: "en" })).toContain("SUMMARY:Dropped: Einladen\r\n");
		expect(fileOf(cells)).not.toMatch(/STATUS|METHOD/);
	});

	it("lets no line break of any kind end a value", () => {
		const file = fileOf({ what: "", goal: "a\u0085b\u2028c\u2029d\re\r\nf\vg" });
		expect(file).not.toMatch(/[\u0085\u2028\u2029\v]/);
		expect(property(file, "DESCRIPTION")).toContain("a\\nb\\nc\\nd\\ne\\nf g");
		expect(property(file, "SUMMARY")).toBe("Maßnahme ohne Bezeichnung");
	});
});
