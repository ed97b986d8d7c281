import { type FormEvent, useState } from "react";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { type CreatedLink, LINK_ROLES, type LinkRole, type LinkView } from "../../worksheets/contract/links.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { cleanLine, codePoints } from "../../worksheets/contract/text.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Refused } from "../session/refused.tsx";
import { Alert } from "../ui/alert.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { TextField } from "../ui/text-field.tsx";
import { createLink } from "./access-client.ts";

interface NewLinkProps {
	workshopId: string;
	/** Links that were taken back: what opens nothing is not to be copied. */
	gone: readonly string[];
	onMade: (link: LinkView) => void;
}

/** Makes a link for somebody else. Its secret stands here until the next one is made, and nowhere afterwards. */
export function NewLink({ workshopId, gone, onMade }: NewLinkProps) {
	const { access } = useMessages().facilitator;
	const announce = useAnnounce();
	const [role, setRole] = useState<LinkRole>("cofacilitator");
	const [label, setLabel] = useState("");
	const [wrong, setWrong] = useState(false);
	const [busy, setBusy] = useState(false);
	const [made, setMade] = useState<CreatedLink | null>(null);
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function make(event: FormEvent): Promise<void> {
		event.preventDefault();
		const tooLong = codePoints(cleanLine(label)) > LIMITS.nameCodePoints;
		setWrong(tooLong);
		if (tooLong || busy) return;
		setBusy(true);
		setRefused(null);
		const link = await createLink(workshopId, { role, label });
		setBusy(false);
		if (!link.ok) return setRefused(link.refused);
		setMade(link.value);
		setLabel("");
		const { url: _url, ...rest } = link.value;
		onMade({ ...rest, lastUsedAt: null });
		announce(access.made({ role: access.roles[role] }));
	}

	return (
		<>
			<form className="stack access-panel__new" aria-label={access.newLink} onSubmit={(event) => void make(event)}>
				<h4>{access.newLink}</h4>
				<RadioGroup
					id="link-role"
					label={access.role}
					value={role}
					options={LINK_ROLES.map((value) => ({
						value,
						label: access.roles[value],
						hint: access.roleHints[value],
					}))}
					onChange={(value) => setRole(LINK_ROLES.find((known) => known === value) ?? "observer")}
				/>
				<TextField
					id="link-label"
					label={access.label}
					hint={access.labelHint}
					error={wrong ? access.labelWrong({ max: LIMITS.nameCodePoints }) : undefined}
					optional
					autoComplete="off"
					value={label}
					onChange={(event) => setLabel(event.target.value)}
				/>
				<Refused code={refused} />
				<div className="cluster">
					<Button type="submit" aria-disabled={busy || undefined}>
						{access.make}
					</Button>
				</div>
			</form>
			{made !== null && !gone.includes(made.id) && (
				<div className="stack">
					<Alert kind="warning" title={access.once} />
					<CopyField
						key={made.id}
						label={access.linkFor({ role: access.roles[made.role], label: made.label })}
						value={made.url}
					/>
				</div>
			)}
		</>
	);
}
