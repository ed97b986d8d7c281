interface Loaded {
	data: { visitor: { snapshot: { workshop: { title: string } } } | null } | undefined;
}

/** The title of a workshop's page, before the page itself says more; names no workshop to a browser without access. */
export function workshopTitle({ data }: Loaded): { title: string }[] {
	return [{ title: data?.visitor ? `${data.visitor.snapshot.workshop.title} – Arena` : "Arena" }];
}
