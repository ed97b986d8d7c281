import type { ReactNode } from "react";
import { isPicture, type Material } from "../../../worksheets/contract/materials.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { LinkButton } from "../../ui/link-button.tsx";

/** One material: what it is called, what it is, and the picture itself where it is one. `children`: what can be done with it. */
export function MaterialEntry({
	material: { label, url, file },
	children,
}: {
	material: Material;
	children?: ReactNode;
}) {
	const { material } = useMessages();
	const format = useFormat();
	const name = label === "" ? url : label;
	return (
		<li className="materials__entry">
			<div className="materials__line">
				{file === undefined ? (
					<LinkButton href={url} icon="link" target="_blank" rel="noopener noreferrer">
						{name}
					</LinkButton>
				) : (
					<LinkButton href={url} icon="download" reloadDocument download>
						{name}
					</LinkButton>
				)}
				<span className="muted">
					{file === undefined
						? material.link
						: material.facts({ type: file.type.toUpperCase(), size: format.bytes(file.bytes) })}
				</span>
				{children}
			</div>
			{file !== undefined && isPicture(file.type) && (
				<figure className="materials__picture">
					<img src={url} alt={file.alt} loading="lazy" decoding="async" />
				</figure>
			)}
		</li>
	);
}
