import sharp from "sharp";
import { z } from "zod";
import { LIMITS } from "../../worksheets/contract/limits.ts";

/**
 * The child process in which one picture is drawn anew. Decoders are native code that reads what strangers send: where
 * one dies, it dies alone. It ends with its parent's line.
 */
const jobSchema = z.object({ type: z.enum(["png", "jpg", "webp"]), bytes: z.instanceof(Uint8Array) });

export type PictureAnswer = { bytes: Uint8Array } | { refused: true };

const DECODERS = ["Jpeg", "Png", "Webp"].map((format) => `VipsForeignLoad${format}Buffer`);
const SECONDS = 15;
const QUALITY = 88;

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: DECODERS });
sharp.cache(false);
sharp.concurrency(1);

/** Turned as it was held, and without all that is no picture: place, camera, thumbnails, comments. */
async function redrawn({ type, bytes }: z.infer<typeof jobSchema>): Promise<Uint8Array> {
	const picture = sharp(bytes, { limitInputPixels: LIMITS.picturePixels, failOn: "error" })
		.timeout({ seconds: SECONDS })
		.autoOrient()
		.toColourspace("srgb");
	switch (type) {
		case "png":
			return await picture.png({ compressionLevel: 9 }).toBuffer();
		case "jpg":
			return await picture.jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer();
		case "webp":
			return await picture.webp({ quality: QUALITY }).toBuffer();
	}
}

process.on("message", (message: unknown) => {
	const answer = (result: PictureAnswer) => process.send?.(result);
	redrawn(jobSchema.parse(message)).then(
		(bytes) => answer({ bytes }),
		() => answer({ refused: true }),
	);
});
process.on("disconnect", () => process.exit(0));
