import {
  asContextFeature,
  drawnGazetteer,
  type Gazetteer,
  type GeometryKernel,
  type GroundDocument,
  type GroundLayer,
  type IsoDate,
  type LayerFeature,
  layerFeatures,
  loadGeometryKernel,
  type Profile,
  type ProfileSources,
  REGISTERS,
  type Result,
  RiskContext,
} from '@giapranh/core';
import type { FeatureCollection } from 'geojson';
import type { Progress } from './protocol.js';

/** What all jobs stand on, fetched and made once and kept. */
export interface World {
  readonly kernel: GeometryKernel;
  readonly sources: ProfileSources;
  readonly risk: RiskContext;
  readonly gazetteer: Gazetteer;
  /** The features of a layer as of a day; kept, since tables come one after another. */
  readonly layerOn: (layer: GroundLayer, asOf: IsoDate) => Result<readonly LayerFeature[]>;
}

export type OnProgress = (progress: Progress) => void;

async function fetchGround(origin: string, onprogress: OnProgress): Promise<GroundDocument> {
  // The ground is everybody's: asked for as anybody, it may be kept for when there is no network.
  const open = await fetch(`${origin}/ground.json`, { credentials: 'omit' });
  const response = open.status === 401 ? await fetch(`${origin}/ground.json`) : open;
  if (!response.ok || response.body === null) throw new Error(`ground.json: ${response.status}`);
  let loaded_bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        loaded_bytes += chunk.length;
        onprogress({ step: 'ground', loaded_bytes });
        controller.enqueue(chunk);
      },
    }),
  );
  return (await new Response(counted).json()) as GroundDocument;
}

async function unpackedGround(packed: ArrayBuffer): Promise<GroundDocument> {
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(unpacked).json()) as GroundDocument;
}

const MOST_ROWS = 10_000;

/** The registers this reader may see; rules ask about them, and prohibited areas are among them. */
async function fetchRegisters(origin: string): Promise<readonly LayerFeature[]> {
  try {
    return await readRegisters(origin);
  } catch {
    // Without a network what is worked out stands on the ground alone.
    return [];
  }
}

async function readRegisters(origin: string): Promise<readonly LayerFeature[]> {
  const { collections } = (await (await fetch(`${origin}/collections?f=json`)).json()) as {
    collections: readonly { id: string }[];
  };
  const offered = REGISTERS.filter(({ id }) => collections.some((one) => one.id === id));
  const pages = await Promise.all(
    offered.map(async ({ id }) => {
      const response = await fetch(`${origin}/collections/${id}/items?limit=${MOST_ROWS}&f=json`);
      if (!response.ok) return [];
      const { features } = (await response.json()) as FeatureCollection;
      return features.map(
        ({ id: own, geometry, properties }): LayerFeature => ({
          layer: id,
          id: String(own),
          geometry,
          properties: properties ?? {},
          validity: { from: properties?.['valid_from'] ?? null, to: properties?.['valid_to'] ?? null },
        }),
      );
    }),
  );
  return pages.flat();
}

/** `from`: the address of a server, or its ground as a folder carries it, which has no registers. */
export async function openWorld(
  profile: Profile,
  from: string | ArrayBuffer,
  onprogress: OnProgress,
): Promise<World> {
  onprogress({ step: 'ground', loaded_bytes: 0 });
  const [ground, registers] =
    typeof from === 'string'
      ? await Promise.all([fetchGround(from, onprogress), fetchRegisters(from)])
      : [await unpackedGround(from), []];
  onprogress({ step: 'engine' });
  const kernel = await loadGeometryKernel();
  const read: ProfileSources = {
    ...ground,
    profile,
    datasets: [],
    sites: [],
    places: [],
  };
  const bare = new RiskContext(kernel, read);
  const asked = [...(ground.layers ?? []), ...registers.map((one) => asContextFeature(one, bare.registry))];
  const sources = { ...read, layers: asked };
  const risk = bare.withLayers(asked, []);
  const layers = new Map<string, Result<readonly LayerFeature[]>>();
  return {
    kernel,
    sources,
    risk,
    layerOn: (layer, asOf) => {
      const key = `${layer} ${asOf}`;
      const known = layers.get(key);
      if (known !== undefined) return known;
      const made = layerFeatures(kernel, sources, risk, layer, asOf);
      layers.set(key, made);
      return made;
    },
    gazetteer: drawnGazetteer(sources),
  };
}
