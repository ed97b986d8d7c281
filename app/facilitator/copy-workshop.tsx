import { type FormEvent, useState } from "react";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { cleanLine, codePoints } from "../../worksheets/contract/text.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Refused } from "../session/refused.tsx";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/checkbox-field.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type CopiedLinks, copyWorkshop, countOpenMeasures } from "./copy-client.ts";
import { LoadFailed } from "./load-failed.tsx";
import { useLoaded } from "./use-loaded.ts";

/** Makes the next workshop of a series: the same plan, nobody in it. Its links are shown here and never again. */
export function CopyWorkshop({ workshop }: { workshop: Snapshot["workshop"] }) {
	const { plan } = useMessages();
	const [open, setOpen] = useState(false);
	const [made, setMade] = useState<CopiedLinks | null>(null);
	const close = () => {
		setOpen(false);
		setMade(null);
	};
	return (
		<>
			<Button icon="copy" onClick={() => setOpen(true)}>
				{plan.copy}
			</Button>
			<Dialog open={open} title={made === null ? plan.copy : plan.copyMade} onClose={close}>
				{made === null ? <CopyForm workshop={workshop} onMade={setMade} /> : <Links made={made} />}
			</Dialog>
		</>
	);
}

function CopyForm({ workshop, onMade }: { workshop: Snapshot["workshop"]; onMade: (made: CopiedLinks) => void }) {
	const { plan } = useMessages();
	const [title, setTitle] = useState(workshop.title);
	const [open, again] = useLoaded(workshop.id, () => countOpenMeasures(workshop.id));
	const [along, setAlong] = useState(true);
	const [tried, setTried] = useState(false);
	const [busy, setBusy] = useState(false);
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	const length = codePoints(cleanLine(title));
	const count = open.state === "ready" ? open.value : 0;
	// Until it is known what there is to take along, nothing is left behind by haste.
	const waits = open.state === "loading";
	const wrong = length === 0 || length > LIMITS.titleCodePoints;

	async function make(event: FormEvent): Promise<void> {
		event.preventDefault();
		setTried(true);
		if (wrong || busy || waits) return;
		setBusy(true);
		setRefused(null);
		const made = await copyWorkshop(workshop.id, { title: cleanLine(title), measures: along && count > 0 });
		setBusy(false);
		if (made.ok) onMade(made.value);
		else setRefused(made.refused);
	}

	return (
		<form className="stack" noValidate onSubmit={(event) => void make(event)}>
			<p>{plan.copyHint}</p>
			<TextField
				id="copy-title"
				label={plan.copyTitle}
				error={tried && wrong ? plan.nameWrong({ max: LIMITS.titleCodePoints }) : undefined}
				autoComplete="off"
				value={title}
				onChange={(event) => setTitle(event.target.value)}
			/>
			{open.state === "failed" && <LoadFailed refused={open.refused} again={again} />}
			{count > 0 && (
				<CheckboxField
					id="copy-measures"
					label={plan.copyMeasures({ count })}
					hint={plan.copyMeasuresHint}
					checked={along}
					onChange={(event) => setAlong(event.target.checked)}
				/>
			)}
			<Refused code={refused} />
			<div className="cluster">
				<Button type="submit" variant="primary" aria-disabled={busy || waits || undefined}>
					{plan.copyMake}
				</Button>
			</div>
		</form>
	);
}

function Links({ made }: { made: CopiedLinks }) {
	const { plan, create } = useMessages();
	return (
		<div className="stack">
			<Alert kind="warning" title={create.linksOnce} role="status" />
			{made.measures > 0 && <p>{plan.copiedMeasures({ count: made.measures })}</p>}
			<CopyField label={create.facilitatorLink} hint={create.facilitatorLinkHint} value={made.facilitatorUrl} />
			<CopyField label={create.recoveryCode} hint={create.recoveryCodeHint} value={made.recoveryCode} />
			<CopyField label={create.joinLink} hint={create.joinLinkHint} value={made.joinUrl} />
			<div className="cluster">
				<LinkButton variant="primary" href={made.facilitatorUrl} reloadDocument>
					{plan.copyGo}
				</LinkButton>
			</div>
		</div>
	);
}
