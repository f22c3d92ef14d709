// Made from the server's OpenAPI document by "pnpm bless api-client". Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Landing page */
        get: operations["landing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conformance classes */
        get: operations["conformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["api"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Layers */
        get: operations["collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tileMatrixSets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tile matrix sets */
        get: operations["tileMatrixSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The profile: units, documents, rules */
        get: operations["profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is loaded */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus text */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/style.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** MapLibre style */
        get: operations["style"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/{layers}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TileJSON 3.0 of one or more layers */
        get: operations["tileJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/{layers}/{z}/{x}/{y}.mvt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tile of one or more layers */
        get: operations["tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/provinces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Provinces */
        get: operations["provinces.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/provinces/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Provinces */
        get: operations["provinces.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/provinces/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Provinces of each vintage, built from their communes. */
        get: operations["provinces.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/provinces/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Provinces */
        get: operations["provinces.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/provinces/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Provinces (MVT) */
        get: operations["provinces.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts (before 1 July 2025) */
        get: operations["districts.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/districts/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts (before 1 July 2025) */
        get: operations["districts.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/districts/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts; the level ended on 1 July 2025. */
        get: operations["districts.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/districts/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Districts (before 1 July 2025) */
        get: operations["districts.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/districts/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts (before 1 July 2025) (MVT) */
        get: operations["districts.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/communes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes */
        get: operations["communes.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/communes/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes */
        get: operations["communes.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/communes/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes since 1 July 2025, with the old communes that made them. */
        get: operations["communes.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/communes/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Communes */
        get: operations["communes.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/communes/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Communes (MVT) */
        get: operations["communes.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/borders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Borders */
        get: operations["borders.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/borders/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Borders */
        get: operations["borders.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/borders/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The line two provinces share. */
        get: operations["borders.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/borders/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Borders */
        get: operations["borders.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/borders/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Borders (MVT) */
        get: operations["borders.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/border-zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Border zones (analysis) */
        get: operations["border-zones.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/border-zones/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Border zones (analysis) */
        get: operations["border-zones.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/border-zones/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ground within a distance of the shared border, on each side. Analysis, never a legal boundary. */
        get: operations["border-zones.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/border-zones/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Border zones (analysis) */
        get: operations["border-zones.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/border-zones/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Border zones (analysis) (MVT) */
        get: operations["border-zones.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/watch-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watch units */
        get: operations["watch-units.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/watch-units/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watch units */
        get: operations["watch-units.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/watch-units/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units a document asks to watch, and their successors. */
        get: operations["watch-units.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/watch-units/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Watch units */
        get: operations["watch-units.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/watch-units/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watch units (MVT) */
        get: operations["watch-units.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/mineral-sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mineral sites */
        get: operations["mineral-sites.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/mineral-sites/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mineral sites */
        get: operations["mineral-sites.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/mineral-sites/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mineral areas and points of official acts and open data, with their flags and reasons. */
        get: operations["mineral-sites.items"];
        put?: never;
        /** Mineral sites: + */
        post: operations["mineral-sites.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/mineral-sites/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Mineral sites */
        get: operations["mineral-sites.item"];
        /** Mineral sites */
        put: operations["mineral-sites.replace"];
        post?: never;
        /** Mineral sites */
        delete: operations["mineral-sites.delete"];
        options?: never;
        head?: never;
        /** Mineral sites */
        patch: operations["mineral-sites.update"];
        trace?: never;
    };
    "/collections/mineral-sites/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mineral sites (MVT) */
        get: operations["mineral-sites.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places */
        get: operations["places.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/places/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places */
        get: operations["places.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/places/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Populated places, mountains, streams. */
        get: operations["places.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/places/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Places */
        get: operations["places.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/places/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places (MVT) */
        get: operations["places.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/roads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roads and railways */
        get: operations["roads.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/roads/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roads and railways */
        get: operations["roads.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/roads/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Expressways, national roads, railways. */
        get: operations["roads.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/roads/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Roads and railways */
        get: operations["roads.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/roads/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roads and railways (MVT) */
        get: operations["roads.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/rivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rivers */
        get: operations["rivers.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/rivers/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rivers */
        get: operations["rivers.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/rivers/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Main rivers at a small scale; offsets of hundreds of metres are possible. */
        get: operations["rivers.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/rivers/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Rivers */
        get: operations["rivers.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/rivers/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rivers (MVT) */
        get: operations["rivers.tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/prohibited-areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas where mining is prohibited */
        get: operations["prohibited-areas.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/prohibited-areas/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas where mining is prohibited */
        get: operations["prohibited-areas.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/prohibited-areas/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas closed to mining, for good or for a time, by decision. */
        get: operations["prohibited-areas.items"];
        put?: never;
        /** Areas where mining is prohibited: + */
        post: operations["prohibited-areas.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/prohibited-areas/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Areas where mining is prohibited */
        get: operations["prohibited-areas.item"];
        /** Areas where mining is prohibited */
        put: operations["prohibited-areas.replace"];
        post?: never;
        /** Areas where mining is prohibited */
        delete: operations["prohibited-areas.delete"];
        options?: never;
        head?: never;
        /** Areas where mining is prohibited */
        patch: operations["prohibited-areas.update"];
        trace?: never;
    };
    "/collections/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mining licences */
        get: operations["licences.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/licences/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mining licences */
        get: operations["licences.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/licences/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas licensed for exploration or mining. */
        get: operations["licences.items"];
        put?: never;
        /** Mining licences: + */
        post: operations["licences.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/licences/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Mining licences */
        get: operations["licences.item"];
        /** Mining licences */
        put: operations["licences.replace"];
        post?: never;
        /** Mining licences */
        delete: operations["licences.delete"];
        options?: never;
        head?: never;
        /** Mining licences */
        patch: operations["licences.update"];
        trace?: never;
    };
    "/collections/levelling-permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Levelling permits */
        get: operations["levelling-permits.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/levelling-permits/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Levelling permits */
        get: operations["levelling-permits.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/levelling-permits/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ground that may be levelled. */
        get: operations["levelling-permits.items"];
        put?: never;
        /** Levelling permits: + */
        post: operations["levelling-permits.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/levelling-permits/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Levelling permits */
        get: operations["levelling-permits.item"];
        /** Levelling permits */
        put: operations["levelling-permits.replace"];
        post?: never;
        /** Levelling permits */
        delete: operations["levelling-permits.delete"];
        options?: never;
        head?: never;
        /** Levelling permits */
        patch: operations["levelling-permits.update"];
        trace?: never;
    };
    "/collections/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents */
        get: operations["incidents.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/incidents/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents */
        get: operations["incidents.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/incidents/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recorded illegal mining, transport or levelling. */
        get: operations["incidents.items"];
        put?: never;
        /** Incidents: + */
        post: operations["incidents.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/incidents/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Incidents */
        get: operations["incidents.item"];
        /** Incidents */
        put: operations["incidents.replace"];
        post?: never;
        /** Incidents */
        delete: operations["incidents.delete"];
        options?: never;
        head?: never;
        /** Incidents */
        patch: operations["incidents.update"];
        trace?: never;
    };
    "/collections/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inspections */
        get: operations["inspections.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/inspections/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inspections */
        get: operations["inspections.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/inspections/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Planned and sudden inspections. */
        get: operations["inspections.items"];
        put?: never;
        /** Inspections: + */
        post: operations["inspections.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/inspections/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Inspections */
        get: operations["inspections.item"];
        /** Inspections */
        put: operations["inspections.replace"];
        post?: never;
        /** Inspections */
        delete: operations["inspections.delete"];
        options?: never;
        head?: never;
        /** Inspections */
        patch: operations["inspections.update"];
        trace?: never;
    };
    "/collections/equipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Equipment and vessels seen */
        get: operations["equipment.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/equipment/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Equipment and vessels seen */
        get: operations["equipment.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/equipment/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Machines, vehicles and vessels that were seen. */
        get: operations["equipment.items"];
        put?: never;
        /** Equipment and vessels seen: + */
        post: operations["equipment.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/equipment/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Equipment and vessels seen */
        get: operations["equipment.item"];
        /** Equipment and vessels seen */
        put: operations["equipment.replace"];
        post?: never;
        /** Equipment and vessels seen */
        delete: operations["equipment.delete"];
        options?: never;
        head?: never;
        /** Equipment and vessels seen */
        patch: operations["equipment.update"];
        trace?: never;
    };
    "/collections/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tips */
        get: operations["tips.collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/tips/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tips */
        get: operations["tips.queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/tips/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people report in confidence; only for those entitled. */
        get: operations["tips.items"];
        put?: never;
        /** Tips: + */
        post: operations["tips.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/tips/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        /** Tips */
        get: operations["tips.item"];
        /** Tips */
        put: operations["tips.replace"];
        post?: never;
        /** Tips */
        delete: operations["tips.delete"];
        options?: never;
        head?: never;
        /** Tips */
        patch: operations["tips.update"];
        trace?: never;
    };
    "/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Processes */
        get: operations["processes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/border-zone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Border zones */
        get: operations["border-zone.process"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/border-zone/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The ground of each side between distances from the border of two units. Analysis, not a legal boundary. */
        post: operations["border-zone.execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/site-overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What sites overlap */
        get: operations["site-overlap.process"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/site-overlap/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What each site has in common with each feature of a layer, with its error bars. */
        post: operations["site-overlap.execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/flag-sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flag mineral sites */
        get: operations["flag-sites.process"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/flag-sites/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judges sites by the rules of the profile: every flag has its facts, documents and bodies. */
        post: operations["flag-sites.execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/resolve-corner-table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resolve a corner table */
        get: operations["resolve-corner-table.process"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/resolve-corner-table/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds the coordinate system and shape of a table of corners; what is not certain is said to be so. */
        post: operations["resolve-corner-table.execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/trace-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit through time */
        get: operations["trace-unit.process"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/trace-unit/execution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a name or code meant on a day, what it became and what it was. */
        post: operations["trace-unit.execute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs */
        get: operations["jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        /** Status of a job */
        get: operations["job"];
        put?: never;
        post?: never;
        /** Stops a job, or forgets its results */
        delete: operations["job.dismiss"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        /** Results of a job */
        get: operations["job.results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the reader is */
        get: operations["session"];
        put?: never;
        /** Signs in */
        post: operations["session.begin"];
        /** Signs out */
        delete: operations["session.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The password once more */
        post: operations["session.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the reader is signed in */
        get: operations["sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session */
        delete: operations["sessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes one’s own password */
        post: operations["password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chooses a password by a one-time link */
        post: operations["setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Access tokens */
        get: operations["tokens"];
        put?: never;
        /** A new token, told once */
        post: operations["token.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a token */
        delete: operations["token.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Users */
        get: operations["users"];
        put?: never;
        /** A new user */
        post: operations["user.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        /** A user */
        get: operations["user"];
        put?: never;
        post?: never;
        /** Removes a user */
        delete: operations["user.delete"];
        options?: never;
        head?: never;
        /** Changes rights, shuts out */
        patch: operations["user.change"];
        trace?: never;
    };
    "/users/{name}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new link to choose a password */
        post: operations["user.setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, oldest first */
        get: operations["audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registers, their schemas and words */
        get: operations["registers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of inspections, late reports */
        get: operations["inspectionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements, and what was taken in */
        get: operations["exchange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exchange/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A package for a neighbour */
        post: operations["exchange.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exchange/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What taking a package in would change */
        post: operations["exchange.diff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exchange/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a package in */
        post: operations["exchange.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description GeoJSON geometry (RFC 7946) */
        Geometry: {
            /** @constant */
            type: "Point";
            coordinates: number[];
        } | {
            /** @constant */
            type: "MultiPoint";
            coordinates: number[][];
        } | {
            /** @constant */
            type: "LineString";
            coordinates: number[][];
        } | {
            /** @constant */
            type: "MultiLineString";
            coordinates: number[][][];
        } | {
            /** @constant */
            type: "Polygon";
            coordinates: number[][][];
        } | {
            /** @constant */
            type: "MultiPolygon";
            coordinates: number[][][][];
        };
        Link: {
            href: string;
            rel: string;
            type?: string;
            title?: string;
        };
        /** @description RFC 9457 */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            issues: {
                code: string;
                path: (string | number)[];
                message: string;
                hint?: string;
            }[];
        };
        Job: {
            /** @constant */
            type: "process";
            processID: string;
            jobID: string;
            /** @enum {string} */
            status: "accepted" | "running" | "successful" | "failed" | "dismissed";
            progress: number;
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            started?: string;
            /** Format: date-time */
            finished?: string;
            message?: string;
            links: components["schemas"]["Link"][];
        };
        /** Provinces */
        provinces: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Code */
                code: string | null;
                /** Name */
                name: string | null;
                /** Short name */
                short_name: string | null;
                /** Vintage */
                vintage: string | null;
                /** Drawing */
                drawing: string | null;
                /** Area on the ellipsoid */
                area_m2: number | null;
                /** Declared area */
                area_declared_m2: number | null;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Districts (before 1 July 2025) */
        districts: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Code */
                code: string | null;
                /** Name */
                name: string | null;
                /** Short name */
                short_name: string | null;
                /** Vintage */
                vintage: string | null;
                /** Drawing */
                drawing: string | null;
                /** Province code */
                province_code: string | null;
                /** Area on the ellipsoid */
                area_m2: number | null;
                /** Declared area */
                area_declared_m2: number | null;
                /** Level */
                level: string | null;
                /** Flags */
                flag_count: number | null;
                /** Sites */
                site_count: number | null;
                /** Patrol priority */
                priority: number | null;
                /** Why flagged (vi) */
                reasons_vi: string | null;
                /** Why flagged */
                reasons_en: string | null;
                /** Watch list */
                watch_list: string | null;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Communes */
        communes: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Code */
                code: string | null;
                /** Name */
                name: string | null;
                /** Short name */
                short_name: string | null;
                /** Vintage */
                vintage: string | null;
                /** Drawing */
                drawing: string | null;
                /** Province code */
                province_code: string | null;
                /** Area on the ellipsoid */
                area_m2: number | null;
                /** Declared area */
                area_declared_m2: number | null;
                /** Level */
                level: string | null;
                /** Flags */
                flag_count: number | null;
                /** Sites */
                site_count: number | null;
                /** Patrol priority */
                priority: number | null;
                /** Why flagged (vi) */
                reasons_vi: string | null;
                /** Why flagged */
                reasons_en: string | null;
                /** Watch list */
                watch_list: string | null;
                /** Made from */
                was: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Borders */
        borders: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Pair */
                pair: string | null;
                /** Code of side A */
                a_code: string | null;
                /** Side A */
                a_name: string | null;
                /** Code of side B */
                b_code: string | null;
                /** Side B */
                b_name: string | null;
                /** Vintage */
                vintage: string | null;
                /** Drawing */
                drawing: string | null;
                /** Length on the ellipsoid */
                length_m: number | null;
                /** Snap report */
                snap: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Border zones (analysis) */
        "border-zones": {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Pair */
                pair: string | null;
                /** Code of this side */
                side: string | null;
                /** This side */
                side_name: string | null;
                /** Other side */
                other_name: string | null;
                /** Vintage */
                vintage: string | null;
                /** Drawing */
                drawing: string | null;
                /** From */
                inner_m: number | null;
                /** To */
                outer_m: number | null;
                /** Area on the ellipsoid */
                area_m2: number | null;
                /** Border length */
                border_length_m: number | null;
                /** Status */
                status: string | null;
                /** Communes and areas */
                communes: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Watch units */
        "watch-units": {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Code */
                code: string | null;
                /** Name */
                name: string | null;
                /** Short name */
                short_name: string | null;
                /** Vintage */
                vintage: string | null;
                /** Drawing */
                drawing: string | null;
                /** Watch list */
                watch_list: string | null;
                /** Successor of */
                watch_of: string | null;
                /** Inheritance */
                inheritance: string | null;
                /** Reason (vi) */
                reason_vi: string | null;
                /** Reason (en) */
                reason_en: string | null;
                /** Document */
                document: string | null;
                /** Level */
                level: string | null;
                /** Flags */
                flag_count: number | null;
                /** Sites */
                site_count: number | null;
                /** Patrol priority */
                priority: number | null;
                /** Area on the ellipsoid */
                area_m2: number | null;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Mineral sites */
        "mineral-sites": {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Site id */
                site_id: string | null;
                /** Name */
                name: string | null;
                /** Mineral (vi) */
                mineral_vi: string | null;
                /** Mineral (en) */
                mineral_en: string | null;
                /** Activity */
                activity: string | null;
                /** Declared area */
                area_declared_m2: number | null;
                /** Decision */
                decision: string | null;
                /**
                 * Decided on
                 * Format: date
                 */
                decision_date: string | null;
                /** Precision */
                precision: string | null;
                /** Turn among sites drawn at one spot */
                spot_index: number | null;
                /** Error of position */
                error_m: number | null;
                /** Place */
                place: string | null;
                /** Vintage */
                vintage: string | null;
                /**
                 * Judged as of
                 * Format: date
                 */
                as_of: string | null;
                /** Level */
                level: string | null;
                /** Flags */
                flag_count: number | null;
                /** Risk score */
                score: number | null;
                /** Why flagged (vi) */
                reasons_vi: string | null;
                /** Why flagged */
                reasons_en: string | null;
                /** Flags */
                flags: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Places */
        places: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Name */
                name: string | null;
                /** Kind */
                kind: string | null;
                /** Rank */
                rank: number | null;
                /** Elevation */
                elevation_m: number | null;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Roads and railways */
        roads: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Name */
                name: string | null;
                /** Kind */
                kind: string | null;
                /** Number */
                ref: string | null;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Rivers */
        rivers: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Name */
                name: string | null;
                /** Rank */
                rank: number | null;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Areas where mining is prohibited */
        "prohibited-areas": {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Name */
                name: string | null;
                /** Kind */
                kind: string | null;
                /** Code of the unit */
                unit_code: string | null;
                /** Document */
                document: string | null;
                /** Declared area */
                area_declared_m2: number | null;
                /** Details */
                details: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Mining licences */
        licences: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Name */
                name: string | null;
                /** Number */
                number: string | null;
                /** Holder */
                holder: string | null;
                /** Mineral (vi) */
                mineral_vi: string | null;
                /**
                 * Issued on
                 * Format: date
                 */
                issued_on: string | null;
                /** Status */
                status: string | null;
                /** Code of the unit */
                unit_code: string | null;
                /** Document */
                document: string | null;
                /** Declared area */
                area_declared_m2: number | null;
                /** Details */
                details: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Levelling permits */
        "levelling-permits": {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Name */
                name: string | null;
                /** Number */
                number: string | null;
                /** Holder */
                holder: string | null;
                /**
                 * Issued on
                 * Format: date
                 */
                issued_on: string | null;
                /** Status */
                status: string | null;
                /** Code of the unit */
                unit_code: string | null;
                /** Document */
                document: string | null;
                /** Declared area */
                area_declared_m2: number | null;
                /** Details */
                details: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Incidents */
        incidents: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Kind */
                kind: string | null;
                /**
                 * Happened on
                 * Format: date
                 */
                happened_on: string | null;
                /** Equipment */
                equipment: string | null;
                /** People */
                people: number | null;
                /** Pair */
                pair: string | null;
                /** Bank */
                bank: string | null;
                /** Who was told */
                told: unknown;
                /** Code of the unit */
                unit_code: string | null;
                /** Status */
                status: string | null;
                /** Document */
                document: string | null;
                /** Note */
                note: string | null;
                /** Details */
                details: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Inspections */
        inspections: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Kind (planned, sudden) */
                kind: string | null;
                /**
                 * Inspected on
                 * Format: date
                 */
                inspected_on: string | null;
                /**
                 * Report due on
                 * Format: date
                 */
                due_on: string | null;
                /** Status */
                status: string | null;
                /** Establishments */
                establishments: number | null;
                /** Team */
                team: unknown;
                /** Findings */
                findings: string | null;
                /** Code of the unit */
                unit_code: string | null;
                /** Document */
                document: string | null;
                /** Note */
                note: string | null;
                /** Details */
                details: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Equipment and vessels seen */
        equipment: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Kind */
                kind: string | null;
                /** Plate */
                plate: string | null;
                /** Count */
                count: number | null;
                /**
                 * Seen on
                 * Format: date
                 */
                seen_on: string | null;
                /** Pair */
                pair: string | null;
                /** Code of the unit */
                unit_code: string | null;
                /** Note */
                note: string | null;
                /** Details */
                details: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
        /** Tips */
        tips: {
            /** @constant */
            type: "Feature";
            id: string;
            geometry: components["schemas"]["Geometry"];
            properties: {
                /** Kind */
                kind: string | null;
                /**
                 * Received on
                 * Format: date
                 */
                received_on: string | null;
                /** Channel */
                channel: string | null;
                /** Status */
                status: string | null;
                /** Code of the unit */
                unit_code: string | null;
                /** Note */
                note: string | null;
                /** Details */
                details: unknown;
                /** Source */
                source: string | null;
                /** Format: date */
                valid_from: string | null;
                /** Format: date */
                valid_to: string | null;
            };
            links?: components["schemas"]["Link"][];
        };
    };
    responses: {
        /** @description Problem; 429 and 503 say in Retry-After when to come again */
        Problem: {
            headers: {
                /** @description s */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Box west,south,east,north in degrees (CRS84). */
        bbox: number[];
        /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
        datetime: string;
        /** @description The most features in one page. */
        limit: number;
        /** @description Features to skip. */
        offset: number;
        /** @description The place of a page, taken from a "next" link; the page begins there. */
        after: string;
        /**
         * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
         * @example 2023-05-23
         */
        asOf: string;
        /** @description Coordinate system of the answer. */
        crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/9213" | "http://www.opengis.net/def/crs/EPSG/0/9210" | "http://www.opengis.net/def/crs/EPSG/0/9211" | "http://www.opengis.net/def/crs/EPSG/0/9215" | "http://www.opengis.net/def/crs/EPSG/0/9209";
        /** @description Coordinate system of "bbox". */
        "bbox-crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/9213" | "http://www.opengis.net/def/crs/EPSG/0/9210" | "http://www.opengis.net/def/crs/EPSG/0/9211" | "http://www.opengis.net/def/crs/EPSG/0/9215" | "http://www.opengis.net/def/crs/EPSG/0/9209";
        /**
         * @description CQL2 filter (OGC 21-065).
         * @example name LIKE '%Chợ%'
         */
        filter: string;
        /** @description Writing of "filter". */
        "filter-lang": "cql2-text" | "cql2-json";
        /** @description Coordinate system of geometries in "filter". */
        "filter-crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/9213" | "http://www.opengis.net/def/crs/EPSG/0/9210" | "http://www.opengis.net/def/crs/EPSG/0/9211" | "http://www.opengis.net/def/crs/EPSG/0/9215" | "http://www.opengis.net/def/crs/EPSG/0/9209";
        /** @description Language of texts. */
        lang: "vi" | "en";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    landing: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Landing page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    conformance: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Conformance classes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    api: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.oai.openapi+json;version=3.1": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    collections: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Layers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tileMatrixSets: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tile matrix sets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    profile: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile: units, documents, rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    health: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ready: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is loaded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    metrics: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    style: {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MapLibre style */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tileJson: {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                /** @example communes,places */
                layers: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TileJSON 3.0 of one or more layers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tile: {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                /** @example communes,places */
                layers: string;
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A tile of one or more layers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "provinces.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Provinces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "provinces.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Provinces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "provinces.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Code */
                code?: string;
                /** @description Name */
                name?: string;
                /** @description Short name */
                short_name?: string;
                /** @description Vintage */
                vintage?: string;
                /** @description Drawing */
                drawing?: string;
                /** @description Area on the ellipsoid */
                area_m2?: number;
                /** @description Declared area */
                area_declared_m2?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Provinces of each vintage, built from their communes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["provinces"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "provinces.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Provinces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["provinces"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "provinces.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Provinces (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "districts.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts (before 1 July 2025) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "districts.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts (before 1 July 2025) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "districts.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Code */
                code?: string;
                /** @description Name */
                name?: string;
                /** @description Short name */
                short_name?: string;
                /** @description Vintage */
                vintage?: string;
                /** @description Drawing */
                drawing?: string;
                /** @description Province code */
                province_code?: string;
                /** @description Area on the ellipsoid */
                area_m2?: number;
                /** @description Declared area */
                area_declared_m2?: number;
                /** @description Level */
                level?: string;
                /** @description Flags */
                flag_count?: number;
                /** @description Sites */
                site_count?: number;
                /** @description Patrol priority */
                priority?: number;
                /** @description Why flagged (vi) */
                reasons_vi?: string;
                /** @description Why flagged */
                reasons_en?: string;
                /** @description Watch list */
                watch_list?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts; the level ended on 1 July 2025. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["districts"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "districts.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts (before 1 July 2025) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["districts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "districts.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Districts (before 1 July 2025) (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "communes.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Communes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "communes.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Communes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "communes.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Code */
                code?: string;
                /** @description Name */
                name?: string;
                /** @description Short name */
                short_name?: string;
                /** @description Vintage */
                vintage?: string;
                /** @description Drawing */
                drawing?: string;
                /** @description Province code */
                province_code?: string;
                /** @description Area on the ellipsoid */
                area_m2?: number;
                /** @description Declared area */
                area_declared_m2?: number;
                /** @description Level */
                level?: string;
                /** @description Flags */
                flag_count?: number;
                /** @description Sites */
                site_count?: number;
                /** @description Patrol priority */
                priority?: number;
                /** @description Why flagged (vi) */
                reasons_vi?: string;
                /** @description Why flagged */
                reasons_en?: string;
                /** @description Watch list */
                watch_list?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Communes since 1 July 2025, with the old communes that made them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["communes"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "communes.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Communes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["communes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "communes.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Communes (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "borders.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Borders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "borders.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Borders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "borders.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Pair */
                pair?: string;
                /** @description Code of side A */
                a_code?: string;
                /** @description Side A */
                a_name?: string;
                /** @description Code of side B */
                b_code?: string;
                /** @description Side B */
                b_name?: string;
                /** @description Vintage */
                vintage?: string;
                /** @description Drawing */
                drawing?: string;
                /** @description Length on the ellipsoid */
                length_m?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The line two provinces share. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["borders"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "borders.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Borders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["borders"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "borders.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Borders (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "border-zones.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Border zones (analysis) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "border-zones.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Border zones (analysis) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "border-zones.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Pair */
                pair?: string;
                /** @description Code of this side */
                side?: string;
                /** @description This side */
                side_name?: string;
                /** @description Other side */
                other_name?: string;
                /** @description Vintage */
                vintage?: string;
                /** @description Drawing */
                drawing?: string;
                /** @description From */
                inner_m?: number;
                /** @description To */
                outer_m?: number;
                /** @description Area on the ellipsoid */
                area_m2?: number;
                /** @description Border length */
                border_length_m?: number;
                /** @description Status */
                status?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ground within a distance of the shared border, on each side. Analysis, never a legal boundary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["border-zones"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "border-zones.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Border zones (analysis) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["border-zones"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "border-zones.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Border zones (analysis) (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "watch-units.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Watch units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "watch-units.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Watch units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "watch-units.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Code */
                code?: string;
                /** @description Name */
                name?: string;
                /** @description Short name */
                short_name?: string;
                /** @description Vintage */
                vintage?: string;
                /** @description Drawing */
                drawing?: string;
                /** @description Watch list */
                watch_list?: string;
                /** @description Successor of */
                watch_of?: string;
                /** @description Inheritance */
                inheritance?: string;
                /** @description Reason (vi) */
                reason_vi?: string;
                /** @description Reason (en) */
                reason_en?: string;
                /** @description Document */
                document?: string;
                /** @description Level */
                level?: string;
                /** @description Flags */
                flag_count?: number;
                /** @description Sites */
                site_count?: number;
                /** @description Patrol priority */
                priority?: number;
                /** @description Area on the ellipsoid */
                area_m2?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units a document asks to watch, and their successors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["watch-units"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "watch-units.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Watch units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["watch-units"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "watch-units.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Watch units (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mineral sites */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mineral sites */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Site id */
                site_id?: string;
                /** @description Name */
                name?: string;
                /** @description Mineral (vi) */
                mineral_vi?: string;
                /** @description Mineral (en) */
                mineral_en?: string;
                /** @description Activity */
                activity?: string;
                /** @description Declared area */
                area_declared_m2?: number;
                /** @description Decision */
                decision?: string;
                /** @description Decided on */
                decision_date?: string;
                /** @description Precision */
                precision?: string;
                /** @description Turn among sites drawn at one spot */
                spot_index?: number;
                /** @description Error of position */
                error_m?: number;
                /** @description Place */
                place?: string;
                /** @description Vintage */
                vintage?: string;
                /** @description Judged as of */
                as_of?: string;
                /** @description Level */
                level?: string;
                /** @description Flags */
                flag_count?: number;
                /** @description Risk score */
                score?: number;
                /** @description Why flagged (vi) */
                reasons_vi?: string;
                /** @description Why flagged */
                reasons_en?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mineral areas and points of official acts and open data, with their flags and reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["mineral-sites"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Mineral (vi) */
                        mineral_vi?: string | null;
                        /** Mineral (en) */
                        mineral_en?: string | null;
                        /** Activity */
                        activity?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Decision */
                        decision?: string | null;
                        /** Decided on */
                        decision_date?: string | null;
                        /** Error of position */
                        error_m?: number | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mineral sites */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["mineral-sites"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Mineral (vi) */
                        mineral_vi?: string | null;
                        /** Mineral (en) */
                        mineral_en?: string | null;
                        /** Activity */
                        activity?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Decision */
                        decision?: string | null;
                        /** Decided on */
                        decision_date?: string | null;
                        /** Error of position */
                        error_m?: number | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Name */
                        name?: string | null;
                        /** Mineral (vi) */
                        mineral_vi?: string | null;
                        /** Mineral (en) */
                        mineral_en?: string | null;
                        /** Activity */
                        activity?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Decision */
                        decision?: string | null;
                        /** Decided on */
                        decision_date?: string | null;
                        /** Error of position */
                        error_m?: number | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "mineral-sites.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mineral sites (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "places.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "places.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "places.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Name */
                name?: string;
                /** @description Kind */
                kind?: string;
                /** @description Rank */
                rank?: number;
                /** @description Elevation */
                elevation_m?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Populated places, mountains, streams. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["places"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "places.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["places"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "places.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "roads.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roads and railways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "roads.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roads and railways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "roads.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Name */
                name?: string;
                /** @description Kind */
                kind?: string;
                /** @description Number */
                ref?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Expressways, national roads, railways. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["roads"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "roads.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roads and railways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["roads"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "roads.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Roads and railways (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "rivers.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rivers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "rivers.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rivers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "rivers.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Name */
                name?: string;
                /** @description Rank */
                rank?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Main rivers at a small scale; offsets of hundreds of metres are possible. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["rivers"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "rivers.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rivers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["rivers"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "rivers.tile": {
        parameters: {
            query?: {
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                tileMatrix: number;
                tileRow: number;
                tileCol: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rivers (MVT) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description No feature in this tile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Areas where mining is prohibited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Areas where mining is prohibited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Name */
                name?: string;
                /** @description Kind */
                kind?: string;
                /** @description Code of the unit */
                unit_code?: string;
                /** @description Document */
                document?: string;
                /** @description Declared area */
                area_declared_m2?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Areas closed to mining, for good or for a time, by decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["prohibited-areas"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Polygon",
                 *         "coordinates": [
                 *           [
                 *             [
                 *               105.6,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.21
                 *             ],
                 *             [
                 *               105.6,
                 *               22.2
                 *             ]
                 *           ]
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Kind */
                        kind?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Areas where mining is prohibited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["prohibited-areas"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Polygon",
                 *         "coordinates": [
                 *           [
                 *             [
                 *               105.6,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.21
                 *             ],
                 *             [
                 *               105.6,
                 *               22.2
                 *             ]
                 *           ]
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Kind */
                        kind?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "prohibited-areas.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Name */
                        name?: string | null;
                        /** Kind */
                        kind?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mining licences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mining licences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Name */
                name?: string;
                /** @description Number */
                number?: string;
                /** @description Holder */
                holder?: string;
                /** @description Mineral (vi) */
                mineral_vi?: string;
                /** @description Issued on */
                issued_on?: string;
                /** @description Status */
                status?: string;
                /** @description Code of the unit */
                unit_code?: string;
                /** @description Document */
                document?: string;
                /** @description Declared area */
                area_declared_m2?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Areas licensed for exploration or mining. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["licences"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Polygon",
                 *         "coordinates": [
                 *           [
                 *             [
                 *               105.6,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.21
                 *             ],
                 *             [
                 *               105.6,
                 *               22.2
                 *             ]
                 *           ]
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Number */
                        number?: string | null;
                        /** Holder */
                        holder?: string | null;
                        /** Mineral (vi) */
                        mineral_vi?: string | null;
                        /** Issued on */
                        issued_on?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mining licences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["licences"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Polygon",
                 *         "coordinates": [
                 *           [
                 *             [
                 *               105.6,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.2
                 *             ],
                 *             [
                 *               105.61,
                 *               22.21
                 *             ],
                 *             [
                 *               105.6,
                 *               22.2
                 *             ]
                 *           ]
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Number */
                        number?: string | null;
                        /** Holder */
                        holder?: string | null;
                        /** Mineral (vi) */
                        mineral_vi?: string | null;
                        /** Issued on */
                        issued_on?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "licences.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Name */
                        name?: string | null;
                        /** Number */
                        number?: string | null;
                        /** Holder */
                        holder?: string | null;
                        /** Mineral (vi) */
                        mineral_vi?: string | null;
                        /** Issued on */
                        issued_on?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Levelling permits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Levelling permits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Name */
                name?: string;
                /** @description Number */
                number?: string;
                /** @description Holder */
                holder?: string;
                /** @description Issued on */
                issued_on?: string;
                /** @description Status */
                status?: string;
                /** @description Code of the unit */
                unit_code?: string;
                /** @description Document */
                document?: string;
                /** @description Declared area */
                area_declared_m2?: number;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ground that may be levelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["levelling-permits"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Number */
                        number?: string | null;
                        /** Holder */
                        holder?: string | null;
                        /** Issued on */
                        issued_on?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Levelling permits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["levelling-permits"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "name": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Name */
                        name?: string | null;
                        /** Number */
                        number?: string | null;
                        /** Holder */
                        holder?: string | null;
                        /** Issued on */
                        issued_on?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "levelling-permits.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Name */
                        name?: string | null;
                        /** Number */
                        number?: string | null;
                        /** Holder */
                        holder?: string | null;
                        /** Issued on */
                        issued_on?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Declared area */
                        area_declared_m2?: number | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Incidents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Incidents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Kind */
                kind?: string;
                /** @description Happened on */
                happened_on?: string;
                /** @description Equipment */
                equipment?: string;
                /** @description People */
                people?: number;
                /** @description Pair */
                pair?: string;
                /** @description Bank */
                bank?: string;
                /** @description Code of the unit */
                unit_code?: string;
                /** @description Status */
                status?: string;
                /** @description Document */
                document?: string;
                /** @description Note */
                note?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recorded illegal mining, transport or levelling. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["incidents"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "kind": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind */
                        kind?: string | null;
                        /** Happened on */
                        happened_on?: string | null;
                        /** Equipment */
                        equipment?: string | null;
                        /** People */
                        people?: number | null;
                        /** Pair */
                        pair?: string | null;
                        /** Bank */
                        bank?: ("own" | "other" | "both") | null;
                        /** Who was told */
                        told?: unknown | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Incidents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["incidents"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "kind": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind */
                        kind?: string | null;
                        /** Happened on */
                        happened_on?: string | null;
                        /** Equipment */
                        equipment?: string | null;
                        /** People */
                        people?: number | null;
                        /** Pair */
                        pair?: string | null;
                        /** Bank */
                        bank?: ("own" | "other" | "both") | null;
                        /** Who was told */
                        told?: unknown | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "incidents.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Kind */
                        kind?: string | null;
                        /** Happened on */
                        happened_on?: string | null;
                        /** Equipment */
                        equipment?: string | null;
                        /** People */
                        people?: number | null;
                        /** Pair */
                        pair?: string | null;
                        /** Bank */
                        bank?: ("own" | "other" | "both") | null;
                        /** Who was told */
                        told?: unknown | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Inspections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Inspections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Kind (planned, sudden) */
                kind?: string;
                /** @description Inspected on */
                inspected_on?: string;
                /** @description Report due on */
                due_on?: string;
                /** @description Status */
                status?: string;
                /** @description Establishments */
                establishments?: number;
                /** @description Findings */
                findings?: string;
                /** @description Code of the unit */
                unit_code?: string;
                /** @description Document */
                document?: string;
                /** @description Note */
                note?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Planned and sudden inspections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["inspections"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "findings": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind (planned, sudden) */
                        kind?: ("planned" | "sudden") | null;
                        /** Inspected on */
                        inspected_on?: string | null;
                        /** Report due on */
                        due_on?: string | null;
                        /** Status */
                        status?: ("open" | "finishing" | "concluded" | "suspended") | null;
                        /** Establishments */
                        establishments?: number | null;
                        /** Team */
                        team?: unknown | null;
                        /** Findings */
                        findings?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Inspections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["inspections"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "findings": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind (planned, sudden) */
                        kind?: ("planned" | "sudden") | null;
                        /** Inspected on */
                        inspected_on?: string | null;
                        /** Report due on */
                        due_on?: string | null;
                        /** Status */
                        status?: ("open" | "finishing" | "concluded" | "suspended") | null;
                        /** Establishments */
                        establishments?: number | null;
                        /** Team */
                        team?: unknown | null;
                        /** Findings */
                        findings?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "inspections.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Kind (planned, sudden) */
                        kind?: ("planned" | "sudden") | null;
                        /** Inspected on */
                        inspected_on?: string | null;
                        /** Report due on */
                        due_on?: string | null;
                        /** Status */
                        status?: ("open" | "finishing" | "concluded" | "suspended") | null;
                        /** Establishments */
                        establishments?: number | null;
                        /** Team */
                        team?: unknown | null;
                        /** Findings */
                        findings?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Document */
                        document?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Equipment and vessels seen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Equipment and vessels seen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Kind */
                kind?: string;
                /** @description Plate */
                plate?: string;
                /** @description Count */
                count?: number;
                /** @description Seen on */
                seen_on?: string;
                /** @description Pair */
                pair?: string;
                /** @description Code of the unit */
                unit_code?: string;
                /** @description Note */
                note?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Machines, vehicles and vessels that were seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["equipment"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "kind": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind */
                        kind?: string | null;
                        /** Plate */
                        plate?: string | null;
                        /** Count */
                        count?: number | null;
                        /** Seen on */
                        seen_on?: string | null;
                        /** Pair */
                        pair?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Equipment and vessels seen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["equipment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "kind": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind */
                        kind?: string | null;
                        /** Plate */
                        plate?: string | null;
                        /** Count */
                        count?: number | null;
                        /** Seen on */
                        seen_on?: string | null;
                        /** Pair */
                        pair?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "equipment.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Kind */
                        kind?: string | null;
                        /** Plate */
                        plate?: string | null;
                        /** Count */
                        count?: number | null;
                        /** Seen on */
                        seen_on?: string | null;
                        /** Pair */
                        pair?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.collection": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tips */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.queryables": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tips */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.items": {
        parameters: {
            query?: {
                /** @description Box west,south,east,north in degrees (CRS84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Coordinate system of "bbox". */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description A day, an RFC 3339 instant, or an interval start/end (".." is open): features in force in it. */
                datetime?: components["parameters"]["datetime"];
                /**
                 * @description The day YYYY-MM-DD (Vietnam time) as of which to answer; today when absent.
                 * @example 2023-05-23
                 */
                asOf?: components["parameters"]["asOf"];
                /**
                 * @description CQL2 filter (OGC 21-065).
                 * @example name LIKE '%Chợ%'
                 */
                filter?: components["parameters"]["filter"];
                /** @description Writing of "filter". */
                "filter-lang"?: components["parameters"]["filter-lang"];
                /** @description Coordinate system of geometries in "filter". */
                "filter-crs"?: components["parameters"]["filter-crs"];
                /** @description The most features in one page. */
                limit?: components["parameters"]["limit"];
                /** @description Features to skip. */
                offset?: components["parameters"]["offset"];
                /** @description The place of a page, taken from a "next" link; the page begins there. */
                after?: components["parameters"]["after"];
                /** @description Kind */
                kind?: string;
                /** @description Received on */
                received_on?: string;
                /** @description Channel */
                channel?: string;
                /** @description Status */
                status?: string;
                /** @description Code of the unit */
                unit_code?: string;
                /** @description Note */
                note?: string;
                /** @description Source */
                source?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What people report in confidence; only for those entitled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": {
                        /** @constant */
                        type: "FeatureCollection";
                        numberMatched: number;
                        numberReturned: number;
                        /** Format: date */
                        asOf?: string;
                        features: components["schemas"]["tips"][];
                        links: components["schemas"]["Link"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "kind": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind */
                        kind?: string | null;
                        /** Received on */
                        received_on?: string | null;
                        /** Channel */
                        channel?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.item": {
        parameters: {
            query?: {
                /** @description Coordinate system of the answer. */
                crs?: components["parameters"]["crs"];
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tips */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["tips"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.replace": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "Feature",
                 *       "geometry": {
                 *         "type": "Point",
                 *         "coordinates": [
                 *           105.6,
                 *           22.2
                 *         ]
                 *       },
                 *       "properties": {
                 *         "kind": "ví dụ"
                 *       }
                 *     }
                 */
                "application/geo+json": {
                    /** @constant */
                    type: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties: {
                        /** Kind */
                        kind?: string | null;
                        /** Received on */
                        received_on?: string | null;
                        /** Channel */
                        channel?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.delete": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "tips.update": {
        parameters: {
            query?: never;
            header: {
                /** @example "1f0c9b5a7d3e48260a6b92c4" */
                "If-Match": string;
            };
            path: {
                featureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {}
                 *     }
                 */
                "application/merge-patch+json": {
                    /** @constant */
                    type?: "Feature";
                    id?: string;
                    /** @description GeoJSON geometry (RFC 7946) */
                    geometry?: {
                        /** @constant */
                        type: "Point";
                        coordinates: number[];
                    } | {
                        /** @constant */
                        type: "MultiPoint";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "LineString";
                        coordinates: number[][];
                    } | {
                        /** @constant */
                        type: "MultiLineString";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "Polygon";
                        coordinates: number[][][];
                    } | {
                        /** @constant */
                        type: "MultiPolygon";
                        coordinates: number[][][][];
                    };
                    /** @enum {string} */
                    secrecy?: "public" | "internal" | "restricted";
                    properties?: {
                        /** Kind */
                        kind?: string | null;
                        /** Received on */
                        received_on?: string | null;
                        /** Channel */
                        channel?: string | null;
                        /** Status */
                        status?: string | null;
                        /** Code of the unit */
                        unit_code?: string | null;
                        /** Note */
                        note?: string | null;
                        /** Details */
                        details?: unknown | null;
                        /** Source */
                        source?: string | null;
                        valid_from?: string | null;
                        valid_to?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Of this state of the feature */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    processes: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Processes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "border-zone.process": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Border zones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "border-zone.execute": {
        parameters: {
            query?: never;
            header?: {
                Prefer?: "respond-async";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inputs": {
                 *         "between": [
                 *           "Bắc Kạn",
                 *           "Cao Bằng"
                 *         ],
                 *         "widths_m": [
                 *           1000,
                 *           5000
                 *         ],
                 *         "as_of": "2023-05-23"
                 *       }
                 *     }
                 */
                "application/json": {
                    inputs: {
                        /** @description Two units, by name or code */
                        between: string[];
                        widths_m?: number[];
                        /** @enum {string} */
                        level?: "province" | "district" | "commune";
                        /**
                         * Format: date
                         * @description YYYY-MM-DD, Vietnam; today when absent
                         */
                        as_of?: string;
                    };
                    /**
                     * @default raw
                     * @enum {string}
                     */
                    response?: "raw" | "document";
                };
            };
        };
        responses: {
            /** @description Result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Job accepted */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "site-overlap.process": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What sites overlap */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "site-overlap.execute": {
        parameters: {
            query?: never;
            header?: {
                Prefer?: "respond-async";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inputs": {
                 *         "sites": {
                 *           "type": "FeatureCollection",
                 *           "features": [
                 *             {
                 *               "type": "Feature",
                 *               "id": "vi-du",
                 *               "geometry": {
                 *                 "type": "Point",
                 *                 "coordinates": [
                 *                   105.6,
                 *                   22.16
                 *                 ]
                 *               },
                 *               "properties": {}
                 *             }
                 *           ]
                 *         },
                 *         "layer": "communes",
                 *         "as_of": "2026-01-01"
                 *       }
                 *     }
                 */
                "application/json": {
                    inputs: {
                        /** @description GeoJSON, CRS84, up to 2000 sites */
                        sites: {
                            /** @constant */
                            type: "FeatureCollection";
                            features: {
                                /** @constant */
                                type: "Feature";
                                id?: string | number;
                                geometry: ({
                                    /** @constant */
                                    type: "Point";
                                    coordinates: number[];
                                } | {
                                    /** @constant */
                                    type: "MultiPoint";
                                    coordinates: number[][];
                                } | {
                                    /** @constant */
                                    type: "LineString";
                                    coordinates: number[][];
                                } | {
                                    /** @constant */
                                    type: "MultiLineString";
                                    coordinates: number[][][];
                                } | {
                                    /** @constant */
                                    type: "Polygon";
                                    coordinates: number[][][];
                                } | {
                                    /** @constant */
                                    type: "MultiPolygon";
                                    coordinates: number[][][][];
                                }) | null;
                                properties: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                        };
                        /** @enum {string} */
                        layer: "provinces" | "districts" | "communes" | "borders" | "border-zones" | "watch-units" | "places" | "roads" | "rivers";
                        within_m?: number;
                        /**
                         * Format: date
                         * @description YYYY-MM-DD, Vietnam; today when absent
                         */
                        as_of?: string;
                    };
                    /**
                     * @default raw
                     * @enum {string}
                     */
                    response?: "raw" | "document";
                };
            };
        };
        responses: {
            /** @description Result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Job accepted */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "flag-sites.process": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Flag mineral sites */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "flag-sites.execute": {
        parameters: {
            query?: never;
            header?: {
                Prefer?: "respond-async";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inputs": {
                 *         "as_of": "2023-05-23"
                 *       }
                 *     }
                 */
                "application/json": {
                    inputs: {
                        /** @description The profile’s own sites when absent */
                        sites?: {
                            /** @constant */
                            type: "FeatureCollection";
                            features: {
                                /** @constant */
                                type: "Feature";
                                id?: string | number;
                                geometry: ({
                                    /** @constant */
                                    type: "Point";
                                    coordinates: number[];
                                } | {
                                    /** @constant */
                                    type: "MultiPoint";
                                    coordinates: number[][];
                                } | {
                                    /** @constant */
                                    type: "LineString";
                                    coordinates: number[][];
                                } | {
                                    /** @constant */
                                    type: "MultiLineString";
                                    coordinates: number[][][];
                                } | {
                                    /** @constant */
                                    type: "Polygon";
                                    coordinates: number[][][];
                                } | {
                                    /** @constant */
                                    type: "MultiPolygon";
                                    coordinates: number[][][][];
                                }) | null;
                                properties: {
                                    [key: string]: unknown;
                                } | null;
                            }[];
                        };
                        /** @description Only the sites of these ids; all when absent */
                        site_ids?: string[];
                        explain?: boolean;
                        /** @description With the rules that did not fire, and why */
                        why_not?: boolean;
                        /** @description With the patrol priority of communes and stretches of border, factor by factor */
                        priorities?: boolean;
                        /**
                         * Format: date
                         * @description YYYY-MM-DD, Vietnam; today when absent
                         */
                        as_of?: string;
                    };
                    /**
                     * @default raw
                     * @enum {string}
                     */
                    response?: "raw" | "document";
                };
            };
        };
        responses: {
            /** @description Result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Job accepted */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "resolve-corner-table.process": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Resolve a corner table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "resolve-corner-table.execute": {
        parameters: {
            query?: never;
            header?: {
                Prefer?: "respond-async";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inputs": {
                 *         "text": "Điểm,X (m),Y (m)\n1,2451656.80,406980.08\n2,2451656.80,407480.08\n3,2451156.80,407480.08\n4,2451156.80,406980.08\n"
                 *       }
                 *     }
                 */
                "application/json": {
                    inputs: {
                        /** @description The table as text: CSV, tab separated, or pasted */
                        text: string;
                        file_name?: string;
                        crs?: string;
                        repair?: boolean;
                    };
                    /**
                     * @default raw
                     * @enum {string}
                     */
                    response?: "raw" | "document";
                };
            };
        };
        responses: {
            /** @description Result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Job accepted */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "trace-unit.process": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A unit through time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "trace-unit.execute": {
        parameters: {
            query?: never;
            header?: {
                Prefer?: "respond-async";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "inputs": {
                 *         "name": "Bắc Kạn",
                 *         "as_of": "2023-05-23"
                 *       }
                 *     }
                 */
                "application/json": {
                    inputs: {
                        /** @description Name or code */
                        name: string;
                        /**
                         * Format: date
                         * @description YYYY-MM-DD, Vietnam; today when absent
                         */
                        as_of?: string;
                        /** Format: date */
                        to?: string;
                        /** @enum {string} */
                        level?: "province" | "district" | "commune";
                        within?: string;
                        /** @enum {string} */
                        policy?: "all" | "by-area" | "old-part-only";
                    };
                    /**
                     * @default raw
                     * @enum {string}
                     */
                    response?: "raw" | "document";
                };
            };
        };
        responses: {
            /** @description Result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Job accepted */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    jobs: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    job: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Status of a job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "job.dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dismissed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "job.results": {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Results of a job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    session: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who the reader is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signed_in?: boolean;
                        name?: string;
                        /** @enum {string} */
                        role?: "viewer" | "analyst" | "editor" | "admin";
                        secrecy?: ("public" | "internal" | "restricted")[];
                        units?: "all" | string[];
                        csrf?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "session.begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "can-bo",
                 *       "password": "…"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "session.end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "session.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "…"
                 *     }
                 */
                "application/json": {
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sessions: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the reader is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions?: {
                            id?: string;
                            created_at?: string;
                            seen_at?: string;
                            this_one?: boolean;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "sessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "can-bo",
                 *       "password": "…",
                 *       "new_password": "…"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    password?: string;
                    new_password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "gr_…",
                 *       "password": "…"
                 *     }
                 */
                "application/json": {
                    token?: string;
                    name?: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    tokens: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Access tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokens?: {
                            id?: string;
                            account?: string;
                            label?: string;
                            scope?: {
                                /** @enum {string} */
                                role?: "viewer" | "analyst" | "editor" | "admin";
                                secrecy?: ("public" | "internal" | "restricted")[];
                                units?: "all" | string[];
                            };
                            expires_at?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "token.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "QGIS",
                 *       "days": 90
                 *     }
                 */
                "application/json": {
                    label?: string;
                    days?: number;
                    scope?: {
                        /** @enum {string} */
                        role?: "viewer" | "analyst" | "editor" | "admin";
                        secrecy?: ("public" | "internal" | "restricted")[];
                        units?: "all" | string[];
                    };
                };
            };
        };
        responses: {
            /** @description Token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id?: string;
                        account?: string;
                        label?: string;
                        scope?: {
                            /** @enum {string} */
                            role?: "viewer" | "analyst" | "editor" | "admin";
                            secrecy?: ("public" | "internal" | "restricted")[];
                            units?: "all" | string[];
                        };
                        expires_at?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "token.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    users: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users?: {
                            name?: string;
                            /** @enum {string} */
                            role?: "viewer" | "analyst" | "editor" | "admin";
                            secrecy?: ("public" | "internal" | "restricted")[];
                            units?: "all" | string[];
                            disabled?: boolean;
                            created_at?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "user.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "can-bo",
                 *       "role": "editor",
                 *       "secrecy": [
                 *         "public",
                 *         "internal"
                 *       ],
                 *       "units": [
                 *         "2023:064"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    role?: "viewer" | "analyst" | "editor" | "admin";
                    secrecy?: ("public" | "internal" | "restricted")[];
                    units?: "all" | string[];
                };
            };
        };
        responses: {
            /** @description With the link to choose a password */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "viewer" | "analyst" | "editor" | "admin";
                        secrecy?: ("public" | "internal" | "restricted")[];
                        units?: "all" | string[];
                        disabled?: boolean;
                        created_at?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    user: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "viewer" | "analyst" | "editor" | "admin";
                        secrecy?: ("public" | "internal" | "restricted")[];
                        units?: "all" | string[];
                        disabled?: boolean;
                        created_at?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "user.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    "user.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "disabled": true
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role?: "viewer" | "analyst" | "editor" | "admin";
                    secrecy?: ("public" | "internal" | "restricted")[];
                    units?: "all" | string[];
                    disabled?: boolean;
                };
            };
        };
        responses: {
            /** @description User */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "viewer" | "analyst" | "editor" | "admin";
                        secrecy?: ("public" | "internal" | "restricted")[];
                        units?: "all" | string[];
                        disabled?: boolean;
                        created_at?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "user.setup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        setup?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    audit: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who did what, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    registers: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Registers, their schemas and words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inspectionReport: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                asOf?: string;
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts of inspections, late reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exchange: {
        parameters: {
            query?: {
                /** @description Language of texts. */
                lang?: components["parameters"]["lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agreements, and what was taken in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreements?: Record<string, never>[];
                        layers?: Record<string, never>[];
                        taken?: Record<string, never>[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "exchange.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "with": "04",
                 *       "asOf": "2023-05-23"
                 *     }
                 */
                "application/json": {
                    with?: string;
                    /** Format: date */
                    asOf?: string;
                };
            };
        };
        responses: {
            /** @description Package */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "exchange.diff": {
        parameters: {
            query?: {
                /** @description Whose stays of what both sides changed */
                conflicts?: "ours" | "theirs";
                /** @description As the sender told it by another way */
                sha256?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example  */
                "application/zip": string;
            };
        };
        responses: {
            /** @description Differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied?: boolean;
                        package?: {
                            sha256?: string;
                            pair?: string;
                            vintage?: string;
                            as_of?: string;
                            made_at?: string;
                        };
                        counts?: {
                            [key: string]: number;
                        };
                        changes?: {
                            layer?: string;
                            id?: string;
                            /** @enum {string} */
                            state?: "new" | "changed" | "removed" | "same" | "kept" | "conflict";
                            fields?: {
                                name?: string;
                                here?: unknown;
                                there?: unknown;
                            }[];
                        }[];
                        documents?: {
                            id?: string;
                            state?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "exchange.import": {
        parameters: {
            query?: {
                /** @description Whose stays of what both sides changed */
                conflicts?: "ours" | "theirs";
                /** @description As the sender told it by another way */
                sha256?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example  */
                "application/zip": string;
            };
        };
        responses: {
            /** @description What was changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied?: boolean;
                        written?: number;
                        package?: {
                            sha256?: string;
                            pair?: string;
                            vintage?: string;
                            as_of?: string;
                            made_at?: string;
                        };
                        counts?: {
                            [key: string]: number;
                        };
                        changes?: {
                            layer?: string;
                            id?: string;
                            /** @enum {string} */
                            state?: "new" | "changed" | "removed" | "same" | "kept" | "conflict";
                            fields?: {
                                name?: string;
                                here?: unknown;
                                there?: unknown;
                            }[];
                        }[];
                        documents?: {
                            id?: string;
                            state?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
