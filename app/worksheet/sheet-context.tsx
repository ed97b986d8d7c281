import { type ComponentType, createContext, useContext } from "react";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { ScopeKind } from "../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { VisitMemory } from "../visit-memory.ts";
import type { AnswerToolsProps } from "./answer-tools.ts";
import type { SheetDocument } from "./document/sheet-document.ts";
import type { PlanToolsProps } from "./plan-tools.ts";

/** What every part of an open sheet needs to know. */
export interface OpenSheet {
	sheet: SheetDocument;
	documentId: string;
	worksheet: Worksheet;
	/** The workshop's language; the interface around it may be in another one. */
	language: Language;
	/** Whose sheet it is. */
	scope: ScopeKind;
	/** Whether it is the sheet of a group that this person is not in. */
	outside: boolean;
	/** Whether this person may write here now. */
	writable: boolean;
	/** Whether what is entered here is what people agree on after each has rated it alone. */
	agreed: boolean;
	/** Where a contribution to a question waits until it is added to the answer. */
	draft(question: string): VisitMemory;
	/** What the plan of measures has for those who steer. */
	planTools: ComponentType<PlanToolsProps> | undefined;
	/** What stands below an answer for those who may make a measure of it. */
	answerTools: ComponentType<AnswerToolsProps> | undefined;
}

const SheetContext = createContext<OpenSheet | null>(null);
export const SheetProvider = SheetContext.Provider;

export function useSheet(): OpenSheet {
	const open = useContext(SheetContext);
	if (open === null) throw new Error("a part of a sheet was shown outside of one");
	return open;
}
