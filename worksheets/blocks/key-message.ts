/** What the Kernaussage is called beside the prose it belongs to, in names and in sources. */
export const KEY_MESSAGE = "key-message" as const;
