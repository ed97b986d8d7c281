import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import compression from "compression";
import express from "express";
import { Server as SocketServer } from "socket.io";
import type { Library } from "../worksheets/schema/load.ts";
import { createDownloadTokens } from "./access/download-tokens.ts";
import { createFailureLimits } from "./access/limits.ts";
import { createTokens } from "./access/tokens.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createCopies } from "./copies/copies.ts";
import { createExporter } from "./export/exporter.ts";
import { forgetHistory } from "./history/forget.ts";
import { createLookBack } from "./history/look-back.ts";
import { createApi } from "./http/api.ts";
import { createAppServices } from "./http/app-services.ts";
import { handshakeKey } from "./http/client-address.ts";
import { errorHandler } from "./http/error-handler.ts";
import { createHealth } from "./http/health.ts";
import { createLegalTexts } from "./http/legal.ts";
import { trackSockets } from "./http/open-sockets.ts";
import { isOwnHandshake } from "./http/origin.ts";
import { attachPolledSheets } from "./http/polled-sheets.ts";
import { createQrRoute } from "./http/qr-route.ts";
import { builtApp, developmentApp, type LoadContext, type RemixApp } from "./http/remix.ts";
import { sameSiteActions } from "./http/same-site-actions.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { createSessionSockets } from "./http/session-sockets.ts";
import { createSyncRoute } from "./http/sync-route.ts";
import { routeUpgrades } from "./http/upgrade-router.ts";
import { createLateContributions } from "./late/late-contributions.ts";
import { createLateReader } from "./late/read-late.ts";
import type { Logger } from "./logger.ts";
import { createMaterials } from "./materials/materials.ts";
import { createPictureProcess } from "./materials/redraw.ts";
import { createPlenaryReader } from "./plenary/plenary-reader.ts";
import type { Random } from "./random.ts";
import { createRehearsals } from "./rehearsal/rehearsals.ts";
import { createSeriesRoom } from "./series/series.ts";
import { loadServerKey } from "./server-key.ts";
import { startRetention } from "./session/retention.ts";
import { createSessions } from "./session/service.ts";
import { attachSessionSocket } from "./session/socket.ts";
import { openSqlite } from "./storage/sqlite/open.ts";
import type { SyncLimits } from "./sync/limits.ts";
import { createSyncServer } from "./sync/server.ts";

/** How long peers may take to go when the server stops. */
const CUT_OFF_MS = 3_000;

export interface ServerOptions {
	config: Config;
	library: Library;
	clock: Clock;
	random: Random;
	logger: Logger;
	/** False: API and sockets only, which needs no built app. */
	pages?: boolean;
	/** Bounds of the worksheets' lines that shall be others than the defaults. */
	syncLimits?: Partial<SyncLimits>;
	/** Milliseconds between two answers in a rehearsal, where they shall be others than the default. */
	rehearsalPaceMs?: number;
	/** Upper bound of the database file in pages of 4 KiB; beyond it the disk counts as full. */
	maxPages?: number;
}

export interface ArenaServer {
	/** Starts to listen; resolves with the port, also where the configured one is 0. */
	listen(): Promise<{ port: number }>;
	/** No new connections, sockets closed with 1012, everything durable. Calling it again changes nothing. */
	close(): Promise<void>;
}

