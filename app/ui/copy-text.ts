/**
 * Puts the field's text on the clipboard. Over plain http the clipboard API is missing, so the field is selected and
 * the browser's old command is tried; false means the text is at least selected for copying by hand.
 */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
	field.focus();
	field.select();
	if (window.isSecureContext) {
		try {
			await navigator.clipboard.writeText(field.value);
			return true;
		} catch {
			return commandCopy();
		}
	}
	return commandCopy();
}

function commandCopy(): boolean {
	return document.execCommand("copy");
}
