import { canonicalJson, type Json } from '@commonthread/kernel';

import { utf8, type Bytes } from '../bytes/bytes.js';
import { bytesOf, bytesUpTo, line, moment, sha256Hex, slug } from '../bytes/scalars.js';
import {
  exactly,
  listOf,
  oneOf,
  orNull,
  shape,
  sparseShape,
  textLike,
  whole,
  type Shape,
} from '../bytes/shape.js';
import { FormatInvalid } from '../errors.js';
import { sha256 } from './sha256.js';

/** Name of a log and of its key in signed notes, such as `votes.example/round-1`: one word without `+`. */
export const originName = textLike(/^[a-z0-9][a-z0-9./:_-]{0,126}$/i);

export type VoteType = 'approval' | 'choose-1' | 'ordinal' | 'cumulative' | 'scoring';

/** As the voting rules' `BallotLimits`: an absent limit does not bind. */
export interface PaperLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minPoints?: number;
  readonly maxPoints?: number;
  readonly minSumPoints?: number;
  readonly maxSumPoints?: number;
  readonly minSumCostMinor?: number;
  readonly maxSumCostMinor?: number;
}

export interface PaperProject {
  readonly id: string;
  readonly title: string;
  /** Whole minor units. */
  readonly costMinor: number;
  readonly categories: readonly string[];
  readonly neighbourhood: string | null;
}

/** One ballot style: what is on its paper, how it is counted, and the key its passes are signed with. */
export interface StylePaper {
  readonly style: string;
  readonly title: string;
  /** base64url of the DER SubjectPublicKeyInfo of an RSA-3072 key made for this election and style alone. */
  readonly issuerKey: string;
  readonly voteType: VoteType;
  readonly limits: PaperLimits;
  readonly budgetMinor: number;
  /** In paper order. */
  readonly projects: readonly PaperProject[];
  /** Rule, its version and every parameter, as the voting library writes it. */
  readonly rule: { readonly [name: string]: Json };
}

/** Everything fixed before voting opens. Its hash is the log's first entry. */
export interface Manifest {
  readonly format: 'commonthread-election/1';
  readonly election: string;
  readonly title: string;
  readonly opensAt: string;
  readonly closesAt: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Minor units in one unit of currency. */
  readonly minorPerUnit: number;
  /** Of the round's frozen ballot paper, which says who may vote. */
  readonly paperSha256: string;
  readonly log: {
    readonly origin: string;
    /** Ed25519 public key, base64url. */
    readonly key: string;
  };
  readonly styles: readonly StylePaper[];
}

const rule: Shape<StylePaper['rule']> = (value, at) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FormatInvalid(at);
  return value as StylePaper['rule'];
};

const styleShape = shape<StylePaper>({
  style: slug,
  title: line(200),
  issuerKey: bytesUpTo(1024),
  voteType: oneOf('approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'),
  limits: sparseShape<PaperLimits>({
    minLength: whole(),
    maxLength: whole(),
    minPoints: whole(),
    maxPoints: whole(),
    minSumPoints: whole(),
    maxSumPoints: whole(),
    minSumCostMinor: whole(),
    maxSumCostMinor: whole(),
  }),
  budgetMinor: whole(),
  projects: listOf(
    shape<PaperProject>({
      id: line(64),
      title: line(300),
      costMinor: whole(),
      categories: listOf(line(100), 50),
      neighbourhood: orNull(line(100)),
    }),
    1000,
  ),
  rule,
});

const manifestShape = shape<Manifest>({
  format: exactly('commonthread-election/1'),
  election: slug,
  title: line(300),
  opensAt: moment,
  closesAt: moment,
  currency: textLike(/^[A-Z]{3}$/),
  minorPerUnit: whole(1, 1000),
  paperSha256: sha256Hex,
  log: shape<Manifest['log']>({ origin: originName, key: bytesOf(32) }),
  styles: listOf(styleShape, 1000),
});

/** @throws FormatInvalid for an unknown or missing field, a repeated style, project or issuer key, or a close before the opening */
export function readManifest(value: unknown): Manifest {
  const manifest = manifestShape(value, 'manifest');
  if (Date.parse(manifest.closesAt) <= Date.parse(manifest.opensAt))
    throw new FormatInvalid('manifest.closesAt');
  const { styles } = manifest;
  if (styles.length === 0) throw new FormatInvalid('manifest.styles');
  requireDistinct(
    styles.map(({ style }) => style),
    'manifest.styles',
  );
  requireDistinct(
    styles.map(({ issuerKey }) => issuerKey),
    'manifest.styles.issuerKey',
  );
  for (const { style, projects } of styles) {
    requireDistinct(
      projects.map(({ id }) => id),
      `manifest.styles.${style}.projects`,
    );
  }
  return manifest;
}

/** The manifest as published, without the final newline. */
export const manifestText = (manifest: Manifest): string => canonicalJson(manifest as unknown as Json);

/** SHA256 of the published text: the log's entry 0. */
export const manifestHash = (manifest: Manifest): Bytes => sha256(utf8(manifestText(manifest)));

export function paperOf(manifest: Manifest, style: string): StylePaper | undefined {
  return manifest.styles.find((paper) => paper.style === style);
}

function requireDistinct(names: readonly string[], at: string): void {
  if (new Set(names).size !== names.length) throw new FormatInvalid(at);
}
