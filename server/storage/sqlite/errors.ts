/** What stops the start; each message is one line for whoever operates the server. */

export class AlreadyRunning extends Error {
	constructor(directory: string) {
		super(`another process already uses the data folder ${directory}`);
		this.name = "AlreadyRunning";
	}
}

export class UnwritableDirectory extends Error {
	constructor(directory: string, options?: ErrorOptions) {
		super(`the data folder ${directory} cannot be written`, options);
		this.name = "UnwritableDirectory";
	}
}

export class NewerDatabase extends Error {
	readonly found: number;
	readonly known: number;

	constructor(found: number, known: number) {
		super(`the database has format ${found}, this version of Arena knows formats up to ${known}: install a newer one`);
		this.name = "NewerDatabase";
		this.found = found;
		this.known = known;
	}
}

/** A database file that cannot be opened at all: damaged, or not one of ours. `code` is SQLite's. */
export class UnusableDatabase extends Error {
	readonly code: string;

	constructor(code: string) {
		super(`the database cannot be opened (${code})`);
		this.name = "UnusableDatabase";
		this.code = code;
	}
}
