/** The worksheet of everybody's private notes. It is built in: no template names it, and nobody chooses it. */
export const NOTES = "notes";
