import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Messages } from "./messages.ts";

interface Texts {
	language: Language;
	messages: Messages;
}

const TextsContext = createContext<Texts | null>(null);

export interface MessagesProviderProps extends Texts {
	children: ReactNode;
}

/** Gives every component below the texts of the interface's language. */
export function MessagesProvider({ language, messages, children }: MessagesProviderProps) {
	return <TextsContext.Provider value={{ language, messages }}>{children}</TextsContext.Provider>;
}

function useTexts(): Texts {
	const texts = useContext(TextsContext);
	if (texts === null) throw new Error("a component asked for texts outside of MessagesProvider");
	return texts;
}

export function useMessages(): Messages {
	return useTexts().messages;
}

/** The interface's language; a workshop's own texts may be in another one. */
export function useLanguage(): Language {
	return useTexts().language;
}
