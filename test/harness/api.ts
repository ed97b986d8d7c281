import { createdWorkshopSchema, joinedSchema } from "../../worksheets/contract/api.ts";
import { type Snapshot, snapshotSchema } from "../../worksheets/contract/snapshot.ts";

/** The JSON API as an integration would call it. */
export function apiClient(url: string) {
	async function call(
		method: string,
		path: string,
		options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
	): Promise<Response> {
		return await fetch(`${url}${path}`, {
			method,
			headers: {
				...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
				...(options.body === undefined ? {} : { "Content-Type": "application/json" }),
				...options.headers,
			},
			...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
		});
	}
	return {
		call,
		async create(body: Record<string, unknown> = {}) {
			const response = await call("POST", "/api/workshops", { body: { template: "cooperation-review", ...body } });
			return createdWorkshopSchema.parse(await response.json());
		},
		async join(code: string, name: string, organisation?: string, people?: { name?: string }[]) {
			const response = await call("POST", `/api/workshops/${code}/join`, { body: { name, organisation, people } });
			return joinedSchema.parse(await response.json());
		},
		async snapshot(id: string, token: string): Promise<Snapshot> {
			return snapshotSchema.parse(await (await call("GET", `/api/workshops/${id}`, { token })).json());
		},
	};
}
