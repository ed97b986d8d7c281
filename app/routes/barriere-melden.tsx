import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { PublicPage } from "../public-pages/public-page.tsx";
import { PageHead } from "../ui/page-head.tsx";

export const handle: PageHandle = { texts: ["legal"] };

export async function loader(args: LoaderFunctionArgs) {
	const { messages } = await requestMessages(args);
	return json({ title: messages.legal.reportTitle });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** Where to write to. The address itself stands in the operator's texts. */
export default function BarriereMelden() {
	const { legal, common } = useMessages();
	return (
		<PublicPage>
			<PageHead title={legal.reportTitle} lead={legal.reportText} />
			<section className="stack-tight">
				<h2>{legal.reportWhere}</h2>
				<p>{legal.reportContact}</p>
				<ul>
					<li>
						<Link to="/barrierefreiheit" className="kern-link kern-link--no-visited-state link-line">
							{legal.barrierefreiheit}
						</Link>
					</li>
					<li>
						<Link to="/impressum" className="kern-link kern-link--no-visited-state link-line">
							{common.footer.impressum}
						</Link>
					</li>
				</ul>
			</section>
			<section className="stack-tight">
				<h2>{legal.reportNow}</h2>
				<p>{legal.reportNowText}</p>
			</section>
		</PublicPage>
	);
}
