import { type ReactNode, useId } from "react";
import type { ComparedRow } from "../../worksheets/assessment/comparison.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { slopeSentence } from "../../worksheets/report/comparison.ts";
import { medianText } from "../../worksheets/report/ratings.ts";
import { slopeMarks } from "./slope-marks.ts";

interface SlopeFigureProps {
	row: ComparedRow;
	/** The names of all dates, and short ones for the axis. */
	dates: readonly { name: string; short: string }[];
	language: Language;
	/** Id of the table that holds the same numbers, and what the link to it is called. */
	table: { id: string; label: string };
}

const WIDTH = 340;
const HEIGHT = 190;
const LEFT = 56;
const RIGHT = 56;
const TOP = 12;
const BOTTOM = 30;
/** How far the two stand apart where both have a value on one date. */
const ASIDE = 7;

/**
 * How one thing has moved over the dates: a sentence that says all of it and lines for those who see them. Groups are
 * discs on a solid line, individuals squares on a dashed one; where two dates may not be compared there is no line.
 */
export function SlopeFigure({ row, dates, language, table }: SlopeFigureProps) {
	const id = useId();
	const { levels, lines } = slopeMarks(row.cells, row.changes);
	const names = dates.map(({ name }) => name);
	const step = dates.length > 1 ? (WIDTH - LEFT - RIGHT) / (dates.length - 1) : 0;
	const y = (place: number) => TOP + (1 - place) * (HEIGHT - TOP - BOTTOM);
	const drawn = lines.map(({ who, points, strokes }) => {
		const aside = lines.length > 1 ? (who === "groups" ? -ASIDE : ASIDE) : 0;
		const placed = points.map(({ at, median, place, range }) => ({
			at,
			median,
			x: LEFT + at * step + aside,
			middle: y(place),
			low: y(range.low),
			high: y(range.high),
		}));
		const ends = strokes.flatMap(({ from, to }) => {
			const [start, end] = [placed[from], placed[to]];
			return start === undefined || end === undefined ? [] : [{ start, end }];
		});
		return { who, points: placed, strokes: ends };
	});
	return (
		<figure className="slope" aria-labelledby={id}>
			<figcaption id={id} className="slope__sentence">
				{slopeSentence(row, names, language)}
			</figcaption>
			{lines.length > 0 && (
				<svg className="slope__drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
					{levels.map(({ value, place }) => (
						<line
							key={value}
							className="slope__level"
							x1={LEFT - 12}
							x2={WIDTH - RIGHT + 12}
							y1={y(place)}
							y2={y(place)}
						/>
					))}
					{drawn.map(({ who, points, strokes }) => (
						<g key={who} className={`slope__line slope__line--${who}`}>
							{points.map(({ at, x, low, high }) => (
								<line key={at} className="slope__range" x1={x} x2={x} y1={low} y2={high} />
							))}
							{strokes.map(({ start, end }) => (
								<line
									key={start.at}
									className="slope__stroke"
									x1={start.x}
									y1={start.middle}
									x2={end.x}
									y2={end.middle}
								/>
							))}
							{points.map(({ at, x, middle }) =>
								who === "groups" ? (
									<circle key={at} className="slope__point" cx={x} cy={middle} r="6" />
								) : (
									<rect key={at} className="slope__point" x={x - 5} y={middle - 5} width="10" height="10" />
								),
							)}
						</g>
					))}
					{levels.map(({ value, place }) => (
						<Text key={value} x={LEFT - 26} y={y(place)}>
							{value}
						</Text>
					))}
					{dates.map(({ short }, at) =>
						isNamed(at, dates.length) ? (
							// biome-ignore lint/suspicious/noArrayIndexKey: two dates may fall on one day
							<Text key={at} x={LEFT + at * step} y={HEIGHT - 10}>
								{short}
							</Text>
						) : null,
					)}
					{drawn.flatMap(({ who, points }) =>
						points.map(({ at, x, middle, median }) => (
							<Text key={`${who} ${at}`} x={x + (who === "groups" && lines.length > 1 ? -20 : 22)} y={middle} strong>
								{medianText(median, language)}
							</Text>
						)),
					)}
				</svg>
			)}
			<p className="slope__table no-print">
				<a href={`#${table.id}`}>{table.label}</a>
			</p>
		</figure>
	);
}

/** More names than this would run into each other: then the first and the last date are named. */
const MOST_NAMES = 4;

function isNamed(at: number, count: number): boolean {
	return count <= MOST_NAMES || at === 0 || at === count - 1;
}

interface TextProps {
	/** In the drawing's units, of its middle. */
	x: number;
	y: number;
	strong?: boolean;
	children: ReactNode;
}

/** On a ground of its own: a number reads the same where a line runs behind it. */
function Text({ x, y, strong = false, children }: TextProps) {
	return (
		<foreignObject x={x - 40} y={y - 11} width="80" height="22">
			<p className="slope__label">
				<span className={strong ? "slope__text slope__text--value" : "slope__text"}>{children}</span>
			</p>
		</foreignObject>
	);
}
