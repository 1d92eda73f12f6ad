import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
/** Steps a phone's clock may be off, either way. */
const DRIFT = 1;
const SECRET_BYTES = 20;
const ISSUER = 'Common Thread';

/** 160 random bits, as RFC 4226 section 4 recommends. */
export const newSecret = (): Uint8Array => new Secret({ size: SECRET_BYTES }).bytes;

export const inBase32 = (secret: Uint8Array): string => new Secret({ buffer: bufferOf(secret) }).base32;

/** The address that authenticator apps read from the QR code. */
export const otpauthUri = (secret: Uint8Array, email: string): string => totp(secret, email).toString();

/** Number of the 30-second step a moment lies in (RFC 6238). */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

export const secondsLeftIn = (step: number, at: Date): number =>
  Math.ceil((step + 1) * STEP_SECONDS - at.getTime() / 1000);

export const codeOf = (secret: Uint8Array, step: number): string =>
  totp(secret).generate({ timestamp: step * STEP_SECONDS * 1000 });

/** @returns the step whose code this is, one step off at most; `null` when it is none of them */
export function matchingStep(secret: Uint8Array, code: string, at: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: DRIFT });
  return delta === null ? null : stepAt(at) + delta;
}

function totp(secret: Uint8Array, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: bufferOf(secret) }),
  });
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
