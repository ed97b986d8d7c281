import { once } from "node:events";
import { MessageChannel } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { takeWaiting } from "./take-waiting.ts";

it("takes what waits behind a message, in order, and nothing twice", async () => {
	const { port1, port2 } = new MessageChannel();
	onTestFinished(() => port1.close());
	const taken: number[][] = [];
	port2.on("message", (first: number) => taken.push([first, ...takeWaiting<number>(port2)]));
	for (const number of [1, 2, 3]) port1.postMessage(number);
	await once(port2, "message");
	expect(taken).toEqual([[1, 2, 3]]);
	port1.postMessage(4);
	await once(port2, "message");
	expect(taken).toEqual([[1, 2, 3], [4]]);
});
