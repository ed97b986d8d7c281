import { useEffect, useState } from "react";

/** Whether a media query holds; false until the page is alive, so that the first rendering equals the server's. */
export function useMatchesMedia(query: string): boolean {
	const [matches, setMatches] = useState(false);
	useEffect(() => {
		const media = window.matchMedia(query);
		const follow = () => setMatches(media.matches);
		follow();
		media.addEventListener("change", follow);
		return () => media.removeEventListener("change", follow);
	}, [query]);
	return matches;
}