/** Wires the rooms together: nothing is decided here. */
export async function createServer(options: ServerOptions): Promise<ArenaServer> {
	const { config, library, clock, random, logger } = options;
	const storage = await openSqlite({
		directory: config.dataDir,
		logger,
		...(options.maxPages === undefined ? {} : { maxPages: options.maxPages }),
	});
	const serverKey = loadServerKey(config.dataDir);
	const sessions = createSessions({
		storage,
		clock,
		random,
		library,
		logger,
		config: {
			retentionDays: config.retentionDays,
			createPassword: config.createPassword,
			serverKey,
		},
	});
	const sync = createSyncServer({ storage, access: sessions, logger, clock, limits: options.syncLimits ?? {} });
	sessions.setProgressSource(sync.progress);
	sessions.setSheetSource(sync.documents.settled);
	const { copy, credited, examine, amend } = sync.documents;
	const readLate = createLateReader({ storage, copy });
	const late = createLateContributions({ storage, sessions, examine, read: readLate, clock, logger });
	const lookBack = createLookBack({ storage, sessions, amend, copy, clock, logger });
	const plenary = createPlenaryReader({ sessions, read: credited, readLate, clock });
	const pictures = createPictureProcess();
	const materials = createMaterials({ sessions, storage, redraw: pictures.redraw, random, logger });
	const exporter = createExporter({
		sessions,
		read: credited,
		readLate,
		plenary,
		clock,
		logger,
		materials: materials.packed,
	});
	const tickets = createDownloadTokens(createTokens(serverKey, random), clock);
	const series = createSeriesRoom({ sessions, exporter, storage, clock, logger });
	const copies = createCopies({ sessions, exporter, storage, clock, logger });
	const rehearsals = createRehearsals({
		sessions,
		sync,
		library,
		random,
		logger,
		...(options.rehearsalPaceMs === undefined ? {} : { paceMs: options.rehearsalPaceMs }),
	});
	const limits = createFailureLimits(clock);
	// Whoever mistypes a join code beside them must not keep the facilitator out.
	const recoveryLimits = createFailureLimits(clock);
	const legal = createLegalTexts(config.dataDir, clock.now);

	const app = express();
	const server = createHttpServer({ maxHeaderSize: 16 * 1024 }, app);
	const cutOff = trackSockets(server);
	app.set("trust proxy", config.trustProxy);
	app.disable("x-powered-by");
	app.use(securityHeaders({ development: config.development }));
	app.use(createHealth({ storage, metricsToken: config.metricsToken, sync }));
	app.use(compression());
	app.use(
		"/api",
		createApi({
			sessions,
			library,
			copies,
			exporter,
			materials,
			tickets,
			plenary,
			late,
			lookBack,
			series,
			rehearsals,
			storage,
			limits,
			recoveryLimits,
			publicUrl: config.publicUrl,
		}),
	);
	app.use(createQrRoute({ sessions, limits, publicUrl: config.publicUrl }));
	app.use(sameSiteActions(config.publicUrl));

	const getLoadContext = createAppServices({
		config,
		library,
		sessions,
		series,
		copy,
		limits,
		recoveryLimits,
		legal,
		logger,
	});
	const pages = await openPages(options, server, getLoadContext);
	if (pages) app.use(pages.handler);
	app.use(errorHandler(logger));

	const sessionSockets = createSessionSockets();
	const io = new SocketServer(server, {
		wsEngine: sessionSockets.Engine,
		serveClient: false,
		destroyUpgrade: false,
		perMessageDeflate: false,
		httpCompression: false,
		maxHttpBufferSize: 64 * 1024,
		// A line that swallows everything is found out within 15 s from both ends, as a sheet's WebSocket is.
		pingInterval: 5_000,
		pingTimeout: 10_000,
	});
	attachSessionSocket(io, sessions, {
		originAllowed: (request) => isOwnHandshake(request, config.publicUrl),
		limits,
		logger,
		clientKey: handshakeKey(app),
	});
	attachPolledSheets(io, {
		sync,
		storage,
		originAllowed: (request) => isOwnHandshake(request, config.publicUrl),
		logger,
	});
	const stopRouting = routeUpgrades(server, [
		createSyncRoute({ sync, storage, publicUrl: config.publicUrl, logger }),
		{ matches: (path) => path.startsWith("/socket.io/"), handle: null },
		...(config.development ? [{ matches: isViteSocket, handle: null }] : []),
	]);
	const stopRetention = startRetention({
		sessions,
		storage,
		forgetHistory: (workshopId) => forgetHistory(workshopId, { storage, logger }),
		clock,
		logger,
	});

	async function shutDown(): Promise<void> {
		stopRouting();
		stopRetention();
		await rehearsals.close();
		const deadline = setTimeout(cutOff, CUT_OFF_MS);
		sessionSockets.restarting();
		// Takes no more sheets, tells those there are, and resolves when the last has gone; then the same with the rest.
		// Sheets first: those that poll are told over socket.io.
		await sync.close();
		await io.close();
		clearTimeout(deadline);
		pictures.close();
		await Promise.all([pages?.close(), exporter.close()]);
		await sessions.close();
		await storage.close();
	}

	let closing: Promise<void> | undefined;
	return {
		listen: () => listen(server, config),
		close() {
			closing ??= shutDown();
			return closing;
		},
	};
}

async function openPages(
	{ config, pages = true }: ServerOptions,
	server: Server,
	getLoadContext: LoadContext,
): Promise<RemixApp | null> {
	if (!pages) return null;
	return config.development ? await developmentApp(server, getLoadContext) : await builtApp(getLoadContext);
}

function isViteSocket(_path: string, request: { headers: Record<string, string | string[] | undefined> }): boolean {
	return String(request.headers["sec-websocket-protocol"] ?? "").startsWith("vite-");
}

function listen(server: ReturnType<typeof createHttpServer>, config: Config): Promise<{ port: number }> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(config.port, config.host, () => {
			server.off("error", reject);
			resolve({ port: (server.address() as AddressInfo).port });
		});
	});
}
