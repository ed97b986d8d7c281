import { useMessages } from "../i18n/provider.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** A person's text to take along while the server does not take it; null keeps the dialog closed. */
export function CopyTextDialog({ text, onClose }: { text: string | null; onClose: () => void }) {
	const { session } = useMessages();
	return (
		<Dialog open={text !== null} title={session.copyText} onClose={onClose}>
			<CopyField label={session.copyByHand} hint={session.copyByHandHint} value={text ?? ""} rows={10} />
		</Dialog>
	);
}
