import { Link } from "@remix-run/react";
import type { LegalPage } from "../../server/services.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "./alert.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

export interface PageFooterProps {
	theme: Theme;
	/** Legal pages the operator has not written: everyone is told. */
	missingLegal: readonly LegalPage[];
}

/** On every page, the live ones included: legal pages within reach, language and appearance. */
export function PageFooter({ theme, missingLegal }: PageFooterProps) {
	const { common } = useMessages();
	const format = useFormat();
	const { footer } = common;
	const missing = format.list(missingLegal.map((page) => footer[page]));
	const links = [
		{ to: "/impressum", label: footer.impressum },
		{ to: "/datenschutz", label: footer.datenschutz },
		{ to: "/barrierefreiheit", label: footer.barrierefreiheit },
		{ to: "/barriere-melden", label: footer.barriereMelden },
		{ to: "/hilfe", label: footer.hilfe },
		{ to: "/lizenzen", label: footer.lizenzen },
	];
	return (
		<footer className="page-footer">
			<div className="page-footer__inner">
				{missingLegal.length > 0 && (
					<Alert kind="warning">
						<p>{missingLegal.length === 1 ? footer.incomplete(missing) : footer.incompleteMany(missing)}</p>
					</Alert>
				)}
				<nav aria-label={footer.pages}>
					<ul className="page-footer__links">
						{links.map((link) => (
							<li key={link.to}>
								<Link to={link.to} className="kern-link kern-link--no-visited-state">
									{link.label}
								</Link>
							</li>
						))}
					</ul>
				</nav>
				<div className="page-footer__choices">
					<LanguageSwitch />
					<ThemeSwitch theme={theme} />
				</div>
			</div>
		</footer>
	);
}
