import { describe, expect, it } from "vitest";
import { Journal } from "./journal.ts";

function journal(seq = 0) {
	const commits: string[][] = [];
	const failures: unknown[] = [];
	const writes: { seq: number; done: () => void; fail: (error: Error) => void }[] = [];
	const under = new Journal<string>(seq, {
		durable: (entries) => commits.push([...entries]),
		failed: (error) => failures.push(error),
	});
	const write = (at: number) =>
		new Promise<void>((done, fail) => {
			writes.push({ seq: at, done, fail });
		});
	return { under, commits, failures, writes, write };
}

/** Lets every microtask run that is due. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("the journal", () => {
	it("numbers writes without a gap", () => {
		const { under, writes, write } = journal(41);
		under.add("a", write);
		under.add("nothing new", null);
		under.add("b", write);
		expect(writes.map(({ seq }) => seq)).toEqual([42, 43]);
	});

	it("hands on in order what reaches the disk together", async () => {
		const { under, commits, writes, write } = journal();
		for (const name of ["a", "b", "c"]) {
			under.add(name, write);
		}
		writes[0]?.done();
		writes[1]?.done();
		await turn();
		expect(commits).toEqual([["a", "b"]]);
		writes[2]?.done();
		await under.settled();
		expect(commits).toEqual([["a", "b"], ["c"]]);
	});

	it("never overtakes", async () => {
		const { under, commits, writes, write } = journal();
		under.add("a", write);
		under.add("b", write);
		under.add("nothing new", null);
		writes[1]?.done();
		await turn();
		expect(commits).toEqual([]);
		writes[0]?.done();
		await turn();
		expect(commits).toEqual([["a", "b", "nothing new"]]);
	});

	it("passes on what holds nothing new when nothing is before it", async () => {
		const { under, commits } = journal();
		under.add("nothing new", null);
		await under.settled();
		expect(commits).toEqual([["nothing new"]]);
	});

	it("ends with the first failure, which nothing after it survives", async () => {
		const { under, commits, failures, writes, write } = journal();
		for (const name of ["a", "b", "c"]) {
			under.add(name, write);
		}
		writes[0]?.done();
		writes[1]?.fail(new Error("disk full"));
		writes[2]?.done();
		await under.settled();
		under.add("d", write);
		expect(commits).toEqual([["a"]]);
		expect(failures).toEqual([new Error("disk full")]);
		expect(writes).toHaveLength(3);
		expect(under.isIdle).toBe(true);
	});
});
