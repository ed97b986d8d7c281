import { ROLES, type ScopeKind } from "../../worksheets/contract/snapshot.ts";
import type { ResultCredits } from "../../worksheets/report/results.ts";
import type { CreditedDocument } from "../sync/server.ts";

/**
 * Who wrote in a sheet, under the names that the workshop shows, in the order in which people joined; whoever steers
 * comes last and under one name. A participant's own sheet needs no names.
 */
export function creditsOf(
	{ writers, changedAt }: Pick<CreditedDocument, "writers" | "changedAt">,
	scope: ScopeKind,
	people: ReadonlyMap<string, string>,
	facilitation: string,
): ResultCredits {
	if (scope === "participant") return { names: [], changedAt };
	const wrote = new Set(writers);
	const names = [...people].filter(([id]) => wrote.has(id)).map(([, name]) => name);
	return { names: ROLES.some((role) => wrote.has(role)) ? [...names, facilitation] : names, changedAt };
}
