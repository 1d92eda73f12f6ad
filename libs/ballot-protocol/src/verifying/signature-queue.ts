import type { SignatureChecks, SignatureClaim } from '../signing/signature-checks.js';

/** Large enough that handing over a batch costs little beside checking it. */
const BATCH = 256;
/** Batches under way at once: enough to keep every core busy, few enough to hold in memory. */
const MOST_UNDER_WAY = 16;

/** Has signatures checked in batches while lines are read on. */
export class SignatureQueue {
  private claims: SignatureClaim[] = [];
  private refusals: (() => void)[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly checks: SignatureChecks) {}

  /**
   * @param refuse called if the claim does not hold
   * @returns once there is room for more
   */
  async add(claim: SignatureClaim, refuse: () => void): Promise<void> {
    this.claims.push(claim);
    this.refusals.push(refuse);
    if (this.claims.length < BATCH) return;
    this.send();
    if (this.underWay.size >= MOST_UNDER_WAY) await Promise.race(this.underWay);
  }

  async finish(): Promise<void> {
    this.send();
    await Promise.all(this.underWay);
  }

  private send(): void {
    const [claims, refusals] = [this.claims, this.refusals];
    [this.claims, this.refusals] = [[], []];
    if (claims.length === 0) return;
    const batch = this.checks.check(claims).then((answers) => {
      refusals.forEach((refuse, at) => answers[at] === true || refuse());
      this.underWay.delete(batch);
    });
    // A batch that could not be checked stays, so that the next wait throws its reason.
    batch.catch(() => {});
    this.underWay.add(batch);
  }
}
