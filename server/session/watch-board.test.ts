import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { WatchBoard } from "./watch-board.ts";

const facilitator: Actor = { workshopId: "w", role: "facilitator" };
const second: Actor = { workshopId: "w", role: "cofacilitator" };
const observer: Actor = { workshopId: "w", role: "observer" };
const anna: Actor = { workshopId: "w", role: "participant", participantId: "anna" };

test("a sheet is looked at from the first line to the end of the last", () => {
	const board = new WatchBoard();
	expect(board.enter("d", facilitator)).toBe(true);
	expect(board.enter("d", second)).toBe(false);
	expect(board.leave("d", facilitator)).toBe(false);
	expect(board.watched.get("d")).toEqual({ id: "d", by: ["facilitation"] });
	expect(board.leave("d", second)).toBe(true);
	expect(board.watched.size).toBe(0);
});

test("who steers and who observes are told apart, in one order", () => {
	const board = new WatchBoard();
	expect(board.enter("d", observer)).toBe(true);
	expect(board.enter("d", facilitator)).toBe(true);
	expect(board.watched.get("d")?.by).toEqual(["facilitation", "observers"]);
	board.leave("d", facilitator);
	expect(board.watched.get("d")?.by).toEqual(["observers"]);
});

test("a participant's line is nobody looking in", () => {
	const board = new WatchBoard();
	expect(board.enter("d", anna)).toBe(false);
	expect(board.watched.size).toBe(0);
	expect(board.leave("d", anna)).toBe(false);
	expect(board.watched.size).toBe(0);
});

test("what was handed out stays as it was", () => {
	const board = new WatchBoard();
	const before = board.watched;
	board.enter("d", facilitator);
	expect(before.size).toBe(0);
	expect(board.watched).not.toBe(before);
});
