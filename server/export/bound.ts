/** How much each may have under way at once. */
export interface Bound {
	/** What is to be called once it is over; null where there is too much already. */
	begin(key: string): (() => void) | null;
}

export function createBound(most: number): Bound {
	const underWay = new Map<string, number>();
	return {
		begin(key) {
			const before = underWay.get(key) ?? 0;
			if (before >= most) return null;
			underWay.set(key, before + 1);
			return () => {
				const left = (underWay.get(key) ?? 1) - 1;
				if (left === 0) underWay.delete(key);
				else underWay.set(key, left);
			};
		},
	};
}
