/** How many people they are: several may sit at one device. */
export function headCount(participants: readonly { people?: number | undefined }[]): number {
	return participants.reduce((sum, { people = 1 }) => sum + people, 0);
}
