import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import firaLicence from "../public-pages/legal/fira-sans-ofl.txt?raw";
import { PARTS } from "../public-pages/legal/parts.ts";
import { PublicPage } from "../public-pages/public-page.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";

export const handle: PageHandle = { texts: ["legal"] };

export async function loader(args: LoaderFunctionArgs) {
	const { messages } = await requestMessages(args);
	return json({ title: messages.legal.licencesTitle });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

export default function Lizenzen() {
	const { legal } = useMessages();
	return (
		<PublicPage>
			<PageHead title={legal.licencesTitle} lead={legal.licencesOwn} />
			<p>{legal.licencesSource}</p>
			<section className="stack-tight">
				<h2 id="parts">{legal.licencesParts}</h2>
				<ScrollRegion labelledBy="parts">
					<table className="kern-table" aria-labelledby="parts">
						<thead>
							<tr>
								{[legal.licencesPart, legal.licencesUse, legal.licencesLicence].map((head) => (
									<th key={head} scope="col" className="kern-table__header">
										{head}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{PARTS.map((part) => (
								<tr key={part.use} className="kern-table__row">
									<th scope="row" className="kern-table__cell">
										{part.name}
									</th>
									<td className="kern-table__cell">{legal.licencesUses[part.use]}</td>
									<td className="kern-table__cell">{part.licence}</td>
								</tr>
							))}
						</tbody>
					</table>
				</ScrollRegion>
				<p>{legal.licencesMore}</p>
			</section>
			<Disclosure summary="SIL Open Font License 1.1 (Fira Sans)">
				<p lang="en" className="legal-text">
					{firaLicence}
				</p>
			</Disclosure>
		</PublicPage>
	);
}
