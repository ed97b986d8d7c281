import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { KeyboardTable } from "../public-pages/keyboard-table.tsx";
import { PublicPage } from "../public-pages/public-page.tsx";
import { PageHead } from "../ui/page-head.tsx";

export const handle: PageHandle = { texts: ["help"] };

export async function loader(args: LoaderFunctionArgs) {
	const { messages } = await requestMessages(args);
	return json({ title: messages.help.title });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

export default function Hilfe() {
	const { help } = useMessages();
	return (
		<PublicPage>
			<PageHead title={help.title} />
			<section className="stack-tight">
				<h2>{help.joinTitle}</h2>
				<ol>
					{help.joinSteps.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ol>
			</section>
			<Points title={help.lostTitle} points={help.lost} />
			<Points title={help.watchedTitle} points={help.watched} />
			<Points title={help.sheetsTitle} points={help.sheets} />
			<p>
				<Link to="/arbeitsblaetter" className="kern-link kern-link--no-visited-state link-line">
					{help.sheetsLink}
				</Link>
			</p>
			<section className="stack-tight">
				<h2>{help.keyboardTitle}</h2>
				<p>{help.keyboardIntro}</p>
				<KeyboardTable />
			</section>
			<Points title={help.accessTitle} points={help.access} />
			<p>
				<Link to="/barrierefreiheit" className="kern-link kern-link--no-visited-state link-line">
					{help.accessMore}
				</Link>
			</p>
			<section className="stack-tight">
				<h2>{help.browsersTitle}</h2>
				<p>{help.browsers}</p>
			</section>
		</PublicPage>
	);
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
	return (
		<section className="stack-tight">
			<h2>{title}</h2>
			<ul>
				{points.map((point) => (
					<li key={point}>{point}</li>
				))}
			</ul>
		</section>
	);
}
