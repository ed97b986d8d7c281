import { createContext, useContext } from "react";

/** The response's CSP nonce while the server renders; the browser hides it from scripts, so there it is absent. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
	return useContext(NonceContext);
}
