/** The letter of the group at this place, from 0: A to Z, then AA. */
export function groupLetter(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : groupLetter(Math.floor(index / 26) - 1) + letter;
}

/** A group in words alone, where its mark cannot stand: the letter comes with every name that does not end with it. */
export function groupLabel(index: number, name: string): string {
	const letter = groupLetter(index);
	return name.endsWith(` ${letter}`) ? name : `${letter}: ${name}`;
}
