/** The steps of a rating come after the editor: most questions have none. */
export const loadRating = () => import("./rating-steps.tsx");
