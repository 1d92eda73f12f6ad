import type { RuleName } from '@commonthread/voting';

/** One step of a worked example: words, and how full each purse or pot stands afterwards. */
export interface RuleStep {
  readonly words: string;
  /** Money left, in whole units; empty where nothing is to be drawn. */
  readonly left: readonly number[];
}

export interface RuleExample {
  readonly steps: readonly RuleStep[];
  /** What a full bar holds. */
  readonly full: number;
  /** What the bars are. */
  readonly barsAre: string;
}

/** A small example with made-up projects for each rule. @param money writes whole units in the round's currency */
export function ruleExample(
  rule: RuleName,
  spec: { readonly onMisfit?: unknown },
  money: (units: number) => string,
): RuleExample {
  switch (rule) {
    case 'equal-shares':
      return {
        full: 10,
        barsAre: $localize`The money of four voters`,
        steps: [
          {
            words: $localize`Four voters share ${money(40)}:sum:. Each holds ${money(10)}:share:.`,
            left: [10, 10, 10, 10],
          },
          {
            words: $localize`A playground costs ${money(24)}:cost:. Three of them chose it and pay ${money(8)}:part: each. It is funded.`,
            left: [2, 2, 2, 10],
          },
          {
            words: $localize`A fountain costs ${money(16)}:cost:. Two voters chose it, the third and the fourth. They have ${money(12)}:sum: together, so it is not funded.`,
            left: [2, 2, 2, 10],
          },
          {
            words: $localize`A bench costs ${money(9)}:cost:. The fourth voter chose it and can pay for it alone. It is funded.`,
            left: [2, 2, 2, 1],
          },
        ],
      };
    case 'greedy':
      return {
        full: 40,
        barsAre: $localize`The money left in the pot`,
        steps: [
          {
            words: $localize`The pot holds ${money(40)}:sum:. The projects stand in the order of their votes.`,
            left: [40],
          },
          {
            words: $localize`A playground has 90 votes and costs ${money(24)}:cost:. It is funded.`,
            left: [16],
          },
          {
            words:
              spec.onMisfit === 'skip' || spec.onMisfit === undefined
                ? $localize`A fountain has 70 votes and costs ${money(20)}:cost:. It does not fit the money left and is passed over.`
                : $localize`A fountain has 70 votes and costs ${money(20)}:cost:. It does not fit the money left, so the count ends there.`,
            left: [16],
          },
          ...(spec.onMisfit === 'skip' || spec.onMisfit === undefined
            ? [
                {
                  words: $localize`A bench has 30 votes and costs ${money(9)}:cost:. It fits and is funded.`,
                  left: [7],
                },
              ]
            : []),
        ],
      };
    case 'phragmen':
      return {
        full: 10,
        barsAre: $localize`The money four voters have earned`,
        steps: [
          {
            words: $localize`Four voters begin with nothing and earn money at the same pace.`,
            left: [0, 0, 0, 0],
          },
          {
            words: $localize`When each has ${money(8)}:sum:, the three who chose a playground for ${money(24)}:cost: can pay for it.`,
            left: [8, 8, 8, 8],
          },
          {
            words: $localize`It is funded, and their money is gone. The fourth keeps theirs.`,
            left: [0, 0, 0, 8],
          },
          {
            words: $localize`A moment later the fourth can pay for a bench at ${money(9)}:cost:. It is funded.`,
            left: [1, 1, 1, 0],
          },
        ],
      };
    case 'max-welfare':
      return {
        full: 40,
        barsAre: '',
        steps: [
          { words: $localize`Every set of projects that the pot can pay for is looked at.`, left: [] },
          { words: $localize`For each set, the benefits of all voters are added up.`, left: [] },
          { words: $localize`The set with the largest sum is funded, whoever the benefits go to.`, left: [] },
        ],
      };
  }
}
