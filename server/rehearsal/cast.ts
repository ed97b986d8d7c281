import type { Join } from "../../worksheets/contract/api.ts";
import type { Language } from "../../worksheets/contract/languages.ts";

const FIRST_NAMES = [
	"Ada",
	"Ben",
	"Cem",
	"Dana",
	"Elif",
	"Finn",
	"Gesa",
	"Hugo",
	"Ines",
	"Jan",
	"Kira",
	"Leon",
	"Mara",
	"Nuri",
	"Olga",
	"Paul",
	"Rosa",
	"Sami",
	"Tina",
	"Uwe",
	"Vera",
	"Wim",
	"Yara",
	"Zoe",
	"Anke",
	"Bilal",
	"Clara",
	"Dirk",
	"Esra",
	"Felix",
	"Gül",
	"Henrik",
	"Ida",
	"Jule",
	"Karim",
	"Lotte",
	"Milan",
	"Nele",
	"Oskar",
	"Pia",
];

const HOUSES: Record<Language, readonly string[]> = {
	de: ["Landkreis Nord", "Stadt Süd", "Schulamt", "Volkshochschule", "Jugendamt"],
	en: ["North County", "South City", "School Office", "Adult Education Centre", "Youth Office"],
};

const MARK: Record<Language, string> = { de: "Probe", en: "rehearsal" };

/** People for a rehearsal. Their names say what they are, wherever a name stands: at a caret, in a list, in a file. */
export function castOf(count: number, language: Language): Join[] {
	const houses = HOUSES[language];
	return Array.from({ length: count }, (_, index) => ({
		name: `${FIRST_NAMES[index % FIRST_NAMES.length]} (${MARK[language]})`,
		organisation: houses[index % houses.length],
	}));
}
