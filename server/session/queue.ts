export type Queue = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** Runs one task after another, in the order of the calls. A task that fails does not hold up the next. */
export function createQueue(): Queue {
	let last: Promise<unknown> = Promise.resolve();
	return (task) => {
		const run = last.then(task, task);
		last = run.catch(ignoreHere);
		return run;
	};
}

/** Whoever asked for the task gets its failure; the queue itself only has to know that it is over. */
function ignoreHere(): void {}
