/** The worksheet of the synthesis board. It is built in: no template names it, and a workshop has one at most. */
export const SYNTHESIS = "synthesis";
