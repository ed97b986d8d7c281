/** Wipes what this browser keeps of a workshop (forget-device.ts), with code that no other page has to load. */
export async function wipeDevice(workshopId: string): Promise<void> {
	const { forgetDevice } = await import("./forget-device.ts");
	await forgetDevice(workshopId);
}
