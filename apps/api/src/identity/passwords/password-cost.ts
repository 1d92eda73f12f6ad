/** Argon2id as OWASP's Password Storage Cheat Sheet asks: m = 19 MiB, t = 2, p = 1. Argon2id is the library's default. */
export const PASSWORD_COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
