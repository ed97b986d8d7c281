/** A link to the cockpit. Its secret stands in the fragment, which no server ever sees. */
export function leadUrl(origin: string, workshopId: string, token: string): string {
	return `${origin}/w/${workshopId}/leitung#${token}`;
}

/** A participant's own link, in the same way. */
export function ownUrl(origin: string, workshopId: string, token: string): string {
	return `${origin}/w/${workshopId}#${token}`;
}

/** The two links of a new workshop. */
export function links(
	origin: string,
	workshop: { id: string; code: string; facilitatorToken: string },
): { joinUrl: string; facilitatorUrl: string } {
	return {
		joinUrl: `${origin}/b/${workshop.code}`,
		facilitatorUrl: leadUrl(origin, workshop.id, workshop.facilitatorToken),
	};
}
