import { expect, test } from "vitest";
import { commandSchema } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { seatCommands } from "./seat-commands.ts";
import { readSeatList } from "./seat-list.ts";

test("a long list goes in parts that the server takes, in order and whole", () => {
	const text = Array.from(
		{ length: 300 },
		(_, index) => `${"ü".repeat(70)} ${index};${"Ö".repeat(80)};Tisch ${index % 60}`,
	).join("\n");
	const list = readSeatList(text);
	expect(list.problems).toEqual([]);
	const commands = seatCommands(list, { phase: "round-2" });
	for (const command of commands) {
		expect(commandSchema.parse(command)).toEqual(command);
		const sent = JSON.stringify({ id: crypto.randomUUID(), ...command });
		expect(new TextEncoder().encode(sent).length).toBeLessThanOrEqual(LIMITS.commandBytes);
	}
	const [create, ...seating] = commands;
	expect(create).toMatchObject({ type: "groups.create", count: 60, phase: "round-2" });
	const names = seating
		.flatMap((command) => (command.type === "groups.seat" ? command.seats : []))
		.map(({ name }) => name);
	expect(names).toEqual(list.seats.map(({ name }) => name));
});
